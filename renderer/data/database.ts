import { Dexie, type Table, type Transaction } from 'dexie';
import { RECORD_SCHEMAS, type RecordOf, type TableName } from '../../shared/domain/record-tables.ts';
import { MIGRATIONS } from './migrations/all.ts';
import type { Migration } from './migrations/migration.ts';

/** One operation as the database keeps it: the journal line, and what it is looked up by. */
export interface OperationRow {
  sequence: number;
  id: string;
  previousHash: string;
  payloadHash: string;
  hash: string;
  /** `null` once lawfully erased. */
  payload: string | null;
  /** `table/key` of every row it changed. */
  records: string[];
  /** Record a repeated request is answered with. */
  resultId: string;
}

/** A half-filled form, kept through a lock, a crash and a restart. Exempt from the journal by design. */
export interface DraftRow {
  id: string;
  form: string;
  openedAt: string;
  /** Everybody who typed in it, who began it first: the next person is told. Missing in drafts of before that was kept. */
  by?: string[] | undefined;
  values: Record<string, unknown>;
  /** The fields that somebody changed: the others are what was stored then. Missing where all of them count as typed. */
  changed?: string[] | undefined;
  /**
   * What the record said, when the form was opened, in the fields that somebody changed: lists are merged into what they are by
   * then, and of other fields it is said when they have changed meanwhile.
   */
  begun?: Record<string, unknown> | undefined;
  /** What was typed into fields and cannot be read as their value, a date of a form for one: it stands there again. */
  unread?: Record<string, string>;
  /** Address of the page it stands on; calls and visits open in front of any page and have none. */
  path?: string;
}

/** Filters, column widths and the like, per screen. Exempt from the journal by design. */
export interface ScreenStateRow {
  id: string;
  value: unknown;
}

interface BookTables {
  operations: Table<OperationRow, number>;
  drafts: Table<DraftRow, string>;
  screenState: Table<ScreenStateRow, string>;
}
export type BookDatabase = Dexie & BookTables & { [Name in TableName]: Table<RecordOf<Name>, string> };

/** Tables that hold business data: what the journal rebuilds. */
export const BUSINESS_TABLES = Object.keys(RECORD_SCHEMAS).filter((name): name is TableName => name in RECORD_SCHEMAS);

/**
 * Opens nothing yet: names the database and its versions. Strict durability, because Chrome's default may lose the last
 * second of work in a power cut; no cache, because Dexie's would show a row before its commit.
 * @param noteUpgrade makes the operation that notes an upgrade of a book; it is added in the upgrade's own transaction
 */
export function createDatabase(
  name: string,
  migrations: readonly Migration[] = MIGRATIONS,
  noteUpgrade?: (last: OperationRow) => OperationRow,
): BookDatabase {
  const database = new Dexie(name, { chromeTransactionDurability: 'strict', cache: 'disabled', autoOpen: false });
  for (const step of migrations) {
    const version = database.version(step.version).stores(step.stores);
    if (step.version === 1) continue;
    version.upgrade(async (transaction) => {
      await migrateTables(transaction, step);
      if (noteUpgrade === undefined || step !== migrations.at(-1)) return;
      const operations: Table<OperationRow, number> = transaction.table('operations');
      const last = await operations.orderBy('sequence').last();
      if (last !== undefined) await operations.add(noteUpgrade(last));
    });
  }
  // Dexie adds the tables as properties at run time; the record schemas say which and of what type.
  return database as BookDatabase;
}

async function migrateTables(transaction: Transaction, { rewrite = {} }: Migration): Promise<void> {
  for (const [table, change] of Object.entries(rewrite)) {
    await transaction
      .table(table)
      .toCollection()
      .modify((row, place) => {
        place.value = change(row);
      });
  }
}

/** Tables of records in this database, whatever its version: everything but the operations and what is no business data. */
export function recordTables(database: Dexie): string[] {
  return database.tables.map(({ name }) => name).filter(isRecordTable);
}

function isRecordTable(name: string): boolean {
  return !['operations', 'drafts', 'screenState'].includes(name);
}

/** One business table by its name, typed by its record schema. */
export function tableOf<Name extends TableName>(database: BookDatabase, name: Name): Table<RecordOf<Name>, string> {
  return database.table(name);
}

/** The last operation in the database; `undefined` in an empty one. */
export function lastOperation(database: BookDatabase): Promise<OperationRow | undefined> {
  return database.operations.orderBy('sequence').last();
}
