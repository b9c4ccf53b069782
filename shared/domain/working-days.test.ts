import { getDayDetail } from 'chinese-days';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import year2025 from '../../resources/holidays/2025.json';
import year2026 from '../../resources/holidays/2026.json';
import { addDays } from './due-time.ts';
import { addWorkingDays, holidayYearSchema, isWorkingDay, missingHolidayYear, onOrAfterWorkingDay } from './working-days.ts';

const years = [holidayYearSchema.parse(year2025), holidayYearSchema.parse(year2026)];

describe('the shipped tables', () => {
  it('say the same as the chinese-days package for every day of both years', () => {
    const different: string[] = [];
    for (let day = '2025-01-01'; day <= '2026-12-31'; day = addDays(day, 1)) {
      if (isWorkingDay(day, years).working !== getDayDetail(day).work) different.push(day);
    }
    expect(different).toEqual([]);
  });
  it.each([
    ['2026-10-01', false],
    ['2026-10-10', true],
    ['2026-02-17', false],
    ['2026-11-23', true],
    ['2026-11-28', false],
    ['2025-09-28', true],
  ])('%s is worked: %s', (date, working) => {
    expect(isWorkingDay(date, years)).toEqual({ working, beyondTable: false });
  });
});

describe('holidayYearSchema', () => {
  const good = { year: 2027, source: 's', holidays: [{ date: '2027-01-01', name: '元旦' }], makeUpDays: [] };
  it('takes a sound table', () => {
    expect(holidayYearSchema.safeParse(good).success).toBe(true);
  });
  it('refuses a date of another year', () => {
    const result = holidayYearSchema.safeParse({ ...good, holidays: [{ date: '2028-01-01', name: '元旦' }] });
    expect(result.error?.issues[0]?.message).toBe('dateOutsideYear');
  });
  it.each([
    ['2026-12-26', true],
    ['2026-11-28', false],
    ['2025-12-27', false],
  ])('takes of the year before only its December: %s %s', (date, fits) => {
    expect(holidayYearSchema.safeParse({ ...good, makeUpDays: [{ date, name: '元旦' }] }).success).toBe(fits);
  });
  it('refuses a date that stands twice, also as holiday and make-up day', () => {
    const result = holidayYearSchema.safeParse({ ...good, makeUpDays: [{ date: '2027-01-01', name: '元旦' }] });
    expect(result.error?.issues[0]?.message).toBe('dateTwice');
  });
  it('refuses a year without holidays', () => {
    expect(holidayYearSchema.safeParse({ ...good, holidays: [] }).error?.issues[0]?.message).toBe('noHolidays');
  });
  it.each([
    [1999, false],
    [2000, true],
    [2100, true],
    [2101, false],
  ])('takes the year %i: %s', (year, fits) => {
    expect(holidayYearSchema.safeParse({ ...good, year, holidays: [{ date: `${year}-01-01`, name: '元旦' }] }).success).toBe(fits);
  });
  it('refuses a day that does not exist', () => {
    expect(holidayYearSchema.safeParse({ ...good, holidays: [{ date: '2027-02-30', name: 'x' }] }).success).toBe(false);
  });
});

describe('a new year’s holiday that begins in December', () => {
  const day = (date: string) => ({ date, name: '元旦' });
  const of2018 = holidayYearSchema.parse({ year: 2018, source: 's', holidays: [day('2018-01-01')], makeUpDays: [] });
  const announced = {
    year: 2019,
    source: 'the State Council, 2018-12-01',
    holidays: ['2018-12-30', '2018-12-31', '2019-01-01'].map(day),
    makeUpDays: [day('2018-12-29')],
  };
  const of2019 = holidayYearSchema.parse(announced);
  it.each(['2018-12-28', '2018-12-29', '2018-12-30', '2018-12-31', '2019-01-01', '2019-01-02'])('%s as it was', (date) => {
    expect(isWorkingDay(date, [of2018, of2019])).toEqual({ working: getDayDetail(date).work, beyondTable: false });
  });
  it('says that the old year has no table of its own all the same', () => {
    expect(isWorkingDay('2018-12-29', [of2019])).toEqual({ working: true, beyondTable: true });
  });
});

describe('missingHolidayYear', () => {
  it.each([
    ['2026-10-31', [2025, 2026], null],
    ['2026-11-01', [2025, 2026], 2027],
    ['2026-12-31', [2026], 2027],
    ['2026-11-23', [2026, 2027], null],
    ['2027-01-01', [2026], 2027],
    ['2027-06-01', [2027], null],
    ['2027-12-01', [], 2027],
  ])('on %s with %j: %s', (today, known, missing) => {
    expect(
      missingHolidayYear(
        today,
        known.map((year) => ({ year })),
      ),
    ).toBe(missing);
  });
});

describe('onOrAfterWorkingDay', () => {
  it.each([
    ['2026-11-28', '2026-11-30', false],
    ['2026-11-27', '2026-11-27', false],
    ['2026-10-01', '2026-10-08', false],
    ['2025-12-31', '2025-12-31', false],
    ['2026-01-01', '2026-01-04', false],
    ['2027-01-02', '2027-01-04', true],
  ])('%s → %s (beyond the table: %s)', (date, expected, beyondTable) => {
    expect(onOrAfterWorkingDay(date, years)).toEqual({ date: expected, beyondTable });
  });
});

describe('addWorkingDays', () => {
  it.each([
    ['2026-11-23', 3, '2026-11-26', false],
    ['2026-11-23', 0, '2026-11-23', false],
    ['2026-11-28', 0, '2026-11-30', false],
    ['2026-11-27', 1, '2026-11-30', false],
    ['2026-09-30', 1, '2026-10-08', false],
    ['2026-10-09', 1, '2026-10-10', false],
    ['2025-12-31', 1, '2026-01-04', false],
    ['2026-12-31', 1, '2027-01-01', true],
    ['2026-12-30', 1, '2026-12-31', false],
    ['2026-12-31', 2, '2027-01-04', true],
    ['2026-11-23', -1, '2026-11-23', false],
  ])('%s + %i = %s (beyond the table: %s)', (date, days, expected, beyondTable) => {
    expect(addWorkingDays(date, days, years)).toEqual({ date: expected, beyondTable });
  });
  it('lands on a working day, with exactly that many worked in between', () => {
    const start = fc.integer({ min: 0, max: 900 }).map((days) => addDays('2025-01-01', days));
    fc.assert(
      fc.property(start, fc.integer({ min: 1, max: 40 }), (date, days) => {
        const answer = addWorkingDays(date, days, years);
        expect(isWorkingDay(answer.date, years).working).toBe(true);
        let worked = 0;
        for (let day = addDays(date, 1); day <= answer.date; day = addDays(day, 1)) if (isWorkingDay(day, years).working) worked += 1;
        expect(worked).toBe(days);
      }),
    );
  });
});
