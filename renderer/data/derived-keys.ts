import type { RecordOf } from '../../shared/domain/record-tables.ts';
import { unitSortKey } from '../../shared/domain/unit-notation.ts';
import { isKeyedTable, KEY_FIELDS, type KeyedTable, type KeysOf } from './key-fields.ts';
import { contactKeys, pinyinOf } from './name-keys.ts';
import { receptionKeys } from './operations/log-reception.ts';
import { praiseKeys } from './operations/open-praise-posting.ts';
import { letterKeys } from './operations/register-letter.ts';
import { householdKeys } from './operations/save-household.ts';
import { unitKeys } from './operations/save-unit.ts';

/**
 * Which reading rules made the keys that rows are found and sorted by (`normalisePhone`, `canonicalUnit`, `nameKeys`). A change
 * of theirs raises it: the next start of each book reads its rows by the new rules (`refresh-keys.ts`).
 */
export const KEY_RULES = 2;

/** Tables whose rows carry keys. */
export const KEYED_TABLES = Object.keys(KEY_FIELDS).filter(isKeyedTable);

type Derive<Table extends KeyedTable> = (row: RecordOf<Table>) => Promise<KeysOf<Table>>;

/** What follows from the other fields of a row, by the rules of today: as the operations of its table write it. */
const KEYS: { [Table in KeyedTable]: Derive<Table> } = {
  receptions: async (row) => ({ keys: await receptionKeys(row) }),
  letters: async (row) => ({ keys: await letterKeys(row) }),
  coordinationForms: async (row) => ({ keys: await contactKeys(row.customer, '', [row.phone]) }),
  dispatchOrders: async (row) => ({ keys: await contactKeys(row.customer, row.customerReading, [row.phone]) }),
  replies: async (row) => ({ keys: await contactKeys(row.customer, row.customerReading, [row.phone]) }),
  praises: async (row) => ({ keys: await praiseKeys(row) }),
  households: (row) => householdKeys(row),
  units: (row) => Promise.resolve(unitKeys(row)),
  buildings: (row) => Promise.resolve({ sortKey: unitSortKey(row.name) }),
  people: (row) => pinyinOf(row.name, row.reading),
  departments: (row) => pinyinOf(row.name),
  outsideNumbers: (row) => pinyinOf(row.name),
};

/** Keys of a row by the rules of today; loads the dictionary, so never call it inside a transaction. */
export function keysOf<Table extends KeyedTable>(table: Table, row: RecordOf<Table>): Promise<KeysOf<Table>> {
  return KEYS[table](row);
}
