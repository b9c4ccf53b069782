import { FailureError } from '../../../shared/contract/result.ts';
import { isReprint, printInput } from '../../../shared/domain/print-log.ts';
import { mayLeaveTheHouse } from '../../../shared/domain/reply-review.ts';
import { defineOperation, nothingToPrepare } from '../perform.ts';
import { countPrinting } from '../prints.ts';

/**
 * Enters a printout in the print log before it goes to paper: what, of which record, by whom, how many copies. Whether it
 * repeats an earlier one is decided here, so that the sheet can say so. Failures: `notApproved` (a reply letter whose text is
 * not the approved one is printed as a draft only, 1:3.4).
 */
export const recordPrint = defineOperation({
  name: 'record-print',
  input: printInput,
  tables: ['prints', 'coordinationForms', 'dispatchOrders', 'praises', 'replies', 'postingLists'],
  prepare: nothingToPrepare,
  async run(context, input) {
    if (input.printout === 'replyLetter') {
      const letter = await context.get('replies', input.recordId);
      if (!mayLeaveTheHouse(letter) || letter.state === 'withdrawn') throw new FailureError('notApproved');
    }
    const earlier = input.recordId === '' ? [] : await context.database.prints.where('recordId').equals(input.recordId).toArray();
    const entry = await context.put('prints', {
      ...context.newRecord(),
      ...input,
      by: context.actorId,
      at: context.now,
      reprint: isReprint(input, earlier),
      supersededAt: '',
    });
    await countPrinting(context, input, 1);
    return entry.id;
  },
});
