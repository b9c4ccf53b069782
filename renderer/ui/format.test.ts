import { expect, it } from 'vitest';
import { formatShortDay, formatShortTime } from './format.ts';

it.each([
  ['today’s has its time alone', '2026-11-27T01:00:00.000Z', '09:00'],
  ['the desk’s day counts, not UTC’s', '2026-11-26T16:30:00.000Z', '00:30'],
  ['this year’s needs no year', '2026-11-23T08:00:00.000Z', '11-23 16:00'],
  ['that of another year has it', '2025-12-31T08:00:00.000Z', '2025-12-31 16:00'],
  ['the desk’s year counts, not UTC’s', '2025-12-31T16:30:00.000Z', '01-01 00:30'],
  ['an unknown moment has no words', '', ''],
])('in few words: %s', (_name, at, words) => {
  expect(formatShortTime(at, '2026-11-27T04:00:00.000Z', 'Asia/Shanghai')).toBe(words);
});

it.each([
  ['the present one is called so', '2026-11-27', '今天'],
  ['this year’s needs no year', '2026-12-03', '12-03'],
  ['that of another year has it', '2027-01-04', '2027-01-04'],
  ['an unknown one has no words', '', ''],
])('a day in few words: %s', (_name, on, words) => {
  expect(formatShortDay(on, '2026-11-27', '今天')).toBe(words);
});
