/** A stored row as a migration sees it: before the record schemas of today apply. */
export type StoredRow = Record<string, unknown>;

/**
 * One step of the data format. The same pure `rewrite` runs on the database when it is opened and on the rows of a replay
 * when it meets the journal's migration line, so both always arrive at the same book.
 */
export interface Migration {
  version: number;
  /** Dexie schema texts of tables that are new or indexed differently; `null` removes a table. */
  stores: Record<string, string | null>;
  /** Rewrites the rows of a table, by its name; the rows of the others are not read. */
  rewrite?: Readonly<Record<string, (row: StoredRow) => StoredRow>>;
}
