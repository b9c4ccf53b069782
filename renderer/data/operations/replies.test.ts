import { beforeEach, describe, expect, it } from 'vitest';
import { refusal } from '../../../tests/support/desk-checks.ts';
import { sampleDesk, type SampleDesk } from '../../../tests/support/sample-desk.ts';
import { dispatchInput } from '../../../shared/domain/dispatch-order.ts';
import { receptionInput } from '../../../shared/domain/reception.ts';
import type { ReplyLetter } from '../../../shared/domain/reply-letter.ts';
import { replyStep } from '../../../shared/domain/reply-steps.ts';
import { perform } from '../perform.ts';
import { readOpenReplies } from '../queries/open-replies.ts';
import { postalNumberUses } from '../queries/postal-number-use.ts';
import { advanceReply } from './advance-reply.ts';
import { approveReply } from './approve-reply.ts';
import { archiveReply } from './archive-reply.ts';
import { completeReply } from './complete-reply.ts';
import { confirmReply } from './confirm-reply.ts';
import { copyReply } from './copy-reply.ts';
import { issueDispatchOrder } from './issue-dispatch-order.ts';
import { logReception } from './log-reception.ts';
import { makePostingList } from './make-posting-list.ts';
import { postReply } from './post-reply.ts';
import { recordPrint } from './record-print.ts';
import { recordReplyDelivery } from './record-reply-delivery.ts';
import { registerLetter } from './register-letter.ts';
import { reviewReply } from './review-reply.ts';
import { saveReply } from './save-reply.ts';
import { tellReply } from './tell-reply.ts';

const DESK = '林晓燕';
let desk: SampleDesk;

const draft = {
  id: 'r1',
  title: '关于地下车库B2-117车位漏水问题的答复函',
  salutation: '尊敬的马䶮骏先生',
  body: '来函收悉。现答复如下。',
  customer: '马䶮骏',
  unit: '12栋801',
  postalName: '马䶮骏',
  postalAddress: '浙江省杭州市西湖区桂苑路18号桂苑花园12栋801',
  postcode: '310012',
  concernsProperty: true,
  legalQuestion: true,
  departmentIds: [] as string[],
};

async function letter(id = 'r1'): Promise<ReplyLetter> {
  const found = await desk.session.database.replies.get(id);
  if (found === undefined) throw new Error('no such letter');
  return found;
}

/** A decision by PIN, as the host has confirmed it. */
function byPin(name: string, opinion = '') {
  const decidedBy = desk.person(name);
  return {
    decision: { decidedBy, by: 'pin' as const, on: '2026-11-24', evidence: '', opinion },
    options: { confirmations: [{ personId: decidedBy, by: 'pin' as const, on: '2026-11-24', evidence: '' }] },
  };
}

function review(name: string, as: Parameters<typeof reviewReply.run>[1]['as'], outcome: 'agree' | 'return' = 'agree', id = 'r1') {
  const { decision, options } = byPin(name, outcome === 'return' ? '请写明完工日期' : '同意');
  return desk.as(DESK, reviewReply, { ...decision, id, as, outcome }, options);
}

function approve(name = '江海涛', id = 'r1') {
  const { decision, options } = byPin(name);
  return desk.as(DESK, approveReply, { ...decision, id }, options);
}

async function agreeAll(id = 'r1'): Promise<void> {
  expect(await review('郑建军', 'siteDirector', 'agree', id)).toBe('');
  expect(await review('高文斌', 'propertyManager', 'agree', id)).toBe('');
  expect(await review('沈国华', 'supervisor', 'agree', id)).toBe('');
  expect(await review('顾明远', 'lawyer', 'agree', id)).toBe('');
}

async function printed(id = 'r1'): Promise<void> {
  expect(await desk.as(DESK, saveReply, { ...draft, id })).toBe('');
  expect(await desk.as(DESK, advanceReply, { action: 'submit', id })).toBe('');
  await agreeAll(id);
  expect(await approve('江海涛', id)).toBe('');
  expect(await desk.as(DESK, advanceReply, { action: 'print', id })).toBe('');
}

const posting = { id: 'r1', form: 'registered' as const, postalNumber: 'XA12345678533', receiptNumber: '0458821', postedOn: '2026-11-25' };

beforeEach(async () => {
  desk = await sampleDesk();
});

describe('drafting', () => {
  it('keeps every changed text as a version, and the same text as none', async () => {
    expect(await desk.as(DESK, saveReply, draft)).toBe('');
    expect(await desk.as(DESK, saveReply, { ...draft, note: '只改备注' })).toBe('');
    expect(await desk.as('苏敏', saveReply, { ...draft, body: '改过的正文。' })).toBe('');
    const { versions } = await letter();
    expect(versions.map((version) => [version.version, version.body, version.by])).toEqual([
      [1, '来函收悉。现答复如下。', desk.person(DESK)],
      [2, '改过的正文。', desk.person('苏敏')],
    ]);
  });
  it('cleans what Word leaves behind before it is reviewed', async () => {
    await desk.as(DESK, saveReply, { ...draft, title: '关于漏水\r\n的答复函', body: '　　一是修好。\r\n\uF0B7 二是赔偿\u200B。' });
    expect(await letter()).toMatchObject({ title: '关于漏水 的答复函', body: '一是修好。\n二是赔偿。' });
  });
  it.each([
    ['a title', { title: ' ' }, 'title'],
    ['an address', { postalAddress: '' }, 'postalAddress'],
    ['a blank of the template filled in', { body: '于____前完工' }, 'blanks'],
  ])('is not submitted without %s', async (_name, change, missing) => {
    await desk.as(DESK, saveReply, { ...draft, ...change });
    const refused = await perform(desk.session, advanceReply, { action: 'submit', id: 'r1' });
    expect(refused).toMatchObject({ ok: false, error: { code: 'draftIncomplete', parameters: { missing } } });
    expect((await letter()).state).toBe('drafting');
  });
  it('stands still while it is reviewed; recalled with a reason it opens again, and a changed text voids agreements', async () => {
    await desk.as(DESK, saveReply, draft);
    await desk.as(DESK, advanceReply, { action: 'submit', id: 'r1' });
    await review('沈国华', 'supervisor');
    expect(await desk.as(DESK, saveReply, { ...draft, body: '换过' })).toBe('noSuchStep');
    expect(await desk.as(DESK, advanceReply, { action: 'recall', id: 'r1' })).toBe('reasonMissing');
    expect(await desk.as(DESK, advanceReply, { action: 'recall', id: 'r1' }, { reason: '补充日期' })).toBe('');
    expect((await letter()).reviews[0]?.voidedAt).toBe('');
    await desk.as(DESK, saveReply, { ...draft, body: '换过' });
    expect((await letter()).reviews[0]?.voidedAt).not.toBe('');
  });
  it('gives its number to every record it answers, once it has one', async () => {
    const { database } = desk.session;
    await desk.as(DESK, logReception, { ...receptionInput.parse({ channel: 'visit' }), id: 'j1' });
    await desk.as(DESK, issueDispatchOrder, { ...dispatchInput.parse({ unit: '12栋801', content: '漏水' }), id: 'o1' });
    const answers = [
      { table: 'receptions', id: 'j1', number: 'JD-2026-000001' },
      { table: 'dispatchOrders', id: 'o1', number: 'PG-2026-000001' },
    ];
    expect(await desk.as(DESK, saveReply, { ...draft, answers })).toBe('');
    const linkOf = async () => [(await database.receptions.get('j1'))?.links, (await database.dispatchOrders.get('o1'))?.links];
    expect(await linkOf()).toEqual([[{ table: 'replies', id: 'r1', number: '' }], [{ table: 'replies', id: 'r1', number: '' }]]);
    await desk.as(DESK, advanceReply, { action: 'submit', id: 'r1' });
    await agreeAll();
    expect(await approve()).toBe('');
    const link = [{ table: 'replies', id: 'r1', number: '客函〔2026〕1号' }];
    expect(await linkOf()).toEqual([link, link]);
  });
  it('links the letter it answers, and follows it with number and date', async () => {
    await desk.as(DESK, registerLetter, { id: 'l1', category: 'complaint', sender: '马䶮骏', subject: '漏水', replyNeeded: 'yes' });
    const found = await desk.session.database.letters.get('l1');
    const answers = [{ table: 'letters', id: 'l1', number: found?.number ?? '' }];
    await desk.as(DESK, saveReply, { ...draft, answers });
    await desk.as(DESK, advanceReply, { action: 'submit', id: 'r1' });
    await agreeAll();
    await approve();
    await desk.as(DESK, advanceReply, { action: 'print', id: 'r1' });
    desk.setClock('2026-11-25T08:00:00.000Z');
    expect(await desk.as(DESK, postReply, posting)).toBe('');
    expect(await desk.session.database.letters.get('l1')).toMatchObject({
      links: [{ table: 'replies', id: 'r1', number: '客函〔2026〕1号' }],
      replyNumber: '客函〔2026〕1号',
      repliedOn: '2026-11-25',
    });
  });
});

describe('review and approval (1:3.3, 1:3.4)', () => {
  beforeEach(async () => {
    await desk.as(DESK, saveReply, draft);
    await desk.as(DESK, advanceReply, { action: 'submit', id: 'r1' });
  });
  it('takes the word of whoever holds the role, with the PIN or from paper', async () => {
    const decidedBy = desk.person('高文斌');
    const plain = { decidedBy, by: 'pin' as const, on: '2026-11-24', id: 'r1', as: 'propertyManager' as const, outcome: 'agree' as const };
    expect(await desk.as(DESK, reviewReply, plain)).toBe('pinMissing');
    expect(await desk.as(DESK, reviewReply, { ...plain, by: 'paper' })).toBe('evidenceMissing');
    expect(await desk.as(DESK, reviewReply, { ...plain, by: 'paper', on: '2026-11-25', evidence: '审批单 3 号' })).toBe('inTheFuture');
    expect(await desk.as(DESK, reviewReply, { ...plain, by: 'paper', on: '2026-11-23', evidence: '审批单 3 号' })).toBe('');
    expect(await review('高文斌', 'siteDirector')).toBe('notReviewer');
    expect(await review('周建国', 'departmentHead')).toBe('reviewNotNeeded');
  });
  it('lets a deputy speak only with an authorisation, and keeps both names', async () => {
    const { decision, options } = byPin('苏敏');
    const input = { ...decision, id: 'r1', as: 'supervisor' as const, outcome: 'agree' as const, onBehalfOf: desk.person('沈国华') };
    expect(await desk.as(DESK, reviewReply, input, options)).toBe('deputyEvidenceMissing');
    const ownDeputy = { ...byPin('沈国华').decision, id: 'r1', as: 'supervisor' as const, outcome: 'agree' as const };
    const forHimself = { ...ownDeputy, onBehalfOf: desk.person('沈国华'), evidence: '授权书 2026-11' };
    expect(await refusal(desk, DESK, reviewReply, forHimself, byPin('沈国华').options)).toEqual({
      code: 'ownDeputy',
      parameters: { name: '沈国华' },
    });
    expect(await desk.as(DESK, reviewReply, { ...input, evidence: '授权书 2026-11' }, options)).toBe('');
    expect((await letter()).reviews[0]).toMatchObject({ decidedBy: desk.person('苏敏'), onBehalfOf: desk.person('沈国华') });
  });
  it('a return needs an opinion, goes back to drafting and voids every agreement', async () => {
    await agreeAll();
    const { decision, options } = byPin('高文斌');
    expect(await desk.as(DESK, reviewReply, { ...decision, id: 'r1', as: 'propertyManager', outcome: 'return' }, options)).toBe(
      'opinionMissing',
    );
    expect(await review('高文斌', 'propertyManager', 'return')).toBe('');
    expect((await letter()).state).toBe('drafting');
    await desk.as(DESK, advanceReply, { action: 'submit', id: 'r1' });
    expect(await approve()).toBe('notApprovable');
    await agreeAll();
    expect(await approve()).toBe('');
  });
  it('is approved by the marketing manager alone, with all agreements, never by who wrote it', async () => {
    expect(await approve()).toBe('notApprovable');
    await agreeAll();
    expect(await approve('沈国华')).toBe('notApprovable');
    const own = byPin('江海涛');
    const ownDeputy = { ...own.decision, id: 'r1', onBehalfOf: desk.person('江海涛'), evidence: '授权书' };
    expect(await desk.as(DESK, approveReply, ownDeputy, own.options)).toBe('ownDeputy');
    const { decision, options } = byPin(DESK);
    const deputy = { ...decision, id: 'r1', onBehalfOf: desk.person('江海涛'), evidence: '授权书' };
    expect(await desk.as(DESK, approveReply, deputy, options)).toBe('notApprovable');
    expect(await approve()).toBe('');
    expect(await letter()).toMatchObject({ state: 'approved', number: '客函〔2026〕1号', letterDate: '2026-11-24' });
    expect(await approve()).toBe('noSuchStep');
  });
  it('numbers follow one another without gaps, whatever fails in between', async () => {
    await agreeAll();
    await desk.as(DESK, saveReply, { ...draft, id: 'r2' });
    expect(await approve('江海涛', 'r2')).toBe('noSuchStep');
    await approve();
    await desk.as(DESK, advanceReply, { action: 'submit', id: 'r2' });
    await agreeAll('r2');
    await approve('江海涛', 'r2');
    expect((await letter('r2')).number).toBe('客函〔2026〕2号');
  });
  it('prints as a letter only once it is approved', async () => {
    const print = { printout: 'replyLetter' as const, table: 'replies', recordId: 'r1' };
    expect(await desk.as(DESK, recordPrint, print)).toBe('notApproved');
    expect(await desk.as(DESK, recordPrint, { ...print, printout: 'replyDraft' })).toBe('');
    await agreeAll();
    await approve();
    expect(await desk.as(DESK, recordPrint, print)).toBe('');
  });
});

describe('posting (1:3.6)', () => {
  beforeEach(async () => {
    await printed();
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
    expect(await letter()).toMatchObject({ state: 'printed', postings: [] });
  });
  it('passes a doubtful domestic check digit, any number of a courier, and online with a reason', async () => {
    expect(await desk.as(DESK, postReply, { ...posting, postalNumber: 'xa 12345678 433' })).toBe('');
    expect((await letter()).postings[0]?.postalNumber).toBe('XA12345678433');
  });
  it('falls due for the call on Monday the 30th, as Saturday the 28th is no working day', async () => {
    await desk.as(DESK, postReply, posting);
    expect((await letter()).confirmDueOn).toBe('2026-11-30');
  });
  it('is not posted twice', async () => {
    const once = { operationId: 'op-1' };
    expect(await desk.as(DESK, postReply, posting, once)).toBe('');
    expect(await desk.as(DESK, postReply, posting, once)).toBe('');
    expect(await desk.as(DESK, postReply, posting)).toBe('noSuchStep');
    expect((await letter()).postings).toHaveLength(1);
  });
  it('is telephoned about on the third day (1:3.6), or the third working day where Settings count those', async () => {
    const { database } = desk.session;
    const settings = await database.settings.get('settings');
    if (settings === undefined) throw new Error('no settings');
    await database.settings.put({ ...settings, rules: { ...settings.rules, confirmCount: 'workingDays' } });
    await desk.as(DESK, postReply, { ...posting, postedOn: '2026-11-24' });
    expect((await letter()).confirmDueOn).toBe('2026-11-27');
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
    await printed('r2');
    const row = { replyId: 'r1', postalNumber: 'XA12345678533', weightGrams: 15, local: true };
    const list = { id: 'q1', postedOn: '2026-11-25', postOffice: '文三路支局' };
    const second = { ...row, replyId: 'r2', postalNumber: 'XA24435342142' };
    expect(await desk.as(DESK, makePostingList, { ...list, rows: [row, { ...second, postalNumber: row.postalNumber }] })).toBe(
      'numberTwice',
    );
    expect(await desk.as(DESK, makePostingList, { ...list, rows: [row, { ...second, weightGrams: 2001 }] })).toBe('tooHeavy');
    expect((await letter()).state).toBe('printed');
    expect(await desk.as(DESK, makePostingList, { ...list, rows: [row, second] })).toBe('');
    expect(await desk.session.database.postingLists.get('q1')).toMatchObject({
      number: 'QD-2026-0001',
      rows: [
        { letterNumber: '客函〔2026〕1号', postageFen: 80, registrationFen: 300, returnReceiptFen: 0 },
        { letterNumber: '客函〔2026〕2号', postalNumber: 'XA24435342142' },
      ],
    });
    expect((await letter('r2')).postings[0]).toMatchObject({ postingListId: 'q1', chargesFen: 380 });
  });
});

describe('after posting', () => {
  beforeEach(async () => {
    await printed();
    desk.setClock('2026-11-25T08:00:00.000Z');
    await desk.as(DESK, postReply, posting);
    desk.setClock('2026-11-30T01:30:00.000Z');
  });
  const call = { id: 'r1', phone: '13606510801', spokenTo: '马䶮骏' };
  it('is tried again on the next working day until somebody has it', async () => {
    expect(await desk.as(DESK, confirmReply, { ...call, spokenTo: '', outcome: 'hasNot' })).toBe('spokenToMissing');
    expect(await desk.as(DESK, confirmReply, { ...call, spokenTo: '', outcome: 'notReached' })).toBe('');
    expect(await letter()).toMatchObject({ state: 'posted', confirmDueOn: '2026-12-01' });
    desk.setClock('2026-12-04T01:30:00.000Z');
    await desk.as(DESK, confirmReply, { ...call, outcome: 'hasNot' });
    expect((await letter()).confirmDueOn).toBe('2026-12-07');
    expect(await desk.as(DESK, completeReply, { id: 'r1' })).toBe('groundMissing');
    await desk.as(DESK, confirmReply, { ...call, outcome: 'hasIt' });
    expect(await letter()).toMatchObject({ state: 'confirmed' });
    expect(await desk.as(DESK, completeReply, { id: 'r1' })).toBe('');
    expect((await letter()).completion?.ground).toBe('phone');
  });
  it.each([
    ['addressee', 'complete', ''],
    ['mailRoom', 'confirm', 'groundMissing'],
  ] as const)('signed for by %s: next step %s', async (signedBy, step, code) => {
    expect(await desk.as(DESK, recordReplyDelivery, { what: 'delivered', id: 'r1', on: '2026-11-27', signedBy })).toBe('');
    expect(replyStep(await letter())).toBe(step);
    expect(await desk.as(DESK, completeReply, { id: 'r1' })).toBe(code);
  });
  it('is complete on the supervisor’s word with a reason', async () => {
    const supervisor = byPin('沈国华', '业主出国，邮局证明已投递');
    const assistant = byPin('苏敏', '理由');
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
    expect(await desk.as(DESK, recordReplyDelivery, { what: 'answered', id: 'r1', on: '2026-12-01', result: '途中遗失' })).toBe('');
    expect(await desk.as(DESK, postReply, again)).toBe('dateTooEarly');
    expect(await desk.as(DESK, postReply, { ...again, postedOn: '2026-12-01' })).toBe('');
    expect(await letter()).toMatchObject({ state: 'posted', postings: [{ enquiryResult: '途中遗失' }, { postedOn: '2026-12-01' }] });
  });
  it('sent back by the post it is posted again under another number', async () => {
    expect(await desk.as(DESK, recordReplyDelivery, { what: 'sentBack', id: 'r1', on: '2026-11-28', reason: '迁移新址不明' })).toBe('');
    expect(await desk.as(DESK, confirmReply, { ...call, outcome: 'hasIt' })).toBe('noSuchStep');
    expect(await desk.as(DESK, postReply, { ...posting, postalNumber: 'XA24435342142', postedOn: '2026-11-30' })).toBe('');
    expect(await letter()).toMatchObject({
      state: 'posted',
      confirmDueOn: '2026-12-03',
      postings: [{ sentBackReason: '迁移新址不明' }, {}],
    });
  });
  it('an enquiry is answered within thirty days', async () => {
    expect(await desk.as(DESK, recordReplyDelivery, { what: 'answered', id: 'r1', on: '2026-11-30', result: '已投' })).toBe('notEnquired');
    await desk.as(DESK, recordReplyDelivery, { what: 'enquired', id: 'r1', on: '2026-11-30' });
    expect((await letter()).postings[0]?.enquiryAnswerDueOn).toBe('2026-12-30');
    const waitsFor = async (today: string) => {
      const rows = await readOpenReplies(desk.session.database, today, 'Asia/Shanghai');
      return rows.map(({ step, dueOn }) => [step, dueOn]);
    };
    const confirm = ['confirm', '2026-11-30'];
    expect(await waitsFor('2026-12-29')).toEqual([confirm]);
    expect(await waitsFor('2026-12-30')).toEqual([confirm, ['enquiry', '2026-12-30']]);
    desk.setClock('2026-12-30T01:30:00.000Z');
    await desk.as(DESK, recordReplyDelivery, { what: 'answered', id: 'r1', on: '2026-12-30', result: '已投' });
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
    expect((await letter()).copies[0]?.to).toBe('propertySide');
    expect(await desk.as(DESK, archiveReply, archive)).toBe('');
    expect((await letter()).state).toBe('archived');
  });
});
