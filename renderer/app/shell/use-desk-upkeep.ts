import { useEffect, useState } from 'react';
import { takeSnapshot } from '../../data/snapshot.ts';
import { snapshotDue } from '../../data/snapshot-due.ts';
import type { OpenBook } from '../boot/open-book.ts';

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
}

async function mustTakeSnapshot({ host, book, clock }: OpenBook): Promise<boolean> {
  const settings = await host.readHostSettings();
  const listed = await host.listSnapshots();
  if (!settings.ok || !listed.ok) return false;
  return snapshotDue(listed.value, { book, now: clock.now(), everyHours: settings.value.snapshotEveryHours });
}

/** What goes on behind the screens: the lease's sign of life, scheduled snapshots, the watch on free space. */
export function useDeskUpkeep(book: OpenBook): Upkeep {
  const [leaseLost, setLeaseLost] = useState(false);
  const [journalBrokenAt, setJournalBrokenAt] = useState('');
  const [lowSpace, setLowSpace] = useState<number | null>(null);

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
      try {
        if (await mustTakeSnapshot(book)) {
          const { lease, description } = book;
          await takeSnapshot(book, { lease, reason: 'scheduled', takenAt: book.clock.now(), appVersion: description.appVersion });
        }
      } catch {
        // The next look tries again; Settings shows when the last good snapshot was taken.
      } finally {
        running = false;
      }
    }
    const timer = setInterval(() => void look(), SNAPSHOT_LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [book]);

  return { leaseLost, journalBrokenAt, lowSpace };
}
