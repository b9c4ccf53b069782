import { expect, it } from 'vitest';
import { replyRecord, type ReplyLetter, type SendingForm } from '../../../shared/domain/reply-letter.ts';
import { aboutWhat, possibleDialogs, replyOffers } from './reply-offers.ts';

const AT = '2026-11-24T01:00:00.000Z';
const base = { id: 'r', createdAt: AT, changedAt: AT, desk: 'A', draftedBy: 'd', textHash: 'h', number: '客函〔2026〕1号' };
const decision = { decidedBy: 'm', recordedBy: 'm', by: 'pin', on: '2026-11-24', evidence: '', opinion: '', onBehalfOf: '', textHash: 'h' };

function sent(state: ReplyLetter['state'], form: SendingForm, fields: object = {}): ReplyLetter {
  const postings = [{ form, postedOn: '2026-11-24', ...fields }];
  return replyRecord.parse({ ...base, state, approval: decision, completion: null, archive: null, postings });
}

/** What is offered of a letter sent so, once the steps and papers every letter has are left out. */
function offeredBeside(letter: ReplyLetter): string[] {
  const { first, more } = replyOffers(letter, ['receptionist']);
  return [...first, ...more].filter((choice) => ['postAgain', 'delivered', 'sentBack', 'enquire', 'answer', 'copy'].includes(choice));
}

it.each<[ReplyLetter['state'], SendingForm, object, string[]]>([
  ['posted', 'registered', {}, ['delivered', 'sentBack', 'enquire']],
  ['posted', 'courier', {}, ['delivered', 'sentBack', 'enquire']],
  ['posted', 'registered', { enquiredOn: '2026-11-24' }, ['delivered', 'sentBack', 'answer']],
  [
    'posted',
    'registered',
    { enquiredOn: '2026-11-24', enquiryAnsweredOn: '2026-11-24' },
    ['postAgain', 'delivered', 'sentBack', 'enquire'],
  ],
  // Nobody carried it: there is nobody to ask.
  ['posted', 'byHand', {}, ['delivered', 'sentBack']],
  ['sentOnline', 'online', {}, []],
  ['confirmed', 'registered', {}, ['delivered', 'enquire']],
  ['confirmed', 'online', {}, []],
  ['sentBack', 'registered', { sentBackOn: '2026-11-24' }, ['postAgain', 'enquire']],
  ['complete', 'ems', {}, ['delivered', 'enquire']],
  ['complete', 'byHand', {}, ['delivered']],
  ['complete', 'online', {}, []],
])('of a letter %s, sent %s, %o, there are: %j', (state, form, fields, choices) => {
  expect(offeredBeside(sent(state, form, fields))).toEqual(choices);
});

it.each<[ReplyLetter['state'], object, boolean]>([
  ['posted', {}, false],
  ['posted', { enquiredOn: '2026-11-24' }, false],
  ['posted', { enquiredOn: '2026-11-24', enquiryAnsweredOn: '2026-11-24' }, true],
  ['posted', { enquiryAnsweredOn: '2026-11-24', deliveredOn: '2026-11-24', signedBy: 'family' }, false],
  ['sentBack', { sentBackOn: '2026-11-24' }, true],
  ['confirmed', {}, false],
])('a letter %s, %o, may be withdrawn once it is known not to have arrived: %s (DOMAIN §5)', (state, fields, offered) => {
  const { first, more } = replyOffers(sent(state, 'registered', fields), ['assistant']);
  expect([...first, ...more].includes('withdraw')).toBe(offered);
});

it.each<[Partial<ReplyLetter>, boolean]>([
  [{}, false],
  [{ concernsProperty: true }, true],
  [{ handledBy: 'propertyCompany' }, true],
])('a copy of a letter with %o is offered where the procedure asks for one: %s (1:3.7)', (fields, copied) => {
  for (const state of ['posted', 'confirmed', 'complete'] as const) {
    const letter = { ...sent(state, 'registered'), ...fields };
    expect(offeredBeside(letter).includes('copy')).toBe(copied);
    const copies: ReplyLetter['copies'] = [
      { to: 'propertySide', excerptOnly: false, excerptReason: '', on: '2026-11-24', by: 'd', receivedBy: 'p' },
      { to: 'marketingCustomerCentre', excerptOnly: false, excerptReason: '', on: '2026-11-24', by: 'd', receivedBy: 'm' },
    ];
    expect(offeredBeside({ ...letter, copies }).includes('copy')).toBe(false);
  }
});

/** Which dialogs that were begun on one letter can be gone on with on another state of it. */
function stillOpen(begun: ReplyLetter, now: ReplyLetter, dialogs: readonly (keyof ReturnType<typeof possibleDialogs>)[]): string[] {
  const looker = { roles: ['receptionist'] as const, may: () => true };
  return dialogs.filter((dialog) => possibleDialogs(now, looker, aboutWhat(begun, dialog))[dialog]);
}

it('what was typed about a text is no word on another text', () => {
  const begun = sent('inReview', 'registered');
  const about = ['review', 'returnByManager', 'recall'] as const;
  expect(stillOpen(begun, begun, about)).toEqual(['review', 'returnByManager', 'recall']);
  expect(stillOpen(begun, { ...begun, textHash: 'another' }, about)).toEqual([]);
});

it('what was typed about one posting is nothing of the next', () => {
  const begun = sent('posted', 'registered');
  const again = { ...begun, postings: [...begun.postings, ...begun.postings] };
  const about = ['confirm', 'delivered', 'sentBack', 'enquire', 'complete'] as const;
  expect(stillOpen(begun, begun, about)).toEqual(about);
  expect(stillOpen(begun, again, about)).toEqual([]);
});

it('the word that would have completed a letter is not dropped unread once it needs none', () => {
  const begun = sent('posted', 'registered');
  const signed = sent('posted', 'registered', { deliveredOn: '2026-11-25', signedBy: 'addressee' });
  expect(stillOpen(begun, signed, ['complete'])).toEqual([]);
  expect(stillOpen(begun, sent('confirmed', 'registered'), ['complete'])).toEqual([]);
  expect(stillOpen(signed, signed, ['complete'])).toEqual(['complete']);
});

it('a step that has been taken is not open any more', () => {
  const posted = sent('posted', 'registered');
  expect(stillOpen(posted, posted, ['seal', 'post', 'tell', 'archive', 'withdraw'])).toEqual([]);
});
