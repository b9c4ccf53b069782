import { z } from 'zod';
import { FailureError } from '../../../shared/contract/result.ts';
import { addHours } from '../../../shared/domain/due-time.ts';
import { promiseInput } from '../../../shared/domain/promise.ts';
import { defineOperation, nothingToPrepare } from '../perform.ts';

/** Adds a promise to an entry of the log after the event: another reply, another message, another call-back. Fails with `alreadyClosed`. */
export const addPromise = defineOperation({
  name: 'add-promise',
  input: promiseInput
    .extend({ receptionId: z.string().min(1) })
    // A message waits for somebody: without a name nobody could pass it on (2:3.1.4).
    .refine(({ kind, forPersonId, forName }) => kind !== 'message' || forPersonId !== '' || forName !== '', {
      error: 'required',
      path: ['forName'],
    }),
  tables: ['promises', 'receptions'],
  prepare: nothingToPrepare,
  async run(context, input) {
    const { receptionId, ...fields } = input;
    const entry = await context.get('receptions', receptionId);
    if (entry.state === 'closed') throw new FailureError('alreadyClosed');
    const promise = await context.put('promises', {
      ...context.newRecord(),
      ...fields,
      dueAt: fields.dueAt === '' ? addHours(context.now, context.requireSettings().rules.promiseHours) : fields.dueAt,
      sourceTable: 'receptions',
      sourceId: entry.id,
      sourceNumber: entry.number,
      state: 'open',
      attempts: [],
      settledAt: '',
      settledBy: '',
      result: '',
    });
    return promise.id;
  },
});
