import type { Change } from '../../../shared/journal/operation-payload.ts';
import { isKeyField } from '../key-fields.ts';
import { MIGRATIONS, migrateRow } from '../migrations/all.ts';
import type { StoredRow } from '../migrations/migration.ts';

/** Where the operations say that the format of all rows changed. */
export interface MigrationLine {
  sequence: number;
  from: number;
  to: number;
}

/** What operations say of rows, for comparing it with the rows. */
export interface RowClaims {
  /** Takes the changes of one operation; operations in their order. */
  take(sequence: number, changes: readonly Change[]): void;
  /** What is wrong with these rows, which are all that the operations spoke of; `''` when nothing is. */
  faultOf(table: string, rows: readonly object[]): string;
}

interface Claim {
  sequence: number;
  /** Fields that some operation named, as the last one left them; `null` of a row that was removed. */
  fields: StoredRow | null;
}

/**
 * Field by field, because an erased operation says nothing any more: what no operation names is not compared, nor are the keys
 * that follow from other fields, which no operation writes when the rules for them change.
 * @param migrations in their order
 */
export function createRowClaims(migrations: readonly MigrationLine[]): RowClaims {
  const claims = new Map<string, { table: string; claim: Claim }>();

  function migrated({ sequence, fields }: Claim, table: string, until: number): StoredRow | null {
    const passed = migrations.filter((line) => line.sequence > sequence && line.sequence < until);
    return passed.reduce<StoredRow | null>(
      (row, { from, to }) => (row === null ? null : migrateRow(stepsUpTo(to), from, table, row)),
      fields,
    );
  }

  return {
    take: (sequence, changes) => {
      for (const { table, key, before, after } of changes) {
        const known = claims.get(key)?.claim ?? { sequence, fields: {} };
        const fields = before === null ? {} : migrated(known, table, sequence);
        claims.set(key, { table, claim: { sequence, fields: after === null ? null : { ...fields, ...after } } });
      }
    },
    faultOf: (table, rows) => {
      const present = new Map(rows.map((row) => [String(Reflect.get(row, 'id')), row]));
      for (const [key, { claim }] of claims) {
        const fields = migrated(claim, table, Infinity);
        const row = present.get(key);
        if (fields === null && row !== undefined) return `${key} was removed and is there`;
        // A mere note, of a number that was shown, makes no row.
        if (fields === null || Object.keys(fields).length === 0) continue;
        if (row === undefined) return `${key} is missing`;
        const other = Object.keys(fields).find((field) => !isKeyField(table, field) && differs(Reflect.get(row, field), fields[field]));
        if (other !== undefined) return `${other} of ${key} is not as it was written`;
      }
      return '';
    },
  };
}

function stepsUpTo(version: number) {
  return MIGRATIONS.filter((step) => step.version <= version);
}

/** An operation says `null` of a field that is not there. */
function differs(stored: unknown, written: unknown): boolean {
  const [left, right] = [stored ?? null, written ?? null];
  return JSON.stringify(left) !== JSON.stringify(right) && ordered(left) !== ordered(right);
}

/** As text, whatever the order of fields. */
function ordered(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([left], [right]) => (left < right ? -1 : 1)))
      : part,
  );
}
