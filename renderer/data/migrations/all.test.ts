import { describe, expect, it } from 'vitest';
import { latestVersion, migrateRow, MIGRATIONS, rewrittenAfter } from './all.ts';
import type { Migration } from './migration.ts';

/** A step that writes its version behind what the ones before have written. */
function step(version: number): Migration {
  return { version, stores: {}, rewrite: { units: (row) => ({ ...row, path: `${String(row['path'] ?? 'units')}/${version}` }) } };
}
const STEPS = [step(1), step(2), step(3)];

describe('migrateRow', () => {
  it.each([
    [0, 'units/1/2/3'],
    [1, 'units/2/3'],
    [2, 'units/3'],
    [3, undefined],
    [4, undefined],
  ])('carries a row of version %i through every later step, in order', (from, path) => {
    expect(migrateRow(STEPS, from, 'units', { id: 'u' })).toEqual(path === undefined ? { id: 'u' } : { id: 'u', path });
  });
  it('passes over a step that changes indexes only, and over other tables', () => {
    const steps = [step(1), { version: 2, stores: {} }, step(3)];
    expect(migrateRow(steps, 1, 'units', { id: 'u' })).toEqual({ id: 'u', path: 'units/3' });
    expect(migrateRow(steps, 0, 'letters', { id: 'l' })).toEqual({ id: 'l' });
    expect(rewrittenAfter(steps, 0)).toEqual(['units']);
    expect(rewrittenAfter(steps.slice(0, 2), 1)).toEqual([]);
  });
  it('changes no row where it came from', () => {
    const row = Object.freeze({ id: 'u' });
    expect(migrateRow(STEPS, 2, 'units', row)).not.toBe(row);
    expect(row).toEqual({ id: 'u' });
  });
});

it.each([
  [[], 0],
  [[step(1)], 1],
  [STEPS, 3],
])('the latest version of %o is %i', (steps, latest) => {
  expect(latestVersion(steps)).toBe(latest);
});

it('the steps that ship follow one another from 1 on, and this app writes the last', () => {
  expect(MIGRATIONS.map(({ version }) => version)).toEqual(MIGRATIONS.map((_step, at) => at + 1));
  expect(latestVersion()).toBe(MIGRATIONS.length);
});
