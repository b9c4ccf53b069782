import { isReprint, printInput } from '../../../shared/domain/print-log.ts';
import { defineOperation, nothingToPrepare } from '../perform.ts';

/**
 * Enters a printout in the print log before it goes to paper: what, of which record, by whom, how many copies. Whether it
 * repeats an earlier one is decided here, so that the sheet can say so.
 */
export const recordPrint = defineOperation({
  name: 'record-print',
  input: printInput,
  tables: ['prints', 'coordinationForms', 'praises'],
  prepare: nothingToPrepare,
  async run(context, input) {
    const earlier = input.recordId === '' ? [] : await context.database.prints.where('recordId').equals(input.recordId).toArray();
    const entry = await context.put('prints', {
      ...context.newRecord(),
      ...input,
      by: context.actorId,
      at: context.now,
      reprint: isReprint(input, earlier),
      supersededAt: '',
    });
    if (input.printout === 'coordinationForm' && input.recordId !== '') {
      const form = await context.get('coordinationForms', input.recordId);
      await context.put('coordinationForms', { ...form, timesPrinted: form.timesPrinted + 1 });
    }
    if (input.table === 'praises' && input.recordId !== '') {
      const praise = await context.get('praises', input.recordId);
      await context.put('praises', { ...praise, timesPrinted: praise.timesPrinted + 1 });
    }
    return entry.id;
  },
});
