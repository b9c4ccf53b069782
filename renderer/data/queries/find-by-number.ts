import { REPLY_BARCODE_PREFIX } from '../../../shared/domain/number-series.ts';
import { replyBarcode } from '../../../shared/domain/reply-letter.ts';
import { tableOf, type BookDatabase } from '../database.ts';

/** Registers whose records open by their number, with the page of each. */
export const NUMBERED_PAGES = {
  receptions: '/reception',
  letters: '/letters',
  coordinationForms: '/coordination',
  dispatchOrders: '/dispatch',
  replies: '/replies',
  praises: '/praise',
} as const;
type NumberedTable = keyof typeof NUMBERED_PAGES;
const NUMBERED_TABLES: readonly NumberedTable[] = ['coordinationForms', 'dispatchOrders', 'receptions', 'letters', 'praises', 'replies'];

/** The page of the record with this number, as issued or as its bar code reads; `null` when no register has given it. */
export async function pageOfNumber(database: BookDatabase, number: string): Promise<string | null> {
  for (const name of NUMBERED_TABLES) {
    // A scan comes in capitals, whatever the prefix was set to; no two prefixes differ by that alone.
    const row = await tableOf(database, name).where('number').equalsIgnoreCase(number).first();
    if (row !== undefined) return `${NUMBERED_PAGES[name]}/${row.id}`;
  }
  if (!number.startsWith(`${REPLY_BARCODE_PREFIX}-`)) return null;
  const reply = await database.replies.filter((letter) => replyBarcode(letter) === number).first();
  return reply === undefined ? null : `${NUMBERED_PAGES.replies}/${reply.id}`;
}
