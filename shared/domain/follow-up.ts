import { z } from 'zod';
import { instant, line, numbered, paragraph, recordBase, reference } from './fields.ts';
import type { RuleSettings } from './settings.ts';

/** Follow-up 回访 of a finished order, and spot checks of other departments' follow-ups (DOMAIN §7; 4:职责4, 职权2). */

export const FOLLOW_UP_OUTCOMES = ['reached', 'notReached', 'refused', 'notNeeded'] as const;
export const OVERALL_MARKS = ['satisfied', 'fairly', 'notSatisfied'] as const;
export const FOLLOW_UP_MARKS = ['inTime', 'quality', 'manner', 'chargeAsAgreed', 'leftClean'] as const;
export type FollowUpMark = (typeof FOLLOW_UP_MARKS)[number];

const mark = z.enum(['', 'yes', 'no']).default('');

export const followUpInput = z.object({
  orderId: reference,
  orderNumber: line,
  /** A form instead of an order: 综合报事 of other departments. */
  formId: reference,
  unit: line,
  spokenTo: line,
  means: z.enum(['', 'call', 'visit']).default(''),
  /** `notNeeded`: a public area, where there is nobody to ask. */
  outcome: z.enum(['', ...FOLLOW_UP_OUTCOMES]).default(''),
  marks: z.object({ inTime: mark, quality: mark, manner: mark, chargeAsAgreed: mark, leftClean: mark }),
  overall: z.enum(['', ...OVERALL_MARKS]).default(''),
  opinion: paragraph,
  at: instant,
  /** A spot check of another department's own follow-up: what that department had recorded, and whether it agrees. */
  spotCheck: z.boolean().default(false),
  agreesWithDepartment: z.enum(['', 'yes', 'no']).default(''),
  note: paragraph,
});
export type FollowUpInput = z.infer<typeof followUpInput>;

export const followUpRecord = recordBase.extend({
  ...followUpInput.shape,
  ...numbered.shape,
  doneOn: line,
  by: reference,
  reworkOrderId: reference,
  reworkOrderNumber: line,
});
export type FollowUp = z.infer<typeof followUpRecord>;

/**
 * Whether the follow-ups of one order settle it: the last customer reached was not dissatisfied, or would not answer, or
 * nobody is to be asked; or nobody was reached in so many tries. Not satisfied → called again, where the rules say so
 * (DOMAIN §7 [D]).
 */
export function followUpSettled(
  followUps: readonly Pick<FollowUp, 'outcome' | 'overall' | 'at' | 'spotCheck'>[],
  rules: Pick<RuleSettings, 'followUpTries' | 'notSatisfied'>,
): boolean {
  const own = followUps.filter((followUp) => !followUp.spotCheck).toSorted((left, right) => left.at.localeCompare(right.at));
  const answered = own.findLast((followUp) => followUp.outcome !== 'notReached' && followUp.outcome !== '');
  if (answered === undefined) return own.filter((followUp) => followUp.outcome === 'notReached').length >= rules.followUpTries;
  return (
    answered.outcome !== 'reached' || (answered.overall !== '' && (answered.overall !== 'notSatisfied' || rules.notSatisfied === 'settled'))
  );
}

export type FollowUpGap = 'outcome' | 'means' | 'spokenTo' | 'overall' | 'opinion' | 'agreesWithDepartment';

/**
 * What a follow-up lacks to be a record: a dissatisfied customer's opinion is asked for, and of a spot check whether the
 * department's own record agrees with what the customer said (4:职权2).
 */
export function followUpGaps(
  followUp: Pick<FollowUpInput, 'outcome' | 'means' | 'spokenTo' | 'overall' | 'opinion' | 'spotCheck' | 'agreesWithDepartment'>,
): FollowUpGap[] {
  if (followUp.outcome === '') return ['outcome'];
  if (followUp.outcome === 'notNeeded') return [];
  const gaps: FollowUpGap[] = [];
  if (followUp.means === '') gaps.push('means');
  if (followUp.outcome !== 'reached') return gaps;
  if (followUp.spokenTo.trim() === '') gaps.push('spokenTo');
  if (followUp.overall === '') gaps.push('overall');
  if (followUp.overall === 'notSatisfied' && followUp.opinion.trim() === '') gaps.push('opinion');
  if (followUp.spotCheck && followUp.agreesWithDepartment === '') gaps.push('agreesWithDepartment');
  return gaps;
}
