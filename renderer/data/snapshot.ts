import { exportDB, importInto } from 'dexie-export-import';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { FinishedSnapshot, HostApi, SnapshotEntry, SnapshotHeader } from '../../shared/contract/host-calls.ts';
import { FailureError, type Result } from '../../shared/contract/result.ts';
import { ORIGIN_HASH } from '../../shared/journal/line.ts';
import { BUSINESS_TABLES, createDatabase, lastOperation, type BookDatabase } from './database.ts';
import { latestVersion, MIGRATIONS, migrateRow } from './migrations/all.ts';
import { replayJournal } from './replay.ts';

const CHUNK = 4 * 1024 * 1024;

/** The value of a host's answer, or its failure thrown. */
export function valueOf<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new FailureError(result.error.code, result.error.parameters);
  return result.value;
}

async function countRows(database: BookDatabase): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of ['operations', ...BUSINESS_TABLES]) counts[table] = await database.table(table).count();
  return counts;
}

/** Writes a snapshot of the whole book through the host. Failures: those of the host (`diskFull`, `leaseLost`, …). */
export async function takeSnapshot(
  session: { database: BookDatabase; host: HostApi; book: string },
  details: { lease: string; reason: SnapshotHeader['reason']; takenAt: string; appVersion: string; schemaVersion?: number },
): Promise<FinishedSnapshot> {
  const { database, host, book } = session;
  // One look at the book for header and rows: an entry saved in between would make the snapshot contradict itself.
  const { last, rowCounts, blob } = await database.transaction('r', database.tables, async () => ({
    last: await lastOperation(database),
    rowCounts: await countRows(database),
    blob: await exportDB(database, { skipTables: ['drafts', 'screenState'], noTransaction: false }),
  }));
  const header: SnapshotHeader = {
    reason: details.reason,
    book,
    schemaVersion: details.schemaVersion ?? latestVersion(),
    appVersion: details.appVersion,
    sequence: last?.sequence ?? 0,
    hash: last?.hash ?? ORIGIN_HASH,
    takenAt: details.takenAt,
    rowCounts,
  };
  const { id } = valueOf(await host.beginSnapshot({ lease: details.lease, header }));
  const hash = sha256.create();
  for (let offset = 0; offset < blob.size; offset += CHUNK) {
    const chunk = new Uint8Array(await blob.slice(offset, offset + CHUNK).arrayBuffer());
    hash.update(chunk);
    valueOf(await host.writeSnapshot({ id, chunk }));
  }
  return valueOf(await host.finishSnapshot({ id, contentHash: bytesToHex(hash.digest()) }));
}

async function readSnapshot(host: HostApi, entry: SnapshotEntry, passphrase: string): Promise<Blob> {
  const parts: BlobPart[] = [];
  let offset = 0;
  for (;;) {
    const part = valueOf(await host.readSnapshot({ name: entry.name, place: entry.place, offset, passphrase }));
    parts.push(part.chunk.slice());
    if (part.done) return new Blob(parts, { type: 'application/json' });
    offset = part.next;
  }
}

/**
 * Puts a snapshot's rows into an empty database and checks them: chain, row counts. Fails with `snapshotDamaged` and the
 * failures of reading it (`wrongPassphrase`, …).
 */
export async function importSnapshot(database: BookDatabase, host: HostApi, snapshot: SnapshotEntry, passphrase: string): Promise<void> {
  const blob = await readSnapshot(host, snapshot, passphrase);
  await importInto(database, blob, { acceptVersionDiff: true, acceptNameDiff: true, acceptMissingTables: true });
  if (snapshot.schemaVersion < latestVersion()) await migrateDatabase(database, snapshot.schemaVersion);
  const last = await lastOperation(database);
  if ((last?.hash ?? ORIGIN_HASH) !== snapshot.hash) throw new FailureError('snapshotDamaged', { name: snapshot.name });
  const counts = await countRows(database);
  for (const [table, rows] of Object.entries(snapshot.rowCounts)) {
    if (counts[table] !== rows) throw new FailureError('snapshotDamaged', { name: snapshot.name });
  }
}

/**
 * Builds a database of a new name from a snapshot and the whole journal after it, and checks it: row counts, chain. The
 * caller switches to it only afterwards. Failures: `snapshotDamaged`, `snapshotNotOfThisBook`, `journalGap`.
 */
export async function restoreInto(
  name: string,
  host: HostApi,
  source: { snapshot: SnapshotEntry; passphrase: string } | null,
  onProgress: (done: number) => void = () => {},
): Promise<BookDatabase> {
  const database = createDatabase(name);
  await database.delete();
  await database.open();
  if (source !== null) await importSnapshot(database, host, source.snapshot, source.passphrase);
  await replayJournal(database, host, onProgress);
  return database;
}

async function migrateDatabase(database: BookDatabase, from: number): Promise<void> {
  for (const table of BUSINESS_TABLES) {
    await database
      .table(table)
      .toCollection()
      .modify((row, place) => {
        place.value = migrateRow(MIGRATIONS, from, table, row);
      });
  }
}
