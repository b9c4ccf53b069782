import { expect, it } from 'vitest';
import { isEnteredLate, stepTime } from './step-time.ts';

const LAST = '2026-11-24T01:00:30.000Z';
const NOW = '2026-11-24T02:00:00.000Z';

it.each([
  ['now, where no time is said', '', NOW, { at: NOW }],
  ['with the step before, where the clock was set back', '', '2026-11-24T00:00:00.000Z', { at: LAST }],
  ['when it is said', '2026-11-24T01:30:00.000Z', NOW, { at: '2026-11-24T01:30:00.000Z' }],
  ['this very moment', NOW, NOW, { at: NOW }],
  ['a moment to come', '2026-11-24T02:00:00.001Z', NOW, { problem: 'inTheFuture' }],
  ['in the minute of the step before', '2026-11-24T01:00:00.000Z', NOW, { at: LAST }],
  ['in the minute before that', '2026-11-24T00:59:59.999Z', NOW, { problem: 'beforePreviousStep' }],
])('a step happened %s', (_when, wanted, now, answer) => {
  expect(stepTime(LAST, wanted, now)).toEqual(answer);
});

it.each([
  ['', false],
  [NOW, false],
  ['2026-11-24T01:30:00.000Z', false],
  ['2026-11-24T01:29:59.999Z', true],
  ['2026-11-24T03:00:00.000Z', false],
])('what was reported at %j is entered late: %s', (reportedAt, late) => {
  expect(isEnteredLate(reportedAt, NOW)).toBe(late);
});
