import { normalisePhone } from '../../../shared/domain/phone.ts';
import type { Reception } from '../../../shared/domain/reception.ts';
import { canonicalUnit } from '../../../shared/domain/unit-notation.ts';
import type { BookDatabase } from '../database.ts';

const LIMIT = 12;

/** Earlier entries of the same unit or the same phone number, newest first. */
export async function earlierContacts(
  database: BookDatabase,
  caller: { unit: string; phones: readonly string[]; exceptId: string },
): Promise<Reception[]> {
  const unit = canonicalUnit(caller.unit);
  const phones = caller.phones.map(normalisePhone).filter((phone) => phone.length >= 7);
  const [ofUnit, ofPhones] = await Promise.all([
    unit === '' ? [] : database.receptions.where('unit').equals(unit).toArray(),
    phones.length === 0 ? [] : database.receptions.where('keys').anyOf(phones).toArray(),
  ]);
  const entries = new Map([...ofUnit, ...ofPhones].map((entry) => [entry.id, entry]));
  entries.delete(caller.exceptId);
  return [...entries.values()].toSorted((left, right) => right.occurredAt.localeCompare(left.occurredAt)).slice(0, LIMIT);
}
