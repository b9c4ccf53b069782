import { useEffect, useState, useSyncExternalStore } from 'react';
import type { OpenBook } from '../boot/open-book.ts';
import { backUpWhenDue, type BackupProblem } from './scheduled-backup.ts';

/** Seconds between signs of life for the write lease; the host lets it go after three missed ones. */
const LEASE_EVERY_MS = 4000;
const SPACE_EVERY_MS = 60_000;
const SNAPSHOT_LOOK_EVERY_MS = 5 * 60_000;
/** The start, and whoever waits at the counter by then, come first. */
const FIRST_STORE_LOOK_MS = 2 * 60_000;
const STORE_LOOK_EVERY_MS = 6 * 3600_000;
/** Below this the desk says that the disk is nearly full: room for a year of entries and a few snapshots. */
export const LOW_SPACE_BYTES = 500 * 1024 * 1024;

export interface Upkeep {
  leaseLost: boolean;
  /** Where the journal was found broken while the desk runs; `''` while it is sound. Nothing is written any more. */
  journalBrokenAt: string;
  /** Part of the browser's database cannot be read, or is not as it was written. */
  storeDamaged: boolean;
  /** Free bytes when the disk is nearly full, else `null`. */
  lowSpace: number | null;
  /** What keeps scheduled backups from being written; `null` when nothing does, or when it was read today. */
  backupProblem: BackupProblem | null;
  readBackupProblem(): void;
}

/** What goes on behind the screens: the lease's sign of life, scheduled snapshots, the watch on free space and on the store. */
export function useDeskUpkeep(book: OpenBook): Upkeep {
  const [leaseLost, setLeaseLost] = useState(false);
  const [journalBrokenAt, setJournalBrokenAt] = useState('');
  const [lowSpace, setLowSpace] = useState<number | null>(null);
  const [problem, setProblem] = useState<BackupProblem | null>(null);
  const [today, setToday] = useState('');
  const [read, setRead] = useState('');

  useEffect(() => {
    const timer = setInterval(() => {
      void book.host.renewLease({ token: book.lease }).then((answer) => {
        if (!answer.ok) return;
        if (!answer.value.held) setLeaseLost(true);
        setJournalBrokenAt(answer.value.journalBrokenAt);
      });
    }, LEASE_EVERY_MS);
    return () => clearInterval(timer);
  }, [book]);

  const storeState = useSyncExternalStore(book.watch.subscribe, book.watch.state);
  useEffect(() => {
    const first = setTimeout(() => void book.watch.look(), FIRST_STORE_LOOK_MS);
    const timer = setInterval(() => void book.watch.look(), STORE_LOOK_EVERY_MS);
    return () => {
      clearTimeout(first);
      clearInterval(timer);
    };
  }, [book]);

  useEffect(() => {
    async function look(): Promise<void> {
      const answer = await book.host.freeSpace();
      if (answer.ok) setLowSpace(answer.value.freeBytes < LOW_SPACE_BYTES ? answer.value.freeBytes : null);
    }
    void look();
    const timer = setInterval(() => void look(), SPACE_EVERY_MS);
    return () => clearInterval(timer);
  }, [book]);

  useEffect(() => {
    let running = false;
    let known: BackupProblem | null = null;
    async function look(): Promise<void> {
      if (running) return;
      running = true;
      known = await backUpWhenDue(book, known).finally(() => {
        running = false;
      });
      setProblem(known);
      setToday(new Date(book.clock.now()).toDateString());
    }
    const timer = setInterval(() => void look(), SNAPSHOT_LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [book]);

  // Read is the same failure for the same day: the next day somebody else may sit here, and it still lasts.
  const told = problem === null ? '' : `${today} ${problem.place} ${problem.failure.code}`;
  return {
    leaseLost,
    journalBrokenAt,
    storeDamaged: storeState === 'damaged',
    lowSpace,
    backupProblem: told === read ? null : problem,
    readBackupProblem: () => setRead(told),
  };
}
