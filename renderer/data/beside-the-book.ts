import type { Table } from 'dexie';
import type { BookDatabase, DraftRow, ScreenStateRow } from './database.ts';

/** Under this id a database notes by which rules its own rows are found (`refresh-keys.ts`): no word on any other's. */
export const KEY_RULES_ID = 'book/key-rules';
/** Under this one, by which older spellings of a place (`unit-spellings.ts`). */
export const UNIT_SPELLINGS_ID = 'book/unit-spellings';
const OF_ITS_OWN_ROWS: readonly string[] = [KEY_RULES_ID, UNIT_SPELLINGS_ID];

/** What lies in a database beside its book: half-filled forms and remembered filters. It is in no journal and no backup. */
export interface BesideTheBook {
  drafts: DraftRow[];
  screenState: ScreenStateRow[];
}

export async function readBeside(database: BookDatabase): Promise<BesideTheBook> {
  const [drafts, screenState] = await Promise.all([database.drafts.toArray(), database.screenState.toArray()]);
  return withoutItsOwn({ drafts, screenState });
}

function withoutItsOwn({ drafts, screenState }: BesideTheBook): BesideTheBook {
  return { drafts, screenState: screenState.filter(({ id }) => !OF_ITS_OWN_ROWS.includes(id)) };
}

/** As much of it as a damaged database still gives. */
export async function salvageBeside(database: BookDatabase): Promise<BesideTheBook> {
  const [drafts, screenState] = await Promise.all([salvageRows(database.drafts), salvageRows(database.screenState)]);
  return withoutItsOwn({ drafts, screenState });
}

/** Row by row where they cannot be had together: one that is gone takes no other with it. */
async function salvageRows<Row>(table: Table<Row, string>): Promise<Row[]> {
  const keys = await table
    .toCollection()
    .primaryKeys()
    .catch(() => []);
  const rows = await Promise.all(keys.map((key) => table.get(key).catch(() => undefined)));
  return rows.filter((row) => row !== undefined);
}

/** Puts it into the database that takes the place of the one it was read from. */
export async function putBeside(database: BookDatabase, { drafts, screenState }: BesideTheBook): Promise<void> {
  await Promise.all([database.drafts.bulkPut(drafts), database.screenState.bulkPut(screenState)]);
}
