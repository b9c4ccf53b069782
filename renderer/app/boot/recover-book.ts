import type { HostApi, SnapshotEntry } from '../../../shared/contract/host-calls.ts';
import { FailureError, valueOf } from '../../../shared/contract/result.ts';
import { putBeside, salvageBeside, type BesideTheBook } from '../../data/beside-the-book.ts';
import { createClock } from '../../data/clock.ts';
import { lastOperation, type BookDatabase } from '../../data/database.ts';
import { freshDatabaseName } from '../../data/database-names.ts';
import { bookOf } from '../../data/migrate-book.ts';
import { latestVersion } from '../../data/migrations/all.ts';
import { toJournalLine } from '../../data/outbox.ts';
import { restoreInto } from '../../data/snapshot.ts';
import type { BootOutcome } from './open-book.ts';

type Recovering = Extract<BootOutcome, { step: 'recover' }>;

const BATCH = 200;

type RebuildSource = { snapshot: SnapshotEntry; passphrase: string } | null;

/**
 * Builds a new database from the journal, or from a snapshot and the journal after it, checks it against the journal's
 * end, and only then switches to it. The old database stays where it is, and open where this fails: another way may need it.
 */
export async function rebuildBook(outcome: Recovering, source: RebuildSource, onProgress: (done: number) => void): Promise<void> {
  const { host, lease, database: old } = outcome;
  const beside = await halfFilled(outcome);
  old?.close();
  try {
    const database = await rebuiltDatabase(outcome, source, beside, onProgress);
    valueOf(await host.switchDatabase({ lease, database, schemaVersion: latestVersion() }));
  } catch (error) {
    await old?.open().catch(() => undefined);
    throw error;
  }
}

/** What the old database holds beside the same book, as far as it can be read; forms of another book have no place in this one. */
async function halfFilled({ state, reason, database }: Recovering): Promise<BesideTheBook | null> {
  if (database === null) return null;
  // The gate had compared the books before it met the damage, which may lie where a book says its name.
  const book = reason === 'databaseDamaged' ? state.journal.book : await bookOf(database).catch(() => '');
  return book === state.journal.book ? salvageBeside(database) : null;
}

/** Name of a database that leads to the journal's end. Fails with `journalDiverged` and the failures of `restoreInto`. */
async function rebuiltDatabase(
  { host, state, description }: Recovering,
  source: RebuildSource,
  beside: BesideTheBook | null,
  onProgress: (done: number) => void,
): Promise<string> {
  const name = await freshDatabaseName(state.database);
  const database = await restoreInto(name, host, source, { now: createClock(description.clockOffsetMs).now(), onProgress });
  const { journal } = state;
  const atEnd = await database.operations.get(journal.sequence);
  if (journal.sequence > 0 && atEnd?.hash !== journal.hash) {
    await database.delete();
    throw new FailureError('journalDiverged');
  }
  if (beside !== null) await putBeside(database, beside);
  return name;
}

/** Puts the journal aside (kept) and writes it anew from a sound database, line by line, hashes unchanged. */
export async function rewriteJournal(outcome: Recovering, onProgress: (done: number) => void): Promise<void> {
  const { host, lease, database } = outcome;
  if (database === null) throw new FailureError('storeError', { detail: '' });
  const last = await lastOperation(database);
  if (last === undefined) throw new FailureError('storeError', { detail: '' });
  valueOf(await host.rewriteJournal({ lease, book: await bookOf(database), sequence: last.sequence, hash: last.hash }));
  await writeJournal({ host, lease, database }, onProgress);
}

interface JournalTarget {
  host: HostApi;
  lease: string;
  database: BookDatabase;
}

/** Writes every operation of a database into the host's empty journal. */
async function writeJournal({ host, lease, database }: JournalTarget, onProgress: (done: number) => void): Promise<void> {
  let sent = 0;
  for (;;) {
    const rows = await database.operations.where('sequence').above(sent).limit(BATCH).toArray();
    if (rows.length === 0) return;
    const answer = valueOf(await host.appendLines({ lease, lines: rows.map(toJournalLine) }));
    sent = answer.sequence;
    onProgress(sent);
  }
}

interface Elsewhere {
  host: HostApi;
  lease: string;
  now: string;
  snapshot: SnapshotEntry;
  passphrase: string;
}

/**
 * Brings a book to a PC that has none: database from the backup, then the journal line by line, which the backup vouches for.
 * The database is in force first: a restart in between goes on from it, while half a journal alone would pass for the book.
 * Failures: those of `restoreInto` and of the host.
 */
export async function bringBook(input: Elsewhere, onProgress: (done: number) => void): Promise<void> {
  const { host, lease, now, snapshot, passphrase } = input;
  const name = await freshDatabaseName('');
  const database = await restoreInto(name, host, { snapshot, passphrase }, { now, onProgress });
  valueOf(await host.switchDatabase({ lease, database: name, schemaVersion: latestVersion() }));
  await writeJournal({ host, lease, database }, onProgress);
  database.close();
}

/**
 * Puts everything aside (kept) and begins an empty book in a database of a new name.
 * @param why whether the empty book is wanted, or is only the way to a backup
 */
export async function startEmptyBook({ host, lease, state, database }: Recovering, why: 'empty' | 'backup'): Promise<void> {
  valueOf(await host.startEmpty({ lease, typed: 'EMPTY', why }));
  database?.close();
  const name = await freshDatabaseName(state.database);
  valueOf(await host.switchDatabase({ lease, database: name, schemaVersion: latestVersion() }));
}

/** Puts data back that were put aside, and the present ones aside, where nobody is at the desk yet: the PINs of then open it. */
export async function putBackBook({ host, lease }: { host: HostApi; lease: string }, name: string): Promise<void> {
  valueOf(await host.lock());
  valueOf(await host.putBack({ lease, name }));
}
