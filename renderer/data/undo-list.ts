import { operationPayloadSchema, type Change } from '../../shared/journal/operation-payload.ts';
import type { OperationRow } from './database.ts';
import { withoutMissing, type Row } from './missing-fields.ts';

/** How a row stood before the operations that were followed. */
interface Earlier {
  /** It was there; a row that was not there then is left out. */
  existed: boolean;
  /** `fields` is the whole row, because it was removed since; else only what was changed. */
  whole: boolean;
  fields: Row;
  /** It is there now. */
  present: boolean;
}

/**
 * Reads a book that goes on being written as it stood after one operation: every later operation names what it changed and
 * how that was before. Nobody has to wait for a long reading, and nothing has to be read twice.
 */
export interface UndoList {
  /** The last operation that was followed. */
  seen(): number;
  /** Takes operations in order; those up to `seen` again change nothing. */
  follow(operations: readonly OperationRow[]): void;
  /** How many rows a table had then, from how many it has now. */
  countThen(table: string, countNow: number): number;
  /**
   * @param rows everything the table has now with keys above `after` and up to `upTo` (`null`: to its end)
   * @returns what it had there then
   */
  rowsThen(table: string, rows: readonly Row[], after: string, upTo: string | null): Row[];
}

const changesOf = operationPayloadSchema.pick({ changes: true });

/** @param start the operation after which the book is read */
export function createUndoList(start: number): UndoList {
  const tables = new Map<string, Map<string, Earlier>>();
  let seen = start;

  function take({ table, key, before, after }: Change): void {
    const rows = tables.get(table) ?? new Map<string, Earlier>();
    tables.set(table, rows);
    const known = rows.get(key);
    if (known === undefined)
      rows.set(key, { existed: before !== null, whole: after === null, fields: { ...before }, present: after !== null });
    else rows.set(key, { ...earlier(known, before, after), present: after !== null });
  }

  return {
    seen: () => seen,
    follow: (operations) => {
      for (const { sequence, payload } of operations) {
        if (sequence <= seen) continue;
        seen = sequence;
        // An erased line says nothing any more, and changed nothing else than what is gone.
        if (payload !== null) for (const change of changesOf.parse(JSON.parse(payload)).changes) take(change);
      }
    },
    countThen: (table, countNow) => {
      const rows = [...(tables.get(table)?.values() ?? [])];
      return countNow + rows.filter((row) => row.existed && !row.present).length - rows.filter((row) => !row.existed && row.present).length;
    },
    rowsThen: (table, rows, after, upTo) => {
      const changed = tables.get(table);
      if (changed === undefined) return [...rows];
      const kept = rows.flatMap((row) => {
        const then = changed.get(String(row['id']));
        if (then === undefined) return [row];
        return then.existed && !then.whole ? [withoutMissing(table, { ...row, ...then.fields })] : [];
      });
      const removed = [...changed].filter(([key, then]) => then.existed && then.whole && key > after && (upTo === null || key <= upTo));
      return [...kept, ...removed.map(([, then]) => withoutMissing(table, then.fields))];
    },
  };
}

/** The oldest word on a field counts; once a row was removed its whole self of then is known. */
function earlier(known: Earlier, before: Row | null, after: Row | null): Earlier {
  if (!known.existed || known.whole || before === null) return known;
  return { ...known, whole: after === null, fields: { ...before, ...known.fields } };
}
