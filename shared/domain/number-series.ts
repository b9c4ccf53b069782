import { z } from 'zod';

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
  const pieces = [format.prefix, String(parts.year), ...(parts.severalDesks ? [parts.desk] : []), serial];
  return pieces.join('-');
}
