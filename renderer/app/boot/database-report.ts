import type { BookState, HostApi } from '../../../shared/contract/host-calls.ts';
import type { DatabaseReport } from '../../../shared/journal/boot-decision.ts';
import { valueOf } from '../../../shared/contract/result.ts';
import { lastOperation, type BookDatabase } from '../../data/database.ts';
import { bookOf } from '../../data/migrate-book.ts';

/** Data version of a database as it lies in the profile; 0 when there is none. */
export function storedVersion(stores: readonly IDBDatabaseInfo[], name: string): number {
  const found = stores.find((database) => database.name === name);
  // Dexie multiplies its version numbers by ten.
  return found?.version === undefined ? 0 : found.version / 10;
}

/** What the boot decision needs to know of a database. */
export async function reportOf(database: BookDatabase, host: HostApi, state: BookState): Promise<DatabaseReport> {
  const { journal } = state;
  // Side by side: each question is a way to the browser's process and back, and the desk waits for all of them.
  const [last, atEnd, book] = await Promise.all([lastOperation(database), database.operations.get(journal.sequence), bookOf(database)]);
  if (last === undefined) return { book: '', sequence: 0, hash: '', hashAtJournalEnd: '', journalHashAtDatabaseEnd: '' };
  let journalHash = '';
  if (last.sequence < journal.sequence) {
    // The next line names its predecessor's hash: no need for the line itself.
    const answer = valueOf(await host.readLines({ from: last.sequence + 1, limit: 1 }));
    journalHash = answer.lines[0]?.previousHash ?? '';
  }
  return { book, sequence: last.sequence, hash: last.hash, hashAtJournalEnd: atEnd?.hash ?? '', journalHashAtDatabaseEnd: journalHash };
}
