import type { Unit } from '../../../shared/domain/property.ts';
import { unitBeginnings } from '../../../shared/domain/unit-notation.ts';
import type { BookDatabase } from '../database.ts';

/** The first places with a name or an alias that begins as typed, in any notation; none for nothing typed. */
export async function unitsCalled(database: BookDatabase, typed: string, limit: number): Promise<Unit[]> {
  const beginnings = unitBeginnings(typed);
  if (beginnings.length === 0) return [];
  return database.units.where('names').startsWithAnyOf(beginnings).distinct().limit(limit).toArray();
}
