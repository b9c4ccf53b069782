import { z } from 'zod';
import { FailureError } from '../../../shared/contract/result.ts';
import { cameOut, takeBackProblem } from '../../../shared/domain/print-log.ts';
import { defineOperation, nothingToPrepare } from '../perform.ts';
import { countPrinting } from '../prints.ts';

/**
 * Says that an entered print never reached the paper (no printer, window closed): it stays in the log as tried, is
 * not counted on its record, and the next one is no reprint. Failures: `printedByAnother`, `printedAgain`.
 */
export const reportFailedPrint = defineOperation({
  name: 'report-failed-print',
  input: z.object({ id: z.string().min(1).max(64) }),
  tables: ['prints', 'coordinationForms', 'dispatchOrders', 'praises', 'postingLists'],
  prepare: nothingToPrepare,
  async run(context, input) {
    const entry = await context.get('prints', input.id);
    if (cameOut(entry)) {
      const log = entry.recordId === '' ? [] : await context.database.prints.where('recordId').equals(entry.recordId).toArray();
      const problem = takeBackProblem(entry, context.actorId, log);
      if (problem !== null) throw new FailureError(problem);
      await context.put('prints', { ...entry, failedAt: context.now });
      await countPrinting(context, entry, -1);
    }
    return entry.id;
  },
});
