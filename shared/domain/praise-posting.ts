import { z } from 'zod';
import { count, instant, line, localDate, numbered, paragraph, recordBase, reference, scans } from './fields.ts';

/** Praise-letter posting log 表扬信张贴登记 (DOMAIN §6; 2:3.3.3). */

export const PRAISE_FORMS = ['letter', 'banner', 'call', 'inPerson'] as const;

export const praiseInput = z.object({
  letterId: reference,
  letterNumber: line,
  sourceTable: line,
  sourceId: reference,
  receivedOn: localDate,
  praisedBy: line,
  praisedByReading: line,
  unit: line,
  unitId: reference,
  phone: line,
  form: z.enum(PRAISE_FORMS).default('letter'),
  /** Who is praised, each with the department a copy must hang in. */
  employees: z.array(z.object({ personId: reference, name: line, departmentId: reference })).default([]),
  /** Departments praised as such, beside those of the employees. */
  departmentIds: z.array(z.string()).default([]),
  whatFor: paragraph,
  rewardNoticeNumber: line,
  keptWhere: line,
  photos: scans,
  note: paragraph,
});
export type PraiseInput = z.infer<typeof praiseInput>;

const hangingSchema = z.object({ place: line, on: localDate, by: reference, takenDownOn: localDate });

export const praiseRecord = recordBase.extend({
  ...praiseInput.shape,
  ...numbered.shape,
  /** The original, posted in the office. */
  original: hangingSchema.nullable(),
  /** The copies, one row per department. */
  copies: z.array(hangingSchema.extend({ departmentId: z.string() })).default([]),
  thankedHow: z.enum(['', 'call', 'visit', 'letter', 'message']).default(''),
  thankedAt: instant,
  state: z.enum(['open', 'closed', 'cancelled']),
  cancelReason: paragraph,
  timesPrinted: count,
  keys: z.array(z.string()).default([]),
});
export type Praise = z.infer<typeof praiseRecord>;

/** Departments a copy must hang in: those of the praised employees and those praised as such. */
export function praisedDepartments(praise: Pick<PraiseInput, 'employees' | 'departmentIds'>): string[] {
  const ids = [...praise.employees.map((employee) => employee.departmentId), ...praise.departmentIds];
  return [...new Set(ids.filter((id) => id !== ''))];
}

export type PraiseGap = 'original' | 'noDepartment' | { copyIn: string };

/** What still has to hang: open until the original and every copy are posted. */
export function praiseGaps(praise: Pick<Praise, 'employees' | 'departmentIds' | 'original' | 'copies'>): PraiseGap[] {
  const gaps: PraiseGap[] = [];
  if (praise.original === null || praise.original.on === '') gaps.push('original');
  const departments = praisedDepartments(praise);
  if (departments.length === 0) gaps.push('noDepartment');
  for (const copyIn of departments) {
    if (!praise.copies.some((copy) => copy.departmentId === copyIn && copy.on !== '')) gaps.push({ copyIn });
  }
  return gaps;
}
