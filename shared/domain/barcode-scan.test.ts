import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isScannable, NO_SCAN, takeScanKey } from './barcode-scan.ts';

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
    ['a scanner that switches Caps Lock itself', ['CapsLock', ...'xt-2026', 'CapsLock', ...'-0001', 'Enter'], 4, [NUMBER]],
    ['two scans one after the other', [...NUMBER, 'Enter', ...'BY-2026-003', 'Enter'], 4, [NUMBER, 'BY-2026-003']],
    ['a number of another desk', [...'PG-2026-B-000678', 'Enter'], 4, ['PG-2026-B-000678']],
    ['a parcel, which is none of ours', [...'SF1234567890123', 'Enter'], 4, ['SF1234567890123']],
    ['the slowest scanner', [...NUMBER, 'Enter'], 60, [NUMBER]],
    ['the fastest person', [...NUMBER, 'Enter'], 61, []],
    ['a person', [...NUMBER, 'Enter'], 90, []],
    ['the shortest scan', [...'BY-001', 'Enter'], 4, ['BY-001']],
    ['one too short for a scan', [...'BY-01', 'Enter'], 4, []],
    ['every mark a bar code has', [...'A_b-1/2.Z', 'Enter'], 4, ['A_B-1/2.Z']],
    ['a mark no bar code has', [...'XT-2026', '#', ...'01', 'Enter'], 4, []],
    ['a letter no bar code has', [...'XT-202', '六', ...'01', 'Enter'], 4, []],
    ['Enter alone', ['Enter'], 4, []],
    ['a few keys that fell together', [...'abc', 'Enter'], 4, []],
    ['a scan without its Enter', [...NUMBER], 4, []],
    ['arrow keys held down', ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter'], 4, []],
    ['a scan broken off by another key', [...'XT-2026', 'Escape', ...'-01', 'Enter'], 4, []],
  ])('%s', (_who, keys, pauseMs, scans) => {
    expect(type(keys, pauseMs)).toEqual(scans);
  });

  it.each([
    ['XT-2026-0001', true],
    ['a_b/1.2', true],
    ['', true],
    ['XT 2026', false],
    ['客函', false],
    ['ＸＴ', false],
    ['XT#1', false],
  ])('%s can be brought by a scan: %s', (text, scannable) => {
    expect(isScannable(text)).toBe(scannable);
  });

  it('begins anew after a pause', () => {
    let state = NO_SCAN;
    for (const [at, key] of [...'JUNK-XT-2026-0001'].entries()) state = takeScanKey(state, key, at < 5 ? at : 500 + at).state;
    expect(takeScanKey(state, 'Enter', 520).scanned).toBe(NUMBER);
  });

  it('takes no Enter that comes later for the end of a scan', () => {
    let state = NO_SCAN;
    for (const [at, key] of [...NUMBER].entries()) state = takeScanKey(state, key, at).state;
    expect(takeScanKey(state, 'Enter', NUMBER.length - 1 + 61)).toEqual({ state: NO_SCAN, scanned: '' });
    expect(takeScanKey(state, 'Enter', NUMBER.length - 1 + 60).scanned).toBe(NUMBER);
  });

  it('never takes what a person types for a scan', () => {
    const key = fc.constantFrom(...'XT-2026', 'Enter', 'Tab', 'Shift');
    const scans = fc.sample(fc.tuple(fc.array(key, { maxLength: 40 }), fc.integer({ min: 61, max: 2000 })), 500);
    expect(scans.flatMap(([keys, pauseMs]) => type(keys, pauseMs))).toEqual([]);
  });
});
