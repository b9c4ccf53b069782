import type { Letter } from '../../../shared/domain/letter.ts';
import { normalisePostalNumber } from '../../../shared/domain/postal-number.ts';
import type { BookDatabase } from '../database.ts';
import { namesOfPlace } from './units-called.ts';

const RECENT = 500;
const LIMIT = 20;

/** Another letter among the latest with the same postal number; `null` when there is none. */
export async function letterWithPostalNumber(database: BookDatabase, postalNumber: string, exceptId: string): Promise<Letter | null> {
  const wanted = normalisePostalNumber(postalNumber);
  if (wanted === '') return null;
  const recent = await database.letters.orderBy('receivedAt').reverse().limit(RECENT).toArray();
  return recent.find((letter) => letter.id !== exceptId && normalisePostalNumber(letter.postalNumber) === wanted) ?? null;
}

/** Earlier letters of a unit, by whichever of its names, newest first; without a unit the latest of all. */
export async function earlierLetters(database: BookDatabase, unit: string, exceptId: string): Promise<Letter[]> {
  const names = await namesOfPlace(database, unit);
  const letters =
    names.length === 0
      ? await database.letters.orderBy('receivedAt').reverse().limit(LIMIT).toArray()
      : await database.letters.where('unit').anyOf(names).toArray();
  return letters.filter((letter) => letter.id !== exceptId).toSorted((left, right) => right.receivedAt.localeCompare(left.receivedAt));
}
