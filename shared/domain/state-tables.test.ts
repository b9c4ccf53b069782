import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COORDINATION_ACTIONS, COORDINATION_STATES, COORDINATION_TABLE } from './coordination-form.ts';
import { DISPATCH_ACTIONS, DISPATCH_STATES, DISPATCH_TABLE } from './dispatch-order.ts';
import { MAIL_ACTIONS, MAIL_STATES, MAIL_TABLE } from './mail-item.ts';
import { ROLES, type Role } from './person.ts';
import { REPLY_ACTIONS, REPLY_STATES, REPLY_TABLE } from './reply-letter.ts';
import { findTransition, openActions, type StateTable } from './state-table.ts';

interface Register {
  name: string;
  table: StateTable<string, string>;
  states: readonly string[];
  actions: readonly string[];
  start: string;
  /** States nothing leads out of. */
  ends: readonly string[];
  /** Each state with those that every way to it must have passed. */
  mustPass: Record<string, readonly string[]>;
}

const registers: Register[] = [
  {
    name: 'coordination form',
    table: COORDINATION_TABLE,
    states: COORDINATION_STATES,
    actions: COORDINATION_ACTIONS,
    start: 'issued',
    ends: ['archived', 'cancelled'],
    mustPass: { archived: ['received', 'done', 'customerTold'], customerTold: ['done'] },
  },
  {
    name: 'dispatch order',
    table: DISPATCH_TABLE,
    states: DISPATCH_STATES,
    actions: DISPATCH_ACTIONS,
    start: 'waiting',
    ends: ['archived', 'cancelled'],
    mustPass: { archived: ['dispatched', 'accepted', 'arrived', 'finished', 'followedUp'], finished: ['dispatched', 'arrived'] },
  },
  {
    name: 'reply letter',
    table: REPLY_TABLE,
    states: REPLY_STATES,
    actions: REPLY_ACTIONS,
    start: 'drafting',
    ends: ['archived', 'withdrawn'],
    mustPass: {
      approved: ['inReview'],
      printed: ['inReview', 'approved'],
      posted: ['inReview', 'approved', 'printed'],
      sentOnline: ['inReview', 'approved'],
      complete: ['inReview', 'approved'],
      archived: ['inReview', 'approved', 'complete'],
    },
  },
  {
    name: 'mail item',
    table: MAIL_TABLE,
    states: MAIL_STATES,
    actions: MAIL_ACTIONS,
    start: 'received',
    ends: ['collected', 'returned'],
    mustPass: {},
  },
];

/** States reachable from the start without ever entering `avoided`. */
function reachable(register: Register, avoided: string): Set<string> {
  const seen = new Set([register.start]);
  const queue = [register.start];
  for (let state = queue.shift(); state !== undefined; state = queue.shift()) {
    for (const row of register.table) {
      if (row.from === state && row.to !== avoided && !seen.has(row.to)) {
        seen.add(row.to);
        queue.push(row.to);
      }
    }
  }
  return seen;
}

describe.each(registers)('state table of the $name', (register) => {
  it('names only known states and actions, each step once, each with somebody who may', () => {
    for (const row of register.table) {
      expect(register.states).toContain(row.from);
      expect(register.states).toContain(row.to);
      expect(register.actions).toContain(row.action);
      expect(row.who.length).toBeGreaterThan(0);
    }
    const steps = register.table.map((row) => `${row.from}/${row.action}`);
    expect(new Set(steps).size).toBe(steps.length);
  });

  it('reaches every state, and leaves every state but the last ones', () => {
    expect([...reachable(register, '')].toSorted()).toEqual([...register.states].toSorted());
    const left = new Set(register.table.map((row) => row.from));
    expect(register.states.filter((state) => !left.has(state)).toSorted()).toEqual([...register.ends].toSorted());
  });

  it('has no way around the states that must be passed', () => {
    for (const [state, passed] of Object.entries(register.mustPass)) {
      for (const avoided of passed) expect(reachable(register, avoided).has(state), `${state} without ${avoided}`).toBe(false);
    }
  });

  it('no order of actions and roles leads anywhere the table does not', () => {
    const step = fc.record({ action: fc.constantFrom(...register.actions), roles: fc.subarray<Role>([...ROLES]) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let state = register.start;
        const visited = new Set([state]);
        for (const { action, roles } of steps) {
          const found = findTransition(register.table, state, action, roles);
          expect(openActions(register.table, state, roles).includes(action)).toBe(found !== null);
          if (found === null) continue;
          expect(found.who.some((role) => roles.includes(role))).toBe(true);
          state = found.to;
          visited.add(state);
          for (const passed of register.mustPass[state] ?? []) expect(visited.has(passed)).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('lets nobody without a role do anything', () => {
    for (const state of register.states) expect(openActions(register.table, state, [])).toEqual([]);
  });
});

describe('who decides on a reply letter (1:3.3, 1:3.4)', () => {
  it('only the marketing manager approves', () => {
    for (const role of ROLES) {
      expect(findTransition(REPLY_TABLE, 'inReview', 'approve', [role]) !== null).toBe(role === 'marketingManager');
    }
  });
  it('the marketing manager returns, but does not agree', () => {
    expect(openActions(REPLY_TABLE, 'inReview', ['marketingManager'])).toEqual(['return', 'approve']);
  });
});
