import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { FinishedSnapshot, HostApi, SnapshotEntry, SnapshotHeader } from '../../shared/contract/host-calls.ts';
import { FailureError, valueOf } from '../../shared/contract/result.ts';
import { ORIGIN_HASH } from '../../shared/journal/line.ts';
import { createDatabase, lastOperation, recordTables, type BookDatabase } from './database.ts';
import { migrateReplayed } from './migrate-book.ts';
import { latestVersion, MIGRATIONS } from './migrations/all.ts';
import type { Migration } from './migrations/migration.ts';
import { replayJournal } from './replay.ts';

const CHUNK = 4 * 1024 * 1024;

/** Fetched when a snapshot is taken or restored: no start of the desk needs it. */
function exportImport() {
  return import('dexie-export-import');
}

async function countRows(database: BookDatabase): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of ['operations', ...recordTables(database)]) counts[table] = await database.table(table).count();
  return counts;
}

/** Writes a snapshot of the whole book through the host. Failures: those of the host (`diskFull`, `leaseLost`, …). */
export async function takeSnapshot(
  session: { database: BookDatabase; host: HostApi; book: string },
  details: { lease: string; reason: SnapshotHeader['reason']; takenAt: string; appVersion: string; schemaVersion?: number },
): Promise<FinishedSnapshot> {
  const { database, host, book } = session;
  const { exportDB } = await exportImport();
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

/** What a database is built with, beside the host's snapshot and journal. */
export interface RestoreDetails {
  /** Time of the migration's line, if the journal ends in an older format. */
  now: string;
  onProgress?: (done: number) => void;
  migrations?: readonly Migration[];
}

/**
 * Builds a database of a new name from a snapshot and the whole journal after it, and checks it: row counts, chain. Rows
 * stay in the format they were written in until the journal's own migration lines change it; what is older than this app
 * at the end is migrated with a line of its own. The caller switches to the database only afterwards.
 * Failures: `snapshotDamaged`, `dataNewer`, `journalGap`.
 */
export async function restoreInto(
  name: string,
  host: HostApi,
  source: { snapshot: SnapshotEntry; passphrase: string } | null,
  { now, onProgress, migrations = MIGRATIONS }: RestoreDetails,
): Promise<BookDatabase> {
  const latest = latestVersion(migrations);
  const database = createDatabase(name, migrations);
  await database.delete();
  await database.open();
  let version = 1;
  if (source !== null) {
    const { snapshot } = source;
    if (snapshot.schemaVersion > latest) throw new FailureError('dataNewer', { found: snapshot.schemaVersion, known: latest });
    await loadSnapshot(database, host, source);
    version = snapshot.schemaVersion;
  }
  version = await replayJournal(database, host, { version, migrations, onProgress });
  await migrateReplayed(database, { from: version, to: latest, now }, migrations);
  return database;
}

/**
 * Puts a snapshot's rows, in the format they were written in, into an empty database and checks them: chain, row counts.
 * Fails with `snapshotDamaged` and the failures of reading it (`wrongPassphrase`, …).
 */
export async function loadSnapshot(
  database: BookDatabase,
  host: HostApi,
  source: { snapshot: SnapshotEntry; passphrase: string },
): Promise<void> {
  const { snapshot } = source;
  const blob = await readSnapshot(host, snapshot, source.passphrase);
  const { importInto } = await exportImport();
  await importInto(database, blob, { acceptVersionDiff: true, acceptNameDiff: true, acceptMissingTables: true });
  const last = await lastOperation(database);
  if ((last?.hash ?? ORIGIN_HASH) !== snapshot.hash) throw new FailureError('snapshotDamaged', { name: snapshot.name });
  for (const table of ['operations', ...recordTables(database)]) {
    const expected = snapshot.rowCounts[table];
    if (expected !== undefined && (await database.table(table).count()) !== expected) {
      throw new FailureError('snapshotDamaged', { name: snapshot.name });
    }
  }
}
