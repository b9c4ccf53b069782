import type { SnapshotEntry } from '../../shared/contract/host-calls.ts';
import type { Result } from '../../shared/contract/result.ts';
import { createDatabase } from './database.ts';
import { migrateRows } from './migrate-book.ts';
import { MIGRATIONS } from './migrations/all.ts';
import { goBackToSnapshot } from './operations/go-back-to-snapshot.ts';
import { perform, type DeskSession, type Performed } from './perform.ts';
import { refreshKeys } from './refresh-keys.ts';
import { loadSnapshot, takeSnapshot } from './snapshot.ts';
import { addUnitSpellings } from './unit-spellings.ts';

/** Holds a snapshot's rows while the way back is worked out; never a book's name, and gone afterwards. */
const THEN_NAME = 'looking-back';

interface GoBackInput {
  snapshot: SnapshotEntry;
  passphrase: string;
  reason: string;
  /** Of the way back: the same again changes nothing. */
  operationId?: string;
  lease: string;
  appVersion: string;
}

/**
 * Goes back to an earlier snapshot as an operation in the same journal. How the book stands now is put into a snapshot
 * before, so that the way back can itself be taken back. Failures: those of reading the snapshot (thrown) and of
 * `goBackToSnapshot`.
 */
export async function goBack(session: DeskSession, input: GoBackInput): Promise<Result<Performed>> {
  const { snapshot, passphrase, reason, operationId, lease, appVersion } = input;
  const then = createDatabase(THEN_NAME);
  await then.delete();
  await then.open();
  try {
    await loadSnapshot(then, session.host, { snapshot, passphrase });
    await migrateRows(then, snapshot.schemaVersion, MIGRATIONS);
    // What comes back is found by the rules of today, not by those of then.
    await refreshKeys(then);
    await takeSnapshot(session, { lease, reason: 'beforeRestore', takenAt: session.clock.now(), appVersion });
    // Before the rows are there: one spelling too many finds nothing, one that is missing loses a place its records.
    await addUnitSpellings(session.database, then);
    const { sequence, hash, takenAt } = snapshot;
    return await perform(
      session,
      goBackToSnapshot(then),
      { sequence, hash, takenAt },
      {
        reason,
        ...(operationId !== undefined && { operationId }),
      },
    );
  } finally {
    await then.delete();
  }
}
