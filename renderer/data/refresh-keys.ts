import { KEY_RULES_ID } from './beside-the-book.ts';
import type { RecordOf } from '../../shared/domain/record-tables.ts';
import { tableOf, type BookDatabase } from './database.ts';
import { KEY_RULES, KEYED_TABLES, keysOf } from './derived-keys.ts';
import type { KeyedTable } from './key-fields.ts';
import { loadDictionary } from './name-keys.ts';
import { canonicalUnit } from '../../shared/domain/unit-notation.ts';
import { noteUnitSpellings } from './unit-spellings.ts';

/** Rows read at once. */
const PAGE = 1000;

/** Whether the keys of this database's rows were made by rules of before: one that was built from journal or backup does not say. */
export async function keysAreOld(database: BookDatabase): Promise<boolean> {
  return (await database.screenState.get(KEY_RULES_ID))?.value !== KEY_RULES;
}

/**
 * Reads every row by the rules of today. No operation: keys follow from the other fields, and journal and history have nothing
 * to say of them. A place stays as it was stored; under which spellings of before it may be, is noted. Page by page, each in a strict transaction of its own, and noted at the end: cut short it begins anew.
 */
export async function refreshKeys(database: BookDatabase, page = PAGE): Promise<void> {
  // Without it this fails as a whole, and is not taken for done.
  await loadDictionary();
  const spellings = new Map<string, Set<string>>();
  for (const table of KEYED_TABLES) await refreshTable(database, table, page, spellings);
  await noteUnitSpellings(database, spellings);
  await noteKeyRules(database);
}

/** Notes that the rules of today made all keys of this database; said of an empty one, nobody has to look through it later. */
export async function noteKeyRules(database: BookDatabase): Promise<void> {
  await database.screenState.put({ id: KEY_RULES_ID, value: KEY_RULES });
}

async function refreshTable<Table extends KeyedTable>(
  database: BookDatabase,
  name: Table,
  page: number,
  spellings: Map<string, Set<string>>,
): Promise<void> {
  const table = tableOf(database, name);
  for (let after = '', more = true; more;) {
    const rows = await table.where(':id').above(after).limit(page).toArray();
    const fresh = new Map<string, object>();
    for (const row of rows) {
      for (const place of placesIn(row)) addSpelling(spellings, place);
      const keys = await keysIfReadable(name, row);
      if (Object.entries(keys).some(([field, value]) => JSON.stringify(Reflect.get(row, field)) !== JSON.stringify(value)))
        fresh.set(row.id, keys);
    }
    if (fresh.size > 0) {
      await table
        .where(':id')
        .anyOf([...fresh.keys()])
        .modify((row) => void Object.assign(row, fresh.get(row.id)));
    }
    after = rows.at(-1)?.id ?? after;
    more = rows.length === page;
  }
}

/** The places a row names. */
function placesIn(row: object): string[] {
  return ['unit', 'publicArea'].flatMap((field) => {
    const place: unknown = Reflect.get(row, field);
    return typeof place === 'string' && place !== '' ? [place] : [];
  });
}

function addSpelling(spellings: Map<string, Set<string>>, place: string): void {
  const name = canonicalUnit(place);
  if (name === place) return;
  spellings.set(name, (spellings.get(name) ?? new Set()).add(place));
}

/** A row that lacks what its keys follow from keeps the ones it has, and keeps no other row from its own. */
async function keysIfReadable<Table extends KeyedTable>(table: Table, row: RecordOf<Table>): Promise<object> {
  try {
    return await keysOf(table, row);
  } catch {
    return {};
  }
}
