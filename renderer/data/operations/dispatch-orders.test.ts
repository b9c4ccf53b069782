import { beforeAll, describe, expect, it } from 'vitest';
import { SAMPLE_WORK } from '../../../tests/support/sample-work.ts';
import { memorySession, type MemorySession } from '../../../tests/support/memory-session.ts';
import { dispatchInput, type DispatchOrder } from '../../../shared/domain/dispatch-order.ts';
import { receptionInput } from '../../../shared/domain/reception.ts';
import { perform } from '../perform.ts';
import { buildSampleEstate } from '../sample/sample-estate.ts';
import { advanceDispatchOrder, type DispatchStep } from './advance-dispatch-order.ts';
import { changeDispatchOrder } from './change-dispatch-order.ts';
import { confirmDispatchOrder } from './confirm-dispatch-order.ts';
import { issueDispatchOrder } from './issue-dispatch-order.ts';
import { loadSample } from './load-sample.ts';
import { logReception } from './log-reception.ts';
import { recordFollowUp } from './record-follow-up.ts';
import { recordPayment } from './record-payment.ts';
import { recordPrint } from './record-print.ts';
import { urgeDispatchOrder } from './urge-dispatch-order.ts';

const estate = buildSampleEstate('zh', []);
const person = (name: string) => estate.input.people.find((one) => one.name === name)?.id ?? '';
const department = (name: string) => estate.input.departments.find((one) => one.name === name)?.id ?? '';
const at = (time: string) => new Date(`2026-11-23T${time}:00+08:00`).toISOString();

const MARKS = { inTime: 'yes', quality: 'yes', manner: 'yes', chargeAsAgreed: 'yes', leftClean: 'yes' } as const;
const TAP = { name: '龙头', size: 'DN15', quantityThousandths: 2000, measure: '个', priceFen: 8650 };
const WORK = { ...SAMPLE_WORK, satisfaction: 'satisfied' as const };

let session: MemorySession;
let drawn = 0;

beforeAll(async () => {
  // 18:00 at the desk: everything of the day is entered late.
  session = await memorySession(at('18:00'));
  session.become(person('沈国华'));
  const loaded = await perform(session, loadSample, estate.input);
  if (!loaded.ok) throw new Error(loaded.error.code);
  session.become(person('林晓燕'));
});

async function issue(fields: object = {}): Promise<string> {
  drawn += 1;
  const id = `order-${drawn}`;
  const input = dispatchInput.parse({ unit: '3栋2单元1502', content: '堵了', trade: 'plumbing', reportedAt: at('08:02'), ...fields });
  const result = await perform(session, issueDispatchOrder, { ...input, id });
  if (!result.ok) throw new Error(result.error.code);
  return id;
}

async function order(id: string): Promise<DispatchOrder> {
  const found = await session.database.dispatchOrders.get(id);
  if (found === undefined) throw new Error(`no order ${id}`);
  return found;
}

async function step(input: DispatchStep): Promise<string> {
  const result = await perform(session, advanceDispatchOrder, input);
  return result.ok ? '' : result.error.code;
}

const sent = { departmentId: department('工程部'), worker: '张强', workerId: person('张强') };

/** An order at the end of these steps, each at the full hours given. */
async function finished(work: object = {}, fields: object = {}): Promise<string> {
  const id = await issue(fields);
  expect(await step({ action: 'dispatch', id, ...sent, at: at('08:04') })).toBe('');
  expect(await step({ action: 'finish', id, arrivedAt: at('08:31'), at: at('09:20'), work: { ...WORK, ...work } })).toBe('');
  return id;
}

const call = (id: string, fields: object = {}) => ({
  id: `call-${id}-${Math.round(performance.now() * 1000)}`,
  orderId: id,
  spokenTo: '单雄信',
  means: 'call' as const,
  outcome: 'reached' as const,
  overall: 'satisfied' as const,
  marks: MARKS,
  ...fields,
});

describe('issue-dispatch-order', () => {
  it('draws a number, due times of Settings, and links the entry it comes from, nothing retyped', async () => {
    const entry = receptionInput.parse({ channel: 'call', customer: '单雄信', content: '堵了', category: 'report' });
    expect((await perform(session, logReception, { ...entry, channel: 'outgoing', id: 'entry' })).ok).toBe(true);
    const id = await issue({ sourceTable: 'receptions', sourceId: 'entry', urgency: 'urgent' });
    expect(await order(id)).toMatchObject({
      number: 'PG-2026-000001',
      state: 'waiting',
      unit: '3-2-1502',
      arrivalDueAt: at('08:32'),
      finishDueAt: '',
      hops: [{ action: 'issue', at: at('08:02'), by: person('林晓燕') }],
    });
    expect((await session.database.receptions.get('entry'))?.links).toEqual([{ table: 'dispatchOrders', id, number: 'PG-2026-000001' }]);
  });
  it.each([
    ['no place', { unit: '', publicArea: ' ' }, 'orderIncomplete'],
    ['no content', { content: ' ' }, 'orderIncomplete'],
    ['reported tomorrow', { reportedAt: '2026-11-24T04:00:00.000Z' }, 'inTheFuture'],
    ['an unknown source', { sourceTable: 'units', sourceId: 'x' }, 'sourceUnknown'],
    ['rework of an open order', { reworkOfId: 'order-1' }, 'notReworkable'],
  ])('refuses %s and gives no number', async (_name, fields, code) => {
    const input = dispatchInput.parse({ unit: '1-1-101', content: 'x', ...fields });
    expect(await perform(session, issueDispatchOrder, { ...input, id: 'refused' })).toMatchObject({ ok: false, error: { code } });
    expect(await session.database.dispatchOrders.get('refused')).toBeUndefined();
  });
  it('waits for the assistant’s word on a complaint', async () => {
    const entry = receptionInput.parse({ channel: 'visit', content: '投诉', category: 'complaint' });
    expect((await perform(session, logReception, { ...entry, id: 'complaint' })).ok).toBe(true);
    const input = dispatchInput.parse({ unit: '1-1-101', content: 'x', sourceTable: 'receptions', sourceId: 'complaint' });
    expect(await perform(session, issueDispatchOrder, { ...input, id: 'refused' })).toMatchObject({
      ok: false,
      error: { code: 'decisionMissingForOrder' },
    });
  });
  it('the same operation id again changes nothing', async () => {
    const input = { ...dispatchInput.parse({ unit: '1-1-101', content: 'x' }), id: 'once' };
    const first = await perform(session, issueDispatchOrder, input, { operationId: 'same' });
    const count = await session.database.dispatchOrders.count();
    const again = await perform(session, issueDispatchOrder, input, { operationId: 'same' });
    expect(first.ok && again.ok && again.value.id === first.value.id).toBe(true);
    expect(await session.database.dispatchOrders.count()).toBe(count);
  });
  it.each([
    ['a steward', '何志强'],
    ['a department head', '周建国'],
    ['a worker without a role', '张强'],
  ])('%s may not', async (_name, name) => {
    session.become(person(name));
    const input = { ...dispatchInput.parse({ unit: '1-1-101', content: 'x' }), id: 'refused' };
    expect(await perform(session, issueDispatchOrder, input)).toMatchObject({ ok: false, error: { code: 'notAllowed' } });
    session.become(person('林晓燕'));
  });
});

describe('advance-dispatch-order', () => {
  it('keeps every hop: who, from whom to whom, when, with what opinion', async () => {
    const id = await issue();
    expect(await step({ action: 'dispatch', id, ...sent, opinion: '急', at: at('08:04') })).toBe('');
    expect(await step({ action: 'accept', id, at: at('08:10') })).toBe('');
    expect(await step({ action: 'pause', id, reason: '等配件', passedOnTo: '采购', at: at('08:40') })).toBe('');
    expect(await step({ action: 'resume', id, at: at('09:40') })).toBe('');
    expect(await step({ action: 'reassign', id, ...sent, worker: '刘伟', workerId: person('刘伟'), at: at('09:50') })).toBe('');
    expect(await step({ action: 'return', id, reason: '不归本部门', at: at('10:00') })).toBe('');
    const { hops, pauses, state, worker } = await order(id);
    expect(hops.map((hop) => [hop.action, hop.from, hop.to, hop.opinion])).toEqual([
      ['issue', '', '', ''],
      ['dispatch', '客户中心', '工程部 张强', '急'],
      ['accept', '工程部 张强', '', ''],
      ['pause', '工程部 张强', '采购', '等配件'],
      ['resume', '工程部 张强', '', ''],
      ['reassign', '工程部 张强', '工程部 刘伟', ''],
      ['return', '工程部 刘伟', '客户中心', '不归本部门'],
    ]);
    expect(hops.every((hop) => hop.by === person('林晓燕'))).toBe(true);
    expect(pauses).toEqual([{ from: at('08:40'), until: at('09:40'), reason: '等配件' }]);
    expect([state, worker]).toEqual(['waiting', '']);
    expect(await step({ action: 'cancel', id, reason: '业主自行解决' })).toBe('');
    expect(await order(id)).toMatchObject({ state: 'cancelled', cancelReason: '业主自行解决', cancelledOn: '2026-11-23' });
  });
  it('a report of finishing stands for accepting and arriving, at the times reported', async () => {
    const id = await finished();
    const { hops, acceptedAt, arrivedAt, finishedAt, finishedOn } = await order(id);
    expect(hops.map((hop) => [hop.action, hop.at])).toEqual([
      ['issue', at('08:02')],
      ['dispatch', at('08:04')],
      ['accept', at('08:31')],
      ['arrive', at('08:31')],
      ['finish', at('09:20')],
    ]);
    expect([acceptedAt, arrivedAt, finishedAt, finishedOn]).toEqual([at('08:31'), at('08:31'), at('09:20'), '2026-11-23']);
  });
  it('keeps the first arrival when the worker comes a second time', async () => {
    const id = await issue();
    for (const action of ['arrive', 'pause', 'resume', 'arrive'] as const) {
      if (action === 'arrive' && (await order(id)).state === 'waiting') await step({ action: 'dispatch', id, ...sent, at: at('08:04') });
      const count = (await order(id)).hops.length;
      expect(await step({ action, id, at: at(`09:0${count}`), reason: '等配件' })).toBe('');
    }
    expect((await order(id)).arrivedAt).toBe((await order(id)).hops.find((hop) => hop.action === 'arrive')?.at);
  });
  it.each(['resume', 'return', 'reassign', 'cancel'] as const)('whatever leads out of a pause ends it: %s', async (action) => {
    const id = await issue();
    await step({ action: 'dispatch', id, ...sent, at: at('08:04') });
    await step({ action: 'accept', id, at: at('08:10') });
    await step({ action: 'pause', id, reason: '等配件', at: at('08:40') });
    expect(await step({ action, id, ...sent, reason: '缘由', at: at('09:00') })).toBe('');
    expect((await order(id)).pauses).toEqual([{ from: at('08:40'), until: at('09:00'), reason: '等配件' }]);
  });
  it('times typed to the minute may be the minute of the step before', async () => {
    const id = await issue({ reportedAt: '2026-11-23T00:02:41.512Z' });
    expect(await step({ action: 'dispatch', id, ...sent, at: at('08:02') })).toBe('');
    expect((await order(id)).dispatchedAt).toBe('2026-11-23T00:02:41.512Z');
  });
  it('urging in between does not stand in the way of a late report', async () => {
    const id = await issue();
    await step({ action: 'dispatch', id, ...sent, at: at('08:04') });
    expect((await perform(session, urgeDispatchOrder, { id, note: '业主又来电' })).ok).toBe(true);
    expect(await step({ action: 'arrive', id, at: at('08:31') })).toBe('');
    expect((await order(id)).hops.find((hop) => hop.action === 'urge')).toMatchObject({ to: '张强', opinion: '业主又来电' });
  });
  it.each<[string, object, string]>([
    ['before the step before', { at: at('08:01') }, 'beforePreviousStep'],
    ['in the future', { at: '2026-11-24T00:00:00.000Z' }, 'inTheFuture'],
    ['to nobody', { departmentId: '' }, 'inputInvalid'],
    ['to an unknown department', { departmentId: 'x' }, 'recordMissing'],
  ])('refuses dispatching %s and changes nothing', async (_name, fields, code) => {
    const id = await issue();
    const before = await order(id);
    expect(await step({ action: 'dispatch', id, ...sent, ...fields })).toBe(code);
    expect(await order(id)).toEqual(before);
  });
  it.each<[string, object]>([
    ['trade', { trade: '' }],
    ['appointment', { urgency: 'planned' }],
  ])('sends nobody without %s', async (gap, fields) => {
    const id = await issue(fields);
    const result = await perform(session, advanceDispatchOrder, { action: 'dispatch', id, ...sent });
    expect(result).toMatchObject({ ok: false, error: { code: 'orderIncomplete', parameters: { orderGap: gap } } });
  });
  it('asks when the worker arrived before it takes a finish', async () => {
    const id = await issue();
    await step({ action: 'dispatch', id, ...sent, at: at('08:04') });
    expect(await step({ action: 'finish', id, at: at('09:20'), work: WORK })).toBe('arrivalMissing');
    expect(await step({ action: 'finish', id, arrivedAt: at('09:30'), at: at('09:20'), work: WORK })).toBe('beforePreviousStep');
    expect((await order(id)).state).toBe('dispatched');
  });
  it('refuses what the table does not know', async () => {
    const id = await issue();
    for (const action of ['accept', 'arrive', 'resume', 'archive'] as const) expect(await step({ action, id })).toBe('noSuchStep');
    expect(await step({ action: 'finish', id, arrivedAt: at('08:31'), work: WORK })).toBe('noSuchStep');
  });
});

describe('money', () => {
  const taps = { charge: 'paid' as const, materials: [TAP], labourFen: 6000 };
  it.each<[string, object, string]>([
    ['more than is due', { payment: { ...WORK.payment, means: 'wechat', receivedFen: 23_301 } }, 'paidTooMuch'],
    ['by no means', { payment: { ...WORK.payment, receivedFen: 100 } }, 'meansMissing'],
    ['waived without a reason', { waivedFen: 100, waivedBy: 'x' }, 'waiverReasonMissing'],
    ['waived by nobody', { waivedFen: 100, waivedReason: 'x' }, 'waivedByMissing'],
    ['more waived than due', { waivedFen: 23_301, waivedBy: 'x', waivedReason: 'x' }, 'waivedTooMuch'],
  ])('refuses %s', async (_name, fields, code) => {
    const id = await issue();
    await step({ action: 'dispatch', id, ...sent, at: at('08:04') });
    expect(await step({ action: 'finish', id, arrivedAt: at('08:31'), work: { ...WORK, ...taps, ...fields } })).toBe(code);
    expect((await order(id)).state).toBe('dispatched');
  });
  it('an order with money open is not filed until it is paid or waived', async () => {
    const id = await finished(taps, { urgency: 'normal' });
    expect((await perform(session, recordFollowUp, call(id))).ok).toBe(true);
    const head = { decidedBy: person('周建国'), by: 'paper' as const, on: '2026-11-23', evidence: '档案柜 2', opinion: '' };
    expect((await perform(session, confirmDispatchOrder, { ...head, id })).ok).toBe(true);
    const refused = await perform(session, advanceDispatchOrder, { action: 'archive', id });
    expect(refused).toMatchObject({ ok: false, error: { code: 'moneyOpen', parameters: { amount: '¥233.00' } } });
    expect(await perform(session, recordPayment, { id })).toMatchObject({ ok: false, error: { code: 'nothingPaid' } });
    const part = { id, means: 'wechat' as const, amountFen: 20_000, receiptNumber: '0012873' };
    expect((await perform(session, recordPayment, part)).ok).toBe(true);
    expect((await perform(session, recordPayment, { ...part, amountFen: 3301 })).ok).toBe(false);
    const rest = { id, waivedFen: 3300, waivedBy: person('沈国华'), waivedReason: '返工' };
    expect((await perform(session, recordPayment, rest)).ok).toBe(true);
    expect(await order(id)).toMatchObject({ payment: { receivedFen: 20_000, receiptNumber: '0012873', collectedBy: person('林晓燕') } });
    expect(await step({ action: 'archive', id })).toBe('');
    expect(await order(id)).toMatchObject({ state: 'archived', archivedBy: person('林晓燕'), archivedOn: '2026-11-23' });
    expect(await perform(session, recordPayment, part)).toMatchObject({ ok: false, error: { code: 'noSuchStep' } });
  });
});

describe('follow-up, head’s word, rework', () => {
  const head = { by: 'paper' as const, on: '2026-11-23', evidence: '档案柜 2', opinion: '' };
  it('another department’s order is archived only after its head’s word', async () => {
    const id = await finished();
    expect((await perform(session, recordFollowUp, call(id))).ok).toBe(true);
    expect(await step({ action: 'archive', id })).toBe('headsWordMissingForOrder');
    const wrong = await perform(session, confirmDispatchOrder, { ...head, id, decidedBy: person('王志刚') });
    expect(wrong).toMatchObject({ ok: false, error: { code: 'notHead' } });
    const noPin = await perform(session, confirmDispatchOrder, { ...head, by: 'pin', id, decidedBy: person('周建国') });
    expect(noPin).toMatchObject({ ok: false, error: { code: 'pinMissing' } });
    const deputy = { ...head, id, decidedBy: person('张强'), onBehalfOf: person('周建国') };
    expect((await perform(session, confirmDispatchOrder, { ...deputy, onBehalfOf: person('王志刚') })).ok).toBe(false);
    const ownDeputy = { ...deputy, decidedBy: person('周建国') };
    expect(await perform(session, confirmDispatchOrder, ownDeputy)).toMatchObject({
      ok: false,
      error: { code: 'ownDeputy', parameters: { name: '周建国' } },
    });
    expect((await perform(session, confirmDispatchOrder, deputy)).ok).toBe(true);
    expect(await order(id)).toMatchObject({ headsWord: { decidedBy: person('张强'), onBehalfOf: person('周建国') } });
    expect(await step({ action: 'archive', id })).toBe('');
  });
  it('the desk’s own order needs no head’s word', async () => {
    const id = await issue();
    await step({ action: 'dispatch', id, departmentId: department('客户中心'), at: at('08:04') });
    await step({ action: 'finish', id, arrivedAt: at('08:31'), work: WORK });
    expect((await perform(session, recordFollowUp, call(id))).ok).toBe(true);
    expect(await step({ action: 'archive', id })).toBe('');
  });
  it('not satisfied: the order stays to be called again, its rework is linked on both sides', async () => {
    const id = await finished();
    const unhappy = { ...call(id), overall: 'notSatisfied' as const };
    expect(await perform(session, recordFollowUp, unhappy)).toMatchObject({ ok: false, error: { code: 'followUpIncomplete' } });
    const told = await perform(session, recordFollowUp, { ...unhappy, opinion: '又堵了' });
    expect(told.ok).toBe(true);
    expect((await order(id)).state).toBe('finished');
    const followUpId = told.ok ? told.value.id : '';
    const rework = dispatchInput.parse({ unit: '3-2-1502', content: '又堵了', trade: 'plumbing', reworkOfId: id });
    expect((await perform(session, issueDispatchOrder, { ...rework, id: `${id}-again`, followUpId })).ok).toBe(true);
    const [first, second] = [await order(id), await order(`${id}-again`)];
    expect(second).toMatchObject({ reworkOfId: id, reworkOfNumber: first.number });
    expect(first.links).toEqual([{ table: 'dispatchOrders', id: second.id, number: second.number }]);
    expect(first.hops.at(-1)).toMatchObject({ action: 'rework', to: second.number });
    expect(await session.database.followUps.get(followUpId)).toMatchObject({ reworkOrderNumber: second.number });
    expect((await perform(session, recordFollowUp, call(id))).ok).toBe(true);
    expect((await order(id)).state).toBe('followedUp');
  });
  it('nobody reached three times settles it, twice does not', async () => {
    const id = await finished();
    const states: string[] = [];
    for (let turn = 0; turn < 3; turn += 1) {
      const missed = call(id, { outcome: 'notReached', overall: '', spokenTo: '' });
      expect((await perform(session, recordFollowUp, missed)).ok).toBe(true);
      states.push((await order(id)).state);
    }
    expect(states).toEqual(['finished', 'finished', 'followedUp']);
  });
  it.each<[string, object, string]>([
    ['no outcome', { outcome: '' }, 'followUpIncomplete'],
    ['where somebody lives, nobody to be asked', { outcome: 'notNeeded' }, 'followUpNeeded'],
    ['before the work was done', { at: at('09:00') }, 'beforePreviousStep'],
    ['tomorrow', { at: '2026-11-24T01:00:00.000Z' }, 'inTheFuture'],
  ])('refuses a follow-up with %s', async (_name, fields, code) => {
    const id = await finished();
    expect(await perform(session, recordFollowUp, call(id, fields))).toMatchObject({ ok: false, error: { code } });
  });
  it('a public area needs no follow-up; a spot check settles nothing', async () => {
    const area = await finished({}, { unit: '', publicArea: '儿童乐园' });
    expect((await perform(session, recordFollowUp, call(area, { outcome: 'notNeeded', overall: '' }))).ok).toBe(true);
    expect((await order(area)).state).toBe('followedUp');
    const id = await finished();
    const check = call(id, { spotCheck: true, agreesWithDepartment: 'yes' });
    expect((await perform(session, recordFollowUp, check)).ok).toBe(true);
    expect((await order(id)).state).toBe('finished');
  });
});

describe('change-dispatch-order', () => {
  it('asks for a reason once the order is out, reckons due times anew and marks earlier prints', async () => {
    const id = await issue({ urgency: 'normal' });
    const input = { ...dispatchInput.parse({ ...(await order(id)), urgency: 'urgent' }), id };
    expect((await perform(session, changeDispatchOrder, input)).ok).toBe(true);
    expect(await order(id)).toMatchObject({ arrivalDueAt: at('08:32'), finishDueAt: '' });
    const print = { printout: 'dispatchTicket' as const, table: 'dispatchOrders', recordId: id };
    expect((await perform(session, recordPrint, print)).ok).toBe(true);
    expect((await order(id)).timesPrinted).toBe(1);
    expect(await perform(session, changeDispatchOrder, input)).toMatchObject({ ok: false, error: { code: 'reasonMissing' } });
    expect((await perform(session, changeDispatchOrder, input, { reason: '房号写错' })).ok).toBe(true);
    const [entry] = await session.database.prints.where('recordId').equals(id).toArray();
    expect(entry?.supersededAt).not.toBe('');
  });
  it('corrects the work of a finished order only', async () => {
    const open = await issue();
    const fields = async (id: string) => ({ ...dispatchInput.parse(await order(id)), id, work: { ...WORK, done: '换了存水弯' } });
    const early = await perform(session, changeDispatchOrder, await fields(open));
    expect(early).toMatchObject({ ok: false, error: { code: 'noSuchStep' } });
    const id = await finished();
    expect((await perform(session, changeDispatchOrder, await fields(id), { reason: '漏记' })).ok).toBe(true);
    expect(await order(id)).toMatchObject({ done: '换了存水弯', state: 'finished' });
  });
  it('nothing moves the report behind the first step', async () => {
    const id = await finished();
    const late = { ...dispatchInput.parse({ ...(await order(id)), reportedAt: at('08:30') }), id };
    expect(await perform(session, changeDispatchOrder, late, { reason: 'x' })).toMatchObject({
      ok: false,
      error: { code: 'beforePreviousStep' },
    });
  });
});
