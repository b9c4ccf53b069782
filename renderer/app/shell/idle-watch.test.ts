// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { watchIdle } from './idle-watch.ts';

const MINUTE = 60_000;
const START = Date.parse('2026-11-24T01:00:00.000Z');
const locked = vi.fn<() => void>();
const typed = vi.fn<() => void>();
let end = () => {};

beforeEach(() => {
  vi.useFakeTimers({ now: START, toFake: ['setTimeout', 'clearTimeout', 'Date', 'performance'] });
  locked.mockClear();
  typed.mockClear();
  document.body.addEventListener('keydown', typed);
  end = watchIdle(document, 10 * MINUTE, locked);
});
afterEach(() => {
  end();
  document.body.removeEventListener('keydown', typed);
  vi.useRealTimers();
});

function press(): void {
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', bubbles: true, cancelable: true }));
}

it('locks after so long without input, and not before', () => {
  vi.advanceTimersByTime(9 * MINUTE);
  press();
  vi.advanceTimersByTime(10 * MINUTE - 1);
  expect(locked).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(locked).toHaveBeenCalledTimes(1);
  expect(typed).toHaveBeenCalledTimes(1);
});
it('locks at the first key after the PC slept, which reaches nobody’s form', () => {
  vi.advanceTimersByTime(MINUTE);
  // Asleep the timers stand still.
  vi.setSystemTime(START + 8 * 60 * MINUTE);
  press();
  expect(locked).toHaveBeenCalledTimes(1);
  expect(typed).not.toHaveBeenCalled();
});
it('gives no more time when the clock is set back', () => {
  vi.setSystemTime(START - 5 * 60 * MINUTE);
  vi.advanceTimersByTime(10 * MINUTE);
  expect(locked).toHaveBeenCalledTimes(1);
});
it('locks nothing once it was ended', () => {
  end();
  vi.advanceTimersByTime(60 * MINUTE);
  press();
  expect(locked).not.toHaveBeenCalled();
});
