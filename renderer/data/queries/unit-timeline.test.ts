import { beforeAll, describe, expect, it } from 'vitest';
import year2026 from '../../../resources/holidays/2026.json';
import { coordinationInput } from '../../../shared/domain/coordination-form.ts';
import { dispatchRecord } from '../../../shared/domain/dispatch-order.ts';
import { followUpRecord } from '../../../shared/domain/follow-up.ts';
import { letterInput } from '../../../shared/domain/letter.ts';
import { praiseInput } from '../../../shared/domain/praise-posting.ts';
import { receptionInput } from '../../../shared/domain/reception.ts';
import { replyRecord } from '../../../shared/domain/reply-letter.ts';
import { memorySession, type MemorySession } from '../../../tests/support/memory-session.ts';
import { issueCoordinationForm } from '../operations/issue-coordination-form.ts';
import { loadSample } from '../operations/load-sample.ts';
import { issueDispatchOrder } from '../operations/issue-dispatch-order.ts';
import { logReception } from '../operations/log-reception.ts';
import { openPraisePosting } from '../operations/open-praise-posting.ts';
import { recordFollowUp } from '../operations/record-follow-up.ts';
import { registerLetter } from '../operations/register-letter.ts';
import { saveUnit } from '../operations/save-unit.ts';
import { perform } from '../perform.ts';
import { buildSampleEstate } from '../sample/sample-estate.ts';
import { readUnitTimeline, TIMELINE_KINDS } from './unit-timeline.ts';

const estate = buildSampleEstate('zh', [year2026]);
let session: MemorySession;

const personCalled = (name: string) => estate.input.people.find((person) => person.name === name)?.id ?? '';
const department = (name: string) => estate.input.departments.find((one) => one.name === name)?.id ?? '';

async function timelineOf(name: string) {
  const unit = await session.database.units.where('names').equals(name).first();
  if (unit === undefined) throw new Error(`no unit ${name}`);
  return readUnitTimeline(session.database, unit);
}

async function log(id: string, unit: string, at: string, answeredOnSpot: 'yes' | 'no' = 'yes', unitId = ''): Promise<void> {
  const entry = receptionInput.parse({ channel: 'call', occurredAt: at, unit, unitId, category: 'report', content: id, answeredOnSpot });
  const result = await perform(session, logReception, { ...entry, id });
  if (!result.ok) throw new Error(result.error.code);
}

const base = { createdBy: '', desk: 'A', changedAt: '2026-11-23T00:00:00.000Z' };
const numbered = (number: string) => ({ number, numberYear: 2026, numberDesk: 'A', numberSerial: 1 });

beforeAll(async () => {
  session = await memorySession('2026-11-23T12:00:00.000Z');
  session.become(personCalled('沈国华'));
  const loaded = await perform(session, loadSample, estate.input);
  if (!loaded.ok) throw new Error(loaded.error.code);
  session.become(personCalled('林晓燕'));

  await log('first-call', '3栋2单元1502', '2026-11-23T00:02:00.000Z', 'no');
  await log('second-call', '3#2-1502', '2026-11-23T08:30:00.000Z');
  await log('next-door', '3-2-1501', '2026-11-23T01:00:00.000Z');
  await log('by-alias', 'A座2203', '2026-11-23T02:48:00.000Z');
  await log('by-number', '10栋2203', '2026-11-23T02:49:00.000Z');
  const letter = letterInput.parse({ receivedAt: '2026-11-23T01:10:00.000Z', unit: '３－２－１５０２', category: 'report', subject: '信' });
  await perform(session, registerLetter, { ...letter, id: 'letter' });
  const form = coordinationInput.parse({ unit: '3 2 1502', departmentId: department('工程部'), subject: '单' });
  await perform(session, issueCoordinationForm, { ...form, id: 'form' });
  const praise = praiseInput.parse({ unit: '3-2-1502', whatFor: '谢谢', departmentIds: [department('工程部')] });
  await perform(session, openPraisePosting, { ...praise, id: 'praise' });
  await session.database.dispatchOrders.put(
    dispatchRecord.parse({
      ...base,
      ...numbered('PG-2026-000900'),
      id: 'order',
      createdAt: '2026-11-23T00:05:00.000Z',
      unit: '3-2-1502',
      reportedAt: '2026-11-23T00:05:00.000Z',
      state: 'finished',
      headsWord: null,
    }),
  );
  await session.database.followUps.put(
    followUpRecord.parse({
      ...base,
      ...numbered('HF-2026-000001'),
      id: 'follow-up',
      createdAt: '2026-11-23T09:00:00.000Z',
      orderId: 'order',
      at: '2026-11-23T09:00:00.000Z',
      marks: {},
    }),
  );
  const checked = { outcome: 'reached', means: 'call', spokenTo: '张伟', overall: 'satisfied', agreesWithDepartment: 'yes' } as const;
  await session.database.coordinationForms.update('form', { state: 'done' });
  const check = await perform(session, recordFollowUp, { ...checked, marks: {}, id: 'spot-check', formId: 'form', spotCheck: true });
  if (!check.ok) throw new Error(check.error.code);
  await session.database.replies.put(
    replyRecord.parse({
      ...base,
      id: 'reply',
      createdAt: '2026-11-23T10:00:00.000Z',
      unit: '3-2-1502',
      state: 'drafting',
      textHash: '',
      approval: null,
      archive: null,
      completion: null,
    }),
  );
});

describe('the timeline of a unit', () => {
  it('holds every kind, newest first, however the unit was typed', async () => {
    const events = await timelineOf('3-2-1502');
    const of = (kind: string) => events.filter((event) => event.kind === kind).map((event) => event.id);
    expect(new Set(events.map((event) => event.kind))).toEqual(new Set(TIMELINE_KINDS));
    expect(of('reception')).toEqual(['second-call', 'first-call']);
    expect(of('promise')).toHaveLength(1);
    expect([of('letter'), of('form'), of('order'), of('followUp'), of('reply'), of('praise')]).toEqual([
      ['letter'],
      ['form'],
      ['order'],
      ['spot-check', 'follow-up'],
      ['reply'],
      ['praise'],
    ]);
    const times = events.map((event) => event.at);
    expect(times).toEqual(times.toSorted().toReversed());
  });

  it('opens each at its record, promises and follow-ups at what they belong to', async () => {
    const events = await timelineOf('3-2-1502');
    const pathOf = (kind: string) => events.find((event) => event.kind === kind)?.path;
    expect(pathOf('promise')).toBe('/reception/first-call');
    expect(events.filter((event) => event.kind === 'followUp').map((event) => event.path)).toEqual([
      '/coordination/form',
      '/dispatch/order',
    ]);
    expect(pathOf('praise')).toBe('/praise/praise');
    expect(events.find((event) => event.kind === 'promise')?.number).toMatch(/^JD-2026-/);
  });

  it('meets the unit under its alias, and never the flat next door', async () => {
    const events = await timelineOf('10-2203');
    expect(events.map((event) => event.id)).toEqual(['by-number', 'by-alias']);
    expect((await timelineOf('3-2-1501')).map((event) => event.id)).toEqual(['next-door']);
  });

  it('meets a public place by the orders for it, once where the order names it twice', async () => {
    const order = { trade: 'building', urgency: 'urgent', content: '秋千', publicArea: '儿童乐园' } as const;
    for (const place of [{ id: 'swing' }, { id: 'both', unit: '儿童乐园' }, { id: 'other-place', unitId: 'another-playground' }]) {
      expect(await perform(session, issueDispatchOrder, { ...order, ...place })).toMatchObject({ ok: true });
    }
    expect((await timelineOf('儿童乐园')).map((event) => event.id).toSorted()).toEqual(['both', 'swing']);
  });

  it('goes with the unit under another name, and not to the one that gets the old name', async () => {
    const [flat] = await session.database.units.where('names').equals('5-1-101').toArray();
    if (flat === undefined) throw new Error('no such flat');
    await log('chosen', '5-1-101', '2026-11-23T03:00:00.000Z', 'yes', flat.id);
    await log('typed', '5栋1单元101', '2026-11-23T03:01:00.000Z');
    const { id, buildingId } = flat;
    expect((await perform(session, saveUnit, { id, buildingId, name: '5-1-101东' })).ok).toBe(true);
    expect((await timelineOf('5-1-101东')).map((event) => event.id)).toEqual(['typed', 'chosen']);
    expect((await perform(session, saveUnit, { id: 'new-flat', buildingId, name: '5-1-101' })).ok).toBe(true);
    await log('new', '5-1-101', '2026-11-23T03:02:00.000Z', 'yes', 'new-flat');
    expect((await timelineOf('5-1-101')).map((event) => event.id)).toEqual(['new', 'typed']);
    expect((await timelineOf('5-1-101东')).map((event) => event.id)).toEqual(['typed', 'chosen']);
  });
});
