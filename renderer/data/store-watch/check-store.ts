import { FailureError } from '../../../shared/contract/result.ts';
import { operationPayloadSchema } from '../../../shared/journal/operation-payload.ts';
import { follows, hashText, lineHash, ORIGIN_HASH } from '../../../shared/journal/line.ts';
import { createDatabase, recordTables, type BookDatabase, type OperationRow } from '../database.ts';
import { MIGRATION_LINE, versionsOf } from '../migrate-book.ts';
import type { StoredRow } from '../migrations/migration.ts';
import { createRowClaims, type MigrationLine, type RowClaims } from './row-claims.ts';

/** Rows or operations: short enough for a save to come in between. */
const PAGE = 100;
/** No key of a row comes behind it. */
const LAST_KEY = '\uffff';

const changesOf = operationPayloadSchema.pick({ changes: true });

export interface CheckOptions {
  /** Sequence that the last operation has at least. */
  operations: number;
  /** Hears how many rows are done, and is waited for after each page, so that others come in between. */
  afterPage?: (done: number) => Promise<void> | void;
  /** Rows or operations read at once. */
  page?: number;
}

/**
 * Reads everything in an open database, and compares it with what its operations say. Of damage in its files a browser tells
 * only whoever reads that very place; and where it repairs them by itself, rows are gone without a word.
 * Fails with the store's own error, or with `storeError` where something is missing or is not as the operations say.
 */
export async function checkStore(database: BookDatabase, options: CheckOptions): Promise<void> {
  const check: Check = { database, migrations: [], loose: createRowClaims([]), done: 0, seen: 0, page: PAGE, ...options };
  await checkOperations(check);
  for (const name of recordTables(database)) await (name === 'series' ? checkSeries(check) : checkRows(check, name));
  for (const name of ['drafts', 'screenState']) await readRows(check, name);
  for (const table of database.tables) {
    for (const index of table.schema.indexes) {
      await table.orderBy(index.name).count();
      await check.afterPage?.(check.done);
    }
  }
}

/** The same of a database that is not open yet. One that is gone is not made anew. */
export async function checkStoreNamed(name: string, options: CheckOptions): Promise<void> {
  const known = await indexedDB.databases();
  if (!known.some((one) => one.name === name)) throw damage(`${name} is gone`);
  const database = createDatabase(name);
  await database.open();
  try {
    await checkStore(database, options);
  } finally {
    database.close();
  }
}

interface Check extends CheckOptions {
  database: BookDatabase;
  /** Where the operations change the format of rows. */
  migrations: MigrationLine[];
  /** What the operations say of the series of numbers, which no operation names as its record. */
  loose: RowClaims;
  page: number;
  /** Rows and operations read. */
  done: number;
  /** Sequence of the last operation read. */
  seen: number;
}

function damage(detail: string): FailureError {
  return new FailureError('storeError', { detail });
}

async function pageDone(check: Check, rows: number): Promise<void> {
  check.done += rows;
  await check.afterPage?.(check.done);
}

async function checkOperations(check: Check): Promise<void> {
  const { database, operations } = check;
  let hash = ORIGIN_HASH;
  for (let more = true; more;) {
    const rows = await database.operations.where('sequence').above(check.seen).limit(check.page).toArray();
    for (const row of rows) hash = takeOperation(check, row, hash);
    more = rows.length === check.page;
    await pageDone(check, rows.length);
  }
  if (check.seen < operations) throw damage(`operations end at ${check.seen} of ${operations}`);
}

/** @returns the hash that the next operation must follow */
function takeOperation(check: Check, row: OperationRow, hash: string): string {
  if (!follows(row, check.seen, hash)) throw damage(`operation ${check.seen + 1} is not followed by ${row.sequence}`);
  if (row.payload !== null && hashText(row.payload) !== row.payloadHash) throw damage(`operation ${row.sequence} is altered`);
  if (lineHash(row) !== row.hash) throw damage(`the hash of operation ${row.sequence} is altered`);
  check.seen = row.sequence;
  // An erased operation says nothing any more.
  if (row.payload === null) return row.hash;
  const payload = operationPayloadSchema.parse(JSON.parse(row.payload));
  if (payload.name === MIGRATION_LINE) check.migrations.push({ sequence: row.sequence, ...versionsOf(payload) });
  check.loose.take(
    row.sequence,
    payload.changes.filter(({ table }) => table === 'series'),
  );
  return row.hash;
}

/** Rows and operations of one moment: the desk may write meanwhile. */
async function checkSeries(check: Check): Promise<void> {
  const { database, loose } = check;
  // Dexie follows native awaits only from a function it can see is async.
  await database.transaction('r', database.series, database.operations, async () => {
    const newer = await database.operations.where('sequence').above(check.seen).toArray();
    let hash = newer[0]?.previousHash ?? '';
    for (const row of newer) hash = takeOperation(check, row, hash);
    requireAsClaimed('series', loose, await database.series.toArray());
  });
}

async function checkRows(check: Check, name: string): Promise<void> {
  for (let after = '', more = true; more;) {
    const { rows, operations, upTo } = await readPage(check, name, after);
    const from = after;
    const claims = createRowClaims(check.migrations);
    for (const { sequence, payload } of operations) {
      if (payload === null) continue;
      const { changes } = changesOf.parse(JSON.parse(payload));
      claims.take(
        sequence,
        changes.filter((change) => change.table === name && change.key > from && change.key <= upTo),
      );
    }
    requireAsClaimed(name, claims, rows);
    after = upTo;
    more = rows.length === check.page;
    await pageDone(check, rows.length);
  }
}

/**
 * Rows behind a key, and the operations that speak of them, of one moment: the desk may write meanwhile. They are compared
 * afterwards, because nobody can save before this has ended.
 */
function readPage({ database, page }: Check, name: string, after: string) {
  const table = database.table<StoredRow, string>(name);
  // Dexie follows native awaits only from a function it can see is async.
  return database.transaction('r', table, database.operations, async () => {
    const rows = await table.where(':id').above(after).limit(page).toArray();
    const upTo = rows.length < page ? LAST_KEY : String(rows.at(-1)?.['id']);
    // Also of rows that are not there: a gap would be met nowhere else.
    const range = database.operations.where('records').between(`${name}/${after}`, `${name}/${upTo}`, false, true);
    return { rows, upTo, operations: await range.distinct().sortBy('sequence') };
  });
}

function requireAsClaimed(table: string, claims: RowClaims, rows: readonly object[]): void {
  const fault = claims.faultOf(table, rows);
  if (fault !== '') throw damage(`${table}: ${fault}`);
}

/** What is in no journal can only be read. */
async function readRows(check: Check, name: string): Promise<void> {
  const table = check.database.table<StoredRow, string>(name);
  for (let after = '', more = true; more;) {
    const rows = await table.where(':id').above(after).limit(check.page).toArray();
    after = String(rows.at(-1)?.['id'] ?? after);
    more = rows.length === check.page;
    await pageDone(check, rows.length);
  }
}
