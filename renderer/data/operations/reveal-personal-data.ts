import { z } from 'zod';
import { BUSINESS_TABLES } from '../database.ts';
import { defineOperation, nothingToPrepare } from '../perform.ts';

/** Logs that a masked number was shown in full, and why (DOMAIN §15). It changes no row: the operation is the log. */
export const revealPersonalData = defineOperation({
  name: 'reveal-personal-data',
  input: z.object({
    table: z.enum(BUSINESS_TABLES),
    recordId: z.string().min(1),
    field: z.string().min(1).max(60),
    /** The open item that made it one's own business, or the words typed. */
    why: z.string().trim().min(1, 'required').max(300),
  }),
  tables: [],
  prepare: nothingToPrepare,
  run: (context, input) => {
    context.note(input.table, input.recordId, `${input.field}: ${input.why}`);
    return Promise.resolve(input.recordId);
  },
});
