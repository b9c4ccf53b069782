import { z } from 'zod';
import { addDays, addHours } from './due-time.ts';
import { count, instant, line, localDate, numbered, paragraph, recordBase, reference, scans } from './fields.ts';
import type { Role } from './person.ts';
import type { StateTable } from './state-table.ts';

/** Accountable mail 给据邮件 taken in for residents (DOMAIN §10; 4:职责2). */

export const MAIL_STATES = ['received', 'told', 'collected', 'returned'] as const;
export type MailState = (typeof MAIL_STATES)[number];
export const MAIL_ACTIONS = ['tell', 'collect', 'return'] as const;
export type MailAction = (typeof MAIL_ACTIONS)[number];

const DESK: readonly Role[] = ['receptionist', 'assistant', 'supervisor'];

export const MAIL_TABLE: StateTable<MailState, MailAction> = [
  { from: 'received', action: 'tell', who: DESK, to: 'told' },
  { from: 'told', action: 'tell', who: DESK, to: 'told' },
  { from: 'received', action: 'collect', who: DESK, to: 'collected' },
  { from: 'told', action: 'collect', who: DESK, to: 'collected' },
  { from: 'received', action: 'return', who: DESK, to: 'returned' },
  { from: 'told', action: 'return', who: DESK, to: 'returned' },
];

export const MAIL_KINDS = ['registered', 'express', 'parcelSlip', 'moneyOrder', 'courierParcel'] as const;
export const MAIL_CONDITIONS = ['intact', 'damaged', 'opened', 'wet'] as const;

export const mailInput = z.object({
  receivedAt: instant,
  postalNumber: line,
  kind: z.enum(['', ...MAIL_KINDS]).default(''),
  /** 法律文书: a mark beside the kind. */
  legal: z.boolean().default(false),
  from: line,
  addressee: line,
  addresseeReading: line,
  unit: line,
  unitId: reference,
  householdId: reference,
  phone: line,
  condition: z.enum(MAIL_CONDITIONS).default('intact'),
  conditionNote: line,
  photos: scans,
  /** Registered letters are signed for only after the addressee agreed. */
  authorisedBy: line,
  authorisedAt: instant,
  signedBy: reference,
  keptWhere: line,
  /** Pieces of one bulk intake carry the same id; `''` when it came alone. */
  intakeId: reference,
  note: paragraph,
});
export type MailInput = z.infer<typeof mailInput>;

export const mailRecord = recordBase.extend({
  ...mailInput.shape,
  ...numbered.shape,
  receivedOn: line,
  state: z.enum(MAIL_STATES),
  toldHow: z.enum(['', 'call', 'visit', 'message', 'notice']).default(''),
  toldAt: instant,
  collectedAt: instant,
  collectedBy: line,
  collectorRelation: z.enum(['', 'addressee', 'family', 'tenant', 'authorised', 'other']).default(''),
  /** Last four of the collector's ID, never the whole. */
  collectorIdLastFour: z
    .string()
    .regex(/^$|^[\dX]{4}$/)
    .default(''),
  handedOutBy: reference,
  signature: z.boolean().default(false),
  reminders: z.array(z.object({ at: z.string(), by: z.string(), how: z.string(), note: z.string() })).default([]),
  returnedOn: localDate,
  returnReason: line,
  timesPrinted: count,
  keys: z.array(z.string()).default([]),
});
export type MailItem = z.infer<typeof mailRecord>;

/** Signed for at the desk needs the addressee's word first: registered letters and legal papers. */
export function needsAuthorisation(item: Pick<MailInput, 'kind' | 'legal'>): boolean {
  return item.kind === 'registered' || item.legal;
}

export type MailGap = 'addressee' | 'authorisation' | 'kind' | 'conditionNote';

/** What an item lacks to be a proof of what the desk took over. */
export function mailGaps(
  item: Pick<MailInput, 'addressee' | 'unit' | 'kind' | 'legal' | 'authorisedBy' | 'condition' | 'conditionNote'>,
): MailGap[] {
  const gaps: MailGap[] = [];
  if (item.addressee.trim() === '' && item.unit.trim() === '') gaps.push('addressee');
  if (item.kind === '') gaps.push('kind');
  if (needsAuthorisation(item) && item.authorisedBy.trim() === '') gaps.push('authorisation');
  if (item.condition !== 'intact' && item.conditionNote.trim() === '') gaps.push('conditionNote');
  return gaps;
}

export type MailWarning = 'tellLate' | 'returnDue';

/** What Today says of mail still at the desk: nobody told in time [D 2 h], to be returned [D on day 30]. */
export function mailWarnings(
  item: Pick<MailItem, 'state' | 'receivedAt' | 'receivedOn'>,
  now: string,
  today: string,
  rules: { mailHandOverHours: number; mailReturnDays: number },
): MailWarning[] {
  const warnings: MailWarning[] = [];
  if (item.state === 'received' && addHours(item.receivedAt, rules.mailHandOverHours) < now) warnings.push('tellLate');
  const stillHere = item.state === 'received' || item.state === 'told';
  if (stillHere && addDays(item.receivedOn, rules.mailReturnDays) <= today) warnings.push('returnDue');
  return warnings;
}
