// @vitest-environment happy-dom
import { act } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import { drawing } from '../../../tests/support/drawn.tsx';
import type { BookDatabase } from '../../data/database.ts';
import { useClockBack } from './use-clock-back.ts';

const last = vi.hoisted(() => ({ at: '' }));
vi.mock('../../data/database.ts', async (load) => ({
  ...(await load<object>()),
  lastOperation: () => Promise.resolve({ payload: JSON.stringify(last) }),
}));

const clock = { now: () => new Date().toISOString(), setOffset: () => undefined };
const book = { clock, database: {} as BookDatabase, lastEntryAt: '2026-11-23T08:00:00.000Z' };

function Told() {
  return <p>{useClockBack(book) ? 'behind' : 'right'}</p>;
}

const draw = drawing();
afterEach(() => vi.useRealTimers());
const told = () => document.querySelector('p')?.textContent;
const aMinute = () => act(() => vi.advanceTimersByTimeAsync(60_000));

it('a clock is said to be behind while it is, not from one start to the next', async () => {
  vi.useFakeTimers({ now: Date.parse('2020-01-01T00:00:00.000Z') });
  await draw(<Told />);
  expect(told()).toBe('behind');
  // What is entered by the wrong clock does not set it right.
  last.at = '2020-01-01T00:00:30.000Z';
  await aMinute();
  expect(told()).toBe('behind');
  vi.setSystemTime(Date.parse('2026-11-23T09:00:00.000Z'));
  await aMinute();
  expect(told()).toBe('right');
  last.at = '2026-11-23T09:01:00.000Z';
  await aMinute();
  vi.setSystemTime(Date.parse('2026-11-22T09:00:00.000Z'));
  await aMinute();
  expect(told()).toBe('behind');
});
