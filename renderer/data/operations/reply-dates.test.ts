import { beforeEach, describe, expect, it } from 'vitest';
import { ok, refusal } from '../../../tests/support/desk-checks.ts';
import { sampleDesk, type SampleDesk } from '../../../tests/support/sample-desk.ts';
import type { Letter } from '../../../shared/domain/letter.ts';
import type { ReplyLetter } from '../../../shared/domain/reply-letter.ts';
import { advanceReply } from './advance-reply.ts';
import { approveReply } from './approve-reply.ts';
import { closeLetter } from './close-letter.ts';
import { completeReply } from './complete-reply.ts';
import { confirmReply } from './confirm-reply.ts';
import { copyReply } from './copy-reply.ts';
import { postReply } from './post-reply.ts';
import { recordReplyDelivery } from './record-reply-delivery.ts';
import { registerLetter } from './register-letter.ts';
import { reviewReply } from './review-reply.ts';
import { saveReply } from './save-reply.ts';
import { tellReply } from './tell-reply.ts';

const DESK = '林晓燕';
let desk: SampleDesk;

const draft = {
  title: '关于漏水的答复函',
  salutation: '尊敬的马䶮骏先生',
  body: '已修好。',
  postalName: '马䶮骏',
  postalAddress: '浙江省杭州市西湖区桂苑路18号',
};
const posting = { id: 'r1', form: 'ems' as const, postalNumber: '1234567890', postedOn: '2026-11-25' };

async function reply(): Promise<ReplyLetter> {
  const found = await desk.session.database.replies.get('r1');
  if (found === undefined) throw new Error('no reply');
  return found;
}

async function letter(): Promise<Letter> {
  const found = await desk.session.database.letters.get('l1');
  if (found === undefined) throw new Error('no letter');
  return found;
}

/** A decision on paper, which only says when it was taken. */
const onPaper = (name: string, on: string) => ({ decidedBy: desk.person(name), by: 'paper' as const, on, evidence: '审批单 3 号' });

/** A letter that answers `l1`, agreed to and approved on the 24th, printed. */
async function printed(id = 'r1'): Promise<void> {
  const answers = [{ table: 'letters', id: 'l1', number: (await letter()).number }];
  await ok(desk.as(DESK, saveReply, { ...draft, id, answers }));
  await ok(desk.as(DESK, advanceReply, { action: 'submit', id }));
  const agreed = { ...onPaper('沈国华', '2026-11-24'), id, as: 'supervisor' as const, outcome: 'agree' as const };
  await ok(desk.as(DESK, reviewReply, agreed));
  await ok(desk.as(DESK, approveReply, { ...onPaper('江海涛', '2026-11-24'), id }));
  await ok(desk.as(DESK, advanceReply, { action: 'print', id }));
}

beforeEach(async () => {
  desk = await sampleDesk('2026-11-24T01:00:00.000Z');
  await ok(desk.as(DESK, registerLetter, { id: 'l1', category: 'report', sender: '马䶮骏', replyNeeded: 'yes' }));
});

describe('a reply that is withdrawn', () => {
  const withdraw = { action: 'withdraw' as const, id: 'r1', reason: '客户已搬走' };

  beforeEach(async () => {
    await printed();
    desk.setClock('2026-11-25T02:00:00.000Z');
    await ok(desk.as(DESK, postReply, posting));
    desk.setClock('2026-11-27T02:00:00.000Z');
    await ok(desk.as(DESK, recordReplyDelivery, { what: 'sentBack', id: 'r1', on: '2026-11-27', reason: '查无此人' }));
  });

  it('leaves the letter it answered without a reply again', async () => {
    expect(await letter()).toMatchObject({ replyNumber: '客函〔2026〕1号', repliedOn: '2026-11-25' });
    expect(await desk.as('苏敏', advanceReply, withdraw)).toBe('');
    expect(await letter()).toMatchObject({ replyNumber: '', repliedOn: '' });
  });
  it('opens a letter again that was closed on it', async () => {
    await desk.session.database.letters.update('l1', {
      links: [...(await letter()).links, { table: 'coordinationForms', id: 'x', number: 'x' }],
    });
    expect(await desk.as(DESK, closeLetter, { id: 'l1' })).toBe('');
    expect(await desk.as('苏敏', advanceReply, withdraw)).toBe('');
    expect(await letter()).toMatchObject({ state: 'open', closedOn: '', repliedOn: '' });
  });
  it('leaves a letter alone that another reply has answered', async () => {
    await printed('r2');
    expect(await desk.as(DESK, postReply, { ...posting, id: 'r2', postedOn: '2026-11-26' })).toBe('');
    expect(await desk.as('苏敏', advanceReply, withdraw)).toBe('');
    expect(await letter()).toMatchObject({ replyNumber: '客函〔2026〕2号', repliedOn: '2026-11-26' });
  });
  it('gives the word back to the reply that went out before', async () => {
    await printed('r2');
    expect((await letter()).replyNumber).toBe('客函〔2026〕2号');
    expect(await desk.as('苏敏', advanceReply, { ...withdraw, id: 'r2' })).toBe('');
    expect(await letter()).toMatchObject({ replyNumber: '客函〔2026〕1号', repliedOn: '2026-11-25' });
  });
});

describe('the call whether it arrived', () => {
  const call = { id: 'r1', spokenTo: '马䶮骏' };

  beforeEach(async () => {
    await printed();
    desk.setClock('2026-11-24T23:20:00.000Z');
    await ok(desk.as(DESK, postReply, posting));
  });

  it('counts from the first minute of the day it was posted at the desk, which begins before that of UTC', async () => {
    desk.setClock('2026-11-24T23:50:00.000Z');
    expect(await desk.as(DESK, confirmReply, { ...call, at: '2026-11-24T15:59:00.000Z', outcome: 'hasIt' })).toBe('beforePosting');
    expect(await desk.as(DESK, confirmReply, { ...call, outcome: 'hasIt' })).toBe('');
    expect(await desk.as(DESK, completeReply, { id: 'r1' })).toBe('');
    expect((await reply()).completion?.ground).toBe('phone');
  });
  it('is made again on the working day after it was tried, however late that is entered', async () => {
    desk.setClock('2026-11-30T02:00:00.000Z');
    const onFriday = { ...call, spokenTo: '', at: '2026-11-27T08:00:00.000Z', outcome: 'notReached' as const };
    expect(await desk.as(DESK, confirmReply, onFriday)).toBe('');
    expect((await reply()).confirmDueOn).toBe('2026-11-30');
  });
});

describe('days that cannot be', () => {
  it('no manager approves before the last reviewer has agreed (1:3.4)', async () => {
    await ok(desk.as(DESK, saveReply, { ...draft, id: 'r1' }));
    await ok(desk.as(DESK, advanceReply, { action: 'submit', id: 'r1' }));
    const agreed = { ...onPaper('沈国华', '2026-11-23'), id: 'r1', as: 'supervisor' as const, outcome: 'agree' as const };
    await ok(desk.as(DESK, reviewReply, agreed));
    expect(await refusal(desk, DESK, approveReply, { ...onPaper('江海涛', '2026-11-22'), id: 'r1' })).toEqual({
      code: 'dateTooEarly',
      parameters: { field: 'on', earliest: '2026-11-23' },
    });
    expect(await desk.as(DESK, approveReply, { ...onPaper('江海涛', '2026-11-23'), id: 'r1' })).toBe('');
  });
  it('no letter is posted again before it came back', async () => {
    await printed();
    desk.setClock('2026-11-30T02:00:00.000Z');
    await ok(desk.as(DESK, postReply, posting));
    await ok(desk.as(DESK, recordReplyDelivery, { what: 'sentBack', id: 'r1', on: '2026-11-28', reason: '查无此人' }));
    expect(await refusal(desk, DESK, postReply, { ...posting, postedOn: '2026-11-27' })).toEqual({
      code: 'dateTooEarly',
      parameters: { field: 'postedOn', earliest: '2026-11-28' },
    });
    expect(await desk.as(DESK, postReply, { ...posting, postedOn: '2026-11-28' })).toBe('');
  });
  it('nobody vouches for the arrival of a letter before it was posted', async () => {
    await printed();
    desk.setClock('2026-11-30T02:00:00.000Z');
    await ok(desk.as(DESK, postReply, posting));
    const word = (on: string) => ({ id: 'r1', supervisorsWord: { ...onPaper('沈国华', on), opinion: '邮局证明已投递' } });
    expect(await refusal(desk, DESK, completeReply, word('2026-11-24'))).toEqual({
      code: 'dateTooEarly',
      parameters: { field: 'on', earliest: '2026-11-25' },
    });
    expect(await desk.as(DESK, completeReply, word('2026-11-25'))).toBe('');
  });
  it('nobody is told that a letter arrived before it was posted (1:3.5), and no copy is made before the approval (1:3.7)', async () => {
    await printed();
    desk.setClock('2026-11-30T02:00:00.000Z');
    await ok(desk.as(DESK, postReply, posting));
    await ok(desk.as(DESK, confirmReply, { id: 'r1', spokenTo: '马䶮骏', outcome: 'hasIt' }));
    await ok(desk.as(DESK, completeReply, { id: 'r1' }));
    const told = { id: 'r1', personId: desk.person('唐思远'), role: 'marketingVP' as const, how: '书面' };
    const early = { code: 'dateTooEarly', parameters: { field: 'on', earliest: '2026-11-25' } };
    expect(await refusal(desk, DESK, tellReply, { ...told, on: '2026-11-24' })).toEqual(early);
    expect(await desk.as(DESK, tellReply, { ...told, on: '2026-11-25' })).toBe('');
    await desk.session.database.replies.update('r1', { handledBy: 'propertyCompany' });
    const copy = { id: 'r1', receivedBy: '江海涛' };
    const beforeApproval = { code: 'dateTooEarly', parameters: { field: 'on', earliest: '2026-11-24' } };
    expect(await refusal(desk, DESK, copyReply, { ...copy, on: '2026-11-23' })).toEqual(beforeApproval);
    expect(await desk.as(DESK, copyReply, { ...copy, on: '2026-11-24' })).toBe('');
  });
});

describe('what the post office says twice (DOMAIN §15)', () => {
  const delivered = { what: 'delivered' as const, id: 'r1', on: '2026-11-27' };

  beforeEach(async () => {
    await printed();
    desk.setClock('2026-11-30T02:00:00.000Z');
    await ok(desk.as(DESK, postReply, posting));
  });

  it('is a correction of the proof, and needs a reason', async () => {
    await ok(desk.as(DESK, recordReplyDelivery, { ...delivered, signedBy: 'family' }));
    await ok(desk.as(DESK, completeReply, { id: 'r1' }));
    expect(await refusal(desk, DESK, recordReplyDelivery, { ...delivered, signedBy: 'mailRoom' })).toEqual({ code: 'reasonMissing' });
    expect(await desk.as(DESK, recordReplyDelivery, { ...delivered, signedBy: 'mailRoom' }, { reason: '看错签名' })).toBe('');
    expect((await reply()).postings).toMatchObject([{ signedBy: 'mailRoom' }]);
  });
  it('another enquiry waits for an answer of its own', async () => {
    await ok(desk.as(DESK, recordReplyDelivery, { what: 'enquired', id: 'r1', on: '2026-11-27' }));
    await ok(desk.as(DESK, recordReplyDelivery, { what: 'answered', id: 'r1', on: '2026-11-28', result: '查无下落' }));
    const again = { what: 'enquired' as const, id: 'r1', on: '2026-11-30' };
    expect(await refusal(desk, DESK, recordReplyDelivery, again)).toEqual({ code: 'reasonMissing' });
    expect(await desk.as(DESK, recordReplyDelivery, again, { reason: '再查' })).toBe('');
    expect((await reply()).postings).toMatchObject([
      { enquiredOn: '2026-11-30', enquiryAnswerDueOn: '2026-12-30', enquiryAnsweredOn: '', enquiryResult: '' },
    ]);
    expect(await desk.as(DESK, recordReplyDelivery, { what: 'answered', id: 'r1', on: '2026-11-30', result: '已投' })).toBe('');
  });
});

it.each([
  ['approval', '2026-12-30'],
  ['numbering', '2027-01-04'],
] as const)('an approval on paper of last year, letters dated by %s: dated %s, numbered this year', async (letterDated, letterDate) => {
  const settings = await desk.session.database.settings.get('settings');
  if (settings === undefined) throw new Error('no settings');
  await desk.session.database.settings.put({ ...settings, rules: { ...settings.rules, letterDated } });
  desk.setClock('2027-01-04T02:00:00.000Z');
  await ok(desk.as(DESK, saveReply, { ...draft, id: 'r1' }));
  await ok(desk.as(DESK, advanceReply, { action: 'submit', id: 'r1' }));
  const agreed = { ...onPaper('沈国华', '2026-12-29'), id: 'r1', as: 'supervisor' as const, outcome: 'agree' as const };
  await ok(desk.as(DESK, reviewReply, agreed));
  await ok(desk.as(DESK, approveReply, { ...onPaper('江海涛', '2026-12-30'), id: 'r1' }));
  expect(await reply()).toMatchObject({ number: '客函〔2027〕1号', letterDate, approval: { on: '2026-12-30' } });
});
