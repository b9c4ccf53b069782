import { localDateOf, localTimeOf } from '../../shared/domain/due-time.ts';

/** `2026-11-23 08:02` in the desk's zone; `''` for an unknown instant. */
export function formatDateTime(at: string, zone: string): string {
  return at === '' ? '' : `${localDateOf(at, zone)} ${localTimeOf(at, zone)}`;
}

/** The same in the PC's zone: as long as no book is open, its desk's is not known. */
export function formatDateTimeHere(at: string): string {
  return formatDateTime(at, new Intl.DateTimeFormat().resolvedOptions().timeZone);
}

/** Time only when it is today's, else date and time. */
export function formatShortTime(at: string, now: string, zone: string): string {
  if (at === '') return '';
  return localDateOf(at, zone) === localDateOf(now, zone) ? localTimeOf(at, zone) : formatDateTime(at, zone);
}

/** Several facts of one cell of a paper register, one a line; what is not known takes none. */
export function stacked(...facts: readonly string[]): string {
  return facts.filter((fact) => fact !== '').join('\n');
}
