import type { SnapshotEntry } from '../../shared/contract/host-calls.ts';

/** How many days and months with a snapshot are kept. */
export interface Retention {
  keepDaily: number;
  keepMonthly: number;
}

type Kept = Pick<SnapshotEntry, 'name' | 'takenAt' | 'reason' | 'damaged'>;

/**
 * Names of the snapshots that may go: the newest of each of the last days and months stays, and every one from before a
 * migration or a restore. A damaged file never stands for a day, and is left to a person to remove.
 */
export function expiredSnapshots(entries: readonly Kept[], { keepDaily, keepMonthly }: Retention, dayOf = localDay): string[] {
  const sound = entries.filter((entry) => !entry.damaged).sort((one, other) => other.takenAt.localeCompare(one.takenAt));
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
