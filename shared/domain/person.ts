import { z } from 'zod';
import { line, localDate, recordBase, reference } from './fields.ts';

/** Roles of DOMAIN §1; one person can hold several. */
export const ROLES = [
  'receptionist',
  'assistant',
  'supervisor',
  'steward',
  'siteDirector',
  'propertyManager',
  'departmentHead',
  'lawyer',
  'marketingManager',
  'marketingVP',
  'generalManager',
  'nightManager',
] as const;
export const roleSchema = z.enum(ROLES);
export type Role = z.infer<typeof roleSchema>;

/** The two organisations that meet at the desk. */
export const organisationSchema = z.enum(['developer', 'propertyCompany']);
export type Organisation = z.infer<typeof organisationSchema>;

export const personInput = z.object({
  name: z.string().trim().min(1).max(60),
  /** Reading of the name where it is not the usual one (单 is Shàn as a surname); `''` = computed. */
  reading: line,
  staffNumber: line,
  organisation: organisationSchema.default('propertyCompany'),
  departmentId: reference,
  title: line,
  phone: line,
  roles: z.array(roleSchema).default([]),
  /** 独立上岗: who is not cleared may not be recorded as having answered a customer's call (2:3.1.7). */
  clearedForDuty: z.boolean().default(true),
  clearedOn: localDate,
  /** Left the company: stays in the records, can no longer be chosen. */
  active: z.boolean().default(true),
});
export type PersonInput = z.infer<typeof personInput>;

export const personRecord = recordBase.extend({ ...personInput.shape, pinyin: line, initials: line });
export type Person = z.infer<typeof personRecord>;

export const departmentInput = z.object({
  name: z.string().trim().min(1).max(60),
  organisation: organisationSchema.default('propertyCompany'),
  headId: reference,
  phone: line,
  /** The administration (行政部) takes over letters of the kinds 工作联系 and 其他 (2:3.3.4). */
  isAdministration: z.boolean().default(false),
  active: z.boolean().default(true),
});
export type DepartmentInput = z.infer<typeof departmentInput>;

export const departmentRecord = recordBase.extend({ ...departmentInput.shape, pinyin: line, initials: line });
export type Department = z.infer<typeof departmentRecord>;

/** Whether the person may be recorded as the one who answered a customer's call (2:3.1.7). */
export function mayAnswerCalls(person: Pick<Person, 'clearedForDuty' | 'active'>): boolean {
  return person.active && person.clearedForDuty;
}

/** Whether the person has the role now: whoever left the company has none. */
export function holdsRole(person: { roles: readonly Role[]; active: boolean }, role: Role): boolean {
  return person.active && person.roles.includes(role);
}

/** Whether the person may give a department head's word for this department (4:职责4). */
export function headsDepartment(
  person: Pick<Person, 'id' | 'departmentId' | 'roles' | 'active'>,
  department: Pick<Department, 'id' | 'headId'>,
): boolean {
  if (!person.active) return false;
  return department.headId === person.id || (person.departmentId === department.id && person.roles.includes('departmentHead'));
}
