import type { RecordOf } from '../../../shared/domain/record-tables.ts';
import { lastOperation, tableOf, type BookDatabase } from '../database.ts';
import { createSearchIndex, type SearchIndex } from './search-index.ts';
import { needlesOf } from './search-query.ts';
import { SEARCHED_TABLES, searchText, type SearchedTable } from './search-text.ts';

export interface SearchGroup {
  table: SearchedTable;
  ids: string[];
}

export interface BookSearch {
  /** Hits by register, at most `limit` each, the newest first. What was stored before the call is found. */
  search(typed: string, limit: number): Promise<SearchGroup[]>;
}

/** Rows read at once while the index is built. */
const PAGE = 2000;

/**
 * Search over a whole book. It follows the book through its operations: before each search it reads those stored since the
 * last one and takes the changed records anew, so nothing has to tell it what changed.
 */
export async function openBookSearch(database: BookDatabase): Promise<BookSearch> {
  const indexes = new Map<SearchedTable, SearchIndex>(SEARCHED_TABLES.map((table) => [table, createSearchIndex()]));
  // Read first: what is written while the tables are read is taken again afterwards.
  let seen = (await lastOperation(database))?.sequence ?? 0;
  for (const table of SEARCHED_TABLES) await load(table);

  function take<Table extends SearchedTable>(table: Table, id: string, row: RecordOf<Table> | undefined): void {
    const index = indexes.get(table);
    if (row === undefined) index?.remove(id);
    else index?.put(id, searchText(table, row));
  }

  async function load<Table extends SearchedTable>(table: Table): Promise<void> {
    let last = '';
    for (;;) {
      const rows = await tableOf(database, table).where(':id').above(last).limit(PAGE).toArray();
      for (const row of rows) take(table, row.id, row);
      last = rows.at(-1)?.id ?? '';
      if (rows.length < PAGE) return;
    }
  }

  async function catchUp(): Promise<void> {
    const operations = await database.operations.where('sequence').above(seen).toArray();
    const touched = new Set(operations.flatMap((operation) => operation.records));
    for (const table of SEARCHED_TABLES) {
      const ids = [...touched].filter((record) => record.startsWith(`${table}/`)).map((record) => record.slice(table.length + 1));
      if (ids.length === 0) continue;
      const rows = await tableOf(database, table).bulkGet(ids);
      for (const [at, id] of ids.entries()) take(table, id, rows[at]);
    }
    seen = operations.at(-1)?.sequence ?? seen;
  }

  return {
    search: async (typed, limit) => {
      await catchUp();
      const needles = needlesOf(typed);
      if (needles.length === 0) return [];
      return SEARCHED_TABLES.map((table) => ({ table, ids: indexes.get(table)?.find(needles, limit) ?? [] })).filter(
        (group) => group.ids.length > 0,
      );
    },
  };
}
