import type { JournalReport } from '../contract/host-calls.ts';

/** What the page found when it opened the database. */
export interface DatabaseReport {
  /** `''` when the database holds no operation. */
  book: string;
  sequence: number;
  hash: string;
  /** Chain hash of the database's operation at the journal's last sequence; `''` when it has none there. */
  hashAtJournalEnd: string;
  /** Chain hash of the journal's line at the database's last sequence; `''` when it has none there. */
  journalHashAtDatabaseEnd: string;
}

export type RecoveryReason = 'databaseEmpty' | 'otherBook' | 'journalMissing' | 'journalBroken' | 'diverged';

export type BootDecision =
  | { step: 'firstStart' }
  | { step: 'go' }
  /** The database is behind: replay the journal's lines after this sequence. */
  | { step: 'replay'; after: number }
  /** The database is ahead: the outbox writes the missing lines. */
  | { step: 'sendMissing'; after: number }
  /** Nothing may be written; the recovery screen says why and offers what can be done. */
  | { step: 'recover'; reason: RecoveryReason };

/**
 * Compares the database with the watermark, which is the journal's last valid line. A damaged browser store reopens empty
 * without an error, so only this comparison can tell a new book from a lost one.
 */
export function decideBoot(journal: JournalReport, database: DatabaseReport): BootDecision {
  if (journal.state === 'broken') return { step: 'recover', reason: 'journalBroken' };
  if (journal.sequence === 0) {
    if (database.sequence === 0) return { step: 'firstStart' };
    // The first start was cut short between storing the estate and its journal line: nothing came after it, nothing is lost.
    return database.sequence === 1 ? { step: 'sendMissing', after: 0 } : { step: 'recover', reason: 'journalMissing' };
  }
  if (database.sequence === 0) return { step: 'recover', reason: 'databaseEmpty' };
  if (database.book !== journal.book) return { step: 'recover', reason: 'otherBook' };
  if (database.sequence === journal.sequence) {
    return database.hash === journal.hash ? { step: 'go' } : { step: 'recover', reason: 'diverged' };
  }
  if (database.sequence < journal.sequence) {
    return database.journalHashAtDatabaseEnd === database.hash
      ? { step: 'replay', after: database.sequence }
      : { step: 'recover', reason: 'diverged' };
  }
  return database.hashAtJournalEnd === journal.hash
    ? { step: 'sendMissing', after: journal.sequence }
    : { step: 'recover', reason: 'diverged' };
}
