import { localDateOf, localTimeOf } from '../../shared/domain/due-time.ts';

/** `2026-11-23 08:02` in the desk's zone; `''` for an unknown instant. */
export function formatDateTime(at: string, zone: string): string {
  return at === '' ? '' : `${localDateOf(at, zone)} ${localTimeOf(at, zone)}`;
}

/** Time only when it is today's, else date and time. */
export function formatShortTime(at: string, now: string, zone: string): string {
  if (at === '') return '';
  return localDateOf(at, zone) === localDateOf(now, zone) ? localTimeOf(at, zone) : formatDateTime(at, zone);
}
