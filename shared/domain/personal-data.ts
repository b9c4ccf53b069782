import { z } from 'zod';
import { addDays } from './due-time.ts';
import { decision, instant, line, localDate, paragraph, recordBase, reference } from './fields.ts';

/** Personal data (DOMAIN §15): requests of a person, and what is due for erasure. */

export const DATA_REQUEST_KINDS = ['export', 'correct', 'freeze', 'unfreeze', 'erase'] as const;

export const dataRequestInput = z.object({
  kind: z.enum(DATA_REQUEST_KINDS),
  householdId: reference,
  person: line,
  phone: line,
  askedOn: localDate,
  /** How the person was known to be the one. */
  identifiedBy: line,
  wish: paragraph,
});
export type DataRequestInput = z.infer<typeof dataRequestInput>;

export const dataRequestRecord = recordBase.extend({
  ...dataRequestInput.shape,
  state: z.enum(['open', 'done', 'refused']),
  decision: decision.nullable(),
  doneAt: instant,
  doneBy: reference,
  /** Records touched, as table/id. */
  records: z.array(z.string()).default([]),
  refusedReason: paragraph,
});
export type DataRequest = z.infer<typeof dataRequestRecord>;

/** The same day `years` later; 29 February becomes the 28th. */
export function addYears(date: string, years: number): string {
  const moved = `${String(Number(date.slice(0, 4)) + years).padStart(4, '0')}${date.slice(4)}`;
  const real = new Date(`${moved}T00:00:00Z`).toISOString().slice(0, 10);
  return real === moved ? moved : addDays(real, -1);
}

export type RetentionClass = 'reception' | 'letter' | 'complaint' | 'receipt' | 'log';

/**
 * First day on which a record may be erased: so many years after it was closed [D]; `''` while it is open, which is never
 * erased by age. Receipts, letters and complaints share one limit; the log of who saw what is kept three years [P].
 */
export function erasableFrom(
  kept: RetentionClass,
  closedOn: string,
  rules: { retentionReceptionYears: number; retentionLetterYears: number },
): string {
  if (closedOn === '') return '';
  switch (kept) {
    case 'reception':
      return addYears(closedOn, rules.retentionReceptionYears);
    case 'letter':
    case 'complaint':
    case 'receipt':
      return addYears(closedOn, rules.retentionLetterYears);
    case 'log':
      return addYears(closedOn, 3);
  }
}

/** Whether a record stands on the list of what is due for erasure. */
export function isDueForErasure(erasable: string, today: string): boolean {
  return erasable !== '' && erasable <= today;
}
