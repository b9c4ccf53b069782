import type { BookDatabase } from './database.ts';
import type { WriteContext } from './write-context.ts';

/** Sheets printed before a correction no longer hold (DOMAIN §15). The operation names the table `prints`. */
export async function supersedePrints(context: WriteContext, recordId: string): Promise<void> {
  const prints = await context.database.prints.where('recordId').equals(recordId).toArray();
  for (const print of prints) {
    if (print.supersededAt === '') await context.put('prints', { ...print, supersededAt: context.now });
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
