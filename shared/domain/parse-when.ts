import { instantOf, localDateOf } from './due-time.ts';

/** Calendar dates as people type them: `2026-11-20`, `11-20`, `1120`, `11月20日`, `2026年11月20日`, `20261120`. */
export function parseLocalDate(text: string, today: string): string | null {
  const plain = text.normalize('NFKC').trim();
  const digits = /^(\d{4})(\d{2})(\d{2})$/.exec(plain) ?? /^()(\d{2})(\d{2})$/.exec(plain);
  const parts = digits ?? /^(?:(\d{4})[-/.年])?(\d{1,2})[-/.月](\d{1,2})日?$/.exec(plain);
  if (parts === null) return null;
  const [, year = '', month = '', day = ''] = parts;
  const date = `${year === '' ? today.slice(0, 4) : year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const read = new Date(`${date}T00:00:00Z`);
  return Number.isNaN(read.getTime()) || read.toISOString().slice(0, 10) !== date ? null : date;
}

/** Wall-clock times as people type them: `8:02`, `0802`, `8`, `8点02`, `08：02`. Returns `HH:mm`. */
export function parseLocalTime(text: string): string | null {
  const plain = text.normalize('NFKC').trim();
  const parts = /^(\d{1,2})(?:[:.时点h](\d{1,2})?分?)?$/.exec(plain) ?? /^(\d{1,2})(\d{2})$/.exec(plain);
  if (parts === null) return null;
  const hour = Number(parts[1]);
  const minute = Number(parts[2] ?? 0);
  if (hour > 23 || minute > 59) return null;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

/** A date and time, or a time of today, as typed at the desk; ISO 8601 UTC, `null` when it cannot be read. */
export function parseLocalDateTime(text: string, now: string, zone: string): string | null {
  const today = localDateOf(now, zone);
  const plain = text.normalize('NFKC').trim();
  const [first = '', second] = plain.split(/[\sT]+/);
  if (second !== undefined) {
    const date = parseLocalDate(first, today);
    const time = parseLocalTime(second);
    return date === null || time === null ? null : instantOf(date, time, zone);
  }
  const time = parseLocalTime(first);
  return time === null ? null : instantOf(today, time, zone);
}
