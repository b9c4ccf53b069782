import type { Unit } from '../../../shared/domain/property.ts';
import { canonicalUnit, normaliseUnitText, unitBeginnings } from '../../../shared/domain/unit-notation.ts';
import type { BookDatabase } from '../database.ts';
import { withSpellings } from '../unit-spellings.ts';

/** The first places with a name or an alias that begins as typed, in any notation; none for nothing typed. */
export async function unitsCalled(database: BookDatabase, typed: string, limit: number): Promise<Unit[]> {
  const beginnings = unitBeginnings(typed);
  if (beginnings.length === 0) return [];
  return database.units.where('names').startsWithAnyOf(beginnings).distinct().limit(limit).toArray();
}

/**
 * Every name under which records of a typed place may stand: its own in short form, and those of the unit on file that is
 * called so, because an entry keeps the alias that was typed (A座 for 10栋). Empty for nothing typed.
 */
export async function namesOfPlace(database: BookDatabase, typed: string): Promise<string[]> {
  const name = canonicalUnit(typed);
  if (name === '') return [];
  // As it was kept before its notation was known, too.
  const typedSo = [name, normaliseUnitText(typed)];
  const units = await database.units.where('names').anyOf(typedSo).distinct().toArray();
  return withSpellings(database, [...typedSo, ...units.flatMap(({ names }) => names)]);
}
