// @vitest-environment happy-dom
import { act, Activity } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import { drawing } from '../../tests/support/drawn.tsx';
import { INITIAL_LIST, useRegisterFilter } from './RegisterFilterBar.tsx';

const desk = vi.hoisted(() => ({
  session: { clock: { now: () => new Date().toISOString() } },
  settings: { desk: { zone: 'Asia/Shanghai' } },
}));
vi.mock('./session.tsx', () => ({ useDesk: () => desk }));

/** What a list of today's records is narrowed to. */
function Listed() {
  return <p>{useRegisterFilter({ ...INITIAL_LIST, range: 'today' })?.from}</p>;
}

const draw = drawing();
afterEach(() => vi.useRealTimers());
const listed = () => document.querySelector('p')?.textContent;

it('a list of today’s that nobody touches goes on to the next day, year and all', async () => {
  vi.useFakeTimers({ now: Date.parse('2026-12-31T15:59:30.000Z') });
  await draw(<Listed />);
  expect(listed()).toBe('2026-12-30T16:00:00.000Z');
  await act(() => vi.advanceTimersByTimeAsync(60_000));
  expect(listed()).toBe('2026-12-31T16:00:00.000Z');
});

it('so does one that slept, in the moment it is shown again', async () => {
  vi.useFakeTimers({ now: Date.parse('2026-11-30T10:00:00.000Z') });
  // As a locked desk keeps it: the same child, without effects.
  const child = <Listed />;
  await draw(<Activity mode="visible">{child}</Activity>);
  await draw(<Activity mode="hidden">{child}</Activity>);
  vi.setSystemTime(Date.parse('2026-12-01T00:10:00.000Z'));
  await draw(<Activity mode="visible">{child}</Activity>);
  expect(listed()).toBe('2026-11-30T16:00:00.000Z');
});
