import { expect, it } from 'vitest';
import { lastBackup, snapshotDue } from './snapshot-due.ts';

const NOW = '2026-11-24T12:00:00.000Z';
const fresh = { book: 'ours', place: 'main', damaged: false, takenAt: '2026-11-24T10:00:00.000Z' } as const;
const old = { ...fresh, takenAt: '2026-11-24T07:00:00.000Z' };

it.each([
  ['none at all', [], true],
  ['a fresh one', [fresh], false],
  ['an old one', [old], true],
  ['a fresh one beside an old one', [old, fresh], false],
  ['a fresh one of another book', [{ ...fresh, book: 'theirs' }], true],
  ['a fresh one on the stick only', [{ ...fresh, place: 'second' as const }], true],
  ['a fresh one that is damaged', [old, { ...fresh, damaged: true }], true],
  ['a file that nobody can read', [{ ...fresh, takenAt: '' }], true],
  ['one of the year the clock stood in by mistake', [old, { ...fresh, takenAt: '2036-11-24T10:00:00.000Z' }], true],
])('%s', (_what, snapshots, due) => {
  expect(snapshotDue(snapshots, { book: 'ours', now: NOW, everyHours: 4 })).toBe(due);
});

it.each([
  ['none', [], null],
  ['the newest of two', [old, fresh], fresh.takenAt],
  ['none of another book', [old, { ...fresh, book: 'theirs' }], old.takenAt],
  ['none that is damaged', [old, { ...fresh, damaged: true }], old.takenAt],
  ['none of another place', [old, { ...fresh, place: 'second' as const }], old.takenAt],
  ['none of a time to come', [old, { ...fresh, takenAt: '2036-11-24T10:00:00.000Z' }], old.takenAt],
])('the last backup is %s', (_what, snapshots, at) => {
  expect(lastBackup(snapshots, { book: 'ours', now: NOW, place: 'main' })).toBe(at);
});
