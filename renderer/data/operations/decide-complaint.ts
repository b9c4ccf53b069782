import { z } from 'zod';
import { FailureError } from '../../../shared/contract/result.ts';
import { COMPLAINT_OUTCOMES, mayDecideComplaint } from '../../../shared/domain/reception.ts';
import { defineOperation, nothingToPrepare } from '../perform.ts';

/**
 * The assistant decides whether a complaint in the log is followed up with a coordination form (2:3.3.2). Another decision
 * takes the place of the first with a reason only, before anything came of it; the first stays in the history. Failures:
 * `notAComplaint`, `alreadyClosed`, `noSuchStep` (its form or order is out), `reasonMissing`.
 */
export const decideComplaint = defineOperation({
  name: 'decide-complaint',
  input: z.object({ id: z.string().min(1), outcome: z.enum(COMPLAINT_OUTCOMES), reason: z.string().trim().min(1, 'required').max(20_000) }),
  tables: ['receptions'],
  prepare: nothingToPrepare,
  async run(context, input) {
    const entry = await context.get('receptions', input.id);
    if (entry.category !== 'complaint') throw new FailureError('notAComplaint');
    if (entry.state === 'closed') throw new FailureError('alreadyClosed');
    if (!mayDecideComplaint(entry)) throw new FailureError('noSuchStep', { state: entry.state, action: 'decide' });
    if (entry.complaint !== null && context.reason.trim() === '') throw new FailureError('reasonMissing');
    await context.put('receptions', {
      ...entry,
      complaint: {
        outcome: input.outcome,
        decidedBy: context.actorId,
        recordedBy: context.actorId,
        by: 'pin',
        on: context.today,
        evidence: '',
        opinion: input.reason,
      },
    });
    return entry.id;
  },
});
