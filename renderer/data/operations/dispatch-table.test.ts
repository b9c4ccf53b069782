import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { memorySession, type MemorySession } from '../../../tests/support/memory-session.ts';
import { WALKS } from '../../../tests/support/walks.ts';
import {
  DISPATCH_ACTIONS,
  DISPATCH_TABLE,
  dispatchInput,
  type DispatchAction,
  type DispatchOrder,
  type DispatchState,
} from '../../../shared/domain/dispatch-order.ts';
import { archiveObstacles, dispatchPath, isStep, lastStepAt } from '../../../shared/domain/dispatch-steps.ts';
import { addHours } from '../../../shared/domain/due-time.ts';
import { perform } from '../perform.ts';
import { buildSampleEstate } from '../sample/sample-estate.ts';
import { advanceDispatchOrder, dispatchStepInput } from './advance-dispatch-order.ts';
import { confirmDispatchOrder } from './confirm-dispatch-order.ts';
import { issueDispatchOrder } from './issue-dispatch-order.ts';
import { loadSample } from './load-sample.ts';
import { recordFollowUp } from './record-follow-up.ts';
import { recordPayment } from './record-payment.ts';
import { urgeDispatchOrder } from './urge-dispatch-order.ts';

const estate = buildSampleEstate('zh', []);
const person = (name: string) => estate.input.people.find((one) => one.name === name)?.id ?? '';
const department = (name: string) => estate.input.departments.find((one) => one.name === name)?.id ?? '';
const START = '2026-11-23T00:00:00.000Z';

let session: MemorySession;

beforeAll(async () => {
  session = await memorySession(addHours(START, 48));
  session.become(person('沈国华'));
  const loaded = await perform(session, loadSample, estate.input);
  if (!loaded.ok) throw new Error(loaded.error.code);
});

const ACTIONS = DISPATCH_ACTIONS.filter((action) => action !== 'followUp');

const command = fc.record({
  kind: fc.constantFrom('step', 'step', 'step', 'step', 'step', 'step', 'followUp', 'followUp', 'confirm', 'pay', 'urge', 'rework'),
  action: fc.constantFrom(...ACTIONS),
  /** Mostly a step the table allows, so that the walks go far; else any. */
  allowed: fc.constantFrom(true, true, true, true, false),
  pick: fc.nat(99),
  who: fc.constantFrom('林晓燕', '林晓燕', '林晓燕', '苏敏', '何志强', '周建国'),
  /** Hours after the step before at which it is said to have happened; the last ones lie in the future. */
  hours: fc.constantFrom(-2, 0, 0, 1, 1, 2, 2, 3, 60),
  now: fc.constantFrom(true, false, false, false, false),
  satisfied: fc.boolean(),
  paid: fc.boolean(),
  repeat: fc.boolean(),
});
type Command = typeof command extends fc.Arbitrary<infer Value> ? Value : never;

/** A way through most of the table, one hop at the time of the one before: a walk that is always among the others. */
const ALL_THE_WAY: Command[] = (
  [
    'dispatch',
    'reassign',
    'accept',
    'pause',
    'resume',
    'urge',
    'arrive',
    'return',
    'dispatch',
    'accept',
    'arrive',
    'finish',
    'followUp',
    'confirm',
    'archive',
  ] as const
).map((what) => ({
  ...(what === 'urge' || what === 'followUp' || what === 'confirm' ? { kind: what, action: 'dispatch' } : { kind: 'step', action: what }),
  allowed: false,
  pick: 0,
  who: '林晓燕',
  hours: 0,
  now: false,
  satisfied: true,
  paid: false,
  repeat: false,
}));

let commands = 0;

async function run(id: string, given: Command): Promise<void> {
  commands += 1;
  session.become(person(given.who));
  const before = await session.database.dispatchOrders.get(id);
  if (before === undefined) throw new Error('the order is gone');
  const at = given.now ? '' : addHours(lastStepAt(before), given.hours);
  const open = ACTIONS.filter((action) => action !== 'cancel' && dispatchPath(before.state, action, ['receptionist']) !== null);
  const action = given.allowed && open.length > 0 ? open[given.pick % open.length] : given.action;
  const options = { operationId: `command-${commands}` };
  switch (given.kind) {
    case 'step': {
      const work = {
        done: '修好',
        charge: given.paid ? 'paid' : 'free',
        materials: [{ name: '龙头', quantityThousandths: 1000, priceFen: 8650 }],
        labourFen: 6000,
        quoteFen: 0,
        waivedFen: 0,
        payment: {},
        customerSigned: true,
        workerSigned: true,
      };
      const step = { action, id, departmentId: department('工程部'), worker: '张强', reason: '缘由', arrivedAt: at, work, at };
      const input = dispatchStepInput.parse(step);
      await perform(session, advanceDispatchOrder, input, options);
      if (given.repeat) await perform(session, advanceDispatchOrder, input, options);
      return;
    }
    case 'followUp': {
      const asked = { outcome: 'reached' as const, means: 'call' as const, spokenTo: '单', opinion: '说了' };
      const overall = given.satisfied ? ('satisfied' as const) : ('notSatisfied' as const);
      const marks = { inTime: '', quality: '', manner: '', chargeAsAgreed: '', leftClean: '' } as const;
      await perform(session, recordFollowUp, { id: `f-${commands}`, orderId: id, ...asked, overall, marks, at }, options);
      return;
    }
    case 'confirm': {
      const word = { decidedBy: person('周建国'), by: 'paper' as const, on: '2026-11-23', evidence: '柜 2' };
      await perform(session, confirmDispatchOrder, { id, ...word }, options);
      return;
    }
    case 'pay':
      await perform(session, recordPayment, { id, means: 'cash', amountFen: given.paid ? 14_650 : 100, at }, options);
      return;
    case 'urge':
      await perform(session, urgeDispatchOrder, { id, note: '催' }, options);
      return;
    case 'rework': {
      const rework = dispatchInput.parse({ unit: '3-2-1502', content: '又堵了', trade: 'plumbing', reworkOfId: id });
      await perform(session, issueDispatchOrder, { ...rework, id: `r-${commands}` }, options);
    }
  }
}

/** What must be true of an order whatever happened: its hops are a walk through the table, in the order of time. */
function checkOrder(order: DispatchOrder): void {
  const steps = order.hops.filter(isStep);
  expect(steps[0]?.action).toBe('issue');
  let state: DispatchState = 'waiting';
  for (const hop of steps.slice(1)) {
    const row = DISPATCH_TABLE.find((one) => one.from === state && one.action === (hop.action satisfies string as DispatchAction));
    expect(row, `${state} ${hop.action}`).toBeDefined();
    state = row?.to ?? state;
  }
  expect(order.state).toBe(state);
  const times = steps.map((hop) => hop.at);
  expect(times).toEqual(times.toSorted());
  expect(times.every((at) => at >= order.reportedAt && at <= session.clock.now())).toBe(true);
  expect(order.pauses.filter((pause) => pause.until === '')).toHaveLength(order.state === 'paused' ? 1 : 0);
  expect(order.pauses.every((pause) => pause.until === '' || pause.until >= pause.from)).toBe(true);
  const obstacles = archiveObstacles(order, estate.input.settings.estate.deskDepartmentId);
  expect(order.state === 'archived' ? obstacles : []).toEqual([]);
}

it('no order of actions gets an order around the table; hops go forward in time; numbers have no gap and no twin', async () => {
  let orders = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(command, { minLength: 12, maxLength: 30 }), async (given) => {
      orders += 1;
      const id = `order-${orders}`;
      session.become(person('林晓燕'));
      const input = dispatchInput.parse({ unit: '3-2-1502', content: '堵了', trade: 'plumbing', reportedAt: START });
      await perform(session, issueDispatchOrder, { ...input, id });
      for (const one of given) {
        await run(id, one);
        const order = await session.database.dispatchOrders.get(id);
        if (order === undefined) throw new Error('the order is gone');
        checkOrder(order);
      }
    }),
    { numRuns: WALKS, examples: [[ALL_THE_WAY]] },
  );
  const serials = (await session.database.dispatchOrders.toArray()).map((order) => order.numberSerial).toSorted((a, b) => a - b);
  expect(serials).toEqual(serials.map((_serial, index) => index + 1));
  const calls = (await session.database.followUps.toArray()).map((call) => call.numberSerial).toSorted((a, b) => a - b);
  expect(calls).toEqual(calls.map((_serial, index) => index + 1));
  // Walks that never get anywhere would prove nothing.
  const taken = new Set((await session.database.dispatchOrders.toArray()).flatMap((order) => order.hops.map((hop) => hop.action)));
  expect(taken.size).toBeGreaterThan(11);
}, 120_000);
