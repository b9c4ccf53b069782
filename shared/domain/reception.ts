import { z } from 'zod';
import { decision, instant, line, link, numbered, paragraph, recordBase, reference } from './fields.ts';
import { isPhone } from './phone.ts';

/** Reception log 接待记录 (DOMAIN §2): calls and visits in one book. */

export const CHANNELS = ['call', 'visit', 'outgoing'] as const;
export type Channel = (typeof CHANNELS)[number];
export const RINGS = ['1', '2', '3', '>3'] as const;
export const RELATIONS = ['owner', 'tenant', 'family', 'outside'] as const;
export const RECEPTION_CATEGORIES = ['report', 'complaint', 'enquiry', 'help', 'suggestion', 'praise', 'colleague', 'other'] as const;
export type ReceptionCategory = (typeof RECEPTION_CATEGORIES)[number];
export const URGENCIES = ['normal', 'urgent'] as const;

export const receptionInput = z.object({
  channel: z.enum(CHANNELS),
  /** When it happened; the time of entering is `createdAt`. */
  occurredAt: instant,
  rings: z.enum(['', ...RINGS]).default(''),
  customer: line,
  /**
   * The customer was asked and would not leave a name: `customer` then holds the words of the language it was entered in, for
   * programs that do not know this mark. Entries of before it was kept have none.
   */
  nameRefused: z.boolean().optional(),
  /** Reading of the customer's name where it is not the usual one (单 is Shàn as a surname). */
  customerReading: line,
  unit: line,
  unitId: reference,
  householdId: reference,
  relation: z.enum(['', ...RELATIONS]).default(''),
  callingNumber: line,
  numberWithheld: z.boolean().default(false),
  numberLeft: line,
  /** The customer was asked and would not leave a number: an answer, not a gap. */
  numberRefused: z.boolean().default(false),
  category: z.enum(['', ...RECEPTION_CATEGORIES]).default(''),
  urgency: z.enum(URGENCIES).default('normal'),
  content: paragraph,
  answeredOnSpot: z.enum(['', 'yes', 'no']).default(''),
  answer: paragraph,
  /** The absent colleague the caller asked for (2:3.1.4). */
  colleagueId: reference,
  colleagueName: line,
  passedToDepartmentId: reference,
  passedToPersonId: reference,
  /** The earlier entry this one follows (the caller rings again). */
  followsId: reference,
  followsNumber: line,
  note: paragraph,
});
export type ReceptionInput = z.infer<typeof receptionInput>;

export const COMPLAINT_OUTCOMES = ['followUp', 'noFollowUp'] as const;

export const receptionRecord = recordBase.extend({
  ...receptionInput.shape,
  ...numbered.shape,
  occurredOn: line,
  takenBy: reference,
  state: z.enum(['open', 'closed']),
  closedAt: instant,
  result: paragraph,
  links: z.array(link).default([]),
  complaint: decision.extend({ outcome: z.enum(COMPLAINT_OUTCOMES) }).nullable(),
  checkedBy: reference,
  checkedAt: instant,
  checkRemark: paragraph,
  /** Pinyin and initials of the customer, digits of the phones: for search. */
  keys: z.array(z.string()).default([]),
});
export type Reception = z.infer<typeof receptionRecord>;

/** The number somebody can be reached at: the one left, else the one shown. */
export function reachableNumber(entry: Pick<ReceptionInput, 'numberLeft' | 'callingNumber'>): string {
  return entry.numberLeft === '' ? entry.callingNumber : entry.numberLeft;
}

/** Facts the procedures ask for before an entry may be closed; they never stop saving. */
export const RECEPTION_GAPS = [
  'rings',
  'customer',
  'category',
  'content',
  'answeredOnSpot',
  'answer',
  'numberLeft',
  'numberLeftInvalid',
  'colleague',
  'lateAnswer',
  'openPromise',
  'undecidedComplaint',
  'formMissing',
] as const;
export type ReceptionGap = (typeof RECEPTION_GAPS)[number];

/** What the procedure asks of a complaint: the assistant's decision, then the form or order it is followed up with. */
export const COMPLAINT_STEPS = ['decide', 'issueForm'] as const;
export type ComplaintStep = (typeof COMPLAINT_STEPS)[number];

/** The step a complaint still waits for (2:3.3.2); `null` for every other entry, and once it is taken. */
export function receptionNextStep(entry: {
  category: Reception['category'];
  complaint: Reception['complaint'];
  links: readonly { table: string }[];
}): ComplaintStep | null {
  if (entry.category !== 'complaint') return null;
  if (entry.complaint === null) return 'decide';
  const followed = entry.links.some(({ table }) => table === 'coordinationForms' || table === 'dispatchOrders');
  return entry.complaint.outcome === 'followUp' && !followed ? 'issueForm' : null;
}

/** Whether the assistant may decide on a complaint, or think again: before anything came of it (2:3.3.2). */
export function mayDecideComplaint(entry: Parameters<typeof receptionNextStep>[0] & Pick<Reception, 'state'>): boolean {
  return entry.state === 'open' && (receptionNextStep(entry) !== null || entry.complaint?.outcome === 'noFollowUp');
}

/** What is closed, or was read by the assistant, is changed only with a reason (DOMAIN §15). */
export function changeNeedsReason({ state, checkedAt }: Pick<Reception, 'state' | 'checkedAt'>): boolean {
  return state === 'closed' || checkedAt !== '';
}

/** A closed entry is open again when a correction, or a form that was cancelled, leaves a step to be taken (2:3.3.2). */
export function reopenedEntry<Entry extends Parameters<typeof receptionNextStep>[0] & Pick<Reception, 'state' | 'closedAt'>>(
  entry: Entry,
): Entry {
  return entry.state === 'closed' && receptionNextStep(entry) !== null ? { ...entry, state: 'open', closedAt: '' } : entry;
}

/**
 * What the paper procedures require and the entry lacks (2:3.1.3–3.1.5). `lateAnswer` is not a gap to fill but what the
 * daily reading wants to see: the phone rang more than three times (2:3.1.1).
 */
export function receptionGaps(
  entry: ReceptionInput & { complaint?: Reception['complaint']; links?: Reception['links'] },
  promises: readonly { state: string }[] = [],
): ReceptionGap[] {
  const gaps: ReceptionGap[] = [];
  if (entry.channel === 'call' && entry.rings === '') gaps.push('rings');
  if (entry.category === '') gaps.push('category');
  if (entry.content.trim() === '') gaps.push('content');
  if (entry.customer.trim() === '' && entry.category !== 'enquiry') gaps.push('customer');
  if (entry.answeredOnSpot === '') gaps.push('answeredOnSpot');
  if (entry.answeredOnSpot === 'yes' && entry.answer.trim() === '') gaps.push('answer');
  // Whoever is owed something must be reached; a colleague who was there took the call (2:3.1.3, 2:3.1.4).
  if (promiseNeeded(entry) !== null && reachableNumber(entry) === '' && !entry.numberRefused) gaps.push('numberLeft');
  if (entry.numberLeft !== '' && !isPhone(entry.numberLeft)) gaps.push('numberLeftInvalid');
  if (entry.category === 'colleague' && entry.colleagueId === '' && entry.colleagueName === '') gaps.push('colleague');
  if (entry.rings === '>3') gaps.push('lateAnswer');
  if (promises.some((promise) => promise.state === 'open')) gaps.push('openPromise');
  const { complaint, links = [] } = entry;
  // An entry that is still being typed has nothing to be decided yet.
  const step = complaint === undefined ? null : receptionNextStep({ category: entry.category, complaint, links });
  if (step !== null) gaps.push(step === 'decide' ? 'undecidedComplaint' : 'formMissing');
  return gaps;
}

/** Gaps that stand in the way of closing. Ringing too long cannot be undone, only read about the next day. */
export function closingGaps(entry: Parameters<typeof receptionGaps>[0], promises: readonly { state: string }[]): ReceptionGap[] {
  return receptionGaps(entry, promises).filter((gap) => gap !== 'lateAnswer');
}

/** What the entry makes the desk owe: a promised reply when it could not be answered, a message for a colleague. */
export function promiseNeeded(entry: ReceptionInput): 'reply' | 'message' | null {
  if (entry.category === 'colleague' && entry.answeredOnSpot !== 'yes') return 'message';
  if (entry.answeredOnSpot === 'no') return 'reply';
  return null;
}
