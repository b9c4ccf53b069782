import { z } from 'zod';
import { addDays } from './due-time.ts';
import { instant, line, localDate, paragraph, recordBase, reference } from './fields.ts';

/** Contacts with care households 重点业户 (DOMAIN §9; 5:7). */

export const careContactInput = z.object({
  householdId: z.string().min(1).max(64),
  at: instant,
  by: reference,
  how: z.enum(['visit', 'call']).default('visit'),
  spokenTo: line,
  found: paragraph,
  orderId: reference,
  orderNumber: line,
  nextOn: localDate,
});
export type CareContactInput = z.infer<typeof careContactInput>;
export const careContactRecord = recordBase.extend({ ...careContactInput.shape });
export type CareContact = z.infer<typeof careContactRecord>;

const CARE_DAYS = { daily: 1, weekly: 7, fortnightly: 14 } as const;

/** The next contact after one on this date; a month later is the same day, or that month's last. `''` when none is set. */
export function nextCareContactOn(on: string, every: '' | 'daily' | 'weekly' | 'fortnightly' | 'monthly'): string {
  if (every === '') return '';
  if (every !== 'monthly') return addDays(on, CARE_DAYS[every]);
  const [year, month, day] = on.split('-').map(Number);
  if (year === undefined || month === undefined || day === undefined) return '';
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month, Math.min(day, lastDay))).toISOString().slice(0, 10);
}
