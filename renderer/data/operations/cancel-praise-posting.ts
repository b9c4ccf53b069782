import { z } from 'zod';
import { FailureError } from '../../../shared/contract/result.ts';
import { unlinkSource } from '../links.ts';
import { defineOperation, nothingToPrepare } from '../perform.ts';

/**
 * Cancels a posting that is still open; it keeps its number. The letter or entry it came from waits for its posting again.
 * Failures: `alreadyCancelled`, `alreadyClosed`.
 */
export const cancelPraisePosting = defineOperation({
  name: 'cancel-praise-posting',
  input: z.object({ id: z.string().min(1), cancelReason: z.string().trim().min(1, 'required').max(20_000) }),
  tables: ['praises', 'letters', 'receptions'],
  prepare: nothingToPrepare,
  async run(context, input) {
    const praise = await context.get('praises', input.id);
    if (praise.state === 'cancelled') throw new FailureError('alreadyCancelled');
    if (praise.state === 'closed') throw new FailureError('alreadyClosed');
    await context.put('praises', { ...praise, state: 'cancelled', cancelReason: input.cancelReason });
    await unlinkSource(context, { table: praise.sourceTable, id: praise.sourceId }, praise.id);
    return praise.id;
  },
});
