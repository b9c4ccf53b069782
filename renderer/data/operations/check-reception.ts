import { z } from 'zod';
import { defineOperation, nothingToPrepare } from '../perform.ts';

/** The assistant's daily reading of an entry, with a remark where something is irregular (3:3.2). */
export const checkReception = defineOperation({
  name: 'check-reception',
  input: z.object({ id: z.string().min(1), remark: z.string().max(20_000).default('') }),
  tables: ['receptions'],
  prepare: nothingToPrepare,
  async run(context, input) {
    const entry = await context.get('receptions', input.id);
    await context.put('receptions', {
      ...entry,
      checkedBy: context.actorId,
      checkedAt: context.now,
      checkRemark: input.remark,
    });
    return entry.id;
  },
});
