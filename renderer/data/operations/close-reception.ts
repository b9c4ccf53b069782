import { z } from 'zod';
import { FailureError } from '../../../shared/contract/result.ts';
import { closingGaps } from '../../../shared/domain/reception.ts';
import { defineOperation, nothingToPrepare } from '../perform.ts';

/**
 * Closes an entry with its result. Fails with `missingForClosing` (the first gap) while the procedures still ask for
 * something, `alreadyClosed` when somebody was quicker.
 */
export const closeReception = defineOperation({
  name: 'close-reception',
  input: z.object({ id: z.string().min(1), result: z.string().max(20_000).default('') }),
  tables: ['receptions', 'promises'],
  prepare: nothingToPrepare,
  async run(context, input) {
    const entry = await context.get('receptions', input.id);
    if (entry.state === 'closed') throw new FailureError('alreadyClosed');
    const promises = await context.database.promises.where('sourceId').equals(entry.id).toArray();
    const [gap] = closingGaps(entry, promises);
    if (gap !== undefined) throw new FailureError('missingForClosing', { gap });
    await context.put('receptions', { ...entry, state: 'closed', closedAt: context.now, result: input.result });
    return entry.id;
  },
});
