import { z } from 'zod';
import { count, fen, line, localDate, numbered, recordBase, reference } from './fields.ts';

/** Posting list 交寄清单 (DOMAIN §5, 5 and §13): several letters handed to the post office together, in two copies. */

const rowSchema = z.object({
  replyId: reference,
  letterNumber: line,
  postalNumber: line,
  addressee: line,
  address: line,
  postcode: line,
  weightGrams: count,
  postageFen: fen,
  registrationFen: fen,
  returnReceiptFen: fen,
});
export type PostingListRow = z.infer<typeof rowSchema>;

export const postingListInput = z.object({ postOffice: line, postedOn: localDate, rows: z.array(rowSchema).min(1).max(500) });
export type PostingListInput = z.infer<typeof postingListInput>;

export const postingListRecord = recordBase.extend({
  ...postingListInput.shape,
  ...numbered.shape,
  handedInBy: reference,
  timesPrinted: count,
});
export type PostingList = z.infer<typeof postingListRecord>;

export interface PostingListTotals {
  pieces: number;
  weightGrams: number;
  postageFen: number;
  registrationFen: number;
  returnReceiptFen: number;
  totalFen: number;
}

/** The bottom line of the list, in fen and grams. */
export function postingListTotals(rows: readonly PostingListRow[]): PostingListTotals {
  const sum = (pick: (row: PostingListRow) => number) => rows.reduce((total, row) => total + pick(row), 0);
  const postageFen = sum((row) => row.postageFen);
  const registrationFen = sum((row) => row.registrationFen);
  const returnReceiptFen = sum((row) => row.returnReceiptFen);
  return {
    pieces: rows.length,
    weightGrams: sum((row) => row.weightGrams),
    postageFen,
    registrationFen,
    returnReceiptFen,
    totalFen: postageFen + registrationFen + returnReceiptFen,
  };
}
