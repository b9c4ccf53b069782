import { beforeEach, describe, expect, it } from 'vitest';
import { refusal } from '../../../tests/support/desk-checks.ts';
import { sampleDesk, type SampleDesk } from '../../../tests/support/sample-desk.ts';
import { replyRecord, type ReplyLetter } from '../../../shared/domain/reply-letter.ts';
import { advanceReply } from './advance-reply.ts';
import { confirmReply } from './confirm-reply.ts';
import { copyReply } from './copy-reply.ts';
import { makePostingList } from './make-posting-list.ts';
import { postReply } from './post-reply.ts';
import { recordReplyDelivery } from './record-reply-delivery.ts';
import { reviewReply } from './review-reply.ts';
import { saveReply } from './save-reply.ts';
import { tellReply } from './tell-reply.ts';

const DESK = '林晓燕';
const TODAY = '2026-11-24';
const TOMORROW = '2026-11-25';
let desk: SampleDesk;

/** The letter `r1`, approved today, as it would stand in this state. */
async function inState(state: ReplyLetter['state'], fields: Partial<ReplyLetter> = {}): Promise<void> {
  const { textHash } = replyRecord.parse(await desk.session.database.replies.get('r1'));
  const decision = { decidedBy: 'm', recordedBy: 'm', by: 'pin' as const, on: TODAY, evidence: '', opinion: '' };
  await desk.session.database.replies.update('r1', {
    state,
    number: '客函〔2026〕1号',
    numberYear: 2026,
    numberDesk: 'A',
    numberSerial: 1,
    approval: { ...decision, onBehalfOf: '', textHash },
    letterDate: TODAY,
    ...fields,
  });
}

beforeEach(async () => {
  desk = await sampleDesk('2026-11-24T01:00:00.000Z');
  const failed = await desk.as(DESK, saveReply, { id: 'r1', body: '已修好。', concernsProperty: true });
  if (failed !== '') throw new Error(failed);
});

describe('a letter', () => {
  it.each<[string, ReplyLetter['state'], Partial<ReplyLetter>]>([
    ['nobody approved', 'approved', { approval: null }],
    ['with another text than the approved one', 'approved', { textHash: 'another' }],
    ['without a number', 'printed', { number: '' }],
    ['that was withdrawn', 'withdrawn', {}],
  ])('%s is not printed', async (_what, state, fields) => {
    await inState(state, fields);
    expect(await refusal(desk, DESK, advanceReply, { action: 'print', id: 'r1' })).toEqual({ code: 'notApproved' });
  });

  it.each<[string, Partial<ReplyLetter>]>([
    ['another text than the approved one', { textHash: 'another' }],
    ['no approval', { approval: null }],
  ])('with %s is not posted (1:3.4)', async (_what, fields) => {
    await inState('printed', fields);
    expect(await refusal(desk, DESK, postReply, { id: 'r1', form: 'byHand', postedOn: TODAY })).toEqual({ code: 'notApproved' });
  });

  const seal = { action: 'seal' as const, id: 'r1', sealedBy: '周敏' };
  it.each(['approved', 'posted', 'withdrawn'] as const)('is not sealed while it is %s', async (state) => {
    await inState(state);
    const failure = { code: 'noSuchStep', parameters: { state, action: 'seal' } };
    expect(await refusal(desk, DESK, advanceReply, { ...seal, sealedOn: TODAY })).toEqual(failure);
  });
  it('is sealed on a day that can be', async () => {
    await inState('printed');
    expect(await refusal(desk, DESK, advanceReply, { ...seal, sealedOn: TOMORROW })).toEqual({
      code: 'inTheFuture',
      parameters: { field: 'sealedOn' },
    });
    expect(await refusal(desk, DESK, advanceReply, { ...seal, sealedOn: '2026-11-23' })).toEqual({
      code: 'beforeApproval',
      parameters: { field: 'sealedOn', on: TODAY },
    });
    expect(await desk.as(DESK, advanceReply, { ...seal, sealedOn: TODAY })).toBe('');
  });

  it('is not confirmed by a call to come', async () => {
    await inState('sentOnline');
    const call = { id: 'r1', spokenTo: '马䶮骏', outcome: 'hasIt' as const };
    const early = { code: 'inTheFuture', parameters: { field: 'at' } };
    expect(await refusal(desk, DESK, confirmReply, { ...call, at: '2026-11-24T01:30:00.000Z' })).toEqual(early);
    expect(await desk.as(DESK, confirmReply, call)).toBe('');
  });

  const copy = { id: 'r1', receivedBy: '高文斌', on: TODAY };
  it.each<[string, ReplyLetter['state'], Partial<ReplyLetter>]>([
    ['before it is approved', 'inReview', { approval: null, number: '' }],
    ['of another text than the approved one', 'posted', { textHash: 'another' }],
    ['once it is withdrawn', 'withdrawn', {}],
    ['once it is filed', 'archived', {}],
  ])('is not copied to the other side %s (1:3.7)', async (_when, state, fields) => {
    await inState(state, fields);
    expect(await refusal(desk, DESK, copyReply, copy)).toEqual({ code: 'noSuchStep', parameters: { state, action: 'copy' } });
  });
  it('is copied where a copy is asked for, and not tomorrow', async () => {
    await inState('posted', { concernsProperty: false });
    expect(await refusal(desk, DESK, copyReply, copy)).toEqual({ code: 'copyNotNeeded' });
    await inState('posted', { concernsProperty: true });
    const early = { code: 'inTheFuture', parameters: { field: 'on' } };
    expect(await refusal(desk, DESK, copyReply, { ...copy, on: TOMORROW })).toEqual(early);
    expect(await desk.as(DESK, copyReply, copy)).toBe('');
  });

  it('is told of once it is complete, and not tomorrow (1:3.5)', async () => {
    const told = { id: 'r1', personId: desk.person('唐思远'), role: 'marketingVP' as const, how: '书面', on: TODAY };
    await inState('confirmed');
    const failure = { code: 'noSuchStep', parameters: { state: 'confirmed', action: 'tell' } };
    expect(await refusal(desk, DESK, tellReply, told)).toEqual(failure);
    await inState('complete');
    const early = { code: 'inTheFuture', parameters: { field: 'on' } };
    expect(await refusal(desk, DESK, tellReply, { ...told, on: TOMORROW })).toEqual(early);
    expect(await desk.as(DESK, tellReply, told)).toBe('');
  });
});

it('a deputy who has left speaks for nobody (DOMAIN §1)', async () => {
  await inState('inReview', { approval: null, number: '' });
  const decision = { decidedBy: desk.person('苏敏'), by: 'paper' as const, on: TODAY, evidence: '授权书', opinion: '同意' };
  const word = { ...decision, id: 'r1', as: 'supervisor' as const, outcome: 'agree' as const, onBehalfOf: desk.person('沈国华') };
  await desk.session.database.people.update(desk.person('苏敏'), { active: false });
  expect(await refusal(desk, DESK, reviewReply, word)).toEqual({ code: 'notReviewer', parameters: { name: '苏敏' } });
  await desk.session.database.people.update(desk.person('苏敏'), { active: true });
  expect(await desk.as(DESK, reviewReply, word)).toBe('');
});

it('a posting list is made once under one id', async () => {
  await inState('printed');
  const rows = [{ replyId: 'r1', postalNumber: 'XA24435342142', weightGrams: 15, local: true }];
  expect(await desk.as(DESK, makePostingList, { id: 'q1', postedOn: TODAY, rows })).toBe('');
  await inState('printed', { postings: [] });
  expect(await refusal(desk, DESK, makePostingList, { id: 'q1', postedOn: TODAY, rows })).toEqual({ code: 'recordExists' });
});

describe('the post office (DOMAIN §5, 7)', () => {
  const posted = (fields: object = {}) => ({
    postings: replyRecord.shape.postings.parse([{ form: 'registered', postedOn: TODAY, ...fields }]),
  });
  const delivered = { what: 'delivered' as const, id: 'r1', on: TODAY, signedBy: 'addressee' as const };

  it.each<[string, ReplyLetter['state'], Partial<ReplyLetter>]>([
    ['that was never posted', 'printed', {}],
    ['that went online', 'sentOnline', posted({ form: 'online' })],
    ['that is filed', 'archived', posted()],
    ['that was withdrawn', 'withdrawn', posted()],
  ])('says nothing of a letter %s', async (_what, state, fields) => {
    await inState(state, fields);
    const failure = { code: 'noSuchStep', parameters: { state, action: 'delivered' } };
    expect(await refusal(desk, DESK, recordReplyDelivery, delivered)).toEqual(failure);
  });
  it('delivers between the posting and today', async () => {
    await inState('posted', posted());
    expect(await refusal(desk, DESK, recordReplyDelivery, { ...delivered, on: TOMORROW })).toEqual({
      code: 'inTheFuture',
      parameters: { field: 'on' },
    });
    expect(await refusal(desk, DESK, recordReplyDelivery, { ...delivered, on: '2026-11-23' })).toEqual({
      code: 'beforePosting',
      parameters: { field: 'on', on: TODAY },
    });
    expect(await desk.as(DESK, recordReplyDelivery, delivered)).toBe('');
  });
  it.each([
    ['within a year', false, '2025-11-24', '2025-11-23', '2026-11-23'],
    ['abroad within 180 days', true, '2026-05-28', '2026-05-27', '2026-11-23'],
  ])('is asked %s', async (_when, international, last, late, until) => {
    const enquired = { what: 'enquired' as const, id: 'r1', on: TODAY };
    await inState('posted', posted({ international, postedOn: late }));
    expect(await refusal(desk, DESK, recordReplyDelivery, enquired)).toEqual({ code: 'enquiryTooLate', parameters: { until } });
    await inState('posted', posted({ international, postedOn: last }));
    expect(await desk.as(DESK, recordReplyDelivery, enquired)).toBe('');
  });
});

describe('the marketing manager', () => {
  const word = (name: string, outcome: 'agree' | 'return') => ({
    id: 'r1',
    decidedBy: desk.person(name),
    by: 'paper' as const,
    on: TODAY,
    evidence: '审批单',
    opinion: '改日期',
    as: 'marketingManager' as const,
    outcome,
  });

  it('returns a letter instead of approving it, and nobody else in that name (1:3.4)', async () => {
    await inState('inReview', { approval: null, number: '' });
    expect(await refusal(desk, DESK, reviewReply, word('沈国华', 'return'))).toEqual({
      code: 'notReviewer',
      parameters: { name: '沈国华' },
    });
    const failure = { code: 'noSuchStep', parameters: { state: 'inReview', action: 'agree' } };
    expect(await refusal(desk, DESK, reviewReply, word('江海涛', 'agree'))).toEqual(failure);
    expect(await desk.as(DESK, reviewReply, word('江海涛', 'return'))).toBe('');
    expect(await desk.session.database.replies.get('r1')).toMatchObject({ state: 'drafting' });
  });
  it('who has left returns nothing', async () => {
    await inState('inReview', { approval: null, number: '' });
    await desk.session.database.people.update(desk.person('江海涛'), { active: false });
    expect(await refusal(desk, DESK, reviewReply, word('江海涛', 'return'))).toEqual({
      code: 'notReviewer',
      parameters: { name: '江海涛' },
    });
  });
});
