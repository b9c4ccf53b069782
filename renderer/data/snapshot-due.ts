import type { SnapshotEntry } from '../../shared/contract/host-calls.ts';

/**
 * Whether the next scheduled snapshot of a book is due. Only a sound one of this book on this PC counts: not another desk's on
 * the same share, not a damaged file, and not one from a time to come, when the clock stood wrong.
 */
export function snapshotDue(
  snapshots: readonly Pick<SnapshotEntry, 'book' | 'place' | 'damaged' | 'takenAt'>[],
  { book, now, everyHours }: { book: string; now: string; everyHours: number },
): boolean {
  const at = Date.parse(now);
  const taken = snapshots
    .filter((entry) => entry.book === book && entry.place === 'main' && !entry.damaged)
    .map((entry) => Date.parse(entry.takenAt))
    .filter((time) => time <= at);
  return taken.length === 0 || at - Math.max(...taken) > everyHours * 3_600_000;
}
