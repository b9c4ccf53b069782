import { describe, expect, it } from 'vitest';
import { closingGaps, promiseNeeded, reachableNumber, receptionGaps, receptionInput, type ReceptionInput } from './reception.ts';

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
