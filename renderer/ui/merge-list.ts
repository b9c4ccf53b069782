/**
 * A list as a half-filled form leaves it, once the record's own list has changed meanwhile: what somebody typed (added, taken
 * away, changed) done to the list as it is now. A form that was laid over it whole would take back what was saved in between.
 * @param begun the list when the form was opened
 * @param typed the list in the form
 * @param stored the list of the record now
 * @param keyOf tells which row of one list is which of another; of several with the same key, the most alike
 */
export function mergeList<Row extends object>(
  begun: readonly Row[],
  typed: readonly Row[],
  stored: readonly Row[],
  keyOf: (row: Row) => string,
): Row[] {
  if (alike(begun, stored)) return [...typed];
  const begunOf = pairs(stored, begun, keyOf);
  const typedOf = pairs(begun, typed, keyOf);
  const came = stored.filter((row) => !begunOf.has(row));
  const changed = new Set(typedOf.values());
  // The same row may have been added on both sides.
  const addedOf = pairs(
    came,
    typed.filter((row) => !changed.has(row)),
    keyOf,
  );
  const kept = stored.flatMap((row) => {
    const was = begunOf.get(row);
    if (was === undefined) return [{ ...row, ...filled(addedOf.get(row)) }];
    const is = typedOf.get(was);
    return is === undefined ? [] : [{ ...row, ...changes(was, is) }];
  });
  const there = new Set(begunOf.values());
  // One that was taken away there is back only where somebody changed it here.
  const done = [...typedOf].filter(([was, is]) => there.has(was) || alike(was, is)).map(([, is]) => is);
  const placed = new Set([...done, ...addedOf.values()]);
  return [...kept, ...typed.filter((row) => !placed.has(row))];
}

const alike = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Each row of a list with the one it is in the other: the same key, and where several have it, the most fields in common. */
function pairs<Row extends object>(rows: readonly Row[], others: readonly Row[], keyOf: (row: Row) => string): Map<Row, Row> {
  const possible = rows
    .flatMap((row) => others.filter((other) => keyOf(other) === keyOf(row)).map((other) => ({ row, other, same: sameFields(row, other) })))
    .toSorted((one, other) => other.same - one.same);
  const found = new Map<Row, Row>();
  const taken = new Set<Row>();
  for (const { row, other } of possible) {
    if (found.has(row) || taken.has(other)) continue;
    found.set(row, other);
    taken.add(other);
  }
  return found;
}

function sameFields(row: object, other: object): number {
  return Object.keys(row).length - Object.keys(changes(row, other)).length;
}

/** The fields that say something else by now. */
function changes(was: object, is: object): Record<string, unknown> {
  const before = new Map<string, unknown>(Object.entries(was));
  return Object.fromEntries(Object.entries(is).filter(([field, value]) => !alike(value, before.get(field))));
}

/** What was typed into a row that came from elsewhere, too: a field left empty takes nothing away from it. */
function filled(typed: object = {}): Record<string, unknown> {
  return Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== ''));
}
