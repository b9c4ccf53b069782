import type { SnapshotEntry } from '../../shared/contract/host-calls.ts';

/** How many days and months with a snapshot are kept. */
export interface Retention {
  keepDaily: number;
  keepMonthly: number;
}

/** Whose snapshots may go, and when that is asked. */
export interface RetentionScope {
  book: string;
  now: string;
}

type Kept = Pick<SnapshotEntry, 'name' | 'book' | 'takenAt' | 'reason' | 'damaged'>;

/**
 * Names of the snapshots that may go: the newest of each of the last days and months stays, and every one from before a
 * migration or a restore. A damaged file never stands for a day, and is left to a person to remove. So is one from a time to
 * come, when the clock stood wrong; and another book's are that book's business: a share may hold several desks' copies.
 */
export function expiredSnapshots(
  entries: readonly Kept[],
  { keepDaily, keepMonthly }: Retention,
  { book, now }: RetentionScope,
  dayOf = localDay,
): string[] {
  const sound = entries
    .filter((entry) => !entry.damaged && entry.book === book && entry.takenAt <= now)
    .sort((one, other) => other.takenAt.localeCompare(one.takenAt));
  // A milestone stays by itself: it must not stand for a day whose own snapshot would then go.
  const regular = sound.filter((entry) => !isMilestone(entry));
  const kept = new Set([
    ...newestOfEach(regular, (entry) => dayOf(entry.takenAt), keepDaily),
    ...newestOfEach(regular, (entry) => dayOf(entry.takenAt).slice(0, 7), keepMonthly),
  ]);
  return regular.filter((entry) => !kept.has(entry.name)).map((entry) => entry.name);
}

function isMilestone({ reason }: Kept): boolean {
  return reason === 'beforeMigration' || reason === 'beforeRestore';
}

function newestOfEach(sorted: readonly Kept[], periodOf: (entry: Kept) => string, limit: number): string[] {
  const newest = new Map<string, string>();
  for (const entry of sorted) {
    const period = periodOf(entry);
    if (!newest.has(period) && newest.size < limit) newest.set(period, entry.name);
  }
  return [...newest.values()];
}

function localDay(takenAt: string): string {
  const date = new Date(takenAt);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
