import type { TableName } from '../../shared/domain/record-tables.ts';
import type { DraftRow } from '../data/database.ts';

/** A half-filled change of a record, and the record. */
export interface Meanwhile {
  table: TableName;
  draft: Pick<DraftRow, 'values' | 'begun'>;
  /** What the record itself says by now, by the form's fields; `null` for one that is not stored yet. */
  own: object | null;
  /** Lists that are merged field by field (`mergeList`): nothing of them is taken back. */
  merged?: readonly string[];
}

/**
 * What the record says by now in fields that were typed when it said something else, by the form's fields: saved unseen, the form
 * would take that back.
 */
export function changedMeanwhile({ draft: { values, begun = {} }, own, merged = [] }: Omit<Meanwhile, 'table'>): Record<string, unknown> {
  const differ = (one: unknown, other: unknown) => JSON.stringify(one) !== JSON.stringify(other);
  return Object.fromEntries(
    Object.entries({ ...own }).filter(
      ([field, now]) =>
        field in values && field in begun && !merged.includes(field) && differ(now, begun[field]) && differ(now, values[field]),
    ),
  );
}
