import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { FinishedSnapshot, HostApi, SnapshotEntry, SnapshotHeader } from '../../shared/contract/host-calls.ts';
import { FailureError, valueOf } from '../../shared/contract/result.ts';
import { ORIGIN_HASH } from '../../shared/journal/line.ts';
import { createDatabase, lastOperation, recordTables, type BookDatabase } from './database.ts';
import { noteLostScans } from './lost-scans.ts';
import { migrateReplayed } from './migrate-book.ts';
import { latestVersion, MIGRATIONS } from './migrations/all.ts';
import type { Migration } from './migrations/migration.ts';
import { replayJournal } from './replay.ts';
import { lookAtBook } from './snapshot-text.ts';

/** Bytes handed to the host at once. */
const CHUNK = 1024 * 1024;

/** Fetched when a snapshot is restored: no start of the desk needs it. */
function exportImport() {
  return import('dexie-export-import');
}

interface SnapshotSource {
  database: BookDatabase;
  host: HostApi;
  book: string;
}

interface SnapshotDetails {
  lease: string;
  reason: SnapshotHeader['reason'];
  takenAt: string;
  appVersion: string;
  schemaVersion?: number;
}

/** The snapshot being written. The host writes one at a time, and another that begins would end it. */
let underWay: Promise<unknown> = Promise.resolve();

/**
 * Writes a snapshot of the whole book through the host, while others go on writing; one that is being written is waited for.
 * Failures: those of the host (`diskFull`, `leaseLost`, …).
 */
export function takeSnapshot(source: SnapshotSource, details: SnapshotDetails): Promise<FinishedSnapshot> {
  const taken = underWay.then(() => writeSnapshot(source, details));
  underWay = taken.catch(() => undefined);
  return taken;
}

async function writeSnapshot(source: SnapshotSource, details: SnapshotDetails): Promise<FinishedSnapshot> {
  const { database, host, book } = source;
  const { lease, reason, takenAt, appVersion } = details;
  const { sequence, hash, rowCounts, text } = await lookAtBook(database);
  const schemaVersion = details.schemaVersion ?? latestVersion();
  const header: SnapshotHeader = { reason, book, schemaVersion, appVersion, sequence, hash, takenAt, rowCounts };
  const { id } = valueOf(await host.beginSnapshot({ lease, header }));
  const contentHash = sha256.create();
  for await (const chunk of inChunks(text())) {
    contentHash.update(chunk);
    valueOf(await host.writeSnapshot({ id, chunk }));
  }
  return valueOf(await host.finishSnapshot({ id, contentHash: bytesToHex(contentHash.digest()) }));
}

/** Gathers pieces of text into chunks that are worth a call, and small enough that hashing one does not hold the page up. */
async function* inChunks(pieces: AsyncIterable<string>): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  let gathered = '';
  for await (const piece of pieces) {
    gathered += piece;
    if (gathered.length < CHUNK) continue;
    yield* cut(encoder.encode(gathered));
    gathered = '';
  }
  if (gathered !== '') yield* cut(encoder.encode(gathered));
}

/** One operation alone may be larger than a call should be. */
function* cut(bytes: Uint8Array<ArrayBuffer>): Generator<Uint8Array<ArrayBuffer>> {
  for (let at = 0; at < bytes.length; at += CHUNK) yield bytes.slice(at, at + CHUNK);
}

async function readSnapshot(host: HostApi, entry: SnapshotEntry, passphrase: string): Promise<Blob> {
  const parts: BlobPart[] = [];
  let offset = 0;
  for (;;) {
    const part = valueOf(await host.readSnapshot({ name: entry.name, place: entry.place, offset, passphrase }));
    parts.push(part.chunk.slice());
    noteLostScans(part.scansFailed);
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
  try {
    let version = 1;
    if (source !== null) {
      const { snapshot } = source;
      if (snapshot.schemaVersion > latest) throw new FailureError('dataNewer', { found: snapshot.schemaVersion, known: latest });
      await loadSnapshot(database, host, source, onProgress);
      version = snapshot.schemaVersion;
    }
    version = await replayJournal(database, host, { version, migrations, onProgress });
    await migrateReplayed(database, { from: version, to: latest, now }, migrations);
    return database;
  } catch (error) {
    // Half a book must not be found at the next start and taken for one.
    await database.delete();
    throw error;
  }
}

/**
 * Puts a snapshot's rows, in the format they were written in, into an empty database and checks them: chain, row counts.
 * `onProgress` hears how many operations' worth of them are in.
 * Fails with `snapshotDamaged` and the failures of reading it (`wrongPassphrase`, …).
 */
export async function loadSnapshot(
  database: BookDatabase,
  host: HostApi,
  source: { snapshot: SnapshotEntry; passphrase: string },
  onProgress?: (done: number) => void,
): Promise<void> {
  const { snapshot } = source;
  const blob = await readSnapshot(host, snapshot, source.passphrase);
  const { importInto } = await exportImport();
  await importInto(database, blob, {
    acceptVersionDiff: true,
    acceptNameDiff: true,
    acceptMissingTables: true,
    progressCallback: ({ completedRows, totalRows = 0 }) => {
      if (totalRows > 0) onProgress?.(Math.floor((completedRows / totalRows) * snapshot.sequence));
      return true;
    },
  });
  const last = await lastOperation(database);
  if ((last?.hash ?? ORIGIN_HASH) !== snapshot.hash) throw new FailureError('snapshotDamaged', { name: snapshot.name });
  for (const table of ['operations', ...recordTables(database)]) {
    const expected = snapshot.rowCounts[table];
    if (expected !== undefined && (await database.table(table).count()) !== expected) {
      throw new FailureError('snapshotDamaged', { name: snapshot.name });
    }
  }
}
