import { beforeEach, describe, expect, it } from 'vitest';
import { DESK, posting, replyDesk, type ReplyDesk } from '../../../tests/support/reviewed-letter.ts';
import { replyStep } from '../../../shared/domain/reply-steps.ts';
import { readLettersToPost, readOpenReplies } from '../queries/open-replies.ts';
import { postalNumberUses } from '../queries/postal-number-use.ts';
import { advanceReply } from './advance-reply.ts';
import { archiveReply } from './archive-reply.ts';
import { completeReply } from './complete-reply.ts';
import { confirmReply } from './confirm-reply.ts';
import { copyReply } from './copy-reply.ts';
import { makePostingList } from './make-posting-list.ts';
import { postReply } from './post-reply.ts';
import { recordReplyDelivery } from './record-reply-delivery.ts';
import { tellReply } from './tell-reply.ts';

let desk: ReplyDesk['desk'];
let on: ReplyDesk;

beforeEach(async () => {
  on = await replyDesk();
  ({ desk } = on);
});

describe('posting (1:3.6)', () => {
  beforeEach(async () => {
    await on.printed();
    desk.setClock('2026-11-25T08:00:00.000Z');
  });
  it.each([
    ['a number that is none', { postalNumber: '12345' }, 'postalNumber'],
    ['no number', { postalNumber: '' }, 'postalNumber'],
    ['a wrong S10 check digit', { postalNumber: 'RA473124828CN' }, 'postalNumber'],
    ['a day to come', { postedOn: '2026-11-26' }, 'inTheFuture'],
    ['a day before approval', { postedOn: '2026-11-23' }, 'beforeApproval'],
    ['online without a reason', { form: 'online' as const }, 'onlineReasonMissing'],
  ])('refuses %s and changes nothing', async (_name, change, code) => {
    expect(await desk.as(DESK, postReply, { ...posting, ...change })).toBe(code);
    expect(await on.letter()).toMatchObject({ state: 'printed', postings: [] });
  });
  it('passes a doubtful domestic check digit, any number of a courier, and online with a reason', async () => {
    expect(await desk.as(DESK, postReply, { ...posting, postalNumber: 'xa 12345678 433' })).toBe('');
    expect((await on.letter()).postings[0]?.postalNumber).toBe('XA12345678433');
  });
  it('falls due for the call on Monday the 30th, as Saturday the 28th is no working day', async () => {
    await desk.as(DESK, postReply, posting);
    expect((await on.letter()).confirmDueOn).toBe('2026-11-30');
  });
  it('is not posted twice', async () => {
    const once = { operationId: 'op-1' };
    expect(await desk.as(DESK, postReply, posting, once)).toBe('');
    expect(await desk.as(DESK, postReply, posting, once)).toBe('');
    expect(await desk.as(DESK, postReply, posting)).toBe('noSuchStep');
    expect((await on.letter()).postings).toHaveLength(1);
  });
  it('is telephoned about on the third day (1:3.6), or the third working day where Settings count those', async () => {
    const { database } = desk.session;
    const settings = await database.settings.get('settings');
    if (settings === undefined) throw new Error('no settings');
    await database.settings.put({ ...settings, rules: { ...settings.rules, confirmCount: 'workingDays' } });
    await desk.as(DESK, postReply, { ...posting, postedOn: '2026-11-24' });
    expect((await on.letter()).confirmDueOn).toBe('2026-11-27');
  });
  it('finds the same number used within twelve months', async () => {
    await desk.as(DESK, postReply, posting);
    const uses = await postalNumberUses(desk.session.database, 'XA 1234 5678 533', '2026-11-26', 'r2');
    expect(uses).toEqual([{ table: 'replies', id: 'r1', number: '客函〔2026〕1号', on: '2026-11-25' }]);
    expect(await postalNumberUses(desk.session.database, 'XA12345678533', '2026-11-26', 'r1')).toEqual([]);
    expect(await postalNumberUses(desk.session.database, 'XA12345678533', '2028-01-01', 'r2')).toEqual([]);
  });
  it('finds the number under which the letter itself went out before it came back', async () => {
    await desk.as(DESK, postReply, posting);
    desk.setClock('2026-11-30T01:30:00.000Z');
    expect(await desk.as(DESK, recordReplyDelivery, { what: 'sentBack', id: 'r1', on: '2026-11-28', reason: '查无此人' })).toBe('');
    const uses = await postalNumberUses(desk.session.database, 'XA12345678533', '2026-11-30', 'r1');
    expect(uses).toEqual([{ table: 'replies', id: 'r1', number: '客函〔2026〕1号', on: '2026-11-25' }]);
  });
  it('several letters go on one list, or none', async () => {
    await on.printed('r2');
    const row = { replyId: 'r1', postalNumber: 'XA12345678533', weightGrams: 15, local: true };
    const list = { id: 'q1', postedOn: '2026-11-25', postOffice: '文三路支局' };
    const second = { ...row, replyId: 'r2', postalNumber: 'XA24435342142' };
    expect(await desk.as(DESK, makePostingList, { ...list, rows: [row, { ...second, postalNumber: row.postalNumber }] })).toBe(
      'numberTwice',
    );
    expect(await desk.as(DESK, makePostingList, { ...list, rows: [row, { ...second, weightGrams: 2001 }] })).toBe('tooHeavy');
    expect((await on.letter()).state).toBe('printed');
    expect(await desk.as(DESK, makePostingList, { ...list, rows: [row, second] })).toBe('');
    expect(await desk.session.database.postingLists.get('q1')).toMatchObject({
      number: 'QD-2026-0001',
      rows: [
        { letterNumber: '客函〔2026〕1号', postageFen: 80, registrationFen: 300, returnReceiptFen: 0 },
        { letterNumber: '客函〔2026〕2号', postalNumber: 'XA24435342142' },
      ],
    });
    expect((await on.letter('r2')).postings[0]).toMatchObject({ postingListId: 'q1', chargesFen: 380 });
  });
});

describe('after posting', () => {
  beforeEach(async () => {
    await on.printed();
    desk.setClock('2026-11-25T08:00:00.000Z');
    await desk.as(DESK, postReply, posting);
    desk.setClock('2026-11-30T01:30:00.000Z');
  });
  const call = { id: 'r1', phone: '13606510801', spokenTo: '马䶮骏' };
  it('is tried again on the next working day until somebody has it', async () => {
    expect(await desk.as(DESK, confirmReply, { ...call, spokenTo: '', outcome: 'hasNot' })).toBe('spokenToMissing');
    expect(await desk.as(DESK, confirmReply, { ...call, spokenTo: '', outcome: 'notReached' })).toBe('');
    expect(await on.letter()).toMatchObject({ state: 'posted', confirmDueOn: '2026-12-01' });
    desk.setClock('2026-12-04T01:30:00.000Z');
    await desk.as(DESK, confirmReply, { ...call, outcome: 'hasNot' });
    expect((await on.letter()).confirmDueOn).toBe('2026-12-07');
    expect(await desk.as(DESK, completeReply, { id: 'r1' })).toBe('groundMissing');
    await desk.as(DESK, confirmReply, { ...call, outcome: 'hasIt' });
    expect(await on.letter()).toMatchObject({ state: 'confirmed' });
    expect(await desk.as(DESK, completeReply, { id: 'r1' })).toBe('');
    expect((await on.letter()).completion?.ground).toBe('phone');
  });
  it.each([
    ['addressee', 'complete', ''],
    ['mailRoom', 'confirm', 'groundMissing'],
  ] as const)('signed for by %s: next step %s', async (signedBy, step, code) => {
    expect(await desk.as(DESK, recordReplyDelivery, { what: 'delivered', id: 'r1', on: '2026-11-27', signedBy })).toBe('');
    expect(replyStep(await on.letter())).toBe(step);
    expect(await desk.as(DESK, completeReply, { id: 'r1' })).toBe(code);
  });
  it('is complete on the supervisor’s word with a reason', async () => {
    const supervisor = on.byPin('沈国华', '业主出国，邮局证明已投递');
    const assistant = on.byPin('苏敏', '理由');
    expect(await desk.as(DESK, completeReply, { id: 'r1', supervisorsWord: assistant.decision }, assistant.options)).toBe('notSupervisor');
    expect(
      await desk.as(DESK, completeReply, { id: 'r1', supervisorsWord: { ...supervisor.decision, opinion: '' } }, supervisor.options),
    ).toBe('opinionMissing');
    expect(await desk.as(DESK, completeReply, { id: 'r1', supervisorsWord: supervisor.decision }, supervisor.options)).toBe('');
  });
  it('lost by the post, as the answer to an enquiry says, it is posted again, and not before', async () => {
    const again = { ...posting, postalNumber: 'XA24435342142', postedOn: '2026-11-30' };
    desk.setClock('2026-12-01T01:30:00.000Z');
    expect(await desk.as(DESK, recordReplyDelivery, { what: 'enquired', id: 'r1', on: '2026-11-28' })).toBe('');
    expect(await desk.as(DESK, postReply, again)).toBe('noSuchStep');
    const offered = async () => (await readLettersToPost(desk.session.database)).map(({ id }) => id);
    expect(await offered()).toEqual([]);
    expect(await desk.as(DESK, recordReplyDelivery, { what: 'answered', id: 'r1', on: '2026-12-01', result: '途中遗失' })).toBe('');
    expect(await offered()).toEqual(['r1']);
    expect(await desk.as(DESK, postReply, again)).toBe('dateTooEarly');
    expect(await desk.as(DESK, postReply, { ...again, postedOn: '2026-12-01' })).toBe('');
    expect(await offered()).toEqual([]);
    expect(await on.letter()).toMatchObject({ state: 'posted', postings: [{ enquiryResult: '途中遗失' }, { postedOn: '2026-12-01' }] });
  });
  it('lost by the post, it may be withdrawn instead, and not while it may still arrive', async () => {
    const withdraw = { action: 'withdraw' as const, id: 'r1', reason: '业主已在现场答复' };
    desk.setClock('2026-12-01T01:30:00.000Z');
    await desk.as(DESK, recordReplyDelivery, { what: 'enquired', id: 'r1', on: '2026-11-28' });
    expect(await desk.as('苏敏', advanceReply, withdraw)).toBe('noSuchStep');
    await desk.as(DESK, recordReplyDelivery, { what: 'answered', id: 'r1', on: '2026-12-01', result: '途中遗失' });
    expect(await desk.as(DESK, advanceReply, withdraw)).toBe('noSuchStep');
    expect(await desk.as('苏敏', advanceReply, withdraw)).toBe('');
    expect(await on.letter()).toMatchObject({ state: 'withdrawn', withdrawReason: '业主已在现场答复', number: '客函〔2026〕1号' });
  });
  it('sent back by the post it is posted again under another number', async () => {
    expect(await desk.as(DESK, recordReplyDelivery, { what: 'sentBack', id: 'r1', on: '2026-11-28', reason: '迁移新址不明' })).toBe('');
    expect(await desk.as(DESK, confirmReply, { ...call, outcome: 'hasIt' })).toBe('noSuchStep');
    expect(await desk.as(DESK, postReply, { ...posting, postalNumber: 'XA24435342142', postedOn: '2026-11-30' })).toBe('');
    expect(await on.letter()).toMatchObject({
      state: 'posted',
      confirmDueOn: '2026-12-03',
      postings: [{ sentBackReason: '迁移新址不明' }, {}],
    });
  });
  it('an enquiry is answered within thirty days', async () => {
    expect(await desk.as(DESK, recordReplyDelivery, { what: 'answered', id: 'r1', on: '2026-11-30', result: '已投' })).toBe('notEnquired');
    await desk.as(DESK, recordReplyDelivery, { what: 'enquired', id: 'r1', on: '2026-11-30' });
    expect((await on.letter()).postings[0]?.enquiryAnswerDueOn).toBe('2026-12-30');
    const waitsFor = async (today: string) => {
      const rows = await readOpenReplies(desk.session.database, today, 'Asia/Shanghai');
      return rows.map(({ step, dueOn }) => [step, dueOn]);
    };
    const confirm = ['confirm', '2026-11-30'];
    expect(await waitsFor('2026-12-29')).toEqual([confirm]);
    expect(await waitsFor('2026-12-30')).toEqual([confirm, ['enquiry', '2026-12-30']]);
    desk.setClock('2026-12-30T01:30:00.000Z');
    await desk.as(DESK, recordReplyDelivery, { what: 'answered', id: 'r1', on: '2026-12-30', result: '已投' });
    // What the post office says is acted on, and the customer is not rung for it.
    expect(await waitsFor('2026-12-30')).toEqual([['afterEnquiry', '']]);
    await desk.as(DESK, recordReplyDelivery, { what: 'delivered', id: 'r1', on: '2026-12-01', signedBy: 'mailRoom' });
    expect(await waitsFor('2026-12-30')).toEqual([confirm]);
  });
  it('is archived once both are told and the copy is sent', async () => {
    await desk.as(DESK, confirmReply, { ...call, outcome: 'hasIt' });
    await desk.as(DESK, completeReply, { id: 'r1' });
    const archive = { id: 'r1', number: 'DA-2026-118', place: '档案柜 3-2' };
    const told = { id: 'r1', how: '书面', on: '2026-11-30' };
    expect(await desk.as(DESK, archiveReply, archive)).toBe('dutyOpen');
    expect(await desk.as(DESK, tellReply, { ...told, personId: desk.person('高文斌'), role: 'marketingVP' })).toBe('notToBeTold');
    expect(await desk.as(DESK, tellReply, { ...told, personId: desk.person('唐思远'), role: 'marketingVP' })).toBe('');
    expect(await desk.as(DESK, tellReply, { ...told, personId: desk.person('唐思远'), role: 'marketingVP' })).toBe('alreadyTold');
    expect(await desk.as(DESK, tellReply, { ...told, personId: desk.person('程立新'), role: 'generalManager' })).toBe('');
    expect(await desk.as(DESK, archiveReply, archive)).toBe('dutyOpen');
    expect(
      await desk.as(DESK, copyReply, { id: 'r1', excerptOnly: true, excerptReason: '太长', receivedBy: '高文斌', on: '2026-11-30' }),
    ).toBe('excerptReasonMissing');
    expect(await desk.as(DESK, copyReply, { id: 'r1', receivedBy: '高文斌', on: '2026-11-30' })).toBe('');
    expect((await on.letter()).copies[0]?.to).toBe('propertySide');
    expect(await desk.as(DESK, archiveReply, archive)).toBe('');
    expect((await on.letter()).state).toBe('archived');
  });
});
