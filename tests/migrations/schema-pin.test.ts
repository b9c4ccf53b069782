import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { MIGRATIONS } from '../../renderer/data/migrations/all.ts';

/**
 * SHA-256 of every released step's schema text. A step that has been released never changes: add a new one, and its hash
 * here. A changed hash means that books out there would no longer fit.
 */
const PINNED: Record<number, string> = {
  1: 'b7b94bfaeb202fa2b3cb5519c02650b970f0d98d4784ccf82560bbc9009e1549',
  2: 'd5b3f533674514e9f61ae4839b425c712593e2fe883f89aa7972a72764838bac',
};

function pinOf(stores: Record<string, string | null>): string {
  const text = JSON.stringify(Object.entries(stores).toSorted(([left], [right]) => left.localeCompare(right)));
  return createHash('sha256').update(text).digest('hex');
}

it('has every released schema text as it was released', () => {
  expect(Object.fromEntries(MIGRATIONS.map((step) => [step.version, pinOf(step.stores)]))).toEqual(PINNED);
});

it('counts the versions without a gap', () => {
  expect(MIGRATIONS.map((step) => step.version)).toEqual(MIGRATIONS.map((_step, at) => at + 1));
});
