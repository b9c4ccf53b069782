import { normalisePhone } from '../../../shared/domain/phone.ts';
import type { Reception } from '../../../shared/domain/reception.ts';
import type { BookDatabase } from '../database.ts';
import { namesOfPlace } from './units-called.ts';

const LIMIT = 12;
/** Entries made afterwards stand among the newest by their making, not by what they tell of: so many more are looked at. */
const READ = 3 * LIMIT;

/** Earlier entries of the same unit, by whichever of its names, or of the same phone number, newest first. */
export async function earlierContacts(
  database: BookDatabase,
  caller: { unit: string; phones: readonly string[]; exceptId: string },
): Promise<Reception[]> {
  const names = await namesOfPlace(database, caller.unit);
  const phones = caller.phones.map(normalisePhone).filter((phone) => phone.length >= 7);
  const places = [...names.map((key) => ({ index: 'unit', key })), ...phones.map((key) => ({ index: 'keys', key }))];
  // Under one key an index goes by id, and ids grow with time: the last are the newest, however many there are.
  const found = await Promise.all(
    places.map(({ index, key }) => database.receptions.where(index).equals(key).reverse().limit(READ).toArray()),
  );
  const entries = new Map(found.flat().map((entry) => [entry.id, entry]));
  entries.delete(caller.exceptId);
  return [...entries.values()].toSorted((left, right) => right.occurredAt.localeCompare(left.occurredAt)).slice(0, LIMIT);
}
