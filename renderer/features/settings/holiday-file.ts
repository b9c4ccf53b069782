import names from '../../../resources/holiday-names.json';
import { addDays } from '../../../shared/domain/due-time.ts';
import { holidayYearSchema, type HolidayYear } from '../../../shared/domain/working-days.ts';

export interface HolidayFileProblem {
  code: 'notJson' | 'dateOutsideYear' | 'dateTwice' | 'noHolidays' | 'noYear' | 'badDate' | 'shape';
  /** Place in the file, e.g. `holidays.3.date`. */
  where: string;
}

export type HolidayFile = { ok: true; table: HolidayYear } | { ok: false; problem: HolidayFileProblem };

/** Reads a holiday table from a file's text; says what is wrong and where. */
export function readHolidayFile(text: string): HolidayFile {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return { ok: false, problem: { code: 'notJson', where: '' } };
  }
  const checked = holidayYearSchema.safeParse(parsed);
  if (checked.success) return { ok: true, table: checked.data };
  const issue = checked.error.issues[0];
  const where = issue?.path.join('.') ?? '';
  if (issue?.message === 'dateOutsideYear' || issue?.message === 'dateTwice' || issue?.message === 'noHolidays') {
    return { ok: false, problem: { code: issue.message, where } };
  }
  if (where === 'year') return { ok: false, problem: { code: 'noYear', where } };
  return { ok: false, problem: { code: where.endsWith('date') ? 'badDate' : 'shape', where } };
}

export interface HolidayRange {
  name: string;
  from: string;
  until: string;
  days: number;
  makeUp: string[];
}

/** Days off of one name that follow each other; the make-up days of that name stand with the first of them. */
export function holidayRanges(table: Pick<HolidayYear, 'holidays' | 'makeUpDays'>): HolidayRange[] {
  const ranges: HolidayRange[] = [];
  for (const day of table.holidays.toSorted((left, right) => left.date.localeCompare(right.date))) {
    const last = ranges.at(-1);
    if (last !== undefined && last.name === day.name && addDays(last.until, 1) === day.date) {
      last.until = day.date;
      last.days += 1;
    } else {
      const goesOn = ranges.some(({ name }) => name === day.name);
      const makeUp = goesOn ? [] : table.makeUpDays.filter((other) => other.name === day.name).map((other) => other.date);
      ranges.push({ name: day.name, from: day.date, until: day.date, days: 1, makeUp });
    }
  }
  return ranges;
}

type PublicHoliday = keyof typeof names;

/** The public holidays as the tables that ship call them (chinese-days), and as the State Council's notices do. */
const PUBLIC_HOLIDAYS: readonly (readonly [PublicHoliday, readonly string[]])[] = [
  ['newYear', names.newYear],
  ['springFestival', names.springFestival],
  ['qingming', names.qingming],
  ['labourDay', names.labourDay],
  ['dragonBoat', names.dragonBoat],
  ['midAutumn', names.midAutumn],
  ['nationalDay', names.nationalDay],
];

/** Which public holiday a table calls so, for its name in either language; `undefined` for any other name, which stands as it was written. */
export function publicHoliday(name: string): PublicHoliday | undefined {
  return PUBLIC_HOLIDAYS.find(([, written]) => written.includes(name))?.[0];
}
