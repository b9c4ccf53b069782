import { z } from 'zod';
import { instant, line, localDate, numbered, paragraph, recordBase, reference, scans } from './fields.ts';

/** Checks 综合检查记录 (DOMAIN §8; procedure 3). When they are due: `check-due.ts`. */

export const CHECK_KINDS = [
  'receptionLog',
  'dispatchDay',
  'estatePatrol',
  'stewardPatrol',
  'counter',
  'followUpSampling',
  'workSummary',
  'quarterlyAppraisal',
  'halfYearlyAppraisal',
  'yearlyAppraisal',
  'courtesy',
] as const;
export type CheckKind = (typeof CHECK_KINDS)[number];

/** What a steward looks at on the daily patrol of the own buildings (5:5–6). */
export const STEWARD_PATROL_ITEMS = [
  'facilities',
  'security',
  'cleaning',
  'publicRepairs',
  'indoorRepairs',
  'greenery',
  'fittingOut',
] as const;

const itemSchema = z.object({
  /** Code of the template's item, or `''` for a free one. */
  item: line,
  text: line,
  standard: line,
  result: z.enum(['', 'good', 'fault', 'notApplicable']).default(''),
  problem: paragraph,
  proposedTreatment: paragraph,
  photos: scans,
  responsibleId: reference,
  correctBy: localDate,
  orderId: reference,
  orderNumber: line,
  correctedOn: localDate,
  recheckedBy: reference,
  recheckedOn: localDate,
});

export const checkInput = z.object({
  kind: z.enum(CHECK_KINDS),
  at: instant,
  /** The steward whose patrol it is, the employee appraised or observed; `''` otherwise. */
  personId: reference,
  buildingId: reference,
  object: line,
  items: z.array(itemSchema).default([]),
  conclusion: paragraph,
  noticeNumber: line,
  /** Tenths of a point; `null` when nothing was scored. */
  scoreTenths: z.int().min(0).max(10_000).nullable().default(null),
  note: paragraph,
});
export type CheckInput = z.infer<typeof checkInput>;

export const checkRecord = recordBase.extend({
  ...checkInput.shape,
  ...numbered.shape,
  checkedOn: line,
  /** The day, week, month, quarter, half or year it counts for; see `periodOf`. */
  period: line,
  by: reference,
  state: z.enum(['open', 'closed']),
  keys: z.array(z.string()).default([]),
});
export type Check = z.infer<typeof checkRecord>;
