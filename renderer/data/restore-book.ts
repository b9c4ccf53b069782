import type { HostApi, SnapshotEntry } from '../../shared/contract/host-calls.ts';
import { valueOf } from '../../shared/contract/result.ts';
import type { BookDatabase } from './database.ts';
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
 * page must reload afterwards. What stands now is put into a snapshot before and its database stays. Failures: those of
 * `restoreInto` and of the host.
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
  restored.close();
  // Only now: a new snapshot may be the one that the host lets an older one go for.
  await takeSnapshot(input, { lease, reason: 'beforeRestore', takenAt: input.now, appVersion: input.appVersion });
  database.close();
  valueOf(await host.switchDatabase({ lease, database: name, schemaVersion: latestVersion() }));
}
