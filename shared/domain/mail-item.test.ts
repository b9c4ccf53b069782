import { describe, expect, it } from 'vitest';
import { mailGaps, mailInput, mailRecord, mailWarnings, needsAuthorisation, type MailInput, type MailItem } from './mail-item.ts';

const whole: MailInput = mailInput.parse({ addressee: '龔𠮷祥', unit: '5-1-1203', kind: 'courierParcel' });

describe('needsAuthorisation (DOMAIN §10)', () => {
  it.each([
    ['registered', false, true],
    ['registered', true, true],
    ['express', true, true],
    ['express', false, false],
    ['parcelSlip', false, false],
    ['moneyOrder', false, false],
    ['courierParcel', false, false],
    ['', false, false],
  ] as const)('%s, legal papers %s: %s', (kind, legal, needed) => {
    expect(needsAuthorisation({ kind, legal })).toBe(needed);
  });
});

describe('mailGaps', () => {
  it.each<[string, Partial<MailInput>, string[]]>([
    ['nothing', {}, []],
    ['nothing with a unit alone', { addressee: '' }, []],
    ['nothing with a name alone', { unit: ' ' }, []],
    ['for whom', { addressee: ' ', unit: ' ' }, ['addressee']],
    ['what it is', { kind: '' }, ['kind']],
    ['the addressee’s word', { kind: 'registered', authorisedBy: ' ' }, ['authorisation']],
    ['nothing with the word', { kind: 'registered', authorisedBy: '龔𠮷祥' }, []],
    ['the word, of legal papers', { legal: true }, ['authorisation']],
    ['what is wrong with it', { condition: 'wet', conditionNote: ' ' }, ['conditionNote']],
    ['nothing once that is said', { condition: 'opened', conditionNote: '封口开' }, []],
    [
      'everything',
      { addressee: '', unit: '', kind: '', legal: true, condition: 'damaged' },
      ['addressee', 'kind', 'authorisation', 'conditionNote'],
    ],
  ])('lacks %s', (_what, fields, gaps) => {
    expect(mailGaps({ ...whole, ...fields })).toEqual(gaps);
  });
});

describe('mailWarnings', () => {
  const kept = { state: 'received' as const, receivedAt: '2026-11-24T01:00:00.000Z', receivedOn: '2026-11-24' };
  const rules = { mailHandOverHours: 2, mailReturnDays: 30 };
  it.each<[string, Partial<MailItem>, string, string, string[]]>([
    ['at the second hour', {}, '2026-11-24T03:00:00.000Z', '2026-11-24', []],
    ['a moment after it', {}, '2026-11-24T03:00:00.001Z', '2026-11-24', ['tellLate']],
    ['once told', { state: 'told' }, '2026-11-24T09:00:00.000Z', '2026-11-24', []],
    ['on day twenty-nine', { state: 'told' }, '2026-12-23T09:00:00.000Z', '2026-12-23', []],
    ['on day thirty, over the turn of the month', { state: 'told' }, '2026-12-24T09:00:00.000Z', '2026-12-24', ['returnDue']],
    ['after it', { state: 'told' }, '2027-01-02T09:00:00.000Z', '2027-01-02', ['returnDue']],
    ['nobody told for thirty days', {}, '2026-12-24T09:00:00.000Z', '2026-12-24', ['tellLate', 'returnDue']],
    ['collected', { state: 'collected' }, '2026-12-24T09:00:00.000Z', '2026-12-24', []],
    ['returned', { state: 'returned' }, '2026-12-24T09:00:00.000Z', '2026-12-24', []],
  ])('%s', (_when, fields, now, today, warnings) => {
    expect(mailWarnings({ ...kept, ...fields }, now, today, rules)).toEqual(warnings);
  });
});

it.each([
  ['', true],
  ['1234', true],
  ['123X', true],
  ['123', false],
  ['12345', false],
  ['330106197001011234', false],
  ['12a4', false],
])('keeps of the collector’s ID the last four only: %s %s', (text, fits) => {
  expect(mailRecord.shape.collectorIdLastFour.safeParse(text).success).toBe(fits);
});
