import { z } from 'zod';
import { cameOut } from '../../../shared/domain/print-log.ts';
import { defineOperation, nothingToPrepare } from '../perform.ts';

/**
 * Says that an entered print never reached the paper (no printer, window closed): it stays in the log as tried, and the
 * next one is no reprint.
 */
export const reportFailedPrint = defineOperation({
  name: 'report-failed-print',
  input: z.object({ id: z.string().min(1).max(64) }),
  tables: ['prints'],
  prepare: nothingToPrepare,
  async run(context, input) {
    const entry = await context.get('prints', input.id);
    if (cameOut(entry)) await context.put('prints', { ...entry, failedAt: context.now });
    return entry.id;
  },
});
