import { beforeEach, describe, expect, it } from 'vitest';
import { ok, refusal } from '../../../tests/support/desk-checks.ts';
import { sampleCall } from '../../../tests/support/sample-call.ts';
import { sampleDesk, type SampleDesk } from '../../../tests/support/sample-desk.ts';
import { letterInput } from '../../../shared/domain/letter.ts';
import { praiseInput, type Praise } from '../../../shared/domain/praise-posting.ts';
import { cancelPraisePosting } from './cancel-praise-posting.ts';
import { changePraisePosting } from './change-praise-posting.ts';
import { logReception } from './log-reception.ts';
import { openPraisePosting } from './open-praise-posting.ts';
import { postPraiseOriginal } from './post-praise-original.ts';
import { registerLetter } from './register-letter.ts';
import { takeDownPraise } from './take-down-praise.ts';
import { thankPraiseCustomer } from './thank-praise-customer.ts';

const DESK = '林晓燕';
let desk: SampleDesk;

const praise = (fields: object = {}) => ({ ...praiseInput.parse({ receivedOn: '2026-11-20', whatFor: '拾金不昧', ...fields }), id: 'p1' });
const inState = (fields: Partial<Praise>) => desk.session.database.praises.update('p1', fields);

beforeEach(async () => {
  desk = await sampleDesk('2026-11-24T01:00:00.000Z');
});

describe('a posting (2:3.3.3)', () => {
  beforeEach(() => ok(desk.as(DESK, openPraisePosting, praise())));

  it('is opened once under one id', async () => {
    expect(await refusal(desk, DESK, openPraisePosting, praise())).toEqual({ code: 'recordExists' });
  });
  it.each([
    ['cancelled', 'alreadyCancelled'],
    ['closed', 'alreadyClosed'],
  ] as const)('that is %s is not cancelled', async (state, code) => {
    await inState({ state });
    expect(await refusal(desk, DESK, cancelPraisePosting, { id: 'p1', cancelReason: '重复' })).toEqual({ code });
  });
  it('that is cancelled is corrected no more', async () => {
    await inState({ state: 'cancelled' });
    expect(await refusal(desk, DESK, changePraisePosting, praise(), { reason: '写错' })).toEqual({ code: 'alreadyCancelled' });
  });
  it('was not taken down tomorrow', async () => {
    await inState({ original: { place: '公告栏', on: '2026-11-21', by: desk.person(DESK), takenDownOn: '' } });
    const failure = { code: 'inTheFuture', parameters: { field: 'on' } };
    expect(await refusal(desk, DESK, takeDownPraise, { id: 'p1', on: '2026-11-25' })).toEqual(failure);
  });
  it('thanks its customer today, and another day with a reason', async () => {
    const thanked = { id: 'p1', how: 'call' as const };
    const failure = { code: 'inTheFuture', parameters: { field: 'at' } };
    expect(await refusal(desk, DESK, thankPraiseCustomer, { ...thanked, at: '2026-11-24T02:00:00.000Z' })).toEqual(failure);
    expect(await desk.as(DESK, thankPraiseCustomer, thanked)).toBe('');
    expect(await refusal(desk, DESK, thankPraiseCustomer, { ...thanked, how: 'visit' })).toEqual({ code: 'reasonMissing' });
    expect(await desk.as(DESK, thankPraiseCustomer, { ...thanked, how: 'visit' }, { reason: '记错' })).toBe('');
  });
  it('was not hung after it was taken down', async () => {
    await inState({ original: { place: '公告栏', on: '2026-11-21', by: desk.person(DESK), takenDownOn: '2026-11-22' } });
    const hung = (on: string) => ({ id: 'p1', place: '公告栏', on });
    expect(await refusal(desk, DESK, postPraiseOriginal, hung('2026-11-23'), { reason: '写错' })).toEqual({
      code: 'dateTooLate',
      parameters: { field: 'on', latest: '2026-11-22' },
    });
    expect(await desk.as(DESK, postPraiseOriginal, hung('2026-11-22'), { reason: '写错' })).toBe('');
  });
});

describe('no posting is opened', () => {
  it('of a praise that has yet to come', async () => {
    const failure = { code: 'inTheFuture', parameters: { field: 'receivedOn' } };
    expect(await refusal(desk, DESK, openPraisePosting, praise({ receivedOn: '2026-11-25' }))).toEqual(failure);
  });
  it('from a letter that is no praise', async () => {
    await ok(desk.as(DESK, registerLetter, { ...letterInput.parse({ category: 'report' }), id: 'l1' }));
    const input = praise({ sourceTable: 'letters', sourceId: 'l1' });
    expect(await refusal(desk, DESK, openPraisePosting, input)).toEqual({ code: 'notAPraise' });
  });
  it('twice from one call', async () => {
    await ok(desk.as(DESK, logReception, { ...sampleCall({ category: 'praise' }), id: 'entry' }));
    const input = praise({ sourceTable: 'receptions', sourceId: 'entry' });
    await ok(desk.as(DESK, openPraisePosting, input));
    expect(await refusal(desk, DESK, openPraisePosting, { ...input, id: 'p2' })).toEqual({ code: 'praisePostingExists' });
  });
});
