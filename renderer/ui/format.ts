import { localDateOf, localTimeOf } from '../../shared/domain/due-time.ts';

/** `2026-11-23 08:02` in the desk's zone; `''` for an unknown instant. */
export function formatDateTime(at: string, zone: string): string {
  return at === '' ? '' : `${localDateOf(at, zone)} ${localTimeOf(at, zone)}`;
}

/** The same in the PC's zone: as long as no book is open, its desk's is not known. */
export function formatDateTimeHere(at: string): string {
  return formatDateTime(at, new Intl.DateTimeFormat().resolvedOptions().timeZone);
}

/** Where there is little room: the time only when it is today's, the year only when it is another one. */
export function formatShortTime(at: string, now: string, zone: string): string {
  if (at === '') return '';
  const [date, today] = [localDateOf(at, zone), localDateOf(now, zone)];
  if (date === today) return localTimeOf(at, zone);
  return formatDateTime(at, zone).slice(date.slice(0, 4) === today.slice(0, 4) ? 'yyyy-'.length : 0);
}

/** A day in few words: the `word` for the present one, the year only when it is another one. */
export function formatShortDay(on: string, today: string, word: string): string {
  if (on === today) return word;
  return on.slice(0, 4) === today.slice(0, 4) ? on.slice('yyyy-'.length) : on;
}

/** Several facts of one cell of a paper register, one a line; what is not known takes none. */
export function stacked(...facts: readonly string[]): string {
  return facts.filter((fact) => fact !== '').join('\n');
}
