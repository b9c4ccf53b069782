import { describe, expect, it } from 'vitest';
import { isoWeek, isoWeekday, mondayOf, mondayOfWeek, weeksFrom } from './iso-week.ts';

describe('weeks at the turn of the year (ISO 8601)', () => {
  it.each([
    ['2026-11-23', 1, '2026-11-23', '2026-W48'],
    ['2026-11-29', 7, '2026-11-23', '2026-W48'],
    ['2026-12-31', 4, '2026-12-28', '2026-W53'],
    ['2027-01-03', 7, '2026-12-28', '2026-W53'],
    ['2027-01-04', 1, '2027-01-04', '2027-W01'],
    ['2021-01-03', 7, '2020-12-28', '2020-W53'],
    ['2024-12-30', 1, '2024-12-30', '2025-W01'],
    ['2026-01-01', 4, '2025-12-29', '2026-W01'],
    ['2028-02-29', 2, '2028-02-28', '2028-W09'],
    ['2027-12-31', 5, '2027-12-27', '2027-W52'],
  ])('%s is day %i of the week from %s, %s', (date, weekday, monday, week) => {
    expect(isoWeekday(date)).toBe(weekday);
    expect(mondayOf(date)).toBe(monday);
    expect(isoWeek(date)).toBe(week);
    expect(mondayOfWeek(week)).toBe(monday);
  });
  it('counts so many weeks on, over a year of 53', () => {
    expect(weeksFrom('2026-12-27', 3)).toEqual(['2026-W52', '2026-W53', '2027-W01']);
    expect(weeksFrom('2026-12-28', 1)).toEqual(['2026-W53']);
    expect(weeksFrom('2026-12-28', 0)).toEqual([]);
    expect(weeksFrom('2026-11-23', 8)).toEqual(
      ['48', '49', '50', '51', '52', '53'].map((week) => `2026-W${week}`).concat('2027-W01', '2027-W02'),
    );
  });
});
