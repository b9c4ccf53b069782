import type { RecordOf, TableName } from '../../shared/domain/record-tables.ts';

/**
 * Fields that rows are found and sorted by. They follow from the other fields (`derived-keys.ts`), and are made anew without an
 * operation when the rules for them change.
 */
export const KEY_FIELDS = {
  receptions: ['keys'],
  letters: ['keys'],
  coordinationForms: ['keys'],
  dispatchOrders: ['keys'],
  replies: ['keys'],
  praises: ['keys'],
  households: ['keys', 'phones'],
  units: ['canonical', 'sortKey', 'names'],
  buildings: ['sortKey'],
  people: ['pinyin', 'initials'],
  departments: ['pinyin', 'initials'],
  outsideNumbers: ['pinyin', 'initials'],
} as const satisfies { [Table in TableName]?: readonly (keyof RecordOf<Table>)[] };

/** Tables whose rows carry keys. */
export type KeyedTable = keyof typeof KEY_FIELDS;

/** The keys of one row. */
export type KeysOf<Table extends KeyedTable> = Pick<RecordOf<Table>, Extract<(typeof KEY_FIELDS)[Table][number], keyof RecordOf<Table>>>;

export function isKeyedTable(table: string): table is KeyedTable {
  return table in KEY_FIELDS;
}

export function isKeyField(table: string, field: string): boolean {
  const fields: readonly string[] = isKeyedTable(table) ? KEY_FIELDS[table] : [];
  return fields.includes(field);
}
