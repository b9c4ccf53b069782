import { Dexie } from 'dexie';
import { v7 as newId } from 'uuid';
import type { BookState, HostApi, HostDescription } from '../../../shared/contract/host-calls.ts';
import { decideBoot, type DatabaseReport, type RecoveryReason } from '../../../shared/journal/boot-decision.ts';
import { operationPayloadSchema } from '../../../shared/journal/operation-payload.ts';
import { createClock, type Clock } from '../../data/clock.ts';
import { createDatabase, lastOperation, type BookDatabase } from '../../data/database.ts';
import { freshDatabaseName, newestDatabaseName } from '../../data/database-names.ts';
import { latestVersion, MIGRATIONS } from '../../data/migrations/all.ts';
import { createOutbox } from '../../data/outbox.ts';
import type { DeskSession } from '../../data/perform.ts';
import { replayJournal } from '../../data/replay.ts';
import { restoreInto, takeSnapshot, valueOf } from '../../data/snapshot.ts';
import { migrateDatabase } from './migrate-database.ts';
import { followTestClock } from './test-clock.ts';
import { offerTestHooks } from './test-hooks.ts';

/** A session and what the shell needs beside it. */
export interface OpenBook extends DeskSession {
  lease: string;
  description: HostDescription;
  /** The PC's clock stands before the last entry of the book. */
  clockBack: boolean;
  /** Sets who is unlocked, so that operations carry the right actor. */
  setActor(id: string): void;
}

export type BootStage = 'lease' | 'journal' | 'database' | 'migrating' | 'replaying';

export type BootOutcome =
  | { step: 'elsewhere' }
  | { step: 'newer'; found: number; supported: number }
  | { step: 'ready'; book: OpenBook; firstStart: boolean }
  | {
      step: 'recover';
      reason: RecoveryReason | 'databaseUnreadable';
      state: BookState;
      host: HostApi;
      lease: string;
      description: HostDescription;
      /** The database as it was found, untouched; `null` when it could not be opened. */
      database: BookDatabase | null;
    };

/** Minutes by which the PC's clock may lie behind the last entry before it is said. */
const CLOCK_TOLERANCE_MS = 2 * 60_000;

async function holdWebLock(): Promise<boolean> {
  return new Promise((resolve) => {
    void navigator.locks.request('qiantai-desk', { ifAvailable: true }, (lock) => {
      resolve(lock !== null);
      // Held for the life of the page: the browser releases it when the page is gone, however it ends.
      return lock === null ? undefined : new Promise(() => {});
    });
  });
}

/** The page before a reload lets go of the desk a moment after this one asks for it. */
const LEASE_TRIES = 6;
const LEASE_RETRY_MS = 500;

/** The write lease: the browser's lock first, so that a second tab never takes the host's from the first; `null` = elsewhere. */
async function takeLease(host: HostApi): Promise<string | null> {
  let locked = false;
  for (let attempt = 0; attempt < LEASE_TRIES; attempt += 1) {
    if (attempt > 0) await new Promise((resolve) => setTimeout(resolve, LEASE_RETRY_MS));
    locked ||= await holdWebLock();
    if (!locked) continue;
    const answer = valueOf(await host.takeLease());
    if ('token' in answer) return answer.token;
  }
  return null;
}

async function storedVersion(name: string): Promise<number> {
  const found = (await indexedDB.databases()).find((database) => database.name === name);
  // Dexie multiplies its version numbers by ten.
  return found?.version === undefined ? 0 : found.version / 10;
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

async function reportOf(database: BookDatabase, host: HostApi, state: BookState): Promise<DatabaseReport> {
  const last = await lastOperation(database);
  if (last === undefined) return { book: '', sequence: 0, hash: '', hashAtJournalEnd: '', journalHashAtDatabaseEnd: '' };
  const { journal } = state;
  const atEnd = await database.operations.get(journal.sequence);
  let journalHash = '';
  if (last.sequence < journal.sequence) {
    // The next line names its predecessor's hash: no need for the line itself.
    const answer = valueOf(await host.readLines({ from: last.sequence + 1, limit: 1 }));
    journalHash = answer.lines[0]?.previousHash ?? '';
  }
  const book = await bookOf(database);
  return { book, sequence: last.sequence, hash: last.hash, hashAtJournalEnd: atEnd?.hash ?? '', journalHashAtDatabaseEnd: journalHash };
}

/** The boot gate (DESIGN): nothing renders before it has passed. */
export async function openBook(host: HostApi, onStage: (stage: BootStage, done?: number) => void): Promise<BootOutcome> {
  onStage('lease');
  const description = valueOf(await host.describeHost());
  const lease = await takeLease(host);
  if (lease === null) return { step: 'elsewhere' };

  onStage('journal');
  const state = valueOf(await host.openBook());
  if (state.schemaVersion > latestVersion()) {
    return { step: 'newer', found: state.schemaVersion, supported: latestVersion() };
  }

  onStage('database');
  const clock = createClock(description.clockOffsetMs);
  const name = state.database === '' ? await newestDatabaseName() : state.database;
  const recover = { step: 'recover' as const, state, host, lease, description };

  // A book moved here from the other host: the journal is whole and no database of it was ever named in this profile.
  if (state.database === '' && state.journal.sequence > 0 && state.journal.state !== 'broken') {
    onStage('replaying', 0);
    const fresh = await freshDatabaseName('');
    const database = await restoreInto(fresh, host, null, (done) => onStage('replaying', done));
    valueOf(await host.switchDatabase({ lease, database: fresh, schemaVersion: latestVersion() }));
    return readyBook({ host, lease, description, clock, database, state });
  }

  let database: BookDatabase;
  try {
    const version = await storedVersion(name);
    if (version > latestVersion()) return { step: 'newer', found: version, supported: latestVersion() };
    if (version > 0 && version < latestVersion()) {
      onStage('migrating');
      const old = createDatabase(
        name,
        MIGRATIONS.filter((migration) => migration.version <= version),
      );
      await old.open();
      await takeSnapshot(
        { database: old, host, book: state.journal.book },
        { lease, reason: 'beforeMigration', takenAt: clock.now(), appVersion: description.appVersion, schemaVersion: version },
      );
      old.close();
    }
    database = createDatabase(name);
    await database.open();
    if (version > 0 && version < latestVersion()) {
      await migrateDatabase(database, { book: state.journal.book, from: version, now: clock.now() });
      valueOf(await host.switchDatabase({ lease, database: name, schemaVersion: latestVersion() }));
    }
  } catch (error) {
    if (!(error instanceof Dexie.DexieError)) throw error;
    return { ...recover, reason: 'databaseUnreadable', database: null };
  }

  const decision = decideBoot(state.journal, await reportOf(database, host, state));
  switch (decision.step) {
    case 'recover':
      return { ...recover, reason: decision.reason, database };
    case 'replay':
      onStage('replaying', decision.after);
      await replayJournal(database, host, (done) => onStage('replaying', done));
      return readyBook({ host, lease, description, clock, database, state });
    case 'firstStart':
    case 'go':
    case 'sendMissing':
      return readyBook({ host, lease, description, clock, database, state });
  }
}

/** A first start that was cut short has its book in the database before any journal line names it. */
async function bookIdOf(named: string, database: BookDatabase): Promise<string> {
  const known = named === '' ? await bookOf(database) : named;
  return known === '' ? newId() : known;
}

interface ReadyInput {
  host: HostApi;
  lease: string;
  description: HostDescription;
  clock: Clock;
  database: BookDatabase;
  state: BookState;
}

async function readyBook({ host, lease, description, clock, database, state }: ReadyInput): Promise<BootOutcome> {
  const last = await lastOperation(database);
  const { journal } = state;
  const outbox = createOutbox(database, host, lease, { stored: last?.sequence ?? 0, saved: journal.sequence });
  let actor = valueOf(await host.pinState()).unlocked;
  const book: OpenBook = {
    database,
    host,
    book: await bookIdOf(journal.book, database),
    clock,
    outbox,
    actorId: () => actor,
    setActor: (id) => {
      actor = id;
    },
    lease,
    description,
    clockBack: journal.lastAt !== '' && Date.parse(clock.now()) + CLOCK_TOLERANCE_MS < Date.parse(journal.lastAt),
  };
  followTestClock(book);
  offerTestHooks(book);
  return { step: 'ready', book, firstStart: last === undefined };
}
