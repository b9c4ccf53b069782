import { z } from 'zod';
import { FailureError } from '../../../shared/contract/result.ts';
import { localDateOf } from '../../../shared/domain/due-time.ts';
import { mayAnswerCalls } from '../../../shared/domain/person.ts';
import { promiseNeeded, receptionInput } from '../../../shared/domain/reception.ts';
import { canonicalUnit } from '../../../shared/domain/unit-notation.ts';
import { defineOperation } from '../perform.ts';
import { createPromise, receptionKeys } from './log-reception.ts';

export const changeReceptionInput = receptionInput.extend({ id: z.string().min(1) });

/**
 * Completes or corrects an entry. What is closed or was read by the assistant is corrected only with a reason
 * (DOMAIN §15): `reasonMissing` otherwise. Further failures: `notCleared` (a visit to somebody not cleared becomes a call,
 * 2:3.1.7), `inTheFuture`.
 */
export const changeReception = defineOperation({
  name: 'change-reception',
  input: changeReceptionInput,
  tables: ['receptions', 'promises'],
  prepare: (input) => receptionKeys(input),
  async run(context, input, keys) {
    const before = await context.get('receptions', input.id);
    if ((before.state === 'closed' || before.checkedAt !== '') && context.reason.trim() === '') throw new FailureError('reasonMissing');
    if (input.channel === 'call' && before.channel !== 'call') {
      // Whoever has left since was cleared then, or was not.
      const taker = await context.get('people', before.takenBy);
      if (!mayAnswerCalls({ ...taker, active: true })) throw new FailureError('notCleared');
    }
    const occurredAt = input.occurredAt === '' ? before.occurredAt : input.occurredAt;
    if (occurredAt > context.now) throw new FailureError('inTheFuture', { field: 'occurredAt' });
    const entry = await context.put('receptions', {
      ...before,
      ...input,
      unit: canonicalUnit(input.unit),
      occurredAt,
      occurredOn: localDateOf(occurredAt, context.requireSettings().desk.zone),
      // A decision was taken on a complaint; what is no complaint any more has none.
      complaint: input.category === 'complaint' ? before.complaint : null,
      keys,
    });
    const promised = await context.database.promises.where('sourceId').equals(entry.id).toArray();
    const needed = promiseNeeded(entry);
    if (needed !== null && entry.state === 'open' && !promised.some((promise) => promise.kind === needed)) {
      await createPromise(context, entry, { dueAt: '', putOffForId: '' });
    }
    return entry.id;
  },
});
