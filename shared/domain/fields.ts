import { z } from 'zod';

/**
 * Building blocks of every record schema. Unknown text is `''`, never null: IndexedDB cannot index null, and a form's
 * empty field and an unknown fact are the same thing on paper.
 */

/** One line of text, trimmed; `''` when unknown. */
export const line = z.string().trim().max(300).default('');

/** Several lines of text; `''` when none. */
export const paragraph = z.string().max(20_000).default('');

/** An instant as UTC ISO 8601 with milliseconds; `''` when unknown. */
export const instant = z.union([z.literal(''), z.iso.datetime()]).default('');

/** A calendar date `YYYY-MM-DD` in the desk's zone; `''` when unknown. */
export const localDate = z.union([z.literal(''), z.iso.date()]).default('');

/** Id of another record (UUIDv7); `''` when there is none. */
export const reference = z.string().max(64).default('');

/** Money in fen (1/100 CNY), never negative. */
export const fen = z.int().min(0).max(10_000_000_000).default(0);

/** Share of a whole in tenths of a percent, or a small count. */
export const count = z.int().min(0).max(1_000_000).default(0);

/** SHA-256 names of scans kept by the host. */
export const scans = z.array(z.object({ sha256: z.string(), name: z.string().max(300), type: z.string(), bytes: z.int() })).default([]);
export type Scan = z.infer<typeof scans>[number];

/** A scan is no larger: it crosses to the host in one piece. */
export const LARGEST_SCAN_BYTES = 50 * 1024 * 1024;

/** What every stored record carries beside its register's fields. */
export const recordBase = z.object({
  id: z.string().min(1).max(64),
  createdAt: z.iso.datetime(),
  createdBy: reference,
  desk: z.string().max(20),
  changedAt: z.iso.datetime(),
});

/**
 * The number of a register's record (DOMAIN §12): register, year, desk, serial and the text as issued are all stored, so
 * that a later change of the format never changes what stands on paper.
 */
export const numbered = z.object({
  number: z.string().max(60),
  numberYear: z.int(),
  numberDesk: z.string().max(20),
  numberSerial: z.int().min(1),
});

/** Another record this one came from or leads to. */
export const link = z.object({ table: z.string(), id: z.string(), number: z.string() });
export type Link = z.infer<typeof link>;

/** A decision by somebody: at this desk with the PIN, or recorded from paper (DOMAIN §1). */
export const decision = z.object({
  decidedBy: reference,
  recordedBy: reference,
  by: z.enum(['pin', 'paper']),
  on: z.string(),
  evidence: line,
  opinion: paragraph,
});
export type Decision = z.infer<typeof decision>;

/** A department head's word (4:职责4). Words of before deputies could give one have no `onBehalfOf`. */
export const headsWord = decision.extend({
  /** Whom a deputy spoke for; `''` when `decidedBy` spoke for himself. Both names are kept. */
  onBehalfOf: z.string().max(64).optional(),
});
export type HeadsWord = z.infer<typeof headsWord>;
