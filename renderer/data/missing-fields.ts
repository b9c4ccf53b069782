import type { z } from 'zod';
import { RECORD_SCHEMAS, type TableName } from '../../shared/domain/record-tables.ts';

/** A row as the store holds it, or the fields of one that an operation changed. */
export type Row = Record<string, unknown>;

/** An operation says `null` of a field that was not there, or is there no more; where its schema knows no `null`, it was missing. */
export function withoutMissing(table: string, row: Row): Row {
  return Object.fromEntries(Object.entries(row).filter(([field, value]) => value !== null || mayBeNull(table, field)));
}

function mayBeNull(table: string, field: string): boolean {
  if (!isRecordTable(table)) return true;
  const fields: Record<string, z.ZodType | undefined> = RECORD_SCHEMAS[table].shape;
  return fields[field]?.safeParse(null).success ?? true;
}

function isRecordTable(table: string): table is TableName {
  return table in RECORD_SCHEMAS;
}
