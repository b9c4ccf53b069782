import { z } from 'zod';
import { knownNumber, type PhoneFrom } from '../../../shared/domain/known-number.ts';
import { praiseInput, type PraiseInput } from '../../../shared/domain/praise-posting.ts';
import type { DraftRow } from '../../data/database.ts';
import { mergeList } from '../../ui/merge-list.ts';
import { restoreFields } from '../../ui/restore-fields.ts';

const formValues = praiseInput.extend({ phoneFrom: knownNumber.nullable(), reason: z.string().default('') });
export type PraiseValues = z.output<typeof formValues>;

const draftPhotos = formValues.pick({ photos: true });

/**
 * A kept draft on top of what the source fills in; what no longer fits is left out. Photos that were filed with the reward
 * meanwhile are not taken back by it.
 */
export function restorePraise(source: PraiseInput & PhoneFrom, { values, begun }: Pick<DraftRow, 'values' | 'begun'>): PraiseValues {
  const typed = restoreFields(formValues, { ...source, reason: '' }, values);
  const before = draftPhotos.safeParse(begun);
  if (!before.success || !('photos' in values)) return typed;
  return { ...typed, photos: mergeList(before.data.photos, typed.photos, source.photos, ({ sha256 }) => sha256) };
}
