import { z } from 'zod';
import { knownNumber } from '../../../shared/domain/known-number.ts';
import { receptionInput } from '../../../shared/domain/reception.ts';

/** What the entry form holds: the entry, and what the form alone knows. */
export const receptionFormValues = receptionInput.extend({
  putOffForId: z.string().default(''),
  promiseDueAt: z.string().default(''),
  takenBy: z.string().default(''),
  /** Where the numbers came from that nobody typed here. */
  callingNumberFrom: knownNumber.nullable().default(null),
  numberLeftFrom: knownNumber.nullable().default(null),
});
export type ReceptionValues = z.output<typeof receptionFormValues>;

/** What the number of a call or visit is called: a visitor calls from none. */
export const NUMBER_LABEL = { call: 'field.callingNumber', visit: 'field.phone', outgoing: 'field.calledNumber' } as const;

/** Values of a half-filled form as they were kept; what no longer fits is left out rather than losing the rest. */
export function restoreValues(kept: Record<string, unknown>): ReceptionValues {
  const whole = receptionFormValues.safeParse({ channel: 'call', ...kept });
  if (whole.success) return whole.data;
  const wrong = new Set(whole.error.issues.map((issue) => String(issue.path[0])));
  const rest = Object.fromEntries(Object.entries(kept).filter(([key]) => !wrong.has(key)));
  return receptionFormValues.parse({ channel: 'call', ...rest });
}
