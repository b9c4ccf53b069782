import { v7 as newId } from 'uuid';
import type { BookState, HostApi, HostDescription } from '../../../shared/contract/host-calls.ts';
import { decideBoot, type RecoveryReason } from '../../../shared/journal/boot-decision.ts';
import { FailureError, valueOf } from '../../../shared/contract/result.ts';
import { putBeside, readBeside, type BesideTheBook } from '../../data/beside-the-book.ts';
import { createClock, type Clock } from '../../data/clock.ts';
import { createDatabase, lastOperation, type BookDatabase } from '../../data/database.ts';
import { freshDatabaseName, newestDatabaseName } from '../../data/database-names.ts';
import { latestVersion, MIGRATIONS } from '../../data/migrations/all.ts';
import { bookOf } from '../../data/migrate-book.ts';
import { createOutbox } from '../../data/outbox.ts';
import type { DeskSession } from '../../data/perform.ts';
import { readFirstScreen, type FirstScreen } from '../../data/queries/first-screen.ts';
import { keysAreOld, noteKeyRules, refreshKeys } from '../../data/refresh-keys.ts';
import { replayJournal } from '../../data/replay.ts';
import { bringBackDrafts } from '../../data/spare-drafts.ts';
import { restoreInto } from '../../data/snapshot.ts';
import { failureOf, isStoreError } from '../../data/store-failure.ts';
import { clearDoubt, isDoubtful } from '../../data/store-watch/doubtful-store.ts';
import { checkStore } from '../../data/store-watch/check-store.ts';
import { watchStore, type StoreWatch } from '../../data/store-watch/store-watch.ts';
import { upgradeDatabase } from '../../data/upgrade-database.ts';
import { reportOf, storedVersion } from './database-report.ts';
import type { Opening } from './opening.ts';
import { sendOrSayRefused, type RefusedLines } from './refused-lines.ts';
import { followTestClock } from './test-clock.ts';
import { offerTestHooks } from './test-hooks.ts';

/** A session and what the shell needs beside it. */
export interface OpenBook extends DeskSession {
  lease: string;
  description: HostDescription;
  /** When the last entry was made that the book had as it was opened; `''` without any. */
  lastEntryAt: string;
  /** The journal's last line was torn by a crash and cut; what it held is written again from the database. */
  tornCut: boolean;
  /** What the first screen is drawn from, read with the gate's last questions; `null` where that was not the end of it. */
  firstScreen: FirstScreen | null;
  /** Looks after the browser's store while the book is open. */
  watch: StoreWatch;
  /** Sets who is unlocked, so that operations carry the right actor. */
  setActor(id: string): void;
}

export type BootStage = 'lease' | 'journal' | 'database' | 'reading' | 'migrating' | 'replaying' | 'keys';

export type BootOutcome =
  | { step: 'elsewhere' }
  | { step: 'newer'; found: number; supported: number }
  | { step: 'ready'; book: OpenBook; firstStart: boolean }
  | {
      step: 'recover';
      reason: RecoveryReason | 'databaseUnreadable' | 'databaseDamaged' | 'linesRefused';
      state: BookState;
      host: HostApi;
      lease: string;
      description: HostDescription;
      /** The database as it was found, untouched; `null` when it could not be opened. */
      database: BookDatabase | null;
      /** It opened and holds no entry: nothing can be written anew from it. */
      databaseEmpty?: boolean;
      /** With `linesRefused`. */
      refused?: RefusedLines;
    };

/** Minutes by which the PC's clock may lie behind the last entry before it is said. */
const CLOCK_TOLERANCE_MS = 2 * 60_000;

/** Whether the PC's clock lies behind the latest entry, `''` for none. */
export function isClockBehind(now: string, latest: string): boolean {
  return latest !== '' && Date.parse(now) + CLOCK_TOLERANCE_MS < Date.parse(latest);
}

/**
 * The boot gate (DESIGN): nothing renders before it has passed. Failures: those of the host, and `diskFull`: a store that has
 * no room is not damaged, and nobody should be asked what to give up.
 */
export async function openBook(opening: Opening, onStage: (stage: BootStage, done?: number) => void): Promise<BootOutcome> {
  try {
    return await passGate(opening, onStage);
  } catch (error) {
    if (!isStoreError(error)) throw error;
    const { code, parameters } = await failureOf(opening.host, error);
    throw new FailureError(code, parameters);
  }
}

async function passGate(opening: Opening, onStage: (stage: BootStage, done?: number) => void): Promise<BootOutcome> {
  const { host } = opening;
  onStage('lease');
  const description = await opening.description;
  const lease = await opening.lease;
  if (lease === null) return { step: 'elsewhere' };

  onStage('journal');
  const state = await opening.state;
  if (state === null) return { step: 'elsewhere' };
  if (state.schemaVersion > latestVersion()) {
    return { step: 'newer', found: state.schemaVersion, supported: latestVersion() };
  }

  onStage('database');
  const clock = createClock(description.clockOffsetMs);
  const recover = { step: 'recover' as const, state, host, lease, description };

  const ready = { host, lease, description, clock, state, onStage };
  const rebuild = async (beside: BesideTheBook | null): Promise<BootOutcome> => {
    onStage('replaying', 0);
    const fresh = await freshDatabaseName(state.database);
    const database = await restoreInto(fresh, host, null, { now: clock.now(), onProgress: (done) => onStage('replaying', done) });
    if (beside !== null) await putBeside(database, beside);
    valueOf(await host.switchDatabase({ lease, database: fresh, schemaVersion: latestVersion() }));
    return readyBook({ ...ready, database });
  };
  // A book moved here from the other host: the journal is whole and no database of it was ever named in this profile.
  if (state.database === '' && state.journal.sequence > 0 && state.journal.state !== 'broken') return rebuild(null);

  try {
    const stores = await opening.stores;
    const name = state.database === '' ? newestDatabaseName(stores) : state.database;
    const version = storedVersion(stores, name);
    if (version > latestVersion()) return { step: 'newer', found: version, supported: latestVersion() };
    const older = version > 0 && version < latestVersion();
    const database = createDatabase(name, older ? MIGRATIONS.filter((migration) => migration.version <= version) : MIGRATIONS);
    await database.open();
    const report = await reportOf(database, host, state);
    const decision = decideBoot(state.journal, report);
    if (decision.step === 'recover') return { ...recover, reason: decision.reason, database, databaseEmpty: report.sequence === 0 };
    // The very first line is stored a moment before its PIN is set: a first start that was cut short goes on.
    if (decision.step === 'sendMissing' && decision.after > 0) {
      const refused = await sendOrSayRefused(database, host, lease, decision.after);
      if (refused !== null) return { ...recover, reason: 'linesRefused', database, refused };
    }
    if (isDoubtful(name)) {
      onStage('reading', 0);
      if (!(await isWhole(database, host, (done) => onStage('reading', done)))) return { ...recover, reason: 'databaseDamaged', database };
    }
    // Lines that an older database lacks may already be of the newer format: only a replay from the start can tell.
    if (older && decision.step === 'replay') {
      const beside = await readBeside(database);
      database.close();
      return await rebuild(beside);
    }
    if (older) {
      onStage('migrating');
      const { appVersion } = description;
      const upgrade = { old: database, from: version, host, lease, book: state.journal.book, now: clock.now(), appVersion };
      return await readyBook({ ...ready, database: await upgradeDatabase(upgrade, MIGRATIONS) });
    }
    if (decision.step === 'replay') {
      onStage('replaying', decision.after);
      await replayJournal(database, host, { version: latestVersion(), onProgress: (done) => onStage('replaying', done) });
    }
    return await readyBook({ ...ready, database });
  } catch (error) {
    if (!isStoreError(error) || (await failureOf(host, error)).code === 'diskFull') throw error;
    // Chromium says it once of a damaged store, removes it, and opens an empty one the next time: then only the watermark tells.
    return { ...recover, reason: 'databaseUnreadable', database: null };
  }
}

/** Whether a database that the desk has doubted before is whole. A full disk says nothing of it. */
async function isWhole(database: BookDatabase, host: HostApi, afterPage: (done: number) => void): Promise<boolean> {
  try {
    await checkStore(database, { operations: 0, afterPage });
    clearDoubt(database.name);
    return true;
  } catch (error) {
    if ((await failureOf(host, error)).code === 'diskFull') throw error;
    return false;
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
  onStage: (stage: BootStage) => void;
}

/** Rows of before are found by what is typed today. No book stays shut for it: what fails here the next start tries again. */
async function refreshOldKeys(database: BookDatabase, empty: boolean): Promise<void> {
  await (empty ? noteKeyRules(database) : refreshKeys(database)).catch(() => undefined);
}

async function readyBook({ host, lease, description, clock, database, state, onStage }: ReadyInput): Promise<BootOutcome> {
  const [last, pins, oldKeys, firstScreen] = await Promise.all([
    lastOperation(database),
    host.pinState().then(valueOf),
    keysAreOld(database),
    // What cannot be read here the screen meets itself, and says so.
    readFirstScreen(database).catch(() => null),
  ]);
  const { journal } = state;
  if (oldKeys) {
    if (last !== undefined) onStage('keys');
    await refreshOldKeys(database, last === undefined);
  }
  const broughtBack = last !== undefined && (await bringBackDrafts(database));
  const outbox = createOutbox(database, host, lease, { stored: last?.sequence ?? 0, saved: journal.sequence });
  const watch = watchStore({ database, host, stored: () => outbox.state().stored });
  let actor = pins.unlocked;
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
    firstScreen: last === undefined || broughtBack ? null : firstScreen,
    tornCut: journal.state === 'tornCut',
    watch,
    lastEntryAt: journal.lastAt,
  };
  followTestClock(book);
  offerTestHooks(book);
  return { step: 'ready', book, firstStart: last === undefined };
}
