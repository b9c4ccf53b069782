import { z } from 'zod';
import { knownNumber, knownNumberOf } from '../../../shared/domain/known-number.ts';
import { receptionInput, type Reception } from '../../../shared/domain/reception.ts';
import type { DraftRow } from '../../data/database.ts';
import { restoreFields } from '../../ui/restore-fields.ts';

/** What the entry form holds: the entry, and what the form alone knows. */
const receptionFormValues = receptionInput.extend({
  putOffForId: z.string().default(''),
  promiseDueAt: z.string().default(''),
  takenBy: z.string().default(''),
  /** Why a settled entry is changed. */
  reason: z.string().default(''),
  /** Where the numbers came from that nobody typed here. */
  callingNumberFrom: knownNumber.nullable().default(null),
  numberLeftFrom: knownNumber.nullable().default(null),
});
export type ReceptionValues = z.output<typeof receptionFormValues>;

/** What the number of a call or visit is called: a visitor calls from none. */
export const NUMBER_LABEL = { call: 'field.callingNumber', visit: 'field.phone', outgoing: 'field.calledNumber' } as const;

/** Values of a form as they were kept; a call where they do not say. */
function restoreValues(kept: Record<string, unknown>): ReceptionValues {
  return restoreFields(receptionFormValues, receptionFormValues.parse({ channel: 'call' }), kept);
}

/** What an entry itself says, by the fields of the form that changes it. */
export function ownValues(entry: Reception): object {
  return { ...receptionInput.parse(entry), takenBy: entry.takenBy };
}

/** What the form of a change begins with: the entry, and what was kept of a half-filled change over it. */
export function changeStart(entry: Reception, draft: Pick<DraftRow, 'values'>): ReceptionValues {
  const begun = receptionFormValues.parse({
    ...ownValues(entry),
    callingNumberFrom: knownNumberOf('receptions', entry, 'callingNumber', entry.callingNumber),
    numberLeftFrom: knownNumberOf('receptions', entry, 'numberLeft', entry.numberLeft),
  });
  return restoreFields(receptionFormValues, begun, draft.values);
}

/**
 * A half-filled form as it was left. What somebody else began was answered by them, whoever saves it (2:3.1.7): that is said in
 * its field, where it can be put right.
 */
export function restoreDraft({ values, by: [beganBy = ''] = [] }: Pick<DraftRow, 'values' | 'by'>, personId: string): ReceptionValues {
  const kept = restoreValues(values);
  return kept.takenBy !== '' || beganBy === personId ? kept : { ...kept, takenBy: beganBy };
}
