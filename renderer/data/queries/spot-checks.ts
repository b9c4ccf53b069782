import type { FollowUp } from '../../../shared/domain/follow-up.ts';
import type { BookDatabase } from '../database.ts';

/** Spot checks of another department's form, oldest first (4:职权2). */
export function spotChecksOf(database: BookDatabase, formId: string): Promise<FollowUp[]> {
  return database.followUps.where('formId').equals(formId).sortBy('at');
}
