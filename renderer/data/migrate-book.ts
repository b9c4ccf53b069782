import { v7 as newId } from 'uuid';
import { SYSTEM_ACTOR } from '../../shared/contract/system-actor.ts';
import { hashText, lineHash } from '../../shared/journal/line.ts';
import { operationPayloadSchema, type OperationPayload } from '../../shared/journal/operation-payload.ts';
import { lastOperation, recordTables, type BookDatabase, type OperationRow } from './database.ts';
import { migrateRow, rewrittenAfter } from './migrations/all.ts';
import type { Migration } from './migrations/migration.ts';

/** Name of the journal line that marks a change of the data format; its reason holds `from>to`. */
export const MIGRATION_LINE = 'migrate-database';

/** Notes a change of the data format as a line of its own, so that a replay runs the same migrations at that point. */
export function migrationRow(last: OperationRow, details: { book: string; from: number; to: number; now: string }): OperationRow {
  const sequence = last.sequence + 1;
  const id = newId();
  const payload = JSON.stringify({
    id,
    book: details.book,
    sequence,
    at: details.now,
    actor: SYSTEM_ACTOR,
    desk: '',
    name: MIGRATION_LINE,
    reason: `${details.from}>${details.to}`,
    confirmations: [],
    changes: [],
    resultId: '',
  } satisfies OperationPayload);
  const chained = { sequence, previousHash: last.hash, payloadHash: hashText(payload) };
  return { ...chained, id, hash: lineHash(chained), payload, records: [], resultId: '' };
}

/** Versions that a migration line names. */
export function versionsOf(payload: Pick<OperationPayload, 'reason'>): { from: number; to: number } {
  const [from = 0, to = 0] = payload.reason.split('>').map(Number);
  return { from, to };
}

/** Id of the book a database belongs to, as its newest readable operation names it; `''` when it has none. */
export async function bookOf(database: BookDatabase): Promise<string> {
  const newest = await database.operations
    .orderBy('sequence')
    .reverse()
    .filter((row) => row.payload !== null)
    .first();
  const payload = newest?.payload ?? null;
  return payload === null ? '' : operationPayloadSchema.parse(JSON.parse(payload)).book;
}

/** Carries every row of a database from a format to the newest. Only Dexie is awaited: it may run inside a transaction. */
export async function migrateRows(database: BookDatabase, from: number, migrations: readonly Migration[]): Promise<void> {
  const rewritten = rewrittenAfter(migrations, from);
  for (const table of recordTables(database).filter((name) => rewritten.includes(name))) {
    await database
      .table(table)
      .toCollection()
      .modify((row, place) => {
        place.value = migrateRow(migrations, from, table, row);
      });
  }
}

/**
 * Carries rows that a replay left in an older format to the newest, and notes the line: both in one transaction, so that
 * no crash can leave one without the other.
 */
export async function migrateReplayed(
  database: BookDatabase,
  details: { from: number; to: number; now: string },
  migrations: readonly Migration[],
): Promise<void> {
  const last = await lastOperation(database);
  if (last === undefined || details.from >= details.to) return;
  const book = await bookOf(database);
  const tables = recordTables(database);
  await database.transaction('rw', ['operations', ...tables], async () => {
    await migrateRows(database, details.from, migrations);
    await database.operations.add(migrationRow(last, { ...details, book }));
  });
}
