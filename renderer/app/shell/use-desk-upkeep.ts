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
  /** What kept the last scheduled backup from being written; `null` when nothing did, or when it was read. */
  backupProblem: BackupProblem | null;
  readBackupProblem(): void;
}

/** What goes on behind the screens: the lease's sign of life, scheduled snapshots, the watch on free space. */
export function useDeskUpkeep(book: OpenBook): Upkeep {
  const [leaseLost, setLeaseLost] = useState(false);
  const [journalBrokenAt, setJournalBrokenAt] = useState('');
  const [lowSpace, setLowSpace] = useState<number | null>(null);
  const [problem, setProblem] = useState<BackupProblem | null>(null);
  const [readProblem, setReadProblem] = useState<BackupProblem | null>(null);

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
    async function look(): Promise<void> {
      if (running) return;
      running = true;
      const outcome = await backUpWhenDue(book).finally(() => {
        running = false;
      });
      if (!outcome.due) return;
      const { problem: next } = outcome;
      // The same again is not told again.
      setProblem((known) => (known?.place === next?.place && known?.failure.code === next?.failure.code ? known : next));
    }
    const timer = setInterval(() => void look(), SNAPSHOT_LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [book]);

  const backupProblem = problem === readProblem ? null : problem;
  return { leaseLost, journalBrokenAt, lowSpace, backupProblem, readBackupProblem: () => setReadProblem(problem) };
}
