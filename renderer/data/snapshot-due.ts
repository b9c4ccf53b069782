import type { SnapshotEntry } from '../../shared/contract/host-calls.ts';

type Listed = Pick<SnapshotEntry, 'book' | 'place' | 'damaged' | 'takenAt'>;

/**
 * When the newest sound backup of a book in one place was taken; `null` when there is none. Another desk's on the same share is
 * none of this book, and one from a time to come was taken while the clock stood wrong.
 */
export function lastBackup(
  snapshots: readonly Listed[],
  { book, now, place }: { book: string; now: string; place: SnapshotEntry['place'] },
): string | null {
  const taken = snapshots.filter(
    (entry) => entry.book === book && entry.place === place && !entry.damaged && Date.parse(entry.takenAt) <= Date.parse(now),
  );
  return taken.map(({ takenAt }) => takenAt).toSorted((one, other) => Date.parse(other) - Date.parse(one))[0] ?? null;
}

/** Whether the next scheduled snapshot of a book is due. Only a sound one of this book on this PC counts. */
export function snapshotDue(
  snapshots: readonly Listed[],
  { book, now, everyHours }: { book: string; now: string; everyHours: number },
): boolean {
  const last = lastBackup(snapshots, { book, now, place: 'main' });
  return last === null || Date.parse(now) - Date.parse(last) > everyHours * 3_600_000;
}
