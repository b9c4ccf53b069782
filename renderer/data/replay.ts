import type { HostApi, JournalLine } from '../../shared/contract/host-calls.ts';
import { FailureError } from '../../shared/contract/result.ts';
import { follows, lineHash } from '../../shared/journal/line.ts';
import { operationPayloadSchema, type OperationPayload } from '../../shared/journal/operation-payload.ts';
import { lastOperation, recordTables, type BookDatabase, type OperationRow } from './database.ts';
import { MIGRATION_LINE, versionsOf } from './migrate-book.ts';
import { withoutMissing } from './missing-fields.ts';
import { MIGRATIONS, migrateRow, rewrittenAfter } from './migrations/all.ts';
import type { Migration, StoredRow } from './migrations/migration.ts';

const BATCH = 1000;
/** Lines after which the store is shut for a moment; see `rest`. */
const LINES_BETWEEN_RESTS = 10_000;
/** Milliseconds: Chromium shuts a store two seconds after its last connection. */
const REST_MS = 3000;

/** The row of the operations table that a journal line becomes again. */
export function toOperationRow(line: JournalLine, payload: OperationPayload | null): OperationRow {
  return {
    sequence: line.sequence,
    id: payload?.id ?? `erased-${line.sequence}`,
    previousHash: line.previousHash,
    payloadHash: line.payloadHash,
    hash: lineHash(line),
    payload: line.payload,
    records: (payload?.changes ?? []).filter((change) => change.table !== 'series').map((change) => `${change.table}/${change.key}`),
    resultId: payload?.resultId ?? '',
  };
}

function readPayload(line: JournalLine): OperationPayload | null {
  if (line.payload === null) return null;
  const parsed = operationPayloadSchema.safeParse(JSON.parse(line.payload));
  if (!parsed.success) throw new FailureError('journalUnreadable', { sequence: line.sequence });
  return parsed.data;
}

async function applyBatch(
  database: BookDatabase,
  lines: readonly JournalLine[],
  migrations: readonly Migration[],
  before: number,
): Promise<number> {
  let version = before;
  const last = await lastOperation(database);
  let sequence = last?.sequence ?? 0;
  let hash = last?.hash ?? lines[0]?.previousHash ?? '';
  const rows: OperationRow[] = [];
  const tables = new Set(recordTables(database));
  // Rows by table and key as they stand after the lines so far; `null` = removed.
  const touched = new Map<string, Map<string, StoredRow | null>>();

  async function storedRow(table: string, key: string): Promise<StoredRow | null> {
    if (!tables.has(table)) return null;
    const stored: StoredRow | undefined = await database.table(table).get(key);
    return stored ?? null;
  }
  function setRow(table: string, key: string, row: StoredRow | null): void {
    const rowsOfTable = touched.get(table) ?? new Map<string, StoredRow | null>();
    rowsOfTable.set(key, row);
    touched.set(table, rowsOfTable);
  }

  for (const line of lines) {
    if (!follows(line, sequence, hash)) throw new FailureError('journalGap', { sequence: line.sequence });
    const payload = readPayload(line);
    version = payload?.format ?? version;
    if (payload?.name === MIGRATION_LINE) {
      const { from, to } = versionsOf(payload);
      await migrateEverything(database, touched, migrations, { from, to });
      version = to;
    }
    for (const change of payload?.changes ?? []) {
      if (change.after === null) setRow(change.table, change.key, null);
      else if (change.before === null) setRow(change.table, change.key, change.after);
      else {
        // Awaited only where the database is asked: Dexie loses the transaction after a hundred awaits that are not its own.
        const known = touched.get(change.table)?.get(change.key);
        const row = known === undefined ? await storedRow(change.table, change.key) : known;
        const next = { ...row, ...change.after };
        setRow(change.table, change.key, Object.values(change.after).includes(null) ? withoutMissing(change.table, next) : next);
      }
    }
    rows.push(toOperationRow(line, payload));
    sequence = line.sequence;
    hash = lineHash(line);
  }

  for (const [table, rowsOfTable] of touched) {
    // A table that a later format has given up: its rows were carried elsewhere, or are history only.
    if (!tables.has(table)) continue;
    const put = [...rowsOfTable.values()].filter((row) => row !== null);
    const gone = [...rowsOfTable.entries()].filter(([, row]) => row === null).map(([key]) => key);
    if (put.length > 0) await database.table(table).bulkPut(put);
    if (gone.length > 0) await database.table(table).bulkDelete(gone);
  }
  await database.operations.bulkAdd(rows);
  return version;
}

async function migrateEverything(
  database: BookDatabase,
  touched: Map<string, Map<string, StoredRow | null>>,
  migrations: readonly Migration[],
  { from, to }: { from: number; to: number },
): Promise<void> {
  const steps = migrations.filter((step) => step.version <= to);
  const rewritten = rewrittenAfter(steps, from);
  for (const table of recordTables(database).filter((name) => rewritten.includes(name))) {
    const rowsOfTable = touched.get(table) ?? new Map<string, StoredRow | null>();
    const stored: StoredRow[] = await database.table(table).toArray();
    for (const row of stored) {
      const key = String(row['id']);
      if (!rowsOfTable.has(key)) rowsOfTable.set(key, row);
    }
    for (const [key, row] of rowsOfTable) {
      if (row !== null) rowsOfTable.set(key, migrateRow(steps, from, table, row));
    }
    touched.set(table, rowsOfTable);
  }
}

/**
 * Applies journal lines in order to a database: one transaction a batch, so a crash in between leaves a whole prefix.
 * @param version data format of the rows so far
 * @returns data format of the rows after these lines
 */
export async function applyLines(
  database: BookDatabase,
  lines: readonly JournalLine[],
  version: number,
  migrations: readonly Migration[] = MIGRATIONS,
): Promise<number> {
  if (lines.length === 0) return version;
  const tables = ['operations', ...recordTables(database)];
  // Dexie follows native awaits only from a function it can see is async.
  return database.transaction('rw', tables, async () => applyBatch(database, lines, migrations, version));
}

interface ReplayOptions {
  /** Data format of the rows that the database already has; 1 in an empty one, until the book's first line names another. */
  version: number;
  migrations?: readonly Migration[];
  /** Hears how many lines are done. */
  onProgress?: (done: number) => void;
  linesBetweenRests?: number;
  restMs?: number;
}

/**
 * Shuts the database long enough for Chromium to shut its store as well, and opens it again. In LevelDB Chromium notes for
 * every row how to undo it, under the number of the transaction, which counts from 0 whenever a store is opened, and clears the
 * note away after the commit. What was cleared stays in the files until LevelDB tidies just there: after 200,000 lines in one
 * go 2.5 million of them lay there, every start waded through all of them (0.3 s), and every save through its number's share.
 * With its numbers used again a store keeps those of one stretch. Where another connection is open, this only waits.
 */
async function rest(database: BookDatabase, ms: number): Promise<void> {
  database.close({ disableAutoOpen: false });
  await new Promise((resolve) => setTimeout(resolve, ms));
  await database.open();
}

/** Replays the host's journal after what the database already has. Returns the data format that the last line left. */
export async function replayJournal(database: BookDatabase, host: HostApi, options: ReplayOptions): Promise<number> {
  const { linesBetweenRests = LINES_BETWEEN_RESTS, restMs = REST_MS } = options;
  let { version } = options;
  let sinceRest = 0;
  for (;;) {
    const last = await lastOperation(database);
    const answer = await host.readLines({ from: (last?.sequence ?? 0) + 1, limit: BATCH });
    if (!answer.ok) throw new FailureError(answer.error.code, answer.error.parameters);
    if (answer.value.lines.length === 0) return version;
    if (sinceRest >= linesBetweenRests) {
      await rest(database, restMs);
      sinceRest = 0;
    }
    version = await applyLines(database, answer.value.lines, version, options.migrations);
    sinceRest += answer.value.lines.length;
    options.onProgress?.(answer.value.lines.at(-1)?.sequence ?? 0);
  }
}
