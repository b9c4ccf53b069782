import { addDays } from './due-time.ts';

/** Day of the week of a `YYYY-MM-DD` date by ISO 8601: Monday 1 … Sunday 7. */
export function isoWeekday(date: string): number {
  const day = new Date(`${date}T00:00:00Z`).getUTCDay();
  return day === 0 ? 7 : day;
}

/** The Monday of the date's week. */
export function mondayOf(date: string): string {
  return addDays(date, 1 - isoWeekday(date));
}

/** ISO 8601 week of a date, e.g. `2026-W48`. The week belongs to the year its Thursday lies in. */
export function isoWeek(date: string): string {
  const thursday = addDays(mondayOf(date), 3);
  const year = thursday.slice(0, 4);
  const days = (Date.parse(`${thursday}T00:00:00Z`) - Date.parse(`${year}-01-01T00:00:00Z`)) / 86_400_000;
  return `${year}-W${String(Math.floor(days / 7) + 1).padStart(2, '0')}`;
}

/** The Monday an ISO week `YYYY-Www` begins on. 4 January always lies in week 1. */
export function mondayOfWeek(week: string): string {
  const [year = '', number = ''] = week.split('-W');
  return addDays(mondayOf(`${year}-01-04`), (Number(number) - 1) * 7);
}

/** `count` weeks from the date's week on. */
export function weeksFrom(date: string, count: number): string[] {
  const monday = mondayOf(date);
  return Array.from({ length: count }, (_, index) => isoWeek(addDays(monday, index * 7)));
}
