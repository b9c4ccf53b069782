import { describe, expect, it } from 'vitest';
import year2025 from '../../../resources/holidays/2025.json';
import year2026 from '../../../resources/holidays/2026.json';
import { en } from '../../i18n/resources.ts';
import { holidayRanges, publicHoliday, readHolidayFile } from './holiday-file.ts';

const good = { year: 2027, source: '', holidays: [{ date: '2027-01-01', name: '元旦' }], makeUpDays: [] };

describe('readHolidayFile', () => {
  it('reads a table', () => {
    expect(readHolidayFile(JSON.stringify(good))).toEqual({ ok: true, table: good });
  });
  it.each([
    ['no JSON at all', 'x', 'notJson', ''],
    ['a list', '[]', 'shape', ''],
    ['no year', JSON.stringify({ ...good, year: 'x' }), 'noYear', 'year'],
    ['a date of another year', JSON.stringify({ ...good, holidays: [{ date: '2026-01-01', name: '' }] }), 'dateOutsideYear', ''],
    ['a date twice', JSON.stringify({ ...good, makeUpDays: good.holidays }), 'dateTwice', ''],
    ['no holidays', JSON.stringify({ ...good, holidays: [] }), 'noHolidays', 'holidays'],
    ['a day that is none', JSON.stringify({ ...good, holidays: [{ date: '2027-02-30', name: '' }] }), 'badDate', 'holidays.0.date'],
    ['no make-up days', JSON.stringify({ ...good, makeUpDays: undefined }), 'shape', 'makeUpDays'],
  ])('says what is wrong: %s', (_name, text, code, where) => {
    expect(readHolidayFile(text)).toEqual({ ok: false, problem: { code, where } });
  });
});

describe('holidayRanges', () => {
  it('joins the days of one holiday', () => {
    const ranges = holidayRanges(year2026);
    expect(ranges.map((range) => range.name)).toEqual(['元旦', '春节', '清明', '劳动节', '端午', '中秋', '国庆节']);
    expect(ranges[1]).toEqual({ name: '春节', from: '2026-02-15', until: '2026-02-23', days: 9, makeUp: ['2026-02-14', '2026-02-28'] });
  });

  it('names the make-up days of an interrupted holiday once', () => {
    const ranges = holidayRanges(year2025).filter(({ name }) => name === '国庆节');
    expect(ranges.map(({ from, makeUp }) => ({ from, makeUp }))).toEqual([
      { from: '2025-10-01', makeUp: ['2025-09-28', '2025-10-11'] },
      { from: '2025-10-07', makeUp: [] },
    ]);
  });
});

describe('publicHoliday', () => {
  it('every holiday of the tables that ship has a name in either language', () => {
    for (const { name } of [...year2025.holidays, ...year2026.holidays, ...year2026.makeUpDays]) {
      expect(en.settings.holidayName).toHaveProperty(publicHoliday(name) ?? 'none');
    }
  });

  it('a name that somebody gave stands as it was written', () => {
    for (const name of ['', '公司周年庆', '元旦调休', 'constructor']) expect(publicHoliday(name)).toBeUndefined();
  });
});
