import { describe, expect, it } from 'vitest';
import { asDue } from './promise.ts';

describe('asDue', () => {
  const CALLED = '2026-11-24T01:00:00.000Z';
  const NOON = '2026-11-24T04:00:00.000Z';
  it.each([
    ['has a time of its own: that one', { dueAt: NOON, waitsForId: '' }, [], NOON],
    ['waits for an open visit: none yet (2:3.1.5)', { dueAt: '', waitsForId: 'visit' }, ['visit', 'other'], ''],
    ['waited for a visit that was logged: the time that gave it', { dueAt: NOON, waitsForId: 'visit' }, [], NOON],
    ['waited for a visit that was given up: the call', { dueAt: '', waitsForId: 'visit' }, ['other'], CALLED],
    ['has no time and waits for nothing: none', { dueAt: '', waitsForId: '' }, [], ''],
  ])('what %s', (_what, promise, openVisits, dueAt) => {
    expect(asDue({ ...promise, createdAt: CALLED }, new Set(openVisits))).toEqual({ ...promise, createdAt: CALLED, dueAt });
  });
});
