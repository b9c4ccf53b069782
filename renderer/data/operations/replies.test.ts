import { beforeEach, describe, expect, it } from 'vitest';
import { refusal } from '../../../tests/support/desk-checks.ts';
import { DESK, draft, posting, replyDesk, type ReplyDesk } from '../../../tests/support/reviewed-letter.ts';
import { dispatchInput } from '../../../shared/domain/dispatch-order.ts';
import { receptionInput } from '../../../shared/domain/reception.ts';
import { perform } from '../perform.ts';
import { advanceReply } from './advance-reply.ts';
import { approveReply } from './approve-reply.ts';
import { issueDispatchOrder } from './issue-dispatch-order.ts';
import { logReception } from './log-reception.ts';
import { postReply } from './post-reply.ts';
import { recordPrint } from './record-print.ts';
import { registerLetter } from './register-letter.ts';
import { reviewReply } from './review-reply.ts';
import { saveReply } from './save-reply.ts';

let desk: ReplyDesk['desk'];
let on: ReplyDesk;

beforeEach(async () => {
  on = await replyDesk();
  ({ desk } = on);
});

describe('drafting', () => {
  it('keeps every changed text as a version, and the same text as none', async () => {
    expect(await desk.as(DESK, saveReply, draft)).toBe('');
    expect(await desk.as(DESK, saveReply, { ...draft, note: '只改备注' })).toBe('');
    expect(await desk.as('苏敏', saveReply, { ...draft, body: '改过的正文。' })).toBe('');
    const { versions } = await on.letter();
    expect(versions.map((version) => [version.version, version.body, version.by])).toEqual([
      [1, '来函收悉。现答复如下。', desk.person(DESK)],
      [2, '改过的正文。', desk.person('苏敏')],
    ]);
  });
  it('cleans what Word leaves behind before it is reviewed', async () => {
    await desk.as(DESK, saveReply, { ...draft, title: '关于漏水\r\n的答复函', body: '　　一是修好。\r\n\uF0B7 二是赔偿\u200B。' });
    expect(await on.letter()).toMatchObject({ title: '关于漏水 的答复函', body: '一是修好。\n二是赔偿。' });
  });
  it.each([
    ['a title', { title: ' ' }, 'title'],
    ['an address', { postalAddress: '' }, 'postalAddress'],
    ['a blank of the template filled in', { body: '于____前完工' }, 'blanks'],
  ])('is not submitted without %s', async (_name, change, missing) => {
    await desk.as(DESK, saveReply, { ...draft, ...change });
    const refused = await perform(desk.session, advanceReply, { action: 'submit', id: 'r1' });
    expect(refused).toMatchObject({ ok: false, error: { code: 'draftIncomplete', parameters: { missing } } });
    expect((await on.letter()).state).toBe('drafting');
  });
  it('stands still while it is reviewed; recalled with a reason it opens again, and a changed text voids agreements', async () => {
    await desk.as(DESK, saveReply, draft);
    await desk.as(DESK, advanceReply, { action: 'submit', id: 'r1' });
    await on.review('沈国华', 'supervisor');
    expect(await desk.as(DESK, saveReply, { ...draft, body: '换过' })).toBe('noSuchStep');
    expect(await desk.as(DESK, advanceReply, { action: 'recall', id: 'r1' })).toBe('reasonMissing');
    expect(await desk.as(DESK, advanceReply, { action: 'recall', id: 'r1' }, { reason: '补充日期' })).toBe('');
    expect((await on.letter()).reviews[0]?.voidedAt).toBe('');
    await desk.as(DESK, saveReply, { ...draft, body: '换过' });
    expect((await on.letter()).reviews[0]?.voidedAt).not.toBe('');
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
    await on.agreeAll();
    expect(await on.approve()).toBe('');
    const link = [{ table: 'replies', id: 'r1', number: '客函〔2026〕1号' }];
    expect(await linkOf()).toEqual([link, link]);
  });
  it('links the letter it answers, and follows it with number and date', async () => {
    await desk.as(DESK, registerLetter, { id: 'l1', category: 'complaint', sender: '马䶮骏', subject: '漏水', replyNeeded: 'yes' });
    const found = await desk.session.database.letters.get('l1');
    const answers = [{ table: 'letters', id: 'l1', number: found?.number ?? '' }];
    await desk.as(DESK, saveReply, { ...draft, answers });
    await desk.as(DESK, advanceReply, { action: 'submit', id: 'r1' });
    await on.agreeAll();
    await on.approve();
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
    expect(await on.review('高文斌', 'siteDirector')).toBe('notReviewer');
    expect(await on.review('周建国', 'departmentHead')).toBe('reviewNotNeeded');
  });
  it('lets a deputy speak only with an authorisation, and keeps both names', async () => {
    const { decision, options } = on.byPin('苏敏');
    const input = { ...decision, id: 'r1', as: 'supervisor' as const, outcome: 'agree' as const, onBehalfOf: desk.person('沈国华') };
    expect(await desk.as(DESK, reviewReply, input, options)).toBe('deputyEvidenceMissing');
    const ownDeputy = { ...on.byPin('沈国华').decision, id: 'r1', as: 'supervisor' as const, outcome: 'agree' as const };
    const forHimself = { ...ownDeputy, onBehalfOf: desk.person('沈国华'), evidence: '授权书 2026-11' };
    expect(await refusal(desk, DESK, reviewReply, forHimself, on.byPin('沈国华').options)).toEqual({
      code: 'ownDeputy',
      parameters: { name: '沈国华' },
    });
    expect(await desk.as(DESK, reviewReply, { ...input, evidence: '授权书 2026-11' }, options)).toBe('');
    expect((await on.letter()).reviews[0]).toMatchObject({ decidedBy: desk.person('苏敏'), onBehalfOf: desk.person('沈国华') });
  });
  it('a return needs an opinion, goes back to drafting and voids every agreement', async () => {
    await on.agreeAll();
    const { decision, options } = on.byPin('高文斌');
    expect(await desk.as(DESK, reviewReply, { ...decision, id: 'r1', as: 'propertyManager', outcome: 'return' }, options)).toBe(
      'opinionMissing',
    );
    expect(await on.review('高文斌', 'propertyManager', 'return')).toBe('');
    expect((await on.letter()).state).toBe('drafting');
    await desk.as(DESK, advanceReply, { action: 'submit', id: 'r1' });
    expect(await on.approve()).toBe('notApprovable');
    await on.agreeAll();
    expect(await on.approve()).toBe('');
  });
  it('is approved by the marketing manager alone, with all agreements, never by who wrote it', async () => {
    expect(await on.approve()).toBe('notApprovable');
    await on.agreeAll();
    expect(await on.approve('沈国华')).toBe('notApprovable');
    const own = on.byPin('江海涛');
    const ownDeputy = { ...own.decision, id: 'r1', onBehalfOf: desk.person('江海涛'), evidence: '授权书' };
    expect(await desk.as(DESK, approveReply, ownDeputy, own.options)).toBe('ownDeputy');
    const { decision, options } = on.byPin(DESK);
    const deputy = { ...decision, id: 'r1', onBehalfOf: desk.person('江海涛'), evidence: '授权书' };
    expect(await desk.as(DESK, approveReply, deputy, options)).toBe('notApprovable');
    expect(await on.approve()).toBe('');
    expect(await on.letter()).toMatchObject({ state: 'approved', number: '客函〔2026〕1号', letterDate: '2026-11-24' });
    expect(await on.approve()).toBe('noSuchStep');
  });
  it('numbers follow one another without gaps, whatever fails in between', async () => {
    await on.agreeAll();
    await desk.as(DESK, saveReply, { ...draft, id: 'r2' });
    expect(await on.approve('江海涛', 'r2')).toBe('noSuchStep');
    await on.approve();
    await desk.as(DESK, advanceReply, { action: 'submit', id: 'r2' });
    await on.agreeAll('r2');
    await on.approve('江海涛', 'r2');
    expect((await on.letter('r2')).number).toBe('客函〔2026〕2号');
  });
  it('prints as a letter only once it is approved', async () => {
    const print = { printout: 'replyLetter' as const, table: 'replies', recordId: 'r1' };
    expect(await desk.as(DESK, recordPrint, print)).toBe('notApproved');
    expect(await desk.as(DESK, recordPrint, { ...print, printout: 'replyDraft' })).toBe('');
    await on.agreeAll();
    await on.approve();
    expect(await desk.as(DESK, recordPrint, print)).toBe('');
  });
});
