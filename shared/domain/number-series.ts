import { z } from 'zod';
import { isScannable } from './barcode-scan.ts';

/** Registers with a number series of their own (DOMAIN §12). */
export const REGISTERS = [
  'reception',
  'letter',
  'coordination',
  'dispatch',
  'praise',
  'mail',
  'check',
  'reply',
  'followUp',
  'handover',
  'paidService',
  'postingList',
] as const;
export const registerSchema = z.enum(REGISTERS);
export type Register = z.infer<typeof registerSchema>;

/** Prefix and width of a number; the year and, with several desks, the desk's code stand between them. */
export const numberFormatSchema = z.object({
  prefix: z.string().trim().min(1).max(10),
  digits: z.int().min(1).max(9),
});
export type NumberFormat = z.infer<typeof numberFormatSchema>;

/** Defaults of DOMAIN §12; editable in Settings. */
export const DEFAULT_NUMBER_FORMATS: Record<Register, NumberFormat> = {
  reception: { prefix: 'JD', digits: 6 },
  letter: { prefix: 'LH', digits: 4 },
  coordination: { prefix: 'XT', digits: 4 },
  dispatch: { prefix: 'PG', digits: 6 },
  praise: { prefix: 'BY', digits: 3 },
  mail: { prefix: 'YJ', digits: 4 },
  check: { prefix: 'JC', digits: 4 },
  reply: { prefix: '客函', digits: 1 },
  followUp: { prefix: 'HF', digits: 6 },
  handover: { prefix: 'JB', digits: 4 },
  paidService: { prefix: 'YC', digits: 4 },
  postingList: { prefix: 'QD', digits: 4 },
};

/** What the bar code of a reply letter begins with; its 文号 cannot be one. No register's numbers begin so. */
export const REPLY_BARCODE_PREFIX = 'KH';

/** One running series: the last serial given for a register, year and desk. */
export const seriesRecord = z.object({
  id: z.string(),
  register: registerSchema,
  year: z.int(),
  desk: z.string(),
  last: z.int().min(0),
});
export type Series = z.infer<typeof seriesRecord>;

export function seriesId(register: Register, year: number, desk: string): string {
  return `${register}/${year}/${desk}`;
}

/**
 * Year a number is drawn in: the local year of entering, never before the latest year the series has reached, so that a
 * clock set back cannot reopen a finished year.
 */
export function numberYear(localYear: number, latestYear: number): number {
  return Math.max(localYear, latestYear);
}

/** Whether the desk's code stands in a register's numbers; letters of the house go out under one series (DOMAIN §5). */
function namesDesk(register: Register, severalDesks: boolean): boolean {
  return severalDesks && register !== 'reply';
}

/**
 * Year and serial of the next number (DOMAIN §12: no twins, never reused). Where the code of the desk does not stand in the
 * text, the series of every desk count: a code that was changed must not begin at 1 again.
 */
export function nextInSeries(
  register: Register,
  place: { localYear: number; desk: string; severalDesks: boolean },
  given: readonly Series[],
): { year: number; serial: number } {
  const ownOnly = namesDesk(register, place.severalDesks);
  const counted = given.filter((row) => row.register === register && (!ownOnly || row.desk === place.desk));
  const year = numberYear(place.localYear, Math.max(0, ...counted.map((row) => row.year)));
  const last = Math.max(0, ...counted.filter((row) => row.year === year).map((row) => row.last));
  return { year, serial: last + 1 };
}

export type NumberFormats = Record<Register, NumberFormat>;
export type PrefixProblem =
  | { problem: 'prefixTaken'; register: Register; takenBy: Register }
  /** Ends like `-2026`: with several desks its numbers could read like those of another prefix. */
  | { problem: 'prefixEndsInYear'; register: Register }
  /** The paper of the register could not carry its numbers as a bar code that a scan brings back. */
  | { problem: 'prefixNotScannable'; register: Register };

/** The same to whoever reads the number aloud or types it. */
function samePrefix(left: string, right: string): boolean {
  return left.normalize('NFKC').trim().toUpperCase() === right.normalize('NFKC').trim().toUpperCase();
}

/**
 * What stands against these formats: a prefix belongs to one register, and stays its own once it has been (DOMAIN §12), for
 * a number must lead to one record only; and a bar code must be able to carry it, but for the 文号 of replies, which have one
 * beside it.
 * @param former every format that was ever in force
 */
export function prefixProblem(formats: NumberFormats, former: readonly NumberFormats[]): PrefixProblem | null {
  for (const register of REGISTERS) {
    const { prefix } = formats[register];
    if (/-\d{4}$/.test(prefix.normalize('NFKC').trim())) return { problem: 'prefixEndsInYear', register };
    if (samePrefix(prefix, REPLY_BARCODE_PREFIX)) return { problem: 'prefixTaken', register, takenBy: 'reply' };
    const others = REGISTERS.filter((other) => other !== register);
    const takenBy = others.find((other) => [formats, ...former].some((held) => samePrefix(held[other].prefix, prefix)));
    if (takenBy !== undefined) return { problem: 'prefixTaken', register, takenBy };
    // One that is in force from before this was asked keeps nobody from changing something else.
    const isNew = !former.some((held) => held[register].prefix === prefix);
    if (register !== 'reply' && isNew && !isScannable(prefix.trim())) return { problem: 'prefixNotScannable', register };
  }
  return null;
}

/**
 * The text of a number, e.g. `JD-2026-000123`; with several desks `JD-2026-B-000123`. A serial longer than the width is
 * written in full. Reply letters use the official form 客函〔2026〕12号 without leading zeros.
 */
export function formatNumber(
  register: Register,
  format: NumberFormat,
  parts: { year: number; desk: string; serial: number; severalDesks: boolean },
): string {
  if (register === 'reply') return `${format.prefix}〔${parts.year}〕${parts.serial}号`;
  const serial = String(parts.serial).padStart(format.digits, '0');
  const pieces = [format.prefix, String(parts.year), ...(namesDesk(register, parts.severalDesks) ? [parts.desk] : []), serial];
  return pieces.join('-');
}
