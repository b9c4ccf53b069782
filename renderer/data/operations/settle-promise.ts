import { z } from 'zod';
import { FailureError } from '../../../shared/contract/result.ts';
import { defineOperation, nothingToPrepare } from '../perform.ts';

/** Ends a promise: kept, or dropped; both say how or why. Fails with `alreadyClosed`. */
export const settlePromise = defineOperation({
  name: 'settle-promise',
  input: z.object({
    id: z.string().min(1),
    outcome: z.enum(['settled', 'cancelled']),
    result: z.string().trim().min(1, 'required').max(20_000),
  }),
  tables: ['promises'],
  prepare: nothingToPrepare,
  async run(context, input) {
    const promise = await context.get('promises', input.id);
    if (promise.state !== 'open') throw new FailureError('alreadyClosed');
    await context.put('promises', {
      ...promise,
      state: input.outcome,
      settledAt: context.now,
      settledBy: context.actorId,
      result: input.result,
    });
    return promise.id;
  },
});
