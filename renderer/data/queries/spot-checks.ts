import type { CoordinationForm } from '../../../shared/domain/coordination-form.ts';
import type { FollowUp } from '../../../shared/domain/follow-up.ts';
import type { BookDatabase } from '../database.ts';

/**
 * Spot checks of another department's form, oldest first (4:职权2). They have no index by form: those since its work was done
 * are looked through, for nobody is asked before.
 */
export async function spotChecksOf(database: BookDatabase, form: Pick<CoordinationForm, 'id' | 'doneAt'>): Promise<FollowUp[]> {
  if (form.doneAt === '') return [];
  return database.followUps
    .where('at')
    .aboveOrEqual(form.doneAt)
    .filter((followUp) => followUp.formId === form.id)
    .sortBy('at');
}
