import { z } from 'zod';
import { OPEN_COORDINATION_STATES } from './coordination-form.ts';
import { DISPATCH_STATES } from './dispatch-order.ts';
import type { Household, HouseholdMember } from './property.ts';
import type { Reception } from './reception.ts';
import { REPLY_STATES, type ReplyLetter } from './reply-letter.ts';

/** Tables whose numbers a form can take over, and the states in which a record of theirs is somebody's open item. */
const OPEN_STATES = {
  households: [],
  receptions: ['open'],
  letters: ['open'],
  coordinationForms: OPEN_COORDINATION_STATES,
  dispatchOrders: DISPATCH_STATES.filter((state) => state !== 'archived' && state !== 'cancelled'),
  praises: ['open'],
  replies: REPLY_STATES.filter((state) => state !== 'archived' && state !== 'withdrawn'),
} as const satisfies Record<string, readonly string[]>;

/**
 * The reason for showing the number of somebody who is being rung: a code, because the log of who saw what is read in either
 * language. What a person types as a reason is kept in the words typed.
 */
export const OUTGOING_CALL = '#outgoingCall';

const knownNumberTable = z.enum([
  'households',
  'receptions',
  'letters',
  'coordinationForms',
  'dispatchOrders',
  'praises',
  'replies',
] as const satisfies readonly (keyof typeof OPEN_STATES)[]);
export type KnownNumberTable = z.infer<typeof knownNumberTable>;

/** A number that nobody typed into the form: the record it stands in, for the log of who saw it (DOMAIN §15). */
export const knownNumber = z.object({
  table: knownNumberTable,
  recordId: z.string(),
  field: z.string(),
  phone: z.string(),
  /** The open item, or the code, that is the reason for showing it; `''` where one has to be given. */
  openItem: z.string(),
});
export type KnownNumber = z.infer<typeof knownNumber>;

/** What a form with a phone holds beside it. */
export interface PhoneFrom {
  /** Where the phone came from; `null` for one typed in. */
  phoneFrom: KnownNumber | null;
}

interface NumberedRecord {
  id: string;
  number: string;
  state: string;
}

/** Number of a record while it is an open item; `undefined` once it is settled, or before it has one: then it takes a reason. */
export function openItemOf(table: KnownNumberTable, record: Omit<NumberedRecord, 'id'>): string | undefined {
  const open: readonly string[] = OPEN_STATES[table];
  return open.includes(record.state) && record.number !== '' ? record.number : undefined;
}

/** A number of a record as a form takes it over; `null` without one. */
export function knownNumberOf(table: KnownNumberTable, record: NumberedRecord, field: string, phone: string): KnownNumber | null {
  return phone === '' ? null : { table, recordId: record.id, field, phone, openItem: openItemOf(table, record) ?? '' };
}

/** The phone of a record as a form takes it over; `null` without one. */
export function phoneOf(table: KnownNumberTable, record: NumberedRecord & { phone: string }): KnownNumber | null {
  return knownNumberOf(table, record, 'phone', record.phone);
}

/** A reply as an open item: a draft has no number of its own yet, and stands under the one it answers. */
export function replyItem(letter: Pick<ReplyLetter, 'id' | 'state' | 'number' | 'answers' | 'phone'>): NumberedRecord & { phone: string } {
  const { id, state, number, answers, phone } = letter;
  return { id, state, phone, number: number === '' ? (answers[0]?.number ?? '') : number };
}

/** The number somebody who called or came can be reached at, as a form takes it over; `null` without one. */
export function reachedAt(entry: Pick<Reception, 'id' | 'number' | 'state' | 'numberLeft' | 'callingNumber'>): KnownNumber | null {
  const field = entry.numberLeft === '' ? 'callingNumber' : 'numberLeft';
  return knownNumberOf('receptions', entry, field, entry[field]);
}

/** The number of somebody on file as a form takes it over; `null` without one. */
export function phoneOnFile(household: Pick<Household, 'id'> | null, member: Pick<HouseholdMember, 'phone'>): KnownNumber | null {
  if (household === null || member.phone === '') return null;
  return { table: 'households', recordId: household.id, field: 'phone', phone: member.phone, openItem: '' };
}
