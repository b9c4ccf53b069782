import { z } from 'zod';
import { fen, instant, line, localDate, paragraph, recordBase, reference } from './fields.ts';

/** Collections 收缴登记 (DOMAIN §11; 5:8, 4:职责5). */

export const FEE_KINDS = ['management', 'specialService', 'repair', 'other'] as const;

export const collectionInput = z.object({
  unit: line,
  unitId: reference,
  householdId: reference,
  customer: line,
  feeKind: z.enum(FEE_KINDS).default('management'),
  /** The time the fee is for, as written: 2026-Q4, 2026-11. */
  period: line,
  dueFen: fen,
  dueOn: localDate,
  orderId: reference,
  orderNumber: line,
  collectorId: reference,
  note: paragraph,
});
export type CollectionInput = z.infer<typeof collectionInput>;

const receiptSchema = z.object({
  on: z.string(),
  receivedFen: fen,
  means: z.enum(['', 'cash', 'wechat', 'alipay', 'card', 'account']).default(''),
  receiptNumber: line,
  by: z.string(),
  handedToFinanceOn: localDate,
  financeReceivedBy: line,
});

/** A talk with an owner in arrears: when, who, what was promised, what next. */
const arrearsContact = z.object({
  at: z.string(),
  by: z.string(),
  how: z.enum(['call', 'visit', 'letter', 'message']),
  spokenTo: line,
  said: paragraph,
  promisedOn: localDate,
  nextOn: localDate,
});

export const collectionRecord = recordBase.extend({
  ...collectionInput.shape,
  receipts: z.array(receiptSchema).default([]),
  contacts: z.array(arrearsContact).default([]),
  waivedFen: fen,
  waivedBy: reference,
  waivedReason: line,
  state: z.enum(['open', 'paid', 'cancelled']),
  closedAt: instant,
});
export type Collection = z.infer<typeof collectionRecord>;

/** What is still owed in fen; never below zero. */
export function outstandingFen(collection: Pick<Collection, 'dueFen' | 'waivedFen' | 'receipts'>): number {
  const received = collection.receipts.reduce((total, receipt) => total + receipt.receivedFen, 0);
  return Math.max(0, collection.dueFen - collection.waivedFen - received);
}

/** Money received that has not yet been handed to finance, in fen (5:8). */
export function notHandedInFen(collection: Pick<Collection, 'receipts'>): number {
  return collection.receipts
    .filter((receipt) => receipt.handedToFinanceOn === '')
    .reduce((total, receipt) => total + receipt.receivedFen, 0);
}

/** Whether somebody should talk to the owner today: in arrears, and the next talk was set for today or never. */
export function contactDue(
  collection: Pick<Collection, 'dueFen' | 'waivedFen' | 'receipts' | 'contacts' | 'dueOn' | 'state'>,
  today: string,
): boolean {
  if (collection.state !== 'open' || outstandingFen(collection) === 0) return false;
  const last = collection.contacts.at(-1);
  if (last === undefined) return collection.dueOn !== '' && collection.dueOn < today;
  const next = last.nextOn === '' ? last.promisedOn : last.nextOn;
  return next === '' || next <= today;
}
