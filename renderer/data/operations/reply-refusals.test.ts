import { beforeEach, describe, expect, it } from 'vitest';
import { refusal } from '../../../tests/support/desk-checks.ts';
import { sampleDesk, type SampleDesk } from '../../../tests/support/sample-desk.ts';
import { replyRecord, type ReplyLetter } from '../../../shared/domain/reply-letter.ts';
import { advanceReply } from './advance-reply.ts';
import { confirmReply } from './confirm-reply.ts';
import { copyReply } from './copy-reply.ts';
import { makePostingList } from './make-posting-list.ts';
import { postReply } from './post-reply.ts';
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

it('a posting list is made once under one id', async () => {
  await inState('printed');
  const rows = [{ replyId: 'r1', postalNumber: 'XA24435342142', weightGrams: 15, local: true }];
  expect(await desk.as(DESK, makePostingList, { id: 'q1', postedOn: TODAY, rows })).toBe('');
  await inState('printed', { postings: [] });
  expect(await refusal(desk, DESK, makePostingList, { id: 'q1', postedOn: TODAY, rows })).toEqual({ code: 'recordExists' });
});
