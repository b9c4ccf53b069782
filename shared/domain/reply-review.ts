import { headsDepartment, holdsRole, type Role } from './person.ts';
import type { ReplyLetter, ReplyReview, ReviewRole } from './reply-letter.ts';

/** A review the letter needs: somebody with this role, for `departmentHead` the head of this department. */
export interface NeededReview {
  as: ReviewRole;
  /** `''` unless the role is `departmentHead`. */
  departmentId: string;
}

/**
 * Who must agree before approval (1:3.3): site director and property manager when it concerns the property side, the
 * supervisor of the customer centre always, the head of each department concerned, the lawyer for a legal question.
 */
export function neededReviews(letter: Pick<ReplyLetter, 'concernsProperty' | 'legalQuestion' | 'departmentIds'>): NeededReview[] {
  const reviews: NeededReview[] = [];
  if (letter.concernsProperty) {
    reviews.push({ as: 'siteDirector', departmentId: '' }, { as: 'propertyManager', departmentId: '' });
  }
  reviews.push({ as: 'supervisor', departmentId: '' });
  for (const departmentId of new Set(letter.departmentIds)) reviews.push({ as: 'departmentHead', departmentId });
  if (letter.legalQuestion) reviews.push({ as: 'lawyer', departmentId: '' });
  return reviews;
}

/** Whether this review is among those the letter needs. */
export function isNeeded(letter: Parameters<typeof neededReviews>[0], review: NeededReview): boolean {
  return neededReviews(letter).some((needed) => needed.as === review.as && needed.departmentId === review.departmentId);
}

function standsFor(review: ReplyReview, needed: NeededReview, textHash: string): boolean {
  return (
    review.outcome === 'agree' &&
    review.voidedAt === '' &&
    review.textHash === textHash &&
    review.as === needed.as &&
    review.departmentId === needed.departmentId
  );
}

/** The agreements still missing on the very text as it stands now. */
export function missingReviews(
  letter: Pick<ReplyLetter, 'concernsProperty' | 'legalQuestion' | 'departmentIds' | 'reviews' | 'textHash'>,
): NeededReview[] {
  return neededReviews(letter).filter((needed) => !letter.reviews.some((review) => standsFor(review, needed, letter.textHash)));
}

/** Day of the last agreement on the very text as it stands now: nobody approves before it. `''` when nobody has agreed. */
export function agreedOn(letter: Pick<ReplyLetter, 'reviews' | 'textHash'>): string {
  const standing = letter.reviews.filter(
    (review) => review.outcome === 'agree' && review.voidedAt === '' && review.textHash === letter.textHash,
  );
  return (
    standing
      .map((review) => review.on)
      .toSorted()
      .at(-1) ?? ''
  );
}

/**
 * Who may speak in a review: holds the role now, and for a department whoever gives its head's word in everything else.
 * Asked of the person represented when a deputy speaks.
 */
export function mayReview(
  person: Parameters<typeof headsDepartment>[0],
  needed: NeededReview,
  departments: readonly Parameters<typeof headsDepartment>[1][],
): boolean {
  if (needed.as !== 'departmentHead') return holdsRole(person, needed.as);
  return departments.some((department) => department.id === needed.departmentId && headsDepartment(person, department));
}

/** A return or a changed text voids every agreement given so far; the reviews themselves stay as evidence (DOMAIN §5, 2). */
export function voidAgreements(reviews: readonly ReplyReview[], at: string): ReplyReview[] {
  return reviews.map((review) => (review.outcome === 'agree' && review.voidedAt === '' ? { ...review, voidedAt: at } : review));
}

export const APPROVAL_OBSTACLES = ['notInReview', 'notMarketingManager', 'isDrafter', 'reviewsMissing', 'textEmpty'] as const;
export type ApprovalObstacle = (typeof APPROVAL_OBSTACLES)[number];

/**
 * What stands against approval by this person (1:3.4): only the marketing manager, only when all reviews agree on the
 * text, and by default never whoever wrote any version of it.
 */
export function approvalObstacles(
  letter: Pick<
    ReplyLetter,
    'state' | 'concernsProperty' | 'legalQuestion' | 'departmentIds' | 'reviews' | 'textHash' | 'draftedBy' | 'versions' | 'body'
  >,
  person: { id: string; roles: readonly Role[]; active: boolean },
  rules: { drafterMayApprove: boolean },
): ApprovalObstacle[] {
  const obstacles: ApprovalObstacle[] = [];
  if (letter.state !== 'inReview') obstacles.push('notInReview');
  if (!holdsRole(person, 'marketingManager')) obstacles.push('notMarketingManager');
  const wroteIt = letter.draftedBy === person.id || letter.versions.some((version) => version.by === person.id);
  if (wroteIt && !rules.drafterMayApprove) obstacles.push('isDrafter');
  if (missingReviews(letter).length > 0) obstacles.push('reviewsMissing');
  if (letter.body.trim() === '') obstacles.push('textEmpty');
  return obstacles;
}

/** Whether the letter may be printed, posted or sent: approved, and the text is still the very one that was approved. */
export function mayLeaveTheHouse(letter: Pick<ReplyLetter, 'approval' | 'textHash' | 'number'>): boolean {
  return letter.approval !== null && letter.approval.textHash === letter.textHash && letter.number !== '';
}
