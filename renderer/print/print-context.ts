/** Language of a printout, chosen apart from the screen's. */
export type PrintLanguage = 'zh' | 'en';

/** What every printout says beside its records. */
export interface PrintContext {
  language: PrintLanguage;
  estateName: string;
  companyName: string;
  /** Name of whoever prints. */
  printedBy: string;
  /** Instant of printing, UTC ISO 8601. */
  printedAt: string;
  /** IANA zone of the desk, e.g. `Asia/Shanghai`: every instant on paper is shown in it. */
  timeZone: string;
  /** The sample estate's papers are marked as such. */
  sample: boolean;
  /** A copy beside the original. */
  copy: boolean;
  /** How many times this paper had been printed before: 0 for the first print. */
  reprint: number;
  /** The record was corrected after this state of it was printed (DOMAIN §15). */
  superseded: boolean;
}

function parts(instant: string, timeZone: string): Map<string, string> {
  const format = new Intl.DateTimeFormat('en', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'longOffset',
  });
  return new Map(format.formatToParts(new Date(instant)).map((part) => [part.type, part.value]));
}

/**
 * A moment as forms and registers show it in both languages: a date `YYYY-MM-DD` as it is, an instant as
 * `YYYY-MM-DD HH:mm` in the desk's zone, nothing for `''`.
 */
export function formatMoment(moment: string, timeZone: string): string {
  if (!moment.includes('T')) return moment;
  const at = parts(moment, timeZone);
  return `${at.get('year')}-${at.get('month')}-${at.get('day')} ${at.get('hour')}:${at.get('minute')}`;
}

/** The desk's zone at that instant as an offset, e.g. `UTC+08:00`. */
export function formatZone(instant: string, timeZone: string): string {
  return (parts(instant, timeZone).get('timeZoneName') ?? '').replace('GMT', 'UTC');
}

/** A letter's date: `2026年1月5日`, `5 January 2026`. */
export function formatLetterDate(date: string, language: PrintLanguage): string {
  if (date === '') return '';
  const locale = { zh: 'zh-CN', en: 'en-GB' }[language];
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`));
}
