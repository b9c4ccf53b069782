import { z } from 'zod';
import { FailureError } from '../../../shared/contract/result.ts';
import { mayDecideAgain } from '../../../shared/domain/letter.ts';
import { defineOperation, nothingToPrepare } from '../perform.ts';

/**
 * The assistant decides whether a complaint letter is followed up with a coordination form; decision, reason and date are
 * kept (2:3.3.2). Another decision takes the place of the first with a reason only, before a form came of it; the first stays
 * in the history. Failures: `notAComplaint`, `alreadyClosed`, `noSuchStep` (its form is out), `reasonMissing`.
 */
export const decideLetter = defineOperation({
  name: 'decide-letter',
  input: z.object({
    id: z.string().min(1),
    outcome: z.enum(['issueForm', 'noForm']),
    reason: z.string().trim().min(1, 'required').max(20_000),
  }),
  tables: ['letters'],
  prepare: nothingToPrepare,
  async run(context, input) {
    const letter = await context.get('letters', input.id);
    if (letter.category !== 'complaint') throw new FailureError('notAComplaint');
    if (letter.state === 'closed') throw new FailureError('alreadyClosed');
    if (letter.decision !== null) {
      if (!mayDecideAgain(letter)) throw new FailureError('noSuchStep', { state: letter.state, action: 'decide' });
      if (context.reason.trim() === '') throw new FailureError('reasonMissing');
    }
    await context.put('letters', {
      ...letter,
      decision: {
        outcome: input.outcome,
        decidedBy: context.actorId,
        recordedBy: context.actorId,
        by: 'pin',
        on: context.today,
        evidence: '',
        opinion: input.reason,
      },
    });
    return letter.id;
  },
});
