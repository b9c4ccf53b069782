import type { HostApi, SnapshotEntry } from '../../shared/contract/host-calls.ts';
import { FailureError, valueOf } from '../../shared/contract/result.ts';
import { putBeside, readBeside } from './beside-the-book.ts';
import { lastOperation, type BookDatabase } from './database.ts';
import { freshDatabaseName } from './database-names.ts';
import { latestVersion } from './migrations/all.ts';
import { restoreInto, takeSnapshot } from './snapshot.ts';

interface RestoreInput {
  database: BookDatabase;
  host: HostApi;
  book: string;
  lease: string;
  appVersion: string;
  now: string;
  snapshot: SnapshotEntry;
  passphrase: string;
}

/**
 * Rebuilds the book from a snapshot and the whole journal in a database of a new name, checks it, and puts it in force; the
 * page must reload afterwards. What stands now is put into a snapshot before and its database stays; half-filled forms go on. Failures: those of
 * `restoreInto` and of the host, `snapshotNotOfThisBook`, `changedMeanwhile`; the desk then goes on as before.
 */
export async function restoreBook(input: RestoreInput, onProgress: (done: number) => void): Promise<void> {
  const { database, host, lease } = input;
  const name = await freshDatabaseName(database.name);
  const restored = await restoreInto(
    name,
    host,
    { snapshot: input.snapshot, passphrase: input.passphrase },
    { now: input.now, onProgress },
  );
  try {
    await requireSameEnd(database, restored);
    // Only now: a new snapshot may be the one that the host lets an older one go for.
    await takeSnapshot(input, { lease, reason: 'beforeRestore', takenAt: input.now, appVersion: input.appVersion });
    await putBeside(restored, await readBeside(database));
    restored.close();
    await requireAllSaved(database, host);
  } catch (error) {
    await restored.delete();
    throw error;
  }
  valueOf(await host.switchDatabase({ lease, database: name, schemaVersion: latestVersion() }));
  database.close();
}

/** A share may hold another book's backups; and what the journal could not take yet is in the present database only. */
async function requireSameEnd(present: BookDatabase, restored: BookDatabase): Promise<void> {
  const last = await lastOperation(restored);
  const same = await present.operations.get(last?.sequence ?? 0);
  if (last === undefined || same?.hash !== last.hash) throw new FailureError('snapshotNotOfThisBook');
  if ((await lastOperation(present))?.sequence !== last.sequence) throw new FailureError('changedMeanwhile');
}

/** What came in while the snapshot was written is replayed from the journal after the switch: where the journal has it. */
async function requireAllSaved(present: BookDatabase, host: HostApi): Promise<void> {
  const last = await lastOperation(present);
  const { lines } = valueOf(await host.readLines({ from: last?.sequence ?? 1, limit: 1 }));
  if (lines.length === 0) throw new FailureError('changedMeanwhile');
}
