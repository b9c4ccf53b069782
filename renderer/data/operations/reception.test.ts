import { beforeAll, describe, expect, it } from 'vitest';
import { ASSISTANT_AND_SUPERVISOR, lastPayload, refusal, repeated, rolesLetIn, THE_DESK } from '../../../tests/support/desk-checks.ts';
import { sampleCall } from '../../../tests/support/sample-call.ts';
import { sampleDesk, type SampleDesk } from '../../../tests/support/sample-desk.ts';
import { receptionInput, type Reception, type ReceptionInput } from '../../../shared/domain/reception.ts';
import { coordinationFromSource } from '../queries/form-source.ts';
import { readToday } from '../queries/today.ts';
import { advanceCoordinationForm } from './advance-coordination-form.ts';
import { advanceDispatchOrder } from './advance-dispatch-order.ts';
import { changeReception } from './change-reception.ts';
import { checkReception } from './check-reception.ts';
import { closeReception } from './close-reception.ts';
import { decideComplaint } from './decide-complaint.ts';
import { issueCoordinationForm } from './issue-coordination-form.ts';
import { issueDispatchOrder } from './issue-dispatch-order.ts';
import { logReception } from './log-reception.ts';
import { recordPrint } from './record-print.ts';
import { savePerson } from './save-person.ts';
import { settlePromise } from './settle-promise.ts';

const DESK = '林晓燕';
const ASSISTANT = '苏敏';
/** A receptionist who is not cleared for duty. */
const NEW = '周婷';

let desk: SampleDesk;
let made = 0;

beforeAll(async () => {
  desk = await sampleDesk();
  await log();
});

function freshId(): string {
  made += 1;
  return `entry-${made}`;
}

async function log(fields: Partial<ReceptionInput> = {}): Promise<string> {
  const id = freshId();
  expect(await desk.as(DESK, logReception, { ...sampleCall(fields), id })).toBe('');
  return id;
}

async function entry(id: string): Promise<Reception> {
  const found = await desk.session.database.receptions.get(id);
  if (found === undefined) throw new Error(`no entry ${id}`);
  return found;
}

async function onToday(id: string) {
  const { complaints } = await readToday(desk.session.database, desk.session.clock.now(), '2026-11-24');
  return complaints.filter((open) => open.entry.id === id);
}

const promisesOf = (id: string) => desk.session.database.promises.where('sourceId').equals(id).toArray();

describe('change-reception', () => {
  it('completes an open entry without a reason; number, taker and time of entering stay', async () => {
    const id = await log({ customer: '', unit: '' });
    const before = await entry(id);
    expect(await desk.as(ASSISTANT, changeReception, { ...sampleCall({ customer: '马䶮骏', unit: '12栋801' }), id })).toBe('');
    const { number, takenBy, createdAt, occurredAt } = before;
    expect(await entry(id)).toMatchObject({ customer: '马䶮骏', unit: '12-801', number, takenBy, createdAt, occurredAt });
  });

  it('owes the reply as soon as the entry says so, and owes it once (2:3.1.3)', async () => {
    const id = await log();
    const unanswered = { ...sampleCall({ answeredOnSpot: 'no', numberLeft: '13900001111' }), id };
    expect(await desk.as(DESK, changeReception, unanswered)).toBe('');
    expect(await desk.as(DESK, changeReception, { ...unanswered, note: '补' })).toBe('');
    expect(await promisesOf(id)).toMatchObject([{ kind: 'reply', phone: '13900001111' }]);
  });

  it('corrects what is still owed with it, and slips printed before no longer hold (2:3.1.4, DOMAIN §15)', async () => {
    const asked = { category: 'colleague', answeredOnSpot: 'no', colleagueName: '马师傅', callingNumber: '13900001111' } as const;
    const id = await log(asked);
    const [message] = await promisesOf(id);
    const slip = { printout: 'messageSlip', table: 'promises', recordId: message?.id ?? '' } as const;
    expect(await desk.as(DESK, recordPrint, slip)).toBe('');
    const printed = (await lastPayload(desk)).resultId;
    const right = { colleagueName: '陈静', callingNumber: '13900002222', content: '改到明天' };
    expect(await desk.as(DESK, changeReception, { ...sampleCall({ ...asked, ...right }), id })).toBe('');
    expect(await promisesOf(id)).toMatchObject([{ kind: 'message', forName: '陈静', phone: '13900002222', about: '改到明天' }]);
    expect((await desk.session.database.prints.get(printed))?.supersededAt).not.toBe('');
  });

  it('leaves what was settled as it was said', async () => {
    const unanswered = { answeredOnSpot: 'no', numberLeft: '13900001111' } as const;
    const id = await log(unanswered);
    const [reply] = await promisesOf(id);
    expect(await desk.as(DESK, settlePromise, { id: reply?.id ?? '', outcome: 'settled', result: '已回' })).toBe('');
    expect(await desk.as(DESK, changeReception, { ...sampleCall({ ...unanswered, numberLeft: '13900002222' }), id })).toBe('');
    expect(await promisesOf(id)).toMatchObject([{ phone: '13900001111', state: 'settled' }]);
  });

  it('may be told to follow an earlier entry afterwards, which then shows it (DOMAIN §2)', async () => {
    const [first, id] = [await log(), await log()];
    const { number } = await entry(id);
    const follows = { followsId: first, followsNumber: (await entry(first)).number };
    expect(await desk.as(DESK, changeReception, { ...sampleCall(follows), id })).toBe('');
    expect((await entry(first)).links).toEqual([{ table: 'receptions', id, number }]);
    expect(await desk.as(DESK, changeReception, { ...sampleCall(follows), id })).toBe('');
    expect((await entry(first)).links).toHaveLength(1);
    expect(await desk.as(DESK, changeReception, { ...sampleCall(), id })).toBe('');
    expect((await entry(first)).links).toEqual([]);
  });

  it('owes a call that was put off its call-back alone (2:3.1.5)', async () => {
    const id = freshId();
    const call = { numberLeft: '13900001111', answeredOnSpot: '' } as const;
    expect(await desk.as(DESK, logReception, { ...sampleCall(call), id, putOffForId: 'visit' })).toBe('');
    expect(await desk.as(DESK, changeReception, { ...sampleCall({ ...call, answeredOnSpot: 'no' }), id })).toBe('');
    expect(await promisesOf(id)).toMatchObject([{ kind: 'callBack' }]);
  });

  it.each(['closed', 'read by the assistant'])('corrects what is %s only with a reason, which is kept (DOMAIN §15)', async (how) => {
    const id = await log();
    const done = how === 'closed' ? desk.as(DESK, closeReception, { id }) : desk.as(ASSISTANT, checkReception, { id });
    expect(await done).toBe('');
    const corrected = { ...sampleCall({ customer: '单雄心' }), id };
    expect(await refusal(desk, DESK, changeReception, corrected, { reason: ' ' })).toMatchObject({ code: 'reasonMissing' });
    expect(await desk.as(DESK, changeReception, corrected, { reason: '名字写错' })).toBe('');
    expect(await lastPayload(desk)).toMatchObject({
      reason: '名字写错',
      changes: [{ before: { customer: '单雄信' }, after: { customer: '单雄心' } }],
    });
  });

  it('owes nobody a reply because of a correction after closing', async () => {
    const id = await log();
    expect(await desk.as(DESK, closeReception, { id })).toBe('');
    expect(await desk.as(DESK, changeReception, { ...sampleCall({ answeredOnSpot: 'no' }), id }, { reason: '当时没答上' })).toBe('');
    expect(await promisesOf(id)).toEqual([]);
  });

  it('forgets the decision on what is no complaint any more', async () => {
    const id = await log({ category: 'complaint' });
    expect(await desk.as(ASSISTANT, decideComplaint, { id, outcome: 'noFollowUp', reason: '已说明' })).toBe('');
    expect(await desk.as(DESK, changeReception, { ...sampleCall({ category: 'complaint', note: '补' }), id })).toBe('');
    expect((await entry(id)).complaint).toMatchObject({ outcome: 'noFollowUp' });
    expect(await desk.as(DESK, changeReception, { ...sampleCall({ category: 'suggestion' }), id })).toBe('');
    expect((await entry(id)).complaint).toBeNull();
  });

  it('makes no call out of a visit received by somebody not cleared (2:3.1.7)', async () => {
    const id = freshId();
    expect(await desk.as(NEW, logReception, { ...sampleCall({ channel: 'visit' }), id })).toBe('');
    expect(await refusal(desk, DESK, changeReception, { ...sampleCall({ channel: 'call' }), id })).toMatchObject({ code: 'notCleared' });
    expect(await desk.as(NEW, changeReception, { ...sampleCall({ channel: 'visit', note: '补' }), id })).toBe('');
  });

  it.each<[string, object, string]>([
    ['an event to come', { id: 'entry-1', occurredAt: '2026-11-24T02:00:00.000Z' }, 'inTheFuture'],
    ['an entry that is not there', { id: 'nobody' }, 'recordMissing'],
  ])('refuses %s and changes nothing', async (_name, fields, code) => {
    expect(await refusal(desk, DESK, changeReception, { ...sampleCall(), id: '', ...fields })).toMatchObject({ code });
  });
});

describe('close-reception', () => {
  it.each<[string, Partial<ReceptionInput>]>([
    ['rings', { rings: '' }],
    ['category', { category: '' }],
    ['content', { content: ' ' }],
    ['customer', { customer: '', category: 'help' }],
    ['answeredOnSpot', { answeredOnSpot: '' }],
    ['answer', { answer: '' }],
    ['numberLeft', { answeredOnSpot: 'no' }],
    ['numberLeftInvalid', { numberLeft: '12' }],
    ['colleague', { category: 'colleague', callingNumber: '13900001111' }],
    ['openPromise', { answeredOnSpot: 'no', numberLeft: '13900001111' }],
    ['undecidedComplaint', { category: 'complaint' }],
  ])('waits for what the procedures ask for, not saving but closing: %s (DOMAIN §2)', async (gap, fields) => {
    const id = await log(fields);
    expect(await refusal(desk, DESK, closeReception, { id, result: '完' })).toEqual({ code: 'missingForClosing', parameters: { gap } });
  });

  it.each<[string, Partial<ReceptionInput>]>([
    ['a phone that rang too long is read about, not put right (2:3.1.1)', { rings: '>3' }],
    ['a visit has no rings', { channel: 'visit', rings: '' }],
    ['whoever only asks need not give a name', { customer: '' }],
  ])('closes: %s', async (_name, fields) => {
    const id = await log(fields);
    expect(await desk.as(DESK, closeReception, { id, result: '完' })).toBe('');
    const row = await entry(id);
    expect(row).toMatchObject({ state: 'closed', result: '完', closedAt: row.changedAt });
  });

  it('takes “refused” for a number, and closes once the promise is settled', async () => {
    const id = await log({ answeredOnSpot: 'no', numberRefused: true });
    const [promise] = await promisesOf(id);
    expect(await desk.as(DESK, settlePromise, { id: promise?.id ?? '', outcome: 'settled', result: '客户又来过' })).toBe('');
    expect(await desk.as(DESK, closeReception, { id })).toBe('');
    expect(await refusal(desk, DESK, closeReception, { id })).toEqual({ code: 'alreadyClosed' });
  });

  it('marks who would not leave a name, in the entry and in what is promised, until a name is given', async () => {
    const id = await log({ answeredOnSpot: 'no', customer: '不愿留名', nameRefused: true });
    expect(await entry(id)).toMatchObject({ nameRefused: true, customer: '不愿留名' });
    expect(await promisesOf(id)).toMatchObject([{ nameRefused: true, customer: '不愿留名' }]);
    const named = { ...receptionInput.parse(await entry(id)), customer: '陈静', nameRefused: false };
    expect(await desk.as(DESK, changeReception, { ...named, id })).toBe('');
    expect(await entry(id)).toMatchObject({ nameRefused: false, customer: '陈静' });
    expect(await promisesOf(id)).toMatchObject([{ nameRefused: false, customer: '陈静' }]);
  });

  it('leaves an entry of before without a mark', async () => {
    const id = await log({ answeredOnSpot: 'no', customer: '不愿留名' });
    expect(Object.keys(await entry(id))).not.toContain('nameRefused');
    const input = receptionInput.parse(await entry(id));
    expect(await desk.as(DESK, changeReception, { ...input, note: '补记', id })).toBe('');
    expect(Object.keys(await entry(id))).not.toContain('nameRefused');
    const [promise] = await promisesOf(id);
    expect(Object.keys(promise ?? {})).not.toContain('nameRefused');
  });

  it('refuses an entry that is not there', async () => {
    expect(await refusal(desk, DESK, closeReception, { id: 'nobody' })).toMatchObject({ code: 'recordMissing' });
  });
});

describe('the assistant', () => {
  it('reads an entry and remarks on it, which changes nothing else (3:3.2)', async () => {
    const id = await log();
    const before = await entry(id);
    expect(await desk.as(ASSISTANT, checkReception, { id, remark: '未登记响铃' })).toBe('');
    const row = await entry(id);
    expect(row).toEqual({
      ...before,
      checkedBy: desk.person(ASSISTANT),
      checkedAt: row.changedAt,
      checkRemark: '未登记响铃',
      changedAt: row.changedAt,
    });
  });

  it('decides on a complaint; decision, reason and date are kept, and it may be closed (2:3.3.2)', async () => {
    const id = await log({ category: 'complaint' });
    expect(await desk.as(ASSISTANT, decideComplaint, { id, outcome: 'followUp', reason: '须工程部查' })).toBe('');
    const by = desk.person(ASSISTANT);
    expect((await entry(id)).complaint).toEqual({
      outcome: 'followUp',
      decidedBy: by,
      recordedBy: by,
      by: 'pin',
      on: '2026-11-24',
      evidence: '',
      opinion: '须工程部查',
    });
    // The form it is followed up with is still missing: on Today, and in the way of closing.
    const gap = { code: 'missingForClosing', parameters: { gap: 'formMissing' } };
    expect(await refusal(desk, DESK, closeReception, { id })).toEqual(gap);
    expect(await onToday(id)).toMatchObject([{ step: 'issueForm' }]);
    const form = { ...(await coordinationFromSource(desk.session.database, 'receptions', id)), id: `form-of-${id}` };
    expect(await desk.as(DESK, issueCoordinationForm, { ...form, subject: '噪声', departmentId: desk.department('工程部') })).toBe('');
    expect(await onToday(id)).toEqual([]);
    expect(await desk.as(DESK, closeReception, { id })).toBe('');
    // Without its form it waits again.
    expect(await desk.as(DESK, advanceCoordinationForm, { action: 'cancel', id: form.id, reason: '开错' })).toBe('');
    expect(await entry(id)).toMatchObject({ state: 'open', closedAt: '', links: [] });
    expect(await onToday(id)).toMatchObject([{ step: 'issueForm' }]);
    const order = { id: `order-of-${id}`, sourceTable: 'receptions', sourceId: id, unit: '3-2-1502', content: '噪声' };
    expect(await desk.as(DESK, issueDispatchOrder, order)).toBe('');
    expect(await onToday(id)).toEqual([]);
    expect(await desk.as(DESK, advanceDispatchOrder, { action: 'cancel', id: order.id, reason: '改开协调单' })).toBe('');
    expect(await onToday(id)).toMatchObject([{ step: 'issueForm' }]);
  });

  it('waits for the assistant again when a closed entry turns out to be a complaint', async () => {
    const id = await log();
    expect(await desk.as(DESK, closeReception, { id, result: '完' })).toBe('');
    expect(await desk.as(DESK, changeReception, { ...sampleCall({ category: 'complaint' }), id }, { reason: '实为投诉' })).toBe('');
    expect(await entry(id)).toMatchObject({ state: 'open', closedAt: '', complaint: null });
    expect(await onToday(id)).toMatchObject([{ step: 'decide' }]);
  });

  it('decides again only with a reason, and on nothing that is closed; the first decision stays in the history', async () => {
    const id = await log({ category: 'complaint' });
    const first = { id, outcome: 'noFollowUp', reason: '已当场说明' } as const;
    const second = { id, outcome: 'followUp', reason: '客户又来电' } as const;
    expect(await desk.as(ASSISTANT, decideComplaint, first)).toBe('');
    expect(await refusal(desk, ASSISTANT, decideComplaint, second)).toEqual({ code: 'reasonMissing' });
    expect(await desk.as(ASSISTANT, decideComplaint, second, { reason: '客户又来电' })).toBe('');
    expect((await lastPayload(desk)).changes).toMatchObject([
      { before: { complaint: { opinion: '已当场说明' } }, after: { complaint: { opinion: '客户又来电' } } },
    ]);
    expect(await desk.as(ASSISTANT, decideComplaint, first, { reason: '改回' })).toBe('');
    expect(await desk.as(DESK, closeReception, { id })).toBe('');
    expect(await refusal(desk, ASSISTANT, decideComplaint, second, { reason: '又' })).toEqual({ code: 'alreadyClosed' });
  });

  it.each([
    ['no complaint', 'entry-1', '因为', { code: 'notAComplaint' }],
    ['no reason', 'entry-1', ' ', { code: 'inputInvalid', parameters: { field: 'reason', rule: 'required' } }],
    ['no entry', 'nobody', '因为', { code: 'recordMissing' }],
  ])('decides nothing where there is %s', async (_name, id, reason, failure) => {
    expect(await refusal(desk, ASSISTANT, decideComplaint, { id, outcome: 'followUp', reason })).toMatchObject(failure);
  });
});

describe('whoever', () => {
  it('may write the log at the desk; reading it daily and deciding on complaints is the assistant’s (DOMAIN §1)', async () => {
    const id = 'nobody';
    expect(await rolesLetIn(desk, logReception, { ...sampleCall({ channel: 'visit', followsId: id }), id: 'refused' })).toEqual(THE_DESK);
    expect(await rolesLetIn(desk, changeReception, { ...sampleCall(), id })).toEqual(THE_DESK);
    expect(await rolesLetIn(desk, closeReception, { id })).toEqual(THE_DESK);
    expect(await rolesLetIn(desk, checkReception, { id })).toEqual(ASSISTANT_AND_SUPERVISOR);
    expect(await rolesLetIn(desk, decideComplaint, { id, outcome: 'followUp', reason: '因为' })).toEqual(ASSISTANT_AND_SUPERVISOR);
  });

  it('has no role, has left or has not unlocked may write nothing', async () => {
    expect(await refusal(desk, '张强', logReception, { ...sampleCall(), id: 'refused' })).toMatchObject({ code: 'notAllowed' });
    const row = await desk.session.database.people.get(desk.person(NEW));
    if (row === undefined) throw new Error('nobody');
    expect(await desk.as('沈国华', savePerson, { ...row, active: false })).toBe('');
    expect(await refusal(desk, NEW, logReception, { ...sampleCall({ channel: 'visit' }), id: 'refused' })).toMatchObject({
      code: 'notAllowed',
    });
  });

  it('presses twice writes once', async () => {
    const id = freshId();
    await repeated(desk, DESK, logReception, {
      ...sampleCall({ category: 'complaint', answeredOnSpot: 'no', numberLeft: '13900001111' }),
      id,
    });
    await repeated(desk, DESK, changeReception, { ...sampleCall({ category: 'complaint', note: '补' }), id });
    await repeated(desk, ASSISTANT, decideComplaint, { id, outcome: 'noFollowUp', reason: '因为' });
    await repeated(desk, ASSISTANT, checkReception, { id });
    const [promise] = await promisesOf(id);
    expect(await desk.as(DESK, settlePromise, { id: promise?.id ?? '', outcome: 'settled', result: '已回' })).toBe('');
    await repeated(desk, DESK, closeReception, { id });
  });
});
