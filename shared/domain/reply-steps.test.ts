import { describe, expect, it } from 'vitest';
import { BLANK } from './letter-text.ts';
import { openDuties } from './reply-delivery.ts';
import { replyBarcode, replyRecord, type ReplyLetter, type ReplyReview } from './reply-letter.ts';
import { agreedOn, approvalObstacles, isNeeded, mayReview } from './reply-review.ts';
import { enquiryDueOn, isWaiting, letterWeight, postedAt, replyStep, replyStepDueOn, submitObstacles } from './reply-steps.ts';

const TODAY = '2026-11-24';
const AT = '2026-11-24T01:00:00.000Z';

function letter(fields: Partial<ReplyLetter> = {}): ReplyLetter {
  const base = { id: 'r', createdAt: AT, createdBy: 'd', desk: 'A', changedAt: AT, draftedBy: 'd', textHash: 'h' };
  return { ...replyRecord.parse({ ...base, state: 'drafting', approval: null, completion: null, archive: null }), ...fields };
}

function agreed(fields: Partial<ReplyReview> = {}): ReplyReview {
  const decision = { decidedBy: 's', recordedBy: 'r', by: 'pin' as const, on: TODAY, evidence: '', opinion: '' };
  return { ...decision, as: 'supervisor', departmentId: '', onBehalfOf: '', outcome: 'agree', textHash: 'h', voidedAt: '', ...fields };
}

function posted(fields: Partial<ReplyLetter['postings'][number]> = {}): ReplyLetter['postings'] {
  return replyRecord.shape.postings.parse([{ form: 'registered', postedOn: '2026-11-20', ...fields }]);
}

describe('submitObstacles', () => {
  const whole = { title: 't', salutation: 's', body: 'b', postalName: 'n', postalAddress: 'a' };
  it.each([
    ['nothing', {}, []],
    ['the title', { title: ' ' }, ['title']],
    ['the salutation', { salutation: '' }, ['salutation']],
    ['the text', { body: '\n' }, ['body']],
    ['the addressee', { postalName: '' }, ['postalName']],
    ['the address', { postalAddress: '' }, ['postalAddress']],
    ['a word of the template', { body: `于${BLANK}完工` }, ['blanks']],
    ['a word of the title', { title: BLANK }, ['blanks']],
  ])('%s is missing', (_what, fields, obstacles) => {
    expect(submitObstacles({ ...whole, ...fields })).toEqual(obstacles);
  });
});

describe('replyStep', () => {
  const told = (role: 'marketingVP' | 'generalManager') => ({ personId: 'p', name: 'n', role, on: TODAY, by: 'b', how: 'h' });
  it.each<[ReplyLetter['state'], Partial<ReplyLetter>, string]>([
    ['drafting', {}, 'write'],
    ['inReview', {}, 'review'],
    ['inReview', { reviews: [agreed()] }, 'approve'],
    ['approved', {}, 'print'],
    ['printed', {}, 'post'],
    ['posted', { postings: posted() }, 'confirm'],
    ['posted', { postings: posted({ deliveredOn: TODAY, signedBy: 'mailRoom' }) }, 'confirm'],
    ['posted', { postings: posted({ deliveredOn: TODAY, signedBy: 'family' }) }, 'complete'],
    ['posted', { postings: posted({ enquiredOn: TODAY }) }, 'confirm'],
    ['posted', { postings: posted({ enquiredOn: TODAY, enquiryAnsweredOn: TODAY }) }, 'afterEnquiry'],
    ['posted', { postings: posted({ enquiryAnsweredOn: TODAY, deliveredOn: TODAY, signedBy: 'mailRoom' }) }, 'confirm'],
    ['posted', { postings: posted({ enquiryAnsweredOn: TODAY, deliveredOn: TODAY, signedBy: 'addressee' }) }, 'complete'],
    ['sentOnline', { postings: posted({ form: 'online' }) }, 'confirm'],
    ['sentOnline', {}, 'confirm'],
    ['confirmed', { postings: posted() }, 'complete'],
    ['sentBack', { postings: posted({ sentBackOn: TODAY }) }, 'postAgain'],
    ['complete', {}, 'tell'],
    ['complete', { tellings: [told('marketingVP')] }, 'tell'],
    ['complete', { tellings: [told('marketingVP'), told('generalManager')] }, 'archive'],
    ['archived', {}, 'none'],
    ['withdrawn', {}, 'none'],
  ])('%s with %o waits for: %s', (state, fields, step) => {
    expect(replyStep(letter({ state, ...fields }))).toBe(step);
  });
});

describe('Today', () => {
  const waiting = (fields: Partial<ReplyLetter>) => isWaiting(letter({ state: 'posted', postings: posted(), ...fields }), TODAY);
  it('shows a confirmation from its day on (1:3.6), and everything else that waits at once', () => {
    expect(waiting({ confirmDueOn: '2026-11-25' })).toBe(false);
    expect(waiting({ confirmDueOn: TODAY })).toBe(true);
    expect(waiting({ state: 'printed', confirmDueOn: '2026-11-25' })).toBe(true);
    expect(waiting({ state: 'archived', confirmDueOn: TODAY })).toBe(false);
    expect(waiting({ postings: posted({ enquiryAnsweredOn: TODAY }), confirmDueOn: '2026-11-25' })).toBe(true);
  });
  it.each<[ReplyLetter['state'], string]>([
    ['drafting', '2026-11-30'],
    ['inReview', '2026-11-30'],
    ['approved', '2026-11-30'],
    ['printed', '2026-11-30'],
    ['posted', '2026-11-26'],
    ['sentBack', ''],
    ['complete', ''],
  ])('what is due while %s: %s', (state, dueOn) => {
    expect(replyStepDueOn(letter({ state, postings: posted(), confirmDueOn: '2026-11-26' }), '2026-11-30')).toBe(dueOn);
  });
});

describe('enquiryDueOn (DOMAIN §5, 7)', () => {
  const asked = { enquiredOn: '2026-10-25', enquiryAnswerDueOn: TODAY };
  const said = (outcome: 'hasIt' | 'hasNot') => [{ at: AT, by: 'b', phone: '', spokenTo: 'n', outcome, note: '' }];
  it.each<[string, Partial<ReplyLetter>, string]>([
    ['on its day', { postings: posted(asked) }, TODAY],
    ['after it', { postings: posted({ ...asked, enquiryAnswerDueOn: '2026-11-23' }) }, '2026-11-23'],
    ['before it', { postings: posted({ ...asked, enquiryAnswerDueOn: '2026-11-25' }) }, ''],
    ['answered', { postings: posted({ ...asked, enquiryAnsweredOn: TODAY }) }, ''],
    ['never asked', { postings: posted() }, ''],
    ['not posted', { state: 'printed' }, ''],
    ['posted again since', { postings: [...posted(asked), ...posted()] }, ''],
    ['come back', { state: 'sentBack', postings: posted({ ...asked, sentBackOn: TODAY }) }, ''],
    ['signed for at the mail room', { postings: posted({ ...asked, deliveredOn: TODAY, signedBy: 'mailRoom' }) }, TODAY],
    ['signed for by the addressee', { postings: posted({ ...asked, deliveredOn: TODAY, signedBy: 'addressee' }) }, ''],
    ['the customer has not', { postings: posted(asked), confirmations: said('hasNot') }, TODAY],
    ['the customer has', { postings: posted(asked), confirmations: said('hasIt') }, ''],
    ['complete on the supervisor’s word', { state: 'complete', postings: posted(asked) }, TODAY],
    ['complete on the customer’s word', { state: 'complete', postings: posted(asked), confirmations: said('hasIt') }, ''],
    ['archived', { state: 'archived', postings: posted(asked) }, ''],
  ])('%s: %s', (_when, fields, dueOn) => {
    expect(enquiryDueOn(letter({ state: 'posted', ...fields }), TODAY, 'Asia/Shanghai')).toBe(dueOn);
  });
});

it('the day of posting begins at the desk’s own midnight', () => {
  expect(postedAt({ postings: posted() }, 'Asia/Shanghai')).toBe('2026-11-19T16:00:00.000Z');
  expect(postedAt({ postings: [] }, 'Asia/Shanghai')).toBe('');
});

it.each([
  [1, 'DL', 11],
  [6, 'DL', 33],
  [7, 'C5', 43],
] as const)('%i sheets go into a %s envelope and weigh %i g', (sheets, envelope, grams) => {
  expect(letterWeight(sheets)).toEqual({ envelope, grams });
});

it.each([
  [0, ''],
  [12, 'KH-2026-0012'],
  [12345, 'KH-2026-12345'],
])('the bar code of number %i: %s', (numberSerial, text) => {
  expect(replyBarcode({ numberYear: 2026, numberSerial })).toBe(text);
});

describe('who speaks, and about what (1:3.3, 1:3.4)', () => {
  it('the last agreement on this very text says from when on it can be approved', () => {
    expect(agreedOn({ reviews: [], textHash: 'h' })).toBe('');
    const reviews = [
      agreed({ on: '2026-11-22' }),
      agreed({ on: '2026-11-21' }),
      agreed({ on: '2026-11-23', voidedAt: AT }),
      agreed({ on: '2026-11-23', textHash: 'other' }),
      agreed({ on: '2026-11-23', outcome: 'return' }),
    ];
    expect(agreedOn({ reviews, textHash: 'h' })).toBe('2026-11-22');
  });
  it.each([
    ['the supervisor', { as: 'supervisor' as const, departmentId: '' }, true],
    ['the department concerned', { as: 'departmentHead' as const, departmentId: 'a' }, true],
    ['another department', { as: 'departmentHead' as const, departmentId: 'b' }, false],
    ['the lawyer', { as: 'lawyer' as const, departmentId: '' }, false],
  ])('asked: %s', (_who, review, needed) => {
    expect(isNeeded({ concernsProperty: false, legalQuestion: false, departmentIds: ['a'] }, review)).toBe(needed);
  });
  it('whoever holds a role speaks in it; a head for the own department only', () => {
    const departments = [
      { id: 'a', headId: 'p' },
      { id: 'b', headId: 'q' },
    ];
    const person = { id: 'p', departmentId: 'a', roles: ['departmentHead' as const, 'lawyer' as const], active: true };
    expect(mayReview(person, { as: 'lawyer', departmentId: '' }, [])).toBe(true);
    expect(mayReview(person, { as: 'departmentHead', departmentId: 'a' }, departments)).toBe(true);
    expect(mayReview(person, { as: 'departmentHead', departmentId: 'b' }, departments)).toBe(false);
    expect(mayReview({ ...person, active: false }, { as: 'lawyer', departmentId: '' }, [])).toBe(false);
  });
  it('nobody approves what they wrote any version of', () => {
    const [version] = replyRecord.shape.versions.parse([{ version: 1, at: AT, by: 'm', textHash: 'h' }]);
    const manager = { id: 'm', roles: ['marketingManager'] as const, active: true };
    const ready = letter({ state: 'inReview', body: 'b', reviews: [agreed()] });
    const rules = { drafterMayApprove: false };
    expect(approvalObstacles({ ...ready, versions: version === undefined ? [] : [{ ...version, by: 'x' }] }, manager, rules)).toEqual([]);
    expect(approvalObstacles({ ...ready, versions: version === undefined ? [] : [version] }, manager, rules)).toEqual(['isDrafter']);
    expect(approvalObstacles({ ...ready, draftedBy: 'm' }, manager, rules)).toEqual(['isDrafter']);
    expect(approvalObstacles({ ...ready, draftedBy: 'm' }, manager, { drafterMayApprove: true })).toEqual([]);
  });
});

describe('what is still to be done with a complete letter (1:3.5, 1:3.7, 1:3.8)', () => {
  const told = (role: 'marketingVP' | 'generalManager') => ({ personId: 'p', name: 'n', role, on: TODAY, by: 'b', how: 'h' });
  const copy = (to: 'marketingCustomerCentre' | 'propertySide') => ({
    to,
    excerptOnly: false,
    excerptReason: '',
    on: TODAY,
    by: 'b',
    receivedBy: 'r',
  });
  it.each<[string, Partial<ReplyLetter>, string[]]>([
    ['one was told', { tellings: [told('generalManager')] }, ['tellMarketingVP', 'sendCopy', 'archive']],
    ['the other was told', { tellings: [told('marketingVP')] }, ['tellGeneralManager', 'sendCopy', 'archive']],
    ['a copy went elsewhere', { copies: [copy('propertySide')] }, ['tellMarketingVP', 'tellGeneralManager', 'sendCopy', 'archive']],
    ['the copy is sent', { copies: [copy('marketingCustomerCentre')] }, ['tellMarketingVP', 'tellGeneralManager', 'archive']],
    ['it is not complete yet', { state: 'confirmed' }, []],
  ])('%s', (_what, fields, duties) => {
    expect(openDuties(letter({ state: 'complete', handledBy: 'propertyCompany', ...fields }))).toEqual(duties);
  });
});
