import { Dexie } from 'dexie';
import { addHours } from '../../../shared/domain/due-time.ts';
import { praiseGaps, THANK_WITHIN_DAYS, thanksOpen, type Praise, type PraiseGap } from '../../../shared/domain/praise-posting.ts';
import type { BookDatabase } from '../database.ts';

export interface OpenPraise {
  praise: Praise;
  gaps: PraiseGap[];
  /** The customer has not been thanked yet. */
  thanks: boolean;
}

/** Praise that still has to hang, and customers of the last weeks who were not thanked, oldest first. */
export async function readOpenPraises(database: BookDatabase, now: string): Promise<OpenPraise[]> {
  const since = addHours(now, -24 * THANK_WITHIN_DAYS);
  const [open, closed] = await Promise.all([
    database.praises.where('[state+createdAt]').between(['open', Dexie.minKey], ['open', Dexie.maxKey]).toArray(),
    database.praises.where('[state+createdAt]').between(['closed', since], ['closed', Dexie.maxKey]).filter(thanksOpen).toArray(),
  ]);
  return [...open, ...closed]
    .toSorted((left, right) => left.createdAt.localeCompare(right.createdAt))
    .map((praise) => ({ praise, gaps: praiseGaps(praise), thanks: thanksOpen(praise) }));
}

/** Postings looked back through for where the original or a department's copy hung. */
const PLACES_LOOKED_AT = 50;

/** Where the original (`departmentId` empty) or a department's copy hung the last time; `''` when never. */
export async function lastPostingPlace(database: BookDatabase, departmentId: string): Promise<string> {
  const recent = await database.praises.orderBy('createdAt').reverse().limit(PLACES_LOOKED_AT).toArray();
  const places = recent.map((praise) =>
    departmentId === '' ? praise.original?.place : praise.copies.find((copy) => copy.departmentId === departmentId)?.place,
  );
  return places.find((place) => place !== undefined && place !== '') ?? '';
}
