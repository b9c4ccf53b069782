import { z } from 'zod';
import { FailureError } from '../../../shared/contract/result.ts';
import { defineOperation, nothingToPrepare } from '../perform.ts';

/** Notes one try to reach the customer or to pass the message on; the promise stays open. */
export const tryPromise = defineOperation({
  name: 'try-promise',
  input: z.object({
    id: z.string().min(1),
    outcome: z.enum(['reached', 'notReached', 'passedOn']),
    note: z.string().max(300).default(''),
    /** When to try again; `''` leaves the due time as it is. */
    nextAt: z.union([z.literal(''), z.iso.datetime()]).default(''),
  }),
  tables: ['promises'],
  prepare: nothingToPrepare,
  async run(context, input) {
    const promise = await context.get('promises', input.id);
    if (promise.state !== 'open') throw new FailureError('alreadyClosed');
    await context.put('promises', {
      ...promise,
      dueAt: input.nextAt === '' ? promise.dueAt : input.nextAt,
      attempts: [...promise.attempts, { at: context.now, by: context.actorId, outcome: input.outcome, note: input.note }],
    });
    return promise.id;
  },
});
