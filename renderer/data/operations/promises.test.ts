import { beforeAll, describe, expect, it } from 'vitest';
import { lastPayload, refusal, repeated, rolesLetIn, THE_DESK } from '../../../tests/support/desk-checks.ts';
import { sampleCall } from '../../../tests/support/sample-call.ts';
import { sampleDesk, type SampleDesk } from '../../../tests/support/sample-desk.ts';
import { addHours } from '../../../shared/domain/due-time.ts';
import { promiseInput, type DeskPromise, type PromiseInput } from '../../../shared/domain/promise.ts';
import { readToday } from '../queries/today.ts';
import { addPromise } from './add-promise.ts';
import { closeReception } from './close-reception.ts';
import { logReception } from './log-reception.ts';
import { settlePromise } from './settle-promise.ts';
import { tryPromise } from './try-promise.ts';

const DESK = '林晓燕';
/** Noon and half past five in the afternoon at the desk. */
const NOON = '2026-11-24T04:00:00.000Z';
const LATE = '2026-11-24T09:30:00.000Z';

let desk: SampleDesk;

beforeAll(async () => {
  desk = await sampleDesk();
  const code = await desk.as(DESK, logReception, { ...sampleCall({ unit: '3-2-1502' }), id: 'entry' });
  if (code !== '') throw new Error(code);
});

function owed(fields: Partial<PromiseInput> = {}): PromiseInput & { receptionId: string } {
  const complete = { kind: 'reply', customer: '单雄信', unit: '3-2-1502', phone: '13800138000', about: '停车费' } as const;
  return { ...promiseInput.parse({ ...complete, ...fields }), receptionId: 'entry' };
}

/** Adds a promise to the entry and answers with it as it is stored. */
async function add(fields: Partial<PromiseInput> = {}): Promise<DeskPromise> {
  expect(await desk.as(DESK, addPromise, owed(fields))).toBe('');
  return promise((await lastPayload(desk)).resultId);
}

async function promise(id: string): Promise<DeskPromise> {
  const found = await desk.session.database.promises.get(id);
  if (found === undefined) throw new Error(`no promise ${id}`);
  return found;
}

describe('add-promise', () => {
  it.each(['reply', 'message', 'callBack'] as const)(
    'adds a %s to an entry after the event, due in two hours (DOMAIN §2)',
    async (kind) => {
      const row = await add({ kind, forName: kind === 'message' ? '周建国' : '' });
      expect(row).toMatchObject({
        kind,
        dueAt: addHours(row.createdAt, 2),
        sourceTable: 'receptions',
        sourceId: 'entry',
        sourceNumber: 'JD-2026-000001',
        createdBy: desk.person(DESK),
        state: 'open',
        attempts: [],
        settledAt: '',
        settledBy: '',
        result: '',
      });
    },
  );

  it('keeps the time that was promised', async () => {
    expect(await add({ dueAt: NOON })).toMatchObject({ dueAt: NOON });
  });

  it.each<[string, object, object]>([
    ['an entry that is not there', { receptionId: 'nobody' }, { code: 'recordMissing' }],
    ['a message for nobody', { kind: 'message', forName: ' ' }, { code: 'inputInvalid', parameters: { field: 'forName' } }],
    ['a kind that is none', { kind: 'gift' }, { code: 'inputInvalid', parameters: { field: 'kind' } }],
  ])('refuses %s and changes nothing', async (_name, fields, failure) => {
    expect(await refusal(desk, DESK, addPromise, { ...owed(), ...fields })).toMatchObject(failure);
  });
});

describe('try-promise', () => {
  it('notes every try, by whom, when, with what outcome, and the promise stays open', async () => {
    const { id, dueAt } = await add();
    expect(await desk.as(DESK, tryPromise, { id, outcome: 'notReached', note: '无人接听' })).toBe('');
    expect(await promise(id)).toMatchObject({ state: 'open', dueAt });
    expect(await desk.as('苏敏', tryPromise, { id, outcome: 'passedOn', nextAt: LATE })).toBe('');
    const row = await promise(id);
    expect(row).toMatchObject({
      state: 'open',
      dueAt: LATE,
      attempts: [
        { by: desk.person(DESK), outcome: 'notReached', note: '无人接听' },
        { by: desk.person('苏敏'), outcome: 'passedOn', note: '', at: row.changedAt },
      ],
    });
  });
});

describe('settle-promise', () => {
  it.each(['settled', 'cancelled'] as const)(
    'ends a promise, %s, with its result; then it is neither tried nor ended again',
    async (outcome) => {
      const { id, dueAt } = await add();
      expect(await desk.as(DESK, settlePromise, { id, outcome, result: '已回电' })).toBe('');
      const row = await promise(id);
      expect(row).toMatchObject({ state: outcome, result: '已回电', settledBy: desk.person(DESK), settledAt: row.changedAt, dueAt });
      expect(await refusal(desk, DESK, settlePromise, { id, outcome, result: '又' })).toEqual({ code: 'alreadyClosed' });
      expect(await refusal(desk, DESK, tryPromise, { id, outcome: 'reached' })).toEqual({ code: 'alreadyClosed' });
    },
  );

  it('asks for the result, or the reason why it is dropped', async () => {
    const { id } = await add();
    for (const outcome of ['settled', 'cancelled'] as const) {
      const failure = { code: 'inputInvalid', parameters: { field: 'result', rule: 'required' } };
      expect(await refusal(desk, DESK, settlePromise, { id, outcome, result: ' ' })).toEqual(failure);
    }
  });
});

it('what is promised stays on Today until it is settled, overdue first, and keeps its entry open', async () => {
  const { database } = desk.session;
  const others = (await readToday(database, desk.session.clock.now(), '2026-11-24')).promises;
  for (const { id } of others) expect(await desk.as(DESK, settlePromise, { id, outcome: 'cancelled', result: '清理' })).toBe('');
  const [late, noon] = [await add({ dueAt: LATE }), await add({ dueAt: NOON })];
  const shown = async () => (await readToday(database, LATE, '2026-11-24')).promises.map(({ id }) => id);
  expect(await shown()).toEqual([noon.id, late.id]);
  expect(await desk.as(DESK, tryPromise, { id: noon.id, outcome: 'notReached', nextAt: '2026-11-25T01:00:00.000Z' })).toBe('');
  expect(await shown()).toEqual([late.id, noon.id]);
  expect(await desk.as(DESK, settlePromise, { id: late.id, outcome: 'settled', result: '已回' })).toBe('');
  expect(await shown()).toEqual([noon.id]);
  expect(await refusal(desk, DESK, closeReception, { id: 'entry' })).toMatchObject({ parameters: { gap: 'openPromise' } });
  expect(await desk.as(DESK, settlePromise, { id: noon.id, outcome: 'settled', result: '已回' })).toBe('');
  expect(await desk.as(DESK, closeReception, { id: 'entry' })).toBe('');
  // What is closed owes nothing any more.
  expect(await refusal(desk, DESK, addPromise, owed())).toEqual({ code: 'alreadyClosed' });
});

describe('whoever', () => {
  const id = 'nobody';
  it('writes at the desk may write promises; a promise that is not there is refused (DOMAIN §1)', async () => {
    expect(await rolesLetIn(desk, addPromise, { ...owed(), receptionId: id })).toEqual(THE_DESK);
    expect(await rolesLetIn(desk, tryPromise, { id, outcome: 'reached' })).toEqual(THE_DESK);
    expect(await rolesLetIn(desk, settlePromise, { id, outcome: 'settled', result: '已回' })).toEqual(THE_DESK);
  });

  it('presses twice writes once', async () => {
    expect(await desk.as(DESK, logReception, { ...sampleCall(), id: 'another' })).toBe('');
    await repeated(desk, DESK, addPromise, { ...owed(), receptionId: 'another' });
    const made = (await lastPayload(desk)).resultId;
    await repeated(desk, DESK, tryPromise, { id: made, outcome: 'notReached' });
    expect((await promise(made)).attempts).toHaveLength(1);
    await repeated(desk, DESK, settlePromise, { id: made, outcome: 'settled', result: '已回' });
  });
});
