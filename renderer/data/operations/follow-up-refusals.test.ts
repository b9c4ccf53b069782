import { beforeEach, describe, expect, it } from 'vitest';
import { refusal } from '../../../tests/support/desk-checks.ts';
import { sampleDesk, type SampleDesk } from '../../../tests/support/sample-desk.ts';
import { coordinationInput, type CoordinationState } from '../../../shared/domain/coordination-form.ts';
import { dispatchInput, type DispatchOrder } from '../../../shared/domain/dispatch-order.ts';
import { issueCoordinationForm } from './issue-coordination-form.ts';
import { issueDispatchOrder } from './issue-dispatch-order.ts';
import { recordFollowUp } from './record-follow-up.ts';

const DESK = '林晓燕';
let desk: SampleDesk;

const marks = { inTime: '', quality: '', manner: '', chargeAsAgreed: '', leftClean: '' } as const;
const call = { id: 'f1', orderId: 'o1', spokenTo: '单雄信', means: 'call', outcome: 'reached', overall: 'satisfied', marks } as const;
const spotCheck = { ...call, spotCheck: true, agreesWithDepartment: 'yes' } as const;
const ofForm = { ...spotCheck, orderId: '', formId: 'x1' } as const;

/** The order `o1` of this department as it would stand in this state. */
function orderIn(state: DispatchOrder['state'], department = '工程部'): PromiseLike<unknown> {
  return desk.session.database.dispatchOrders.update('o1', { state, departmentId: desk.department(department) });
}

function formIn(state: CoordinationState, department = '工程部'): PromiseLike<unknown> {
  return desk.session.database.coordinationForms.update('x1', { state, departmentId: desk.department(department) });
}

beforeEach(async () => {
  desk = await sampleDesk('2026-11-24T01:00:00.000Z');
  const order = dispatchInput.parse({ unit: '3-2-1502', content: '堵了', trade: 'plumbing' });
  const form = coordinationInput.parse({ departmentId: desk.department('工程部'), subject: '漏水' });
  const failed = [
    await desk.as(DESK, issueDispatchOrder, { ...order, id: 'o1' }),
    await desk.as(DESK, issueCoordinationForm, { ...form, id: 'x1' }),
  ];
  if (failed.some((code) => code !== '')) throw new Error(failed.join());
});

describe('a follow-up', () => {
  it.each(['waiting', 'arrived', 'followedUp', 'archived', 'cancelled'] as const)('is not made of an order that is %s', async (state) => {
    await orderIn(state);
    const failure = { code: 'noSuchStep', parameters: { state, action: 'followUp' } };
    expect(await refusal(desk, DESK, recordFollowUp, call)).toEqual(failure);
  });
  it('is recorded once under one id', async () => {
    await orderIn('finished');
    expect(await desk.as(DESK, recordFollowUp, { ...call, overall: 'notSatisfied', opinion: '又堵了' })).toBe('');
    expect(await refusal(desk, DESK, recordFollowUp, call)).toEqual({ code: 'recordExists' });
  });
});

it.each([
  ['callAgain', 'finished'],
  ['settled', 'followedUp'],
] as const)('a dissatisfied customer is %s: the order is %s', async (notSatisfied, state) => {
  const { database } = desk.session;
  const settings = await database.settings.get('settings');
  if (settings === undefined) throw new Error('no settings');
  await database.settings.put({ ...settings, rules: { ...settings.rules, notSatisfied } });
  await orderIn('finished');
  expect(await desk.as(DESK, recordFollowUp, { ...call, overall: 'notSatisfied', opinion: '又堵了' })).toBe('');
  expect(await database.dispatchOrders.get('o1')).toMatchObject({ state });
});

describe('a spot check (4:职权2)', () => {
  it.each(['waiting', 'arrived', 'cancelled'] as const)('is not made of an order that is %s', async (state) => {
    await orderIn(state);
    const failure = { code: 'noSuchStep', parameters: { state, action: 'followUp' } };
    expect(await refusal(desk, DESK, recordFollowUp, spotCheck)).toEqual(failure);
  });
  it.each(['finished', 'followedUp', 'archived'] as const)('is made of another department’s order that is %s', async (state) => {
    await orderIn(state);
    expect(await desk.as(DESK, recordFollowUp, spotCheck)).toBe('');
  });
  it.each(['issued', 'received', 'cancelled'] as const)('is not made of a form that is %s', async (state) => {
    await formIn(state);
    const failure = { code: 'noSuchStep', parameters: { state, action: 'followUp' } };
    expect(await refusal(desk, DESK, recordFollowUp, ofForm)).toEqual(failure);
  });
  it.each(['done', 'customerTold', 'archived'] as const)('is made of another department’s form that is %s', async (state) => {
    await formIn(state);
    expect(await desk.as(DESK, recordFollowUp, ofForm)).toBe('');
  });
  it('is of others’ work only, and of a form nothing else is made', async () => {
    await orderIn('finished', '客户中心');
    expect(await refusal(desk, DESK, recordFollowUp, spotCheck)).toEqual({ code: 'spotCheckOwn' });
    await formIn('done', '客户中心');
    expect(await refusal(desk, DESK, recordFollowUp, ofForm)).toEqual({ code: 'spotCheckOwn' });
    await formIn('done');
    expect(await refusal(desk, DESK, recordFollowUp, { ...ofForm, spotCheck: false })).toEqual({ code: 'spotCheckOwn' });
  });
  it('says whether the department’s record agrees', async () => {
    const unanswered = { code: 'followUpIncomplete', parameters: { followUpGap: 'agreesWithDepartment' } };
    await orderIn('finished');
    expect(await refusal(desk, DESK, recordFollowUp, { ...spotCheck, agreesWithDepartment: '' })).toEqual(unanswered);
    await formIn('done');
    expect(await refusal(desk, DESK, recordFollowUp, { ...ofForm, agreesWithDepartment: '' })).toEqual(unanswered);
  });
  it('of a form for a household asks somebody', async () => {
    await desk.session.database.coordinationForms.update('x1', { state: 'done', unit: '3-2-1502' });
    expect(await refusal(desk, DESK, recordFollowUp, { ...ofForm, outcome: 'notNeeded' })).toEqual({ code: 'followUpNeeded' });
  });
  it('of a form was not made before the work was done', async () => {
    await desk.session.database.coordinationForms.update('x1', { state: 'done', doneAt: '2026-11-24T00:30:00.000Z' });
    const failure = { code: 'beforePreviousStep', parameters: { field: 'at' } };
    expect(await refusal(desk, DESK, recordFollowUp, { ...ofForm, at: '2026-11-24T00:29:59.000Z' })).toEqual(failure);
    expect(await desk.as(DESK, recordFollowUp, { ...ofForm, at: '2026-11-24T00:30:00.000Z' })).toBe('');
  });
  it('of a form was not made tomorrow', async () => {
    await formIn('done');
    const failure = { code: 'inTheFuture', parameters: { field: 'at' } };
    expect(await refusal(desk, DESK, recordFollowUp, { ...ofForm, at: '2026-11-24T02:00:00.000Z' })).toEqual(failure);
  });
});
