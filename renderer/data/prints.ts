import type { BookDatabase } from './database.ts';
import type { PrintInput } from '../../shared/domain/print-log.ts';
import type { WriteContext } from './write-context.ts';

/** Sheets printed before a correction no longer hold (DOMAIN §15). The operation names the table `prints`. */
export async function supersedePrints(context: WriteContext, recordId: string): Promise<void> {
  const prints = await context.database.prints.where('recordId').equals(recordId).toArray();
  for (const print of prints) {
    if (print.supersededAt === '') await context.put('prints', { ...print, supersededAt: context.now });
  }
}

/** Counts a printing on its record, or takes back one that never reached the paper. The operation names the tables. */
export async function countPrinting(context: WriteContext, print: Pick<PrintInput, 'printout' | 'recordId'>, by: 1 | -1): Promise<void> {
  if (print.recordId === '') return;
  const count = (timesPrinted: number) => Math.max(0, timesPrinted + by);
  switch (print.printout) {
    case 'coordinationForm': {
      const form = await context.get('coordinationForms', print.recordId);
      await context.put('coordinationForms', { ...form, timesPrinted: count(form.timesPrinted) });
      return;
    }
    case 'postingList': {
      const list = await context.get('postingLists', print.recordId);
      await context.put('postingLists', { ...list, timesPrinted: count(list.timesPrinted) });
      return;
    }
    case 'praiseCover':
    case 'praiseNotice': {
      const praise = await context.get('praises', print.recordId);
      await context.put('praises', { ...praise, timesPrinted: count(praise.timesPrinted) });
      return;
    }
    case 'dispatchTicket': {
      const order = await context.get('dispatchOrders', print.recordId);
      await context.put('dispatchOrders', { ...order, timesPrinted: count(order.timesPrinted) });
      return;
    }
    default:
  }
}

/** How many sheets of a record are out there that no longer hold. */
export function countSuperseded(database: BookDatabase, recordId: string): Promise<number> {
  return database.prints
    .where('recordId')
    .equals(recordId)
    .filter((print) => print.supersededAt !== '')
    .count();
}
