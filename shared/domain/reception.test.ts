import { describe, expect, it } from 'vitest';
import {
  changeNeedsReason,
  closingGaps,
  promiseNeeded,
  reachableNumber,
  receptionGaps,
  receptionInput,
  receptionNextStep,
  reopenedEntry,
  type Reception,
  type ReceptionInput,
} from './reception.ts';

function entry(fields: Partial<ReceptionInput>): ReceptionInput & { complaint: null } {
  const complete = {
    channel: 'call' as const,
    rings: '1' as const,
    category: 'enquiry' as const,
    content: 'c',
    answeredOnSpot: 'yes' as const,
    answer: 'a',
  };
  return { ...receptionInput.parse({ ...complete, ...fields }), complaint: null };
}

describe('receptionGaps', () => {
  it.each<[string, Partial<ReceptionInput>, string[]]>([
    ['a whole enquiry', {}, []],
    ['rings unknown', { rings: '' }, ['rings']],
    ['a visit has no rings', { channel: 'visit', rings: '' }, []],
    ['an outgoing call has no rings', { channel: 'outgoing', rings: '' }, []],
    ['rang too long', { rings: '>3' }, ['lateAnswer']],
    ['no category and no name', { category: '' }, ['category', 'customer']],
    ['a report without a name', { category: 'report' }, ['customer']],
    ['no content', { content: ' ' }, ['content']],
    ['not said whether answered', { answeredOnSpot: '' }, ['answeredOnSpot']],
    ['answered without saying how', { answer: '' }, ['answer']],
    ['not answerable, no number', { answeredOnSpot: 'no' }, ['numberLeft']],
    ['not answerable, number shown', { answeredOnSpot: 'no', callingNumber: '13805712236' }, []],
    ['not answerable, number refused', { answeredOnSpot: 'no', numberRefused: true }, []],
    ['not answerable, number left is none', { answeredOnSpot: 'no', numberLeft: '一会儿' }, ['numberLeftInvalid']],
    ['for a colleague nobody named', { category: 'colleague', customer: 'x', answeredOnSpot: 'no', callingNumber: '110' }, ['colleague']],
    [
      'for a colleague without a number',
      { category: 'colleague', customer: 'x', answeredOnSpot: 'no', colleagueName: 'y' },
      ['numberLeft'],
    ],
    ['for a colleague who was there, no number', { category: 'colleague', customer: 'x', colleagueName: 'y' }, []],
    ['a complaint nobody decided on', { category: 'complaint', customer: 'x' }, ['undecidedComplaint']],
  ])('%s', (_name, fields, gaps) => {
    expect(receptionGaps(entry(fields))).toEqual(gaps);
  });

  it('an open promise stands in the way of closing, ringing too long does not', () => {
    expect(closingGaps(entry({ rings: '>3' }), [{ state: 'open' }])).toEqual(['openPromise']);
    expect(closingGaps(entry({ rings: '>3' }), [{ state: 'settled' }])).toEqual([]);
  });
});

describe('promiseNeeded', () => {
  it.each<[Partial<ReceptionInput>, 'reply' | 'message' | null]>([
    [{ answeredOnSpot: 'yes' }, null],
    [{ answeredOnSpot: '' }, null],
    [{ answeredOnSpot: 'no' }, 'reply'],
    [{ category: 'colleague', answeredOnSpot: 'no' }, 'message'],
    [{ category: 'colleague', answeredOnSpot: '' }, 'message'],
    [{ category: 'colleague', answeredOnSpot: 'yes' }, null],
  ])('%o → %s', (fields, kind) => {
    expect(promiseNeeded(entry(fields))).toBe(kind);
  });
});

describe('reachableNumber', () => {
  it('is the number left, else the one shown', () => {
    expect(reachableNumber({ numberLeft: '1', callingNumber: '2' })).toBe('1');
    expect(reachableNumber({ numberLeft: '', callingNumber: '2' })).toBe('2');
  });
});

describe('receptionNextStep (2:3.3.2)', () => {
  const decided = (outcome: 'followUp' | 'noFollowUp'): Reception['complaint'] => ({
    decidedBy: 'a',
    recordedBy: 'a',
    by: 'pin',
    on: '2026-11-24',
    evidence: '',
    opinion: '',
    outcome,
  });
  const linked = (table: string) => [{ table, id: 'x', number: 'X' }];
  const followUp = { category: 'complaint' as const, complaint: decided('followUp') };

  it.each([
    ['no complaint', { category: 'report' as const, complaint: null, links: [] }, null],
    ['undecided', { category: 'complaint' as const, complaint: null, links: [] }, 'decide'],
    ['not to be followed up', { category: 'complaint' as const, complaint: decided('noFollowUp'), links: [] }, null],
    ['to be followed up', { ...followUp, links: [] }, 'issueForm'],
    ['to be followed up, the caller rang again', { ...followUp, links: linked('receptions') }, 'issueForm'],
    ['followed up with a form', { ...followUp, links: linked('coordinationForms') }, null],
    ['followed up with an order', { ...followUp, links: linked('dispatchOrders') }, null],
  ])('%s', (_what, complaint, step) => {
    expect(receptionNextStep(complaint)).toBe(step);
    const closed = { ...complaint, state: 'closed' as const, closedAt: '2026-11-24T01:00:00.000Z' };
    expect(reopenedEntry(closed)).toEqual(step === null ? closed : { ...closed, state: 'open', closedAt: '' });
  });

  it('its form is missing before closing', () => {
    const complaint = { ...entry({ category: 'complaint', customer: 'x' }), ...followUp };
    expect(closingGaps(complaint, [])).toEqual(['formMissing']);
    expect(closingGaps({ ...complaint, links: linked('coordinationForms') }, [])).toEqual([]);
  });
});

describe('changeNeedsReason', () => {
  it.each<[string, Pick<Reception, 'state' | 'checkedAt'>, boolean]>([
    ['open, unread', { state: 'open', checkedAt: '' }, false],
    ['open, read by the assistant', { state: 'open', checkedAt: '2026-11-23T10:00:00.000Z' }, true],
    ['closed, unread', { state: 'closed', checkedAt: '' }, true],
    ['closed and read', { state: 'closed', checkedAt: '2026-11-23T10:00:00.000Z' }, true],
  ])('%s', (_name, entryState, needed) => {
    expect(changeNeedsReason(entryState)).toBe(needed);
  });
});
