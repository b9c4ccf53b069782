import { z } from 'zod';
import { FailureError } from '../../../shared/contract/result.ts';
import { localDateOf } from '../../../shared/domain/due-time.ts';
import { correctedPromise, isPromised, promisedOf, type DeskPromise } from '../../../shared/domain/promise.ts';
import {
  changeNeedsReason,
  promiseNeeded,
  receptionInput,
  receptionRecord,
  reopenedEntry,
  type Reception,
} from '../../../shared/domain/reception.ts';
import { canonicalUnit } from '../../../shared/domain/unit-notation.ts';
import { linkFollowed } from '../links.ts';
import { defineOperation } from '../perform.ts';
import { supersedePrints } from '../prints.ts';
import { changedFields, type WriteContext } from '../write-context.ts';
import { checkTaker, createPromise, receptionKeys } from './log-reception.ts';

/** What is still owed says whom to ring as the corrected entry does; slips printed before no longer hold (DOMAIN §15). */
async function correctPromises(
  context: WriteContext,
  promises: readonly DeskPromise[],
  before: Reception,
  after: Reception,
): Promise<void> {
  for (const promise of promises.filter(({ state }) => state === 'open')) {
    const corrected = correctedPromise(promise, promisedOf(before), promisedOf(after));
    if (changedFields({ ...promise }, { ...corrected }) === null) continue;
    await context.put('promises', corrected);
    await supersedePrints(context, promise.id);
  }
}

export const changeReceptionInput = receptionInput.extend({ id: z.string().min(1), takenBy: receptionRecord.shape.takenBy });

/**
 * Completes or corrects an entry and what it still owes. What is closed or was read by the assistant is corrected only with a reason
 * (DOMAIN §15): `reasonMissing` otherwise; a complaint that waits for its decision or its form is open again. Further failures: `notCleared` (a call answered by somebody not cleared,
 * 2:3.1.7), `inTheFuture`.
 */
export const changeReception = defineOperation({
  name: 'change-reception',
  input: changeReceptionInput,
  tables: ['receptions', 'promises', 'prints'],
  prepare: (input) => receptionKeys(input),
  async run(context, input, keys) {
    const before = await context.get('receptions', input.id);
    if (changeNeedsReason(before) && context.reason.trim() === '') throw new FailureError('reasonMissing');
    const takenBy = input.takenBy === '' ? before.takenBy : input.takenBy;
    if (input.channel !== before.channel || takenBy !== before.takenBy) await checkTaker(context, input.channel, takenBy);
    const occurredAt = input.occurredAt === '' ? before.occurredAt : input.occurredAt;
    if (occurredAt > context.now) throw new FailureError('inTheFuture', { field: 'occurredAt' });
    const entry = await context.put(
      'receptions',
      reopenedEntry({
        ...before,
        ...input,
        takenBy,
        unit: canonicalUnit(input.unit),
        occurredAt,
        occurredOn: localDateOf(occurredAt, context.requireSettings().desk.zone),
        // A decision was taken on a complaint; what is no complaint any more has none.
        complaint: input.category === 'complaint' ? before.complaint : null,
        keys,
      }),
    );
    await linkFollowed(context, 'receptions', entry, { before: before.followsId, now: entry.followsId });
    const promises = await context.database.promises.where('sourceId').equals(entry.id).toArray();
    await correctPromises(context, promises, before, entry);
    const needed = promiseNeeded(entry);
    if (needed !== null && entry.state === 'open' && !isPromised(needed, promises)) {
      await createPromise(context, entry, { dueAt: '', putOffForId: '' });
    }
    return entry.id;
  },
});
