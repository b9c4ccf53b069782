import { valueOf, type Failure } from '../../../shared/contract/result.ts';
import { snapshotDue } from '../../data/snapshot-due.ts';
import { takeSnapshot } from '../../data/snapshot.ts';
import { failureOf } from '../../data/store-failure.ts';
import type { OpenBook } from '../boot/open-book.ts';

/** What kept the last scheduled backup from being written: on this PC, or in the second folder only. */
export interface BackupProblem {
  place: 'main' | 'second';
  failure: Failure;
}

export type BackupOutcome = { due: false } | { due: true; problem: BackupProblem | null };

type Book = Pick<OpenBook, 'host' | 'book' | 'database' | 'lease' | 'description'> & { clock: Pick<OpenBook['clock'], 'now'> };

/** Takes the scheduled backup when it is due, and says what went wrong: nobody is there to see it fail. */
export async function backUpWhenDue(book: Book): Promise<BackupOutcome> {
  const { host, clock, lease, description } = book;
  try {
    const { snapshotEveryHours: everyHours } = valueOf(await host.readHostSettings());
    if (!snapshotDue(valueOf(await host.listSnapshots()), { book: book.book, now: clock.now(), everyHours })) return { due: false };
    const { second, secondError } = await takeSnapshot(book, {
      lease,
      reason: 'scheduled',
      takenAt: clock.now(),
      appVersion: description.appVersion,
    });
    if (second === 'none' || second === 'written') return { due: true, problem: null };
    const code = second === 'noPassphrase' ? 'passphraseNotSet' : secondError;
    return { due: true, problem: { place: 'second', failure: { code } } };
  } catch (error) {
    return { due: true, problem: { place: 'main', failure: await failureOf(host, error) } };
  }
}
