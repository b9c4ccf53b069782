import { beforeAll, describe, expect, it } from 'vitest';
import { lastPayload, refusal } from '../../../tests/support/desk-checks.ts';
import { sampleCall } from '../../../tests/support/sample-call.ts';
import { sampleDesk, type SampleDesk } from '../../../tests/support/sample-desk.ts';
import { addHours } from '../../../shared/domain/due-time.ts';
import type { Reception, ReceptionInput } from '../../../shared/domain/reception.ts';
import { readToday } from '../queries/today.ts';
import { changeReception } from './change-reception.ts';
import { logReception, type LogReceptionInput } from './log-reception.ts';

const DESK = '林晓燕';
/** A receptionist who is not cleared for duty. */
const NEW = '周婷';
/** 09:00 at the desk. */
const NOW = '2026-11-24T01:00:00.000Z';

let desk: SampleDesk;
let made = 0;

beforeAll(async () => {
  desk = await sampleDesk(NOW);
});

function freshId(): string {
  made += 1;
  return `entry-${made}`;
}

async function log(fields: Partial<ReceptionInput> = {}, more: Partial<LogReceptionInput> = {}): Promise<string> {
  const id = freshId();
  expect(await desk.as(DESK, logReception, { ...sampleCall(fields), id, ...more })).toBe('');
  return id;
}

async function entry(id: string): Promise<Reception> {
  const found = await desk.session.database.receptions.get(id);
  if (found === undefined) throw new Error(`no entry ${id}`);
  return found;
}

const promisesOf = (id: string) => desk.session.database.promises.where('sourceId').equals(id).toArray();

describe('log-reception', () => {
  it('numbers the entries, names who took them, and keeps time of event and of entering apart (4:职责4)', async () => {
    const first = await log({
      unit: '3栋2单元1502',
      customerReading: 'shan',
      callingNumber: '138 0013 8000',
      occurredAt: '2026-11-23T16:30:00.000Z',
    });
    const second = await log();
    const row = await entry(first);
    expect(row).toMatchObject({
      number: 'JD-2026-000001',
      unit: '3-2-1502',
      // Half past midnight at the desk: the day that has begun there.
      occurredOn: '2026-11-24',
      takenBy: desk.person(DESK),
      createdBy: desk.person(DESK),
      desk: 'A',
      state: 'open',
      complaint: null,
      links: [],
    });
    expect(row.createdAt >= NOW && row.createdAt > row.occurredAt).toBe(true);
    expect(row.keys).toEqual(expect.arrayContaining(['单雄信', 'shan', '13800138000']));
    expect(await entry(second)).toMatchObject({ number: 'JD-2026-000002', occurredOn: '2026-11-24' });
    expect(await lastPayload(desk)).toMatchObject({ name: 'log-reception', actor: desk.person(DESK), desk: 'A', resultId: second });
  });

  it('gives calls that are saved at the same moment numbers without gap or twin (DOMAIN §12)', async () => {
    await Promise.all(Array.from({ length: 8 }, () => log()));
    const serials = (await desk.session.database.receptions.toArray())
      .map((row) => row.numberSerial)
      .toSorted((left, right) => left - right);
    expect(serials).toEqual(serials.map((_serial, at) => at + 1));
  });

  it.each<[string, Partial<ReceptionInput>, object[]]>([
    ['answered on the spot: nothing', {}, []],
    [
      'not answerable at once: a reply to the number left (2:3.1.3)',
      { answeredOnSpot: 'no', numberLeft: '13900001111', callingNumber: '1' },
      [{ kind: 'reply', phone: '13900001111', customer: '单雄信', about: '问停车', state: 'open', attempts: [], waitsForId: '' }],
    ],
    [
      'an absent colleague: a message (2:3.1.4)',
      { category: 'colleague', colleagueName: '许丽', callingNumber: '13900002222', answeredOnSpot: '' },
      [{ kind: 'message', forName: '许丽', phone: '13900002222' }],
    ],
    ['a colleague who was there: nothing', { category: 'colleague', colleagueName: '许丽' }, []],
  ])('makes the desk owe, %s', async (_name, fields, owed) => {
    const id = await log(fields);
    const [row, promises] = [await entry(id), await promisesOf(id)];
    const dueAt = addHours(row.createdAt, 2);
    expect(promises).toMatchObject(owed.map((one) => ({ dueAt, sourceTable: 'receptions', sourceNumber: row.number, ...one })));
    expect(promises).toHaveLength(owed.length);
  });

  it('keeps the time the customer was promised', async () => {
    const id = await log({ answeredOnSpot: 'no' }, { promiseDueAt: '2026-11-24T09:00:00.000Z' });
    expect(await promisesOf(id)).toMatchObject([{ dueAt: '2026-11-24T09:00:00.000Z' }]);
  });

  it('owes the reply two hours after the call, however late it was entered', async () => {
    const id = await log({ answeredOnSpot: 'no', occurredAt: '2026-11-22T23:00:00.000Z' });
    expect(await promisesOf(id)).toMatchObject([{ dueAt: '2026-11-23T01:00:00.000Z' }]);
  });

  it('puts a call off for a visitor: the call-back is due once the visit is logged (2:3.1.5)', async () => {
    const visit = freshId();
    const putOff = await log({ answeredOnSpot: '', answer: '' }, { putOffForId: visit });
    expect(await promisesOf(putOff)).toMatchObject([{ kind: 'callBack', dueAt: '', waitsForId: visit }]);
    expect(await desk.as(DESK, logReception, { ...sampleCall({ channel: 'visit' }), id: visit })).toBe('');
    expect(await promisesOf(putOff)).toMatchObject([{ kind: 'callBack', dueAt: (await entry(visit)).createdAt, state: 'open' }]);
  });

  it('waits as long as the visit is open; is due since the call once the visit was given up', async () => {
    const { database } = desk.session;
    const visit = freshId();
    await database.drafts.put({ id: visit, form: 'reception', openedAt: '', values: { channel: 'visit' } });
    const putOff = await log({ answeredOnSpot: '' }, { putOffForId: visit });
    const onToday = async () => (await readToday(database, desk.session.clock.now(), '')).promises.find((one) => one.sourceId === putOff);
    expect(await onToday()).toMatchObject({ dueAt: '' });
    await database.drafts.delete(visit);
    expect(await onToday()).toMatchObject({ dueAt: (await entry(putOff)).createdAt });
  });

  it('is due at once when the visit was logged before the call that was put off for it', async () => {
    const visit = await log({ channel: 'visit' });
    const putOff = await log({ answeredOnSpot: '' }, { putOffForId: visit });
    expect(await promisesOf(putOff)).toMatchObject([{ kind: 'callBack', dueAt: (await entry(putOff)).createdAt }]);
  });

  it('follows an earlier entry, which then shows it beside others', async () => {
    const earlier = await log();
    const later = [await log({ followsId: earlier }), await log({ followsId: earlier })];
    const links = await Promise.all(later.map(async (id) => ({ table: 'receptions', id, number: (await entry(id)).number })));
    expect((await entry(earlier)).links).toEqual(links);
  });

  it.each<[string, string, Partial<LogReceptionInput>, object]>([
    ['a call taken by somebody not cleared for duty (2:3.1.7)', NEW, {}, { code: 'notCleared' }],
    ['an event to come', DESK, { occurredAt: '2026-11-24T02:00:00.000Z' }, { code: 'inTheFuture', parameters: { field: 'occurredAt' } }],
    ['an entry that is there already', DESK, { id: 'entry-1' }, { code: 'recordExists' }],
    ['an earlier entry that is not there, though a number was drawn', DESK, { followsId: 'nobody' }, { code: 'recordMissing' }],
    ['a category that is none', DESK, JSON.parse('{"category":"gossip"}'), { code: 'inputInvalid', parameters: { field: 'category' } }],
  ])('refuses %s and changes nothing', async (_name, who, fields, failure) => {
    expect(await refusal(desk, who, logReception, { ...sampleCall(), id: 'refused', ...fields })).toMatchObject(failure);
  });

  it.each(['visit', 'outgoing'] as const)('lets somebody not yet cleared log what is no customer’s call: %s', async (channel) => {
    expect(await desk.as(NEW, logReception, { ...sampleCall({ channel }), id: freshId() })).toBe('');
  });
});

describe('an entry made afterwards (DOMAIN §13)', () => {
  it('names who answered, and keeps who entered it; a correction may name another', async () => {
    const id = 'from-paper';
    expect(await desk.as(DESK, logReception, { ...sampleCall(), id, takenBy: desk.person('苏敏') })).toBe('');
    expect(await entry(id)).toMatchObject({ takenBy: desk.person('苏敏'), createdBy: desk.person(DESK) });
    expect(await desk.as(DESK, changeReception, { ...sampleCall(), id })).toBe('');
    expect((await entry(id)).takenBy).toBe(desk.person('苏敏'));
    expect(await desk.as(DESK, changeReception, { ...sampleCall(), id, takenBy: desk.person(DESK) })).toBe('');
    expect((await entry(id)).takenBy).toBe(desk.person(DESK));
  });

  it('is refused for a call answered by somebody not cleared, whoever enters it (2:3.1.7)', async () => {
    const notCleared = { code: 'notCleared', parameters: { field: 'takenBy' } };
    const byNew = { ...sampleCall(), id: 'by-new', takenBy: desk.person('周婷') };
    expect(await refusal(desk, DESK, logReception, byNew)).toEqual(notCleared);
    expect(await desk.as('周婷', logReception, { ...byNew, takenBy: desk.person(DESK) })).toBe('');
    expect(await refusal(desk, DESK, changeReception, byNew)).toEqual(notCleared);
  });
});
