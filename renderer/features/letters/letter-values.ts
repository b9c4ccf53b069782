import { z } from 'zod';
import { knownNumber, phoneOf } from '../../../shared/domain/known-number.ts';
import { letterInput, type Letter } from '../../../shared/domain/letter.ts';
import type { DraftRow } from '../../data/database.ts';
import { restoreFields } from '../../ui/restore-fields.ts';

/** What the letter's form holds: the letter, where its phone came from, and why a settled one is corrected. */
const letterValues = letterInput.extend({ phoneFrom: knownNumber.nullable().default(null), reason: z.string().default('') });
export type LetterValues = z.output<typeof letterValues>;

/**
 * What the form begins with: the registered letter, or a new one that came in when the form was begun, to whoever began it; what
 * was kept of it over that. Where that is somebody else, it is said in its field, where it can be put right.
 */
export function letterStart(letter: Letter | null, draft: Pick<DraftRow, 'openedAt' | 'by' | 'values'>, personId: string): LetterValues {
  const [beganBy = ''] = draft.by ?? [];
  const begun =
    letter === null
      ? letterValues.parse({ receivedAt: draft.openedAt, receivedBy: beganBy === personId ? '' : beganBy })
      : { ...letterInput.parse(letter), phoneFrom: phoneOf('letters', letter), reason: '' };
  return restoreFields(letterValues, begun, draft.values);
}
