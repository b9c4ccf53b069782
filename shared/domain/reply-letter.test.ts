import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Role } from './person.ts';
import { defaultHandler, replyInput, replyTextHash, type ReplyReview } from './reply-letter.ts';
import {
  completionGround,
  confirmDueOn,
  enquiryAnswerDueOn,
  enquiryUntil,
  lostLetterCompensation,
  neededCopy,
  nextConfirmationOn,
  openDuties,
  provesDelivery,
} from './reply-delivery.ts';
import { approvalObstacles, mayLeaveTheHouse, mayReview, missingReviews, neededReviews, voidAgreements } from './reply-review.ts';
import year2026 from '../../resources/holidays/2026.json';

const text = replyInput.parse({ title: '关于车位漏水的回函', body: '您好' });
const hash = replyTextHash(text);

function agree(as: ReplyReview['as'], departmentId = '', textHash = hash): ReplyReview {
  return {
    as,
    departmentId,
    onBehalfOf: '',
    outcome: 'agree',
    textHash,
    voidedAt: '',
    decidedBy: as,
    recordedBy: 'r',
    by: 'pin',
    on: '2026-11-24',
    evidence: '',
    opinion: '',
  };
}
const flags = { concernsProperty: true, legalQuestion: true, departmentIds: ['engineering', 'engineering', 'security'] };
const allAgree = [
  agree('siteDirector'),
  agree('propertyManager'),
  agree('supervisor'),
  agree('departmentHead', 'engineering'),
  agree('departmentHead', 'security'),
  agree('lawyer'),
];

describe('neededReviews (1:3.3)', () => {
  it('is the supervisor alone for a plain matter', () => {
    expect(neededReviews({ concernsProperty: false, legalQuestion: false, departmentIds: [] })).toEqual([
      { as: 'supervisor', departmentId: '' },
    ]);
  });
  it('adds the property side, each department once, and the lawyer', () => {
    expect(neededReviews(flags).map((needed) => `${needed.as}:${needed.departmentId}`)).toEqual([
      'siteDirector:',
      'propertyManager:',
      'supervisor:',
      'departmentHead:engineering',
      'departmentHead:security',
      'lawyer:',
    ]);
  });
});

describe('missingReviews', () => {
  it('is empty when all agree on this text', () => {
    expect(missingReviews({ ...flags, reviews: allAgree, textHash: hash })).toEqual([]);
  });
  it('is everything after a return or a changed text', () => {
    const voided = voidAgreements(allAgree, '2026-11-24T08:00:00.000Z');
    expect(missingReviews({ ...flags, reviews: voided, textHash: hash })).toHaveLength(6);
    expect(missingReviews({ ...flags, reviews: allAgree, textHash: replyTextHash({ ...text, body: '您好!' }) })).toHaveLength(6);
  });
  it('one department does not speak for another', () => {
    const reviews = allAgree.filter((review) => review.departmentId !== 'security');
    expect(missingReviews({ ...flags, reviews, textHash: hash })).toEqual([{ as: 'departmentHead', departmentId: 'security' }]);
  });
  it('keeps voided agreements as evidence', () => {
    expect(voidAgreements(voidAgreements(allAgree, '1'), '2').every((review) => review.voidedAt === '1')).toBe(true);
  });
});

describe('replyTextHash', () => {
  it('covers every printed word and nothing else', () => {
    expect(replyTextHash({ ...text, title: 'x' })).not.toBe(hash);
    expect(replyTextHash({ ...text, postalAddress: 'x' })).not.toBe(hash);
    expect(replyTextHash(Object.assign({}, text, { note: 'x', legalQuestion: true }))).toBe(hash);
  });
});

describe('mayReview', () => {
  const departments = [{ id: 'engineering', headId: 'zhou' }];
  const head = { id: 'zhou', departmentId: '', roles: ['departmentHead'] as Role[], active: true };
  it.each([
    ['the head for the own department', head, 'engineering', true],
    ['the head for another', head, 'security', false],
    ['the head of the roster without the role', { ...head, roles: [] }, 'engineering', true],
    ['a head by role in it', { ...head, id: 'wang', departmentId: 'engineering' }, 'engineering', true],
    ['a head by role elsewhere', { ...head, id: 'wang', departmentId: 'security' }, 'engineering', false],
    ['somebody who left', { ...head, active: false }, 'engineering', false],
    ['a head of nothing', { ...head, id: 'wang' }, 'engineering', false],
  ])('%s: %s %s', (_name, person, departmentId, may) => {
    expect(mayReview(person, { as: 'departmentHead', departmentId }, departments)).toBe(may);
  });
});

describe('approvalObstacles (1:3.4)', () => {
  const letter = { ...flags, state: 'inReview' as const, reviews: allAgree, textHash: hash, draftedBy: 'd', versions: [], body: text.body };
  const manager = { id: 'm', roles: ['marketingManager'] satisfies Role[], active: true };
  const rules = { drafterMayApprove: false };
  it('has none for the marketing manager when all agree', () => {
    expect(approvalObstacles(letter, manager, rules)).toEqual([]);
  });
  it('names each obstacle', () => {
    expect(approvalObstacles({ ...letter, state: 'drafting' }, manager, rules)).toEqual(['notInReview']);
    expect(approvalObstacles(letter, { ...manager, roles: ['supervisor'] }, rules)).toEqual(['notMarketingManager']);
    expect(approvalObstacles({ ...letter, draftedBy: 'm' }, manager, rules)).toEqual(['isDrafter']);
    expect(approvalObstacles({ ...letter, draftedBy: 'm' }, manager, { drafterMayApprove: true })).toEqual([]);
    expect(approvalObstacles({ ...letter, reviews: [] }, manager, rules)).toEqual(['reviewsMissing']);
    expect(approvalObstacles({ ...letter, body: ' ' }, manager, rules)).toEqual(['textEmpty']);
  });
});

describe('mayLeaveTheHouse', () => {
  it('asks for approval of the very text, and a number', () => {
    const approval = { ...agree('supervisor'), textHash: hash };
    expect(mayLeaveTheHouse({ approval, textHash: hash, number: '客函〔2026〕1号' })).toBe(true);
    expect(mayLeaveTheHouse({ approval, textHash: 'other', number: '客函〔2026〕1号' })).toBe(false);
    expect(mayLeaveTheHouse({ approval: null, textHash: hash, number: '客函〔2026〕1号' })).toBe(false);
    expect(mayLeaveTheHouse({ approval, textHash: hash, number: '' })).toBe(false);
  });
});

describe('confirmation and completion', () => {
  it('the third day after 25 November 2026 is a Saturday: Monday the 30th', () => {
    expect(confirmDueOn('2026-11-25', 'calendarDays', [year2026])).toEqual({ date: '2026-11-30', beyondTable: false });
    expect(confirmDueOn('2026-11-25', 'workingDays', [year2026])).toEqual({ date: '2026-11-30', beyondTable: false });
    // A Monday: Thursday either way; a Friday: Monday, or the Wednesday after.
    expect(confirmDueOn('2026-11-23', 'calendarDays', [year2026]).date).toBe('2026-11-26');
    expect(confirmDueOn('2026-11-23', 'workingDays', [year2026]).date).toBe('2026-11-26');
    expect(confirmDueOn('2026-11-27', 'calendarDays', [year2026]).date).toBe('2026-11-30');
    expect(confirmDueOn('2026-11-27', 'workingDays', [year2026]).date).toBe('2026-12-02');
    expect(nextConfirmationOn('2026-11-27', [year2026])).toEqual({ date: '2026-11-30', beyondTable: false });
  });
  const posting = {
    form: 'registered' as const,
    postalNumber: 'XA12345678533',
    receiptNumber: '0458821',
    postedOn: '2026-11-25',
    postOffice: '',
    weightGrams: 20,
    chargesFen: 420,
    returnReceipt: false,
    onlineReason: '',
    onlineAddress: '',
    international: false,
    postedBy: '',
    postingListId: '',
    deliveredOn: '',
    signedBy: '' as const,
    deliveryNote: '',
    sentBackOn: '',
    sentBackReason: '',
    enquiredOn: '',
    enquiryAnswerDueOn: '',
    enquiryAnsweredOn: '',
    enquiryResult: '',
  };
  const call = { at: '2026-11-30T01:00:00.000Z', by: 'r', phone: '', spokenTo: '', outcome: 'hasIt' as const, note: '' };
  const postedAt = '2026-11-25T08:00:00.000Z';
  it.each([
    ['addressee', true],
    ['family', true],
    ['mailRoom', false],
    ['property', false],
    ['stamp', false],
    ['other', false],
    ['', false],
  ] as const)('signed by %s proves delivery: %s', (signedBy, proves) => {
    expect(provesDelivery({ signedBy, deliveredOn: '2026-11-27', sentBackOn: '' })).toBe(proves);
  });
  it('is complete by phone, signature or word, and not by a call before the posting', () => {
    expect(completionGround({ postings: [posting], confirmations: [] }, null, postedAt)).toBeNull();
    expect(completionGround({ postings: [posting], confirmations: [call] }, null, postedAt)).toBe('phone');
    expect(
      completionGround({ postings: [posting], confirmations: [{ ...call, at: '2026-11-24T01:00:00.000Z' }] }, null, postedAt),
    ).toBeNull();
    expect(completionGround({ postings: [posting], confirmations: [{ ...call, outcome: 'hasNot' }] }, null, postedAt)).toBeNull();
    expect(
      completionGround({ postings: [{ ...posting, deliveredOn: '2026-11-27', signedBy: 'family' }], confirmations: [] }, null, postedAt),
    ).toBe('signed');
    expect(completionGround({ postings: [posting], confirmations: [] }, { opinion: '当面确认' }, postedAt)).toBe('supervisor');
    expect(completionGround({ postings: [posting], confirmations: [] }, { opinion: ' ' }, postedAt)).toBeNull();
  });
  it('enquiry limits and compensation', () => {
    expect(enquiryUntil({ postedOn: '2026-11-25', international: false })).toBe('2027-11-25');
    expect(enquiryUntil({ postedOn: '2028-02-29', international: false })).toBe('2029-02-28');
    expect(enquiryUntil({ postedOn: '2026-11-25', international: true })).toBe('2027-05-24');
    expect(enquiryAnswerDueOn('2026-12-01', false)).toBe('2026-12-31');
    expect(enquiryAnswerDueOn('2026-12-01', true)).toBe('2027-01-30');
    expect(lostLetterCompensation({ form: 'registered', chargesFen: 420 })).toBe(1260);
    expect(lostLetterCompensation({ form: 'courier', chargesFen: 420 })).toBe(0);
  });
  it('tells both, copies, archives', () => {
    const complete = {
      state: 'complete' as const,
      tellings: [],
      copies: [],
      handledBy: 'marketingCustomerCentre' as const,
      concernsProperty: true,
    };
    expect(openDuties(complete)).toEqual(['tellMarketingVP', 'tellGeneralManager', 'sendCopy', 'archive']);
    expect(openDuties({ ...complete, concernsProperty: false })).toEqual(['tellMarketingVP', 'tellGeneralManager', 'archive']);
  });
  it.each([
    ['propertyCompany', false, 'marketingCustomerCentre'],
    ['propertyCompany', true, 'marketingCustomerCentre'],
    ['marketingCustomerCentre', true, 'propertySide'],
    ['marketingCustomerCentre', false, null],
  ] as const)('handled by %s, property %s → copy to %s (1:3.7)', (handledBy, concernsProperty, to) => {
    expect(neededCopy({ handledBy, concernsProperty })).toBe(to);
  });
  it.each([
    [true, '2024-01-01', 'propertyCompany'],
    [true, '2026-11-23', 'propertyCompany'],
    [true, '2026-11-24', 'marketingCustomerCentre'],
    [true, '2027-01-01', 'marketingCustomerCentre'],
    [true, '', 'marketingCustomerCentre'],
    [false, '2024-01-01', 'marketingCustomerCentre'],
  ] as const)('repair %s, handed over %s → %s (1:3.7.1)', (engineeringRepair, handoverDate, handler) => {
    expect(defaultHandler({ engineeringRepair, handoverDate }, '2026-11-23')).toBe(handler);
  });
});

describe('no order of agreeing, returning and rewriting', () => {
  it('lets a text be approved that not everybody agreed to', () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant('agree' as const), who: fc.integer({ min: 0, max: 5 }) }),
      fc.record({ kind: fc.constant('return' as const), who: fc.integer({ min: 0, max: 5 }) }),
      fc.record({ kind: fc.constant('rewrite' as const), who: fc.integer({ min: 0, max: 2 }) }),
    );
    const manager = { id: 'm', roles: ['marketingManager'] satisfies Role[], active: true };
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let body = text.body;
        let reviews: ReplyReview[] = [];
        let agreed = new Set<string>();
        for (const { kind, who } of steps) {
          const now = replyTextHash({ ...text, body });
          const review = allAgree[who];
          if (kind === 'agree' && review !== undefined) {
            reviews = [...reviews, { ...review, textHash: now }];
            agreed.add(`${review.as}/${review.departmentId}`);
          } else if (kind === 'return') {
            reviews = voidAgreements(reviews, 'now');
            agreed = new Set();
          } else if (kind === 'rewrite') {
            const next = `v${who}`;
            if (next !== body) {
              reviews = voidAgreements(reviews, 'now');
              agreed = new Set();
            }
            body = next;
          }
        }
        const letter = {
          ...flags,
          state: 'inReview' as const,
          reviews,
          textHash: replyTextHash({ ...text, body }),
          draftedBy: 'd',
          versions: [],
          body,
        };
        const open = approvalObstacles(letter, manager, { drafterMayApprove: false }).length === 0;
        expect(open).toBe(agreed.size === 6);
      }),
    );
  });
});
