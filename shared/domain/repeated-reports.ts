import { addHours } from './due-time.ts';
import type { Reception } from './reception.ts';

/** Categories in which the same thing coming back matters. */
const COUNTED: readonly string[] = ['report', 'complaint', 'help'];

type Contact = Pick<Reception, 'category' | 'occurredAt'>;

/**
 * Earlier contacts of the same kind within so many days: repeated reports of a unit are noticed (DOMAIN §2). Newest first,
 * as given.
 */
export function repeatedReports<Entry extends Contact>(
  contacts: readonly Entry[],
  entry: { category: string; now: string; withinDays: number },
): Entry[] {
  if (!COUNTED.includes(entry.category)) return [];
  const since = addHours(entry.now, -24 * entry.withinDays);
  return contacts.filter((contact) => contact.category === entry.category && contact.occurredAt >= since);
}
