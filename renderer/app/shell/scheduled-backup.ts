import { valueOf, type Failure } from '../../../shared/contract/result.ts';
import { lastBackup, snapshotDue } from '../../data/snapshot-due.ts';
import { takeSnapshot } from '../../data/snapshot.ts';
import { failureOf } from '../../data/store-failure.ts';
import type { OpenBook } from '../boot/open-book.ts';

/** What keeps scheduled backups from being written: on this PC, or in the second folder only. */
export interface BackupProblem {
  place: 'main' | 'second';
  failure: Failure;
  /** Time of the backup that failed. */
  at: string;
}

type Book = Pick<OpenBook, 'host' | 'book' | 'database' | 'lease' | 'description'> & { clock: Pick<OpenBook['clock'], 'now'> };

/**
 * Takes the scheduled backup when it is due, and says what is wrong: nobody is there to see it fail.
 * @param known what was wrong until now; it stands until a backup was written there, by hand or not
 */
export async function backUpWhenDue(book: Book, known: BackupProblem | null): Promise<BackupProblem | null> {
  const { host, clock, lease, description } = book;
  const now = clock.now();
  try {
    const { snapshotEveryHours: everyHours, secondFolder } = valueOf(await host.readHostSettings());
    const snapshots = valueOf(await host.listSnapshots());
    if (!snapshotDue(snapshots, { book: book.book, now, everyHours })) {
      if (known?.place !== 'second' || secondFolder === '') return null;
      const last = lastBackup(snapshots, { book: book.book, now, place: 'second' });
      return last !== null && Date.parse(last) > Date.parse(known.at) ? null : known;
    }
    const { second, secondError } = await takeSnapshot(book, {
      lease,
      reason: 'scheduled',
      takenAt: now,
      appVersion: description.appVersion,
    });
    if (second === 'none' || second === 'written') return null;
    const code = second === 'noPassphrase' ? 'passphraseNotSet' : secondError;
    return { place: 'second', failure: { code }, at: now };
  } catch (error) {
    return { place: 'main', failure: await failureOf(host, error), at: now };
  }
}
