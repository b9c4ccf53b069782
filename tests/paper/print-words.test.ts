import { describe, expect, it } from 'vitest';
import { formatLetterDate, formatMoment, formatZone } from '../../renderer/print/print-context.ts';
import en from '../../resources/locales/en/print.json';
import zh from '../../resources/locales/zh/print.json';

/** Every text with its path and the values it takes. */
function textsOf(tree: object, path = ''): string[] {
  return Object.entries(tree).flatMap(([key, value]: [string, unknown]) => {
    if (typeof value === 'object' && value !== null) return textsOf(value, `${path}${key}.`);
    const values = String(value).match(/{{\w+}}/g) ?? [];
    return [`${path}${key} ${values.toSorted().join(' ')}`];
  });
}

describe('words on paper', () => {
  it('are the same in both languages, and take the same values', () => {
    expect(textsOf(en).toSorted()).toEqual(textsOf(zh).toSorted());
  });

  it('hold no Chinese in English', () => {
    expect(JSON.stringify(en)).not.toMatch(/\p{Script=Han}/u);
  });
});

describe('moments on paper', () => {
  it.each([
    ['', ''],
    ['2026-01-05', '2026-01-05'],
    ['2026-01-04T16:30:00.000Z', '2026-01-05 00:30'],
    ['2025-12-31T23:59:00.000Z', '2026-01-01 07:59'],
  ])('%s is shown as "%s" in Shanghai', (moment, shown) => {
    expect(formatMoment(moment, 'Asia/Shanghai')).toBe(shown);
  });

  it('name the zone by its offset', () => {
    expect(formatZone('2026-07-05T00:00:00.000Z', 'Asia/Shanghai')).toBe('UTC+08:00');
    expect(formatZone('2026-07-05T00:00:00.000Z', 'Europe/Berlin')).toBe('UTC+02:00');
  });

  it('are written out in letters', () => {
    expect(formatLetterDate('2026-01-05', 'zh')).toBe('2026年1月5日');
    expect(formatLetterDate('2026-01-05', 'en')).toBe('5 January 2026');
    expect(formatLetterDate('', 'zh')).toBe('');
  });
});
