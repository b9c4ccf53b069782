import { normalisePhone } from '../../../shared/domain/phone.ts';
import type { OutsideNumber } from '../../../shared/domain/property.ts';
import type { BookDatabase } from '../database.ts';

const LIMIT = 5;
/** Fewer digits would find every number of the town. */
const DIGITS = 3;

/**
 * Authorities, suppliers and emergency numbers for what is being typed: a name or part of it, pinyin, initials, a contact,
 * a number (4:职责2). The directory is small enough to be read whole.
 */
export async function findOutsideNumbers(database: BookDatabase, typed: string): Promise<OutsideNumber[]> {
  const text = typed.normalize('NFKC').trim().toLowerCase();
  if (text === '') return [];
  const phone = normalisePhone(text);
  const found = await database.outsideNumbers
    .filter(
      (one) =>
        [one.name, one.pinyin, one.contact].some((key) => key.toLowerCase().includes(text)) ||
        one.initials.startsWith(text) ||
        (phone.length >= DIGITS && normalisePhone(one.phone).startsWith(phone)),
    )
    .limit(LIMIT)
    .toArray();
  return found.toSorted((left, right) => left.name.localeCompare(right.name));
}
