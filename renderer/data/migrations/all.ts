import { first } from './001-first.ts';
import { unitPage } from './002-unit-page.ts';
import type { Migration, StoredRow } from './migration.ts';

/** Every step of the data format, oldest first. A step that has been released never changes. */
export const MIGRATIONS: readonly Migration[] = [first, unitPage];

/** Data version this app writes. */
export function latestVersion(migrations: readonly Migration[] = MIGRATIONS): number {
  return migrations.at(-1)?.version ?? 0;
}

/** The steps after a version that rewrite rows: where there are none, nothing needs to be read. */
export function rewritesAfter(migrations: readonly Migration[], from: number): Migration[] {
  return migrations.filter((step) => step.version > from && step.migrate !== undefined);
}

/** Carries one row from a version to the latest of these. */
export function migrateRow(migrations: readonly Migration[], from: number, table: string, row: StoredRow): StoredRow {
  return rewritesAfter(migrations, from).reduce((current, step) => step.migrate?.(table, current) ?? current, row);
}
