import { MIGRATIONS } from '../../renderer/data/migrations/all.ts';
import type { Migration, StoredRow } from '../../renderer/data/migrations/migration.ts';

/** How often a row was carried on: a step that runs twice on a row, or not at all, shows in it. */
function counted(row: StoredRow, by: string): StoredRow {
  const passed = typeof row['passed'] === 'string' ? row['passed'] : '';
  return { ...row, passed: `${passed}${by}` };
}

/** A format that may come: a new index, a new field, a new table. */
const second: Migration = {
  version: 2,
  stores: { receptions: 'id, &number, occurredAt, [state+occurredAt], [category+occurredAt], unit, *keys, urgency', visitors: 'id' },
  rewrite: { receptions: (row) => counted({ ...row, heading: String(row['content']).slice(0, 2) }, '2') },
};

/** And the one after it: a field renamed, an index given up, a table gone. */
const third: Migration = {
  version: 3,
  stores: { receptions: 'id, &number, occurredAt, [state+occurredAt], [category+occurredAt], unit, *keys', visitors: null },
  rewrite: {
    letters: (row) => counted(row, '3'),
    receptions: ({ heading, ...rest }) => counted({ ...rest, title: heading ?? '' }, '3'),
  },
};

/** The released steps, and up to which later one. */
export function formatsUpTo(version: 1 | 2 | 3): readonly Migration[] {
  const first = MIGRATIONS.slice(0, 1);
  return [...first, second, third].slice(0, version);
}
