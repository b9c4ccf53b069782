import { useEffect, useState } from 'react';
import type { OpenBook } from '../boot/open-book.ts';
import { backUpWhenDue, type BackupProblem } from './scheduled-backup.ts';

/** Seconds between signs of life for the write lease; the host lets it go after three missed ones. */
const LEASE_EVERY_MS = 4000;
const SPACE_EVERY_MS = 60_000;
const SNAPSHOT_LOOK_EVERY_MS = 5 * 60_000;
/** Below this the desk says that the disk is nearly full: room for a year of entries and a few snapshots. */
export const LOW_SPACE_BYTES = 500 * 1024 * 1024;

export interface Upkeep {
  leaseLost: boolean;
  /** Where the journal was found broken while the desk runs; `''` while it is sound. Nothing is written any more. */
  journalBrokenAt: string;
  /** Free bytes when the disk is nearly full, else `null`. */
  lowSpace: number | null;
  /** What keeps scheduled backups from being written; `null` when nothing does, or when it was read today. */
  backupProblem: BackupProblem | null;
  readBackupProblem(): void;
}

/** What goes on behind the screens: the lease's sign of life, scheduled snapshots, the watch on free space. */
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
    lowSpace,
    backupProblem: told === read ? null : problem,
    readBackupProblem: () => setRead(told),
  };
}
