import { addDays } from '../../../shared/domain/due-time.ts';
import { normalisePostalNumber } from '../../../shared/domain/postal-number.ts';
import type { BookDatabase } from '../database.ts';

/** Where a postal number was used before. */
export interface PostalNumberUse {
  table: 'replies' | 'letters' | 'mailItems';
  id: string;
  number: string;
  on: string;
}

const YEAR_DAYS = 366;
/** A shorter one is still being typed: no post gives any. */
const SHORTEST = 10;

/**
 * Uses of a postal number within the twelve months before `today` (DOMAIN §5: the same number again warns), in letters sent
 * and received and in mail taken in. Of the letter being posted only those count under which it came back: a new posting has a
 * new number, and the one just noted is no use before it.
 */
export async function postalNumberUses(
  database: BookDatabase,
  postalNumber: string,
  today: string,
  postedReplyId: string,
): Promise<PostalNumberUse[]> {
  const wanted = normalisePostalNumber(postalNumber);
  if (wanted.length < SHORTEST) return [];
  const since = addDays(today, -YEAR_DAYS);
  const [replies, letters, mail] = await Promise.all([
    // A letter is posted within weeks of being drafted: two years back is far enough to meet every posting of the last one.
    database.replies.where('createdAt').above(addDays(since, -YEAR_DAYS)).toArray(),
    database.letters.where('receivedAt').above(since).toArray(),
    database.mailItems.where('postalNumber').equals(wanted).toArray(),
  ]);
  return [
    ...replies.flatMap((reply) =>
      reply.postings
        .filter((posting) => posting.postalNumber === wanted && posting.postedOn >= since)
        .filter((posting) => reply.id !== postedReplyId || posting.sentBackOn !== '')
        .map((posting) => ({ table: 'replies' as const, id: reply.id, number: reply.number, on: posting.postedOn })),
    ),
    ...letters
      .filter((letter) => normalisePostalNumber(letter.postalNumber) === wanted)
      .map((letter) => ({ table: 'letters' as const, id: letter.id, number: letter.number, on: letter.receivedOn })),
    ...mail
      .filter((item) => item.receivedAt >= since)
      .map((item) => ({ table: 'mailItems' as const, id: item.id, number: item.number, on: item.receivedAt.slice(0, 10) })),
  ];
}
