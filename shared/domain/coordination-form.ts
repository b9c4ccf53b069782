import { z } from 'zod';
import { headsWord, instant, line, localDate, numbered, paragraph, recordBase, reference } from './fields.ts';
import type { Role } from './person.ts';
import type { StateTable } from './state-table.ts';

/** Coordination form 协调单 (DOMAIN §4). */

export const COORDINATION_STATES = ['issued', 'received', 'done', 'customerTold', 'archived', 'cancelled'] as const;
export type CoordinationState = (typeof COORDINATION_STATES)[number];
export const COORDINATION_ACTIONS = ['receive', 'finish', 'tellCustomer', 'archive', 'cancel'] as const;
export type CoordinationAction = (typeof COORDINATION_ACTIONS)[number];

const DESK: readonly Role[] = ['receptionist', 'assistant', 'supervisor'];

/** Every step a form can take; there is no other. A correction takes none, except that of {@link goesToAnother}. */
export const COORDINATION_TABLE: StateTable<CoordinationState, CoordinationAction> = [
  { from: 'issued', action: 'receive', who: DESK, to: 'received' },
  { from: 'received', action: 'finish', who: DESK, to: 'done' },
  { from: 'done', action: 'tellCustomer', who: DESK, to: 'customerTold' },
  { from: 'customerTold', action: 'archive', who: DESK, to: 'archived' },
  { from: 'issued', action: 'cancel', who: DESK, to: 'cancelled' },
  { from: 'received', action: 'cancel', who: DESK, to: 'cancelled' },
];

export const COORDINATION_SOURCES = ['call', 'visit', 'outgoing', 'letter', 'patrol', 'other'] as const;

export const coordinationInput = z.object({
  source: z.enum(COORDINATION_SOURCES).default('other'),
  sourceTable: line,
  sourceId: reference,
  sourceNumber: line,
  customer: line,
  unit: line,
  unitId: reference,
  phone: line,
  departmentId: reference,
  helpingIds: z.array(z.string()).default([]),
  subject: line,
  content: paragraph,
  dueOn: localDate,
  note: paragraph,
});
export type CoordinationInput = z.infer<typeof coordinationInput>;

export const coordinationRecord = recordBase.extend({
  ...coordinationInput.shape,
  ...numbered.shape,
  /** The estate's name as printed in the title, kept as it was on the day of issue. */
  estate: line,
  issuedAt: z.string(),
  issuedOn: line,
  issuedBy: reference,
  state: z.enum(COORDINATION_STATES),
  receivedByName: line,
  receivedAt: instant,
  /** Shown as not taken up after this instant. */
  receiptDueAt: instant,
  measures: paragraph,
  handledBy: line,
  doneAt: instant,
  toldHow: z.enum(['', 'call', 'visit', 'letter', 'message']).default(''),
  toldAt: instant,
  followUpResult: paragraph,
  headsWord: headsWord.nullable(),
  archivedBy: reference,
  archivedAt: instant,
  cancelReason: paragraph,
  reminders: z.array(z.object({ at: z.string(), by: z.string(), to: z.string(), note: z.string() })).default([]),
  timesPrinted: z.int().min(0).default(0),
  keys: z.array(z.string()).default([]),
});
export type CoordinationForm = z.infer<typeof coordinationRecord>;

/** A form of another department needs its head's word before it may be archived; the desk's own needs none (4:职责4). */
export function needsHeadsWord(form: Pick<CoordinationForm, 'departmentId'>, deskDepartmentId: string): boolean {
  return form.departmentId !== deskDepartmentId;
}

/**
 * Whether the head's word still holds after a correction: it was given for this department, matter and content, and archives
 * no other (4:职责4).
 */
export function headsWordHolds(
  before: Pick<CoordinationForm, 'departmentId' | 'subject' | 'content'>,
  after: Pick<CoordinationForm, 'departmentId' | 'subject' | 'content'>,
): boolean {
  return before.departmentId === after.departmentId && before.subject === after.subject && before.content === after.content;
}

/**
 * Whether a correction sends a form to another department, which begins anew: nobody there has signed for it, and the sheet that
 * was signed no longer holds (DOMAIN §§4, 13). Work that is done stays with whoever did it.
 */
export function goesToAnother(
  before: Pick<CoordinationForm, 'departmentId' | 'state'>,
  after: Pick<CoordinationForm, 'departmentId'>,
): boolean {
  return before.departmentId !== after.departmentId && (before.state === 'issued' || before.state === 'received');
}

/** Whether the work of a form is done, so that its customer can be asked about it in a spot check (4:职责4, 职权2). */
export function wasDone(form: Pick<CoordinationForm, 'state'>): boolean {
  return form.state === 'done' || form.state === 'customerTold' || form.state === 'archived';
}

/**
 * What a reply letter about a form's matter answers: the letter or entry that the form came from, which is then known to be
 * answered, or else the form itself (DOMAIN §5, 1).
 */
export function answeredThrough(form: Pick<CoordinationForm, 'id' | 'sourceTable' | 'sourceId'>): { table: string; id: string } {
  const { id, sourceTable, sourceId } = form;
  return sourceId !== '' && (sourceTable === 'letters' || sourceTable === 'receptions')
    ? { table: sourceTable, id: sourceId }
    : { table: 'coordinationForms', id };
}

export const OPEN_COORDINATION_STATES: readonly CoordinationState[] = ['issued', 'received', 'done', 'customerTold'];

export type CoordinationWarning = 'notReceived' | 'late';

/** What Today says of a form: not taken up in time, or not done by its date. */
export function coordinationWarnings(
  form: Pick<CoordinationForm, 'state' | 'receiptDueAt' | 'dueOn'>,
  now: string,
  today: string,
): CoordinationWarning[] {
  const warnings: CoordinationWarning[] = [];
  if (form.state === 'issued' && form.receiptDueAt !== '' && form.receiptDueAt < now) warnings.push('notReceived');
  if ((form.state === 'issued' || form.state === 'received') && form.dueOn !== '' && form.dueOn < today) warnings.push('late');
  return warnings;
}

/**
 * What is shown as a form's time: the day it is to be done by, or, while that is to come and nobody has taken the form up, the
 * moment by which somebody should have. One of the two is `''`.
 */
export function coordinationDue(
  form: Pick<CoordinationForm, 'receiptDueAt' | 'dueOn'>,
  warnings: readonly CoordinationWarning[],
): { at: string; on: string } {
  const onlyNotReceived = warnings.includes('notReceived') && !warnings.includes('late');
  return onlyNotReceived ? { at: form.receiptDueAt, on: '' } : { at: '', on: form.dueOn };
}
