import { z } from 'zod';
import { FailureError } from '../../../shared/contract/result.ts';
import { agreedOn, approvalObstacles } from '../../../shared/domain/reply-review.ts';
import { numberLink } from '../links.ts';
import { defineOperation, nothingToPrepare } from '../perform.ts';
import { representedBy } from '../represented.ts';
import { stepReply } from '../reply-step.ts';
import { decisionInput, takeDecision } from '../take-decision.ts';

export const approveReplyInput = decisionInput.extend({
  id: z.string().min(1).max(64),
  /** Whom a deputy approves for; `''` when the manager approves himself. */
  onBehalfOf: z.string().max(64).default(''),
});

/**
 * The marketing manager approves the letter (1:3.4): the text is frozen by its hash, the number is given, the letter is
 * dated on the day of approval, or of its number where the rules say so. Failures: `notApprovable` with what stands against it,
 * `noSuchStep`, those of `representedBy` and `takeDecision`.
 */
export const approveReply = defineOperation({
  name: 'approve-reply',
  input: approveReplyInput,
  tables: ['replies', 'letters', 'receptions', 'dispatchOrders', 'coordinationForms'],
  prepare: nothingToPrepare,
  async run(context, input) {
    const letter = await context.get('replies', input.id);
    const { speaker, decider, evidence } = await representedBy(context, input);
    const next = stepReply(letter, 'approve', ['marketingManager']);
    const { drafterMayApprove, letterDated } = context.requireSettings().rules;
    // Neither the manager nor a deputy may have written what they approve.
    const [obstacle] = [decider, speaker].flatMap((one) =>
      approvalObstacles(letter, { id: one.id, roles: speaker.roles, active: one.active && speaker.active }, { drafterMayApprove }),
    );
    if (obstacle !== undefined) throw new FailureError('notApprovable', { obstacle });
    const decision = takeDecision(context, { ...input, evidence }, agreedOn(letter));
    const number = await context.drawNumber('reply');
    await context.put('replies', {
      ...next,
      ...number,
      approval: { ...decision, onBehalfOf: input.onBehalfOf, textHash: letter.textHash },
      letterDate: letterDated === 'approval' ? decision.on : context.today,
    });
    for (const answer of letter.answers) {
      if (answer.table !== 'letters') {
        await numberLink(context, answer, { id: letter.id, number: number.number });
        continue;
      }
      const answered = await context.get('letters', answer.id);
      const links = answered.links.map((one) => (one.id === letter.id ? { ...one, number: number.number } : one));
      await context.put('letters', { ...answered, links, replyNumber: number.number });
    }
    return letter.id;
  },
});
