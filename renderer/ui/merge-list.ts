/**
 * A list as a half-filled form leaves it, once the record's own list has changed meanwhile: what somebody typed (added, taken
 * away, changed) done to the list as it is now. A form that was laid over it whole would take back what was saved in between.
 * @param begun the list when the form was opened
 * @param typed the list in the form
 * @param stored the list of the record now
 * @param keyOf tells which row of one list is which of another
 */
export function mergeList<Row extends object>(
  begun: readonly Row[],
  typed: readonly Row[],
  stored: readonly Row[],
  keyOf: (row: Row) => string,
): Row[] {
  const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
  if (same(begun, stored)) return [...typed];
  const find = (list: readonly Row[], row: Row) => list.find((other) => keyOf(other) === keyOf(row));
  const kept = stored.flatMap((row) => {
    const was = find(begun, row);
    const is = find(typed, row);
    if (was === undefined) return is === undefined ? [row] : [{ ...row, ...is }];
    if (is === undefined) return [];
    const before = new Map<string, unknown>(Object.entries(was));
    return [{ ...row, ...Object.fromEntries(Object.entries(is).filter(([field, value]) => value !== before.get(field))) }];
  });
  const added = typed.filter((row) => find(stored, row) === undefined && !same(find(begun, row), row));
  return [...kept, ...added];
}
