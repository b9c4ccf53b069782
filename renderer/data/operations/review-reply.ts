import { z } from 'zod';
import { FailureError } from '../../../shared/contract/result.ts';
import { holdsRole } from '../../../shared/domain/person.ts';
import { REVIEW_ROLES } from '../../../shared/domain/reply-letter.ts';
import { isNeeded, mayReview, voidAgreements } from '../../../shared/domain/reply-review.ts';
import { defineOperation, nothingToPrepare } from '../perform.ts';
import { stepReply } from '../reply-step.ts';
import { decisionInput, takeDecision } from '../take-decision.ts';
import { representedBy } from '../represented.ts';

export const reviewReplyInput = decisionInput.extend({
  id: z.string().min(1).max(64),
  as: z.enum([...REVIEW_ROLES, 'marketingManager']),
  departmentId: z.string().max(64).default(''),
  /** Whom a deputy speaks for; `''` when who decides speaks for himself. */
  onBehalfOf: z.string().max(64).default(''),
  outcome: z.enum(['agree', 'return']),
});

/**
 * A reviewer's word on the very text as it stands: agrees, or returns it with an opinion (1:3.3); the marketing manager
 * returns it from approval. A return voids every agreement given. Failures: `noSuchStep`, `notReviewer`, `reviewNotNeeded`,
 * `opinionMissing`, those of `representedBy` and `takeDecision`.
 */
export const reviewReply = defineOperation({
  name: 'review-reply',
  input: reviewReplyInput,
  tables: ['replies', 'departments'],
  prepare: nothingToPrepare,
  async run(context, input) {
    const letter = await context.get('replies', input.id);
    const { as, departmentId, onBehalfOf, outcome } = input;
    const { speaker, evidence } = await representedBy(context, input);
    const next = stepReply(letter, outcome, [as]);
    if (as === 'marketingManager') {
      // Only ever a return: the table lets the manager approve, not agree.
      if (!holdsRole(speaker, as)) throw new FailureError('notReviewer', { name: speaker.name });
    } else {
      const needed = { as, departmentId: as === 'departmentHead' ? departmentId : '' };
      if (!isNeeded(letter, needed)) throw new FailureError('reviewNotNeeded');
      const departments = await context.database.departments.toArray();
      if (!mayReview(speaker, needed, departments)) throw new FailureError('notReviewer', { name: speaker.name });
    }
    if (outcome === 'return' && input.opinion.trim() === '') throw new FailureError('opinionMissing');
    const review = {
      ...takeDecision(context, { ...input, evidence }),
      as,
      departmentId: as === 'departmentHead' ? departmentId : '',
      onBehalfOf,
      outcome,
      textHash: letter.textHash,
      voidedAt: '',
    };
    const reviews = outcome === 'return' ? voidAgreements(letter.reviews, context.now) : letter.reviews;
    await context.put('replies', { ...next, reviews: [...reviews, review] });
    return letter.id;
  },
});
