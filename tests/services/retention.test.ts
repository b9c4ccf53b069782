import { expect, test } from 'vitest';
import { expiredSnapshots } from '../../electron/services/snapshot-retention.ts';

type Reason = 'scheduled' | 'beforeMigration' | 'beforeRestore';

function entry(takenAt: string, reason: Reason = 'scheduled', damaged = false) {
  return { name: `${takenAt} ${reason}`, book: 'ours', takenAt, reason, damaged };
}

const byUtcDay = (takenAt: string): string => takenAt.slice(0, 10);

function kept(entries: ReturnType<typeof entry>[], keepDaily: number, keepMonthly: number): string[] {
  const gone = expiredSnapshots(entries, { keepDaily, keepMonthly }, { book: 'ours', now: '2026-03-31T00' }, byUtcDay);
  return entries.map(({ name }) => name).filter((name) => !gone.includes(name));
}

test('the newest of each of the last days stays', () => {
  const entries = [entry('2026-03-01T08'), entry('2026-03-01T20'), entry('2026-03-02T08'), entry('2026-03-05T08')];
  expect(kept(entries, 2, 0)).toEqual(['2026-03-02T08 scheduled', '2026-03-05T08 scheduled']);
  expect(kept(entries, 3, 0)).toEqual(['2026-03-01T20 scheduled', '2026-03-02T08 scheduled', '2026-03-05T08 scheduled']);
});

test('days without a snapshot do not use up the count', () => {
  const entries = ['2025-01-01T08', '2025-06-01T08', '2026-03-01T08'].map((takenAt) => entry(takenAt));
  expect(kept(entries, 3, 0)).toHaveLength(3);
});

test('the newest of each of the last months stays beside the days', () => {
  const entries = ['2026-01-05T08', '2026-01-20T08', '2026-02-10T08', '2026-03-01T08'].map((takenAt) => entry(takenAt));
  expect(kept(entries, 1, 3)).toEqual(['2026-01-20T08 scheduled', '2026-02-10T08 scheduled', '2026-03-01T08 scheduled']);
});

test('those from before a migration or a restore stay', () => {
  const entries = [entry('2020-01-01T08', 'beforeMigration'), entry('2020-01-02T08', 'beforeRestore'), entry('2026-03-01T08')];
  expect(kept(entries, 1, 0)).toHaveLength(3);
});

test('one from before a restore does not cost the day its own', () => {
  const entries = [entry('2026-03-01T08'), entry('2026-03-01T20', 'beforeRestore')];
  expect(kept(entries, 1, 1)).toEqual(['2026-03-01T08 scheduled', '2026-03-01T20 beforeRestore']);
});

test('a damaged snapshot stands for no day', () => {
  const entries = [entry('2026-03-01T08'), entry('2026-03-01T20', 'scheduled', true)];
  expect(kept(entries, 1, 0)).toEqual(['2026-03-01T08 scheduled', '2026-03-01T20 scheduled']);
});

test('snapshots of another book, and from a time to come, stand for no day and stay', () => {
  const theirs = ['2026-03-01T21', '2026-02-01T08'].map((takenAt) => ({ ...entry(takenAt), book: 'theirs' }));
  const entries = [entry('2026-03-01T08'), entry('2026-03-01T20'), entry('2036-01-01T08'), ...theirs];
  expect(kept(entries, 1, 0)).toEqual(['2026-03-01T20', '2036-01-01T08', '2026-03-01T21', '2026-02-01T08'].map((at) => `${at} scheduled`));
});
