import { Dexie } from 'dexie';
import type { RecordOf } from '../../../shared/domain/record-tables.ts';
import { tableOf, type BookDatabase } from '../database.ts';

/** Registers that are listed by time, with the field their order goes by. */
export const REGISTER_TIMES = {
  receptions: 'occurredAt',
  letters: 'receivedAt',
  coordinationForms: 'issuedAt',
  dispatchOrders: 'reportedAt',
  replies: 'createdAt',
  praises: 'createdAt',
} as const;
export type ListedTable = keyof typeof REGISTER_TIMES;

/** Registers whose categories are indexed with the time; in the others a category is no filter. */
const BY_CATEGORY: readonly ListedTable[] = ['receptions', 'letters'];

/** The trade takes the category's place among orders: not indexed, but no trade is rare enough to read far for. */
function inCategory(row: object, category: string): boolean {
  return category === '' || !('trade' in row) || row.trade === category;
}

export interface RegisterFilter {
  /** Local dates as instants: from inclusive, until exclusive; `''` = open. */
  from: string;
  until: string;
  state: string;
  category: string;
  newestFirst: boolean;
}

/**
 * The first `limit` records of a register inside a filter, in the order of time. One index answers date range and state or
 * category; nothing is counted and nothing skipped, so the cost is that of what is shown.
 */
export async function readRegister<Name extends ListedTable>(
  database: BookDatabase,
  name: Name,
  filter: RegisterFilter,
  limit: number,
): Promise<RecordOf<Name>[]> {
  const time = REGISTER_TIMES[name];
  const low = filter.from === '' ? Dexie.minKey : filter.from;
  const high = filter.until === '' ? Dexie.maxKey : filter.until;
  const table = tableOf(database, name);
  const byCategory = filter.category !== '' && BY_CATEGORY.includes(name);
  const collection = byCategory
    ? table.where(`[category+${time}]`).between([filter.category, low], [filter.category, high], true, false)
    : filter.state !== ''
      ? table.where(`[state+${time}]`).between([filter.state, low], [filter.state, high], true, false)
      : table.where(time).between(low, high, true, false);
  const ordered = filter.newestFirst ? collection.reverse() : collection;
  const narrowed = byCategory && filter.state !== '' ? ordered.filter((row) => row.state === filter.state) : ordered;
  const chosen =
    name === 'dispatchOrders' && filter.category !== '' ? narrowed.filter((row) => inCategory(row, filter.category)) : narrowed;
  // IndexedDB counts in 32 bits: everything is asked for by no limit at all.
  return limit === Infinity ? chosen.toArray() : chosen.limit(limit).toArray();
}
