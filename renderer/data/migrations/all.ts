import { first } from './001-first.ts';
import type { Migration, StoredRow } from './migration.ts';

/** Every step of the data format, oldest first. A step that has been released never changes. */
export const MIGRATIONS: readonly Migration[] = [first];

/** Data version this app writes. */
export function latestVersion(migrations: readonly Migration[] = MIGRATIONS): number {
  return migrations.at(-1)?.version ?? 0;
}

/** Carries one row from a version to the latest of these. */
export function migrateRow(migrations: readonly Migration[], from: number, table: string, row: StoredRow): StoredRow {
  return migrations.filter((step) => step.version > from).reduce((current, step) => step.migrate(table, current), row);
}
