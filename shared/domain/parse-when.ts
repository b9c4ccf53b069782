import { addDays, instantOf, localDateOf } from './due-time.ts';

/** Where a date without a year is looked for: what has happened, what is to happen, or either. */
export type Lean = 'past' | 'future' | 'nearest';

/** Days named from today, as said at a desk. */
const NAMED_DAYS: ReadonlyMap<string, number> = new Map([
  ['前天', -2],
  ['昨天', -1],
  ['昨日', -1],
  ['yesterday', -1],
  ['今天', 0],
  ['今日', 0],
  ['today', 0],
  ['明天', 1],
  ['明日', 1],
  ['tomorrow', 1],
  ['后天', 2],
]);

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
] as const;

/** Year, month and day of a date whose month is named in English: `20 Nov`, `20th of November 2026`, `Nov 20, 2026`. */
function partsOfNamedMonth(text: string): [year: string, month: string, day: string] | null {
  const dayFirst = /^(?<day>\d{1,2})(?:st|nd|rd|th)?[\s-]*(?:of\s+)?(?<month>[a-z]{3,9})\.?(?:[\s,-]*(?<year>(?:19|20)\d{2}))?$/;
  const monthFirst = /^(?<month>[a-z]{3,9})\.?[\s-]*(?<day>\d{1,2})(?:st|nd|rd|th)?(?:[\s,-]+(?<year>(?:19|20)\d{2}))?$/;
  const found = (dayFirst.exec(text) ?? monthFirst.exec(text))?.groups;
  if (found === undefined) return null;
  const { year = '', month = '', day = '' } = found;
  const at = MONTHS.findIndex((name) => name.startsWith(month));
  return at === -1 ? null : [year, String(at + 1), day];
}

/** `null` for a day the calendar does not have. */
function dateOf(year: number, month: string, day: string): string | null {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const read = new Date(`${date}T00:00:00Z`);
  return Number.isNaN(read.getTime()) || read.toISOString().slice(0, 10) !== date ? null : date;
}

/** How much further a day on the wrong side of today is than one on the right side: a slip of days is not a year. */
const WRONG_SIDE = 4;

/** How far a date is from today, in days as the field sees them. */
function distance(date: string, today: string, lean: Lean): number {
  const days = (Date.parse(date) - Date.parse(today)) / 86_400_000;
  const wrong = (lean === 'past' && days > 0) || (lean === 'future' && days < 0);
  return Math.abs(days) * (wrong ? WRONG_SIDE : 1);
}

/**
 * Calendar dates as people type them: `2026-11-20`, `11-20`, `1120`, `11月20日`, `2026年11月20日`, `20261120`, 明天, `20 Nov`,
 * `November 20, 2026`, tomorrow.
 * Without a year it is the nearest such day, so that the turn of the year is no year away.
 */
export function parseLocalDate(text: string, today: string, lean: Lean = 'nearest'): string | null {
  const plain = text.normalize('NFKC').trim().toLowerCase();
  const named = NAMED_DAYS.get(plain);
  if (named !== undefined) return addDays(today, named);
  const digits = /^(\d{4})(\d{2})(\d{2})$/.exec(plain) ?? /^()(\d{2})(\d{2})$/.exec(plain);
  const parts = digits ?? /^(?:(\d{4})[-/.年])?(\d{1,2})[-/.月](\d{1,2})[日号]?$/.exec(plain);
  const [year = '', month = '', day = ''] = parts?.slice(1) ?? partsOfNamedMonth(plain) ?? [];
  if (month === '') return null;
  if (year !== '') return dateOf(Number(year), month, day);
  const thisYear = Number(today.slice(0, 4));
  const found = [thisYear, thisYear - 1, thisYear + 1].flatMap((one) => dateOf(one, month, day) ?? []);
  return found.toSorted((left, right) => distance(left, today, lean) - distance(right, today, lean))[0] ?? null;
}

const PARTS_OF_HOUR: Readonly<Record<string, number>> = { 半: 30, 一刻: 15, 三刻: 45 };

/** The hour of 24 that an hour of a part of the day is; `null` where the two do not go together. */
function hourOf(hour: number, part: string): number | null {
  switch (part) {
    case '':
      return hour;
    case '凌晨':
      return hour === 12 ? 0 : hour < 12 ? hour : null;
    case '早上':
    case '早晨':
    case '上午':
      return hour <= 12 ? hour : null;
    case '中午':
      if (hour >= 10) return hour;
      return hour <= 3 ? hour + 12 : null;
    case 'am':
      return hour >= 1 && hour <= 12 ? hour % 12 : null;
    case 'pm':
      return hour >= 1 && hour <= 12 ? (hour % 12) + 12 : null;
    case '下午':
      return hour <= 11 ? hour + 12 : hour;
    default:
      // Twelve at night and the small hours belong to the next day, or to this one: they are not guessed.
      if (hour > 12) return hour;
      return hour >= 5 && hour < 12 ? hour + 12 : null;
  }
}

/** Wall-clock times as people type them: `8:02`, `0802`, `8`, `8点02`, 下午3点半, `3pm`. Returns `HH:mm`. */
export function parseLocalTime(text: string): string | null {
  const plain = text.normalize('NFKC').trim().toLowerCase();
  const told = /^(凌晨|早上|早晨|上午|中午|下午|傍晚|晚上)?\s*(\d{1,2})(?:[:.时点h](\d{1,2}|半|一刻|三刻)?分?)?\s*([ap]\.?m\.?)?$/.exec(
    plain,
  );
  const parts = told ?? /^()(\d{1,2})(\d{2})$/.exec(plain);
  if (parts === null) return null;
  const [, before = '', digits = '', past = '', after = ''] = parts;
  if (before !== '' && after !== '') return null;
  const hour = hourOf(Number(digits), before === '' ? after.replaceAll('.', '') : before);
  const minute = PARTS_OF_HOUR[past] ?? Number(past);
  if (hour === null || hour > 23 || minute > 59) return null;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

/** A date and time, or a time of today, as typed at the desk; ISO 8601 UTC, `null` when it cannot be read. */
export function parseLocalDateTime(text: string, now: string, zone: string, lean: Lean = 'nearest'): string | null {
  const today = localDateOf(now, zone);
  // 昨晚8点, 今早9点: the day and the part of it in one word.
  const plain = text
    .normalize('NFKC')
    .trim()
    .replace(/^([前昨今明后])([早晚])上?/, '$1天$2上');
  const ofToday = parseLocalTime(plain);
  if (ofToday !== null) return instantOf(today, ofToday, zone);
  // The year of “20 November 2026” is no time of the 20th.
  if (parseLocalDate(plain, today, lean) !== null) return null;
  // The date ends at a space, at the T of ISO 8601, or by its own last character: 11月20日8点, 明天下午3点. There are spaces
  // in the English ones, too: the first end that leaves a date and a time counts.
  for (const end of plain.matchAll(/[天日号]|(?=\s|T\d)/g)) {
    const at = end.index + end[0].length;
    const date = parseLocalDate(plain.slice(0, at), today, lean);
    const time = parseLocalTime(plain.slice(at).replace(/^[\sT]+/, ''));
    if (date !== null && time !== null) return instantOf(date, time, zone);
  }
  return null;
}
