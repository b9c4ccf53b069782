import { z } from 'zod';
import { count, instant, line, localDate, numbered, paragraph, recordBase, reference, scans } from './fields.ts';

/** Praise-letter posting log 表扬信张贴登记 (DOMAIN §6; 2:3.3.3). */

export const PRAISE_FORMS = ['letter', 'banner', 'call', 'inPerson'] as const;
export const PRAISE_STATES = ['open', 'closed', 'cancelled'] as const;
export const THANKED_HOW = ['call', 'visit', 'letter', 'message'] as const;

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
export type Hanging = z.infer<typeof hangingSchema>;

export const praiseRecord = recordBase.extend({
  ...praiseInput.shape,
  ...numbered.shape,
  /** The original, posted in the office. */
  original: hangingSchema.nullable(),
  /** The copies, one row per department. */
  copies: z.array(hangingSchema.extend({ departmentId: z.string() })).default([]),
  thankedHow: z.enum(['', ...THANKED_HOW]).default(''),
  thankedAt: instant,
  state: z.enum(PRAISE_STATES),
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

export type PraiseGap = 'original' | 'noDepartment' | { departmentOf: string } | { copyIn: string };

/** What still has to hang: open until the original and every copy are posted. */
export function praiseGaps(praise: Pick<Praise, 'employees' | 'departmentIds' | 'original' | 'copies'>): PraiseGap[] {
  const gaps: PraiseGap[] = [];
  if (praise.original === null || praise.original.on === '') gaps.push('original');
  const departments = praisedDepartments(praise);
  if (departments.length === 0) gaps.push('noDepartment');
  else {
    // Whoever is praised has a copy hung where they work: without the department nobody knows where.
    for (const employee of praise.employees) if (employee.departmentId === '') gaps.push({ departmentOf: employee.name });
  }
  for (const copyIn of departments) {
    if (!praise.copies.some((copy) => copy.departmentId === copyIn && copy.on !== '')) gaps.push({ copyIn });
  }
  return gaps;
}

/** Closed exactly when nothing is missing on the walls; what was cancelled stays so. */
export function praiseState(praise: Parameters<typeof praiseGaps>[0] & Pick<Praise, 'state'>): Praise['state'] {
  if (praise.state === 'cancelled') return 'cancelled';
  return praiseGaps(praise).length === 0 ? 'closed' : 'open';
}

/** Something hangs already, so that a change of the entry is a correction and needs its reason (DOMAIN §15). */
export function somethingHangs(praise: Pick<Praise, 'original' | 'copies'>): boolean {
  return praise.original !== null || praise.copies.length > 0;
}

/** Days after the entry during which Today asks whether the customer was thanked. */
export const THANK_WITHIN_DAYS = 30;

/** Whether the customer is still to be thanked; nobody is where nobody can be named. */
export function thanksOpen(praise: Pick<Praise, 'state' | 'thankedAt' | 'praisedBy'>): boolean {
  return praise.state !== 'cancelled' && praise.thankedAt === '' && praise.praisedBy !== '';
}

/**
 * Colleagues whose full name stands in a text, in the text's order: a praise letter names those it praises. A name that
 * stands only within a longer one is nobody's: 王芳芳 is not 王芳.
 */
export function employeesNamedIn<Someone extends { name: string; active: boolean }>(text: string, people: readonly Someone[]): Someone[] {
  const colleagues = people.filter((person) => person.active && person.name.length >= 2);
  const placeOf = (person: Someone): number => {
    const longer = colleagues.map(({ name }) => name).filter((name) => name !== person.name && name.includes(person.name));
    return longer.reduce((left, name) => left.replaceAll(name, '　'.repeat(name.length)), text).indexOf(person.name);
  };
  return colleagues
    .map((person) => ({ person, place: placeOf(person) }))
    .filter(({ place }) => place >= 0)
    .toSorted((left, right) => left.place - right.place)
    .map(({ person }) => person);
}
