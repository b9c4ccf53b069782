import { z } from 'zod';
import { FailureError } from '../../../shared/contract/result.ts';
import { holdsRole } from '../../../shared/domain/person.ts';
import { completionGround, currentPosting } from '../../../shared/domain/reply-delivery.ts';
import { postedAt } from '../../../shared/domain/reply-steps.ts';
import { defineOperation, nothingToPrepare } from '../perform.ts';
import { stepReply } from '../reply-step.ts';
import { decisionInput, takeDecision } from '../take-decision.ts';

/**
 * A letter is complete when the customer has it, by phone or by signature, or on the supervisor's word with a reason
 * (DOMAIN §5). Failures: `noSuchStep`, `groundMissing`, `notSupervisor`, `opinionMissing`, those of `takeDecision`.
 */
export const completeReply = defineOperation({
  name: 'complete-reply',
  input: z.object({ id: z.string().min(1).max(64), supervisorsWord: decisionInput.nullable().default(null) }),
  tables: ['replies'],
  prepare: nothingToPrepare,
  async run(context, input) {
    const letter = await context.get('replies', input.id);
    const next = stepReply(letter, 'complete', context.actor?.roles ?? []);
    const word = input.supervisorsWord;
    const ground = completionGround(letter, word, postedAt(letter, context.requireSettings().desk.zone));
    if (ground === null) throw new FailureError(word === null ? 'groundMissing' : 'opinionMissing');
    if (ground !== 'supervisor' || word === null) {
      await context.put('replies', { ...next, completion: { ground, on: context.today, by: context.actorId, supervisorsWord: null } });
      return letter.id;
    }
    const supervisor = await context.get('people', word.decidedBy);
    if (!holdsRole(supervisor, 'supervisor')) throw new FailureError('notSupervisor', { name: supervisor.name });
    const supervisorsWord = takeDecision(context, word, currentPosting(letter)?.postedOn);
    await context.put('replies', { ...next, completion: { ground, on: context.today, by: context.actorId, supervisorsWord } });
    return letter.id;
  },
});
