import { z } from 'zod';
import { addDays } from './due-time.ts';
import { line } from './fields.ts';

/** The new year's holiday may begin, and be made up for, in the December before, as that of 2019 was. */
function belongsTo(year: number, date: string): boolean {
  return date.startsWith(`${year}-`) || date.startsWith(`${year - 1}-12-`);
}

/**
 * China's public holidays and make-up working days for one year, as the State Council announces them each November
 * (DOMAIN §14). Days not listed are ordinary: Monday to Friday are worked.
 */
export const holidayYearSchema = z
  .object({
    year: z.int().min(2000).max(2100),
    source: line,
    /** Never empty: no year is without holidays, and an empty table would silence the warning for nothing. */
    holidays: z.array(z.object({ date: z.iso.date(), name: line })).min(1, 'noHolidays'),
    makeUpDays: z.array(z.object({ date: z.iso.date(), name: line })),
  })
  .refine((table) => [...table.holidays, ...table.makeUpDays].every((day) => belongsTo(table.year, day.date)), {
    error: 'dateOutsideYear',
  })
  .refine(
    (table) =>
      new Set([...table.holidays, ...table.makeUpDays].map((day) => day.date)).size === table.holidays.length + table.makeUpDays.length,
    {
      error: 'dateTwice',
    },
  );
export type HolidayYear = z.infer<typeof holidayYearSchema>;

export const holidayRecord = z.object({
  id: z.string(),
  year: z.int(),
  source: line,
  holidays: z.array(z.object({ date: z.string(), name: line })),
  makeUpDays: z.array(z.object({ date: z.string(), name: line })),
});

export interface WorkingDayAnswer {
  date: string;
  /** The answer rests on a year without a table: weekends only were left out, and the screen says so. */
  beyondTable: boolean;
}

/** The table of a date's year, and in front of it the next year's, which may say more of its last days. */
function tablesOf(date: string, years: readonly HolidayYear[]): { own: HolidayYear | undefined; both: HolidayYear[] } {
  const year = Number(date.slice(0, 4));
  const own = years.find((table) => table.year === year);
  return { own, both: [years.find((table) => table.year === year + 1), own].filter((table) => table !== undefined) };
}

/** Whether a date is worked, and whether a holiday table for its year was there to say so. */
export function isWorkingDay(date: string, years: readonly HolidayYear[]): { working: boolean; beyondTable: boolean } {
  const { own, both } = tablesOf(date, years);
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  const ordinary = weekday !== 0 && weekday !== 6;
  const beyondTable = own === undefined;
  for (const table of both) {
    if (table.makeUpDays.some((day) => day.date === date)) return { working: true, beyondTable };
    if (table.holidays.some((day) => day.date === date)) return { working: false, beyondTable };
  }
  return { working: ordinary, beyondTable };
}

/** The date itself when it is worked, else the next working day. */
export function onOrAfterWorkingDay(date: string, years: readonly HolidayYear[]): WorkingDayAnswer {
  let beyondTable = false;
  for (let day = date; ; day = addDays(day, 1)) {
    const answer = isWorkingDay(day, years);
    beyondTable ||= answer.beyondTable;
    if (answer.working) return { date: day, beyondTable };
  }
}

/** The date `days` working days after this one (0 = the day itself or the next working day). */
export function addWorkingDays(date: string, days: number, years: readonly HolidayYear[]): WorkingDayAnswer {
  let answer = days === 0 ? onOrAfterWorkingDay(date, years) : { date, beyondTable: false };
  for (let left = days; left > 0; left -= 1) {
    const next = onOrAfterWorkingDay(addDays(answer.date, 1), years);
    answer = { date: next.date, beyondTable: answer.beyondTable || next.beyondTable };
  }
  return answer;
}

/** The month in which the State Council has announced the next year's holidays (DOMAIN §14). */
const ANNOUNCED_IN_MONTH = 11;

/**
 * The year whose holiday table is missing now: this year's at any time, the next year's once it has been announced; `null`
 * when nothing is missing. Until it is there, due dates in that year rest on Monday to Friday alone.
 */
export function missingHolidayYear(today: string, years: readonly Pick<HolidayYear, 'year'>[]): number | null {
  const year = Number(today.slice(0, 4));
  const isThere = (wanted: number) => years.some((table) => table.year === wanted);
  if (!isThere(year)) return year;
  if (Number(today.slice(5, 7)) >= ANNOUNCED_IN_MONTH && !isThere(year + 1)) return year + 1;
  return null;
}
