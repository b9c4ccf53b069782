import type { HostApi } from '../../shared/contract/host-calls.ts';
import { valueOf } from '../../shared/contract/result.ts';
import { createDatabase, type BookDatabase } from './database.ts';
import { latestVersion } from './migrations/all.ts';
import type { Migration } from './migrations/migration.ts';
import { migrationRow } from './migrate-book.ts';
import { takeSnapshot } from './snapshot.ts';

interface Upgrade {
  /** The database of the older version, open. */
  old: BookDatabase;
  from: number;
  host: HostApi;
  lease: string;
  book: string;
  now: string;
  appVersion: string;
}

/**
 * Carries a database to the newest version, in an order that a crash may cut anywhere: a snapshot; then the host's barrier,
 * so that no older program opens what may already be changed; then rows, indexes and the migration's line in the one
 * transaction of the upgrade. A second start begins again or finds it done.
 */
export async function upgradeDatabase(upgrade: Upgrade, migrations: readonly Migration[]): Promise<BookDatabase> {
  const { old, from, host, lease, book, now, appVersion } = upgrade;
  const to = latestVersion(migrations);
  await takeSnapshot({ database: old, host, book }, { lease, reason: 'beforeMigration', takenAt: now, appVersion, schemaVersion: from });
  old.close();
  valueOf(await host.switchDatabase({ lease, database: old.name, schemaVersion: to }));
  const database = createDatabase(old.name, migrations, (last) => migrationRow(last, { book, from, to, now }));
  await database.open();
  return database;
}
