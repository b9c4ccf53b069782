import { beforeEach, describe, expect, it } from 'vitest';
import { ok, refusal } from '../../../tests/support/desk-checks.ts';
import { sampleCall } from '../../../tests/support/sample-call.ts';
import { SAMPLE_WORK } from '../../../tests/support/sample-work.ts';
import { sampleDesk, type SampleDesk } from '../../../tests/support/sample-desk.ts';
import { coordinationInput } from '../../../shared/domain/coordination-form.ts';
import { dispatchInput, type DispatchOrder } from '../../../shared/domain/dispatch-order.ts';
import { letterInput } from '../../../shared/domain/letter.ts';
import { workInput, type WorkInput } from '../../../shared/domain/dispatch-steps.ts';
import { repeatedOf } from '../queries/dispatch-orders.ts';
import { advanceDispatchOrder } from './advance-dispatch-order.ts';
import { changeDispatchOrder } from './change-dispatch-order.ts';
import { closeReception } from './close-reception.ts';
import { confirmDispatchOrder } from './confirm-dispatch-order.ts';
import { decideComplaint } from './decide-complaint.ts';
import { issueCoordinationForm } from './issue-coordination-form.ts';
import { issueDispatchOrder } from './issue-dispatch-order.ts';
import { logReception } from './log-reception.ts';
import { recordFollowUp } from './record-follow-up.ts';
import { registerLetter } from './register-letter.ts';
import { urgeDispatchOrder } from './urge-dispatch-order.ts';

const DESK = '林晓燕';
const HEAD = '周建国';
const REPORTED_AT = '2026-11-23T01:00:00.000Z';
let desk: SampleDesk;

async function order(id = 'o1'): Promise<DispatchOrder> {
  const found = await desk.session.database.dispatchOrders.get(id);
  if (found === undefined) throw new Error(`no order ${id}`);
  return found;
}

/** An order of another department, reported on the 23rd and finished on the morning of the 24th. */
async function finished(id = 'o1'): Promise<void> {
  const input = dispatchInput.parse({ unit: '3-2-1502', content: '堵了', trade: 'plumbing', reportedAt: REPORTED_AT });
  await ok(desk.as(DESK, issueDispatchOrder, { ...input, id }));
  const sent = { departmentId: desk.department('工程部'), worker: '张强', at: '2026-11-23T01:10:00.000Z' };
  await ok(desk.as(DESK, advanceDispatchOrder, { action: 'dispatch', id, ...sent }));
  const arrivedAt = '2026-11-24T00:30:00.000Z';
  await ok(desk.as(DESK, advanceDispatchOrder, { action: 'finish', id, arrivedAt, at: '2026-11-24T00:50:00.000Z', work: SAMPLE_WORK }));
}

beforeEach(async () => {
  desk = await sampleDesk('2026-11-24T01:00:00.000Z');
  await finished();
});

describe('the head’s word on an order (4:职责4)', () => {
  const word = (on: string) => ({ id: 'o1', decidedBy: desk.person(HEAD), by: 'paper' as const, on, evidence: '柜 2', opinion: '' });

  it('is not given before the work was finished', async () => {
    expect(await refusal(desk, DESK, confirmDispatchOrder, word('2026-11-23'))).toEqual({
      code: 'dateTooEarly',
      parameters: { field: 'on', earliest: '2026-11-24' },
    });
    expect(await desk.as(DESK, confirmDispatchOrder, word('2026-11-24'))).toBe('');
  });

  it.each<[string, object, Partial<WorkInput>]>([
    ['the place', { unit: '3-2-1602' }, {}],
    ['the matter', { content: '换水管' }, {}],
    ['the trade', { trade: 'electric' }, {}],
    ['what was done', {}, { done: '换了存水弯' }],
    ['who pays', {}, { charge: 'paid' }],
    ['the labour', {}, { labourFen: 6000 }],
    ['the materials', {}, { materials: [{ name: '龙头', size: '', quantityThousandths: 1000, measure: '个', priceFen: 100 }] }],
  ])('no longer holds once %s is another', async (_what, fields, work) => {
    await ok(desk.as(DESK, confirmDispatchOrder, word('2026-11-24')));
    const now = { ...dispatchInput.parse(await order()), id: 'o1' };
    const same = { ...workInput.parse(await order()), ...work };
    expect(await desk.as(DESK, changeDispatchOrder, { ...now, ...fields, work: same }, { reason: '写错' })).toBe('');
    expect((await order()).headsWord).toBeNull();
  });

  it('holds on when only the caller or the note is corrected', async () => {
    await ok(desk.as(DESK, confirmDispatchOrder, word('2026-11-24')));
    const now = { ...dispatchInput.parse(await order()), id: 'o1', note: '补', phone: '13805710099', work: workInput.parse(await order()) };
    expect(await desk.as(DESK, changeDispatchOrder, now, { reason: '补' })).toBe('');
    expect((await order()).headsWord).not.toBeNull();
  });
});

it('an order that was paid does not become a free one behind its payment', async () => {
  const paid: WorkInput = {
    ...SAMPLE_WORK,
    charge: 'paid',
    labourFen: 6000,
    payment: { ...SAMPLE_WORK.payment, means: 'cash', receivedFen: 6000 },
  };
  const now = { ...dispatchInput.parse(await order()), id: 'o1' };
  await ok(desk.as(DESK, changeDispatchOrder, { ...now, charge: 'paid', work: paid }, { reason: '漏记' }));
  expect(await refusal(desk, DESK, changeDispatchOrder, { ...now, charge: 'free' }, { reason: '写错' })).toEqual({ code: 'paidTooMuch' });
});

describe('a rework that is cancelled', () => {
  beforeEach(async () => {
    const call = { id: 'f1', orderId: 'o1', spokenTo: '单雄信', means: 'call' as const, outcome: 'reached' as const, opinion: '又堵了' };
    const marks = { inTime: 'no', quality: 'no', manner: 'yes', chargeAsAgreed: 'yes', leftClean: 'yes' } as const;
    await ok(desk.as(DESK, recordFollowUp, { ...call, overall: 'notSatisfied', marks }));
    const again = dispatchInput.parse({ unit: '3-2-1502', content: '又堵了', trade: 'plumbing', reworkOfId: 'o1' });
    await ok(desk.as(DESK, issueDispatchOrder, { ...again, id: 'o2', followUpId: 'f1' }));
  });

  it('leaves the customer’s complaint without a rework again, so that another is offered', async () => {
    expect(await desk.session.database.followUps.get('f1')).toMatchObject({ reworkOrderId: 'o2', reworkOrderNumber: 'PG-2026-000002' });
    expect(await desk.as(DESK, advanceDispatchOrder, { action: 'cancel', id: 'o2', reason: '业主不在' })).toBe('');
    expect(await desk.session.database.followUps.get('f1')).toMatchObject({ reworkOrderId: '', reworkOrderNumber: '' });
    expect((await order()).links).toEqual([]);
    expect((await order()).hops.map((hop) => hop.action)).toContain('rework');
  });
});

describe('an order', () => {
  const correction = async (fields: object) => ({ ...dispatchInput.parse(await order()), id: 'o1', ...fields });
  const inState = (fields: Partial<DispatchOrder>) => desk.session.database.dispatchOrders.update('o1', fields);

  it.each(['archived', 'cancelled'] as const)('that is %s is corrected no more', async (state) => {
    await inState({ state });
    const failure = { code: 'alreadyClosed' };
    expect(await refusal(desk, DESK, changeDispatchOrder, await correction({}), { reason: '写错' })).toEqual(failure);
  });
  it('was not reported tomorrow', async () => {
    const late = await correction({ reportedAt: '2026-11-24T02:00:00.000Z' });
    const failure = { code: 'inTheFuture', parameters: { field: 'reportedAt' } };
    expect(await refusal(desk, DESK, changeDispatchOrder, late, { reason: '写错' })).toEqual(failure);
  });
  it.each(['waiting', 'arrived', 'archived', 'cancelled'] as const)('that is %s takes no head’s word', async (state) => {
    await inState({ state });
    const word = { id: 'o1', decidedBy: desk.person(HEAD), by: 'paper' as const, on: '2026-11-24', evidence: '柜 2', opinion: '' };
    const failure = { code: 'noSuchStep', parameters: { state, action: 'confirm' } };
    expect(await refusal(desk, DESK, confirmDispatchOrder, word)).toEqual(failure);
  });
  it.each(['finished', 'followedUp', 'archived', 'cancelled'] as const)('that is %s is not urged', async (state) => {
    await inState({ state });
    expect(await refusal(desk, DESK, urgeDispatchOrder, { id: 'o1' })).toEqual({ code: 'notOpenForUrging' });
  });
  it('is issued once under one id', async () => {
    expect(await refusal(desk, DESK, issueDispatchOrder, await correction({}))).toEqual({ code: 'recordExists' });
  });
  it.each<[string, object, string]>([
    ['a work letter', { category: 'other' }, 'noOrderForThisLetter'],
    ['a complaint nobody decided on', { category: 'complaint' }, 'decisionMissingForOrder'],
  ])('does not come from %s (2:3.3.2)', async (_what, fields, code) => {
    await ok(desk.as(DESK, registerLetter, { ...letterInput.parse({ sender: '业主', ...fields }), id: 'l1' }));
    const input = await correction({ id: 'o9', sourceTable: 'letters', sourceId: 'l1' });
    expect(await refusal(desk, DESK, issueDispatchOrder, input)).toEqual({ code });
  });
  it.each(['archived', 'cancelled'] as const)('does not come from a form that is %s', async (state) => {
    const form = { ...coordinationInput.parse({ departmentId: desk.department('工程部'), subject: '漏水' }), id: 'x1' };
    await ok(desk.as(DESK, issueCoordinationForm, form));
    await desk.session.database.coordinationForms.update('x1', { state });
    const input = await correction({ id: 'o9', sourceTable: 'coordinationForms', sourceId: 'x1' });
    expect(await refusal(desk, DESK, issueDispatchOrder, input)).toEqual({ code: 'alreadyClosed' });
  });
});

it('a place typed with a blank behind it is the same place, so that a repeated report is noticed', async () => {
  const report = { unit: '', publicArea: '儿童乐园 ', content: '秋千坏了', trade: 'other' as const, reportedAt: REPORTED_AT };
  await ok(desk.as(DESK, issueDispatchOrder, { ...dispatchInput.parse(report), id: 'o2' }));
  expect((await order('o2')).publicArea).toBe('儿童乐园');
  const again = { id: 'o3', unit: '', unitId: '', publicArea: '儿童乐园', trade: 'other', reportedAt: '2026-11-24T00:00:00.000Z' };
  expect((await repeatedOf(desk.session.database, again, 30, 'Asia/Shanghai')).map(({ id }) => id)).toEqual(['o2']);
});

it('an entry in which the customer asked twice leads to the order once', async () => {
  const leak = dispatchInput.parse({ unit: '3-2-1502', content: '漏水', trade: 'plumbing' });
  await ok(desk.as(DESK, issueDispatchOrder, { ...leak, id: 'o4' }));
  await ok(desk.as(DESK, logReception, { ...sampleCall({}), id: 'entry' }));
  const urging = { id: 'o4', sourceTable: 'receptions', sourceId: 'entry' };
  await ok(desk.as(DESK, urgeDispatchOrder, urging));
  await ok(desk.as(DESK, urgeDispatchOrder, { ...urging, note: '又来电' }));
  expect((await desk.session.database.receptions.get('entry'))?.links).toEqual([
    { table: 'dispatchOrders', id: 'o4', number: (await order('o4')).number },
  ]);
});

it('a complaint that was answered by urging an order is open again once that order is cancelled', async () => {
  const leak = dispatchInput.parse({ unit: '3-2-1502', content: '漏水', trade: 'plumbing' });
  await ok(desk.as(DESK, issueDispatchOrder, { ...leak, id: 'o4' }));
  const { receptions } = desk.session.database;
  for (const id of ['complaint', 'other']) {
    const entry = { ...sampleCall({ category: 'complaint', answeredOnSpot: 'yes', answer: '已催' }), id };
    await ok(desk.as(DESK, logReception, entry));
    await ok(desk.as('苏敏', decideComplaint, { id, outcome: 'followUp', reason: '须查明' }));
  }
  await ok(desk.as(DESK, urgeDispatchOrder, { id: 'o4', sourceTable: 'receptions', sourceId: 'complaint' }));
  await ok(desk.as(DESK, urgeDispatchOrder, { id: 'o4', sourceTable: 'receptions', sourceId: 'other' }));
  await ok(desk.as(DESK, closeReception, { id: 'complaint' }));
  const unrelated = { table: 'letters', id: 'l1', number: 'LH-2026-0001' };
  await receptions.update('other', { links: [unrelated] });
  const { changedAt } = { ...(await receptions.get('other')) };

  await ok(desk.as(DESK, advanceDispatchOrder, { action: 'cancel', id: 'o4', reason: '业主自行修好' }));
  expect(await receptions.get('complaint')).toMatchObject({ state: 'open', closedAt: '', links: [] });
  expect(await receptions.get('other')).toMatchObject({ links: [unrelated], changedAt });
});
