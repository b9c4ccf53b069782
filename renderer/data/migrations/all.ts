import { first } from './001-first.ts';
import { unitPageAndSettings } from './002-unit-page-and-settings.ts';
import type { Migration, StoredRow } from './migration.ts';

/** Every step of the data format, oldest first. A step that has been released never changes. */
export const MIGRATIONS: readonly Migration[] = [first, unitPageAndSettings];

/** Data version this app writes. */
export function latestVersion(migrations: readonly Migration[] = MIGRATIONS): number {
  return migrations.at(-1)?.version ?? 0;
}

/** Tables whose rows the steps after a version rewrite. */
export function rewrittenAfter(migrations: readonly Migration[], from: number): string[] {
  return [...new Set(migrations.filter((step) => step.version > from).flatMap((step) => Object.keys(step.rewrite ?? {})))];
}

/** Carries one row from a version to the latest of these. */
export function migrateRow(migrations: readonly Migration[], from: number, table: string, row: StoredRow): StoredRow {
  return migrations.filter((step) => step.version > from).reduce((current, step) => step.rewrite?.[table]?.(current) ?? current, row);
}
