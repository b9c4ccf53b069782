import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_SCAN, takeScanKey } from './barcode-scan.ts';

/** Types keys with the same pause before each; returns what was scanned. */
function type(keys: readonly string[], pauseMs: number): string[] {
  let state = NO_SCAN;
  let at = 1000;
  const scans: string[] = [];
  for (const key of keys) {
    at += pauseMs;
    const step = takeScanKey(state, key, at);
    state = step.state;
    if (step.scanned !== '') scans.push(step.scanned);
  }
  return scans;
}

const NUMBER = 'XT-2026-0001';

describe('takeScanKey', () => {
  it.each([
    ['a scanner', [...NUMBER, 'Enter'], 4, [NUMBER]],
    ['a slow scanner', [...NUMBER, 'Enter'], 50, [NUMBER]],
    ['a scanner that holds Shift for capitals', ['Shift', 'X', 'Shift', 'T', ...'-2026-0001', 'Enter'], 4, [NUMBER]],
    ['a scanner with Caps Lock on', [...NUMBER.toLowerCase(), 'Enter'], 4, [NUMBER]],
    ['two scans one after the other', [...NUMBER, 'Enter', ...'BY-2026-003', 'Enter'], 4, [NUMBER, 'BY-2026-003']],
    ['a number of another desk', [...'PG-2026-B-000678', 'Enter'], 4, ['PG-2026-B-000678']],
    ['a parcel, which is none of ours', [...'SF1234567890123', 'Enter'], 4, ['SF1234567890123']],
    ['a person', [...NUMBER, 'Enter'], 90, []],
    ['Enter alone', ['Enter'], 4, []],
    ['a few keys that fell together', [...'abc', 'Enter'], 4, []],
    ['a scan without its Enter', [...NUMBER], 4, []],
    ['arrow keys held down', ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter'], 4, []],
    ['a scan broken off by another key', [...'XT-2026', 'Escape', ...'-01', 'Enter'], 4, []],
  ])('%s', (_who, keys, pauseMs, scans) => {
    expect(type(keys, pauseMs)).toEqual(scans);
  });

  it('never takes what a person types for a scan', () => {
    const key = fc.constantFrom(...'XT-2026', 'Enter', 'Tab', 'Shift');
    const scans = fc.sample(fc.tuple(fc.array(key, { maxLength: 40 }), fc.integer({ min: 61, max: 2000 })), 500);
    expect(scans.flatMap(([keys, pauseMs]) => type(keys, pauseMs))).toEqual([]);
  });
});
