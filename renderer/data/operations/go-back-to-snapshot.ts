import { z } from 'zod';
import { FailureError } from '../../../shared/contract/result.ts';
import type { TableName } from '../../../shared/domain/record-tables.ts';
import { SETTINGS_ID } from '../../../shared/domain/settings.ts';
import { BUSINESS_TABLES, lastOperation, tableOf, type BookDatabase } from '../database.ts';
import { defineOperation, type Operation } from '../perform.ts';
import type { WriteContext } from '../write-context.ts';

/**
 * Stay as they are when the book goes back: number series, so that no number is given twice; the print log, because paper
 * that left the desk is out there; the roster, because rights taken away since then must not come back.
 */
const STAYS: readonly TableName[] = ['series', 'prints', 'people'];

const goBackInput = z.object({
  /** The snapshot's last operation: the book goes back to how it stood after it. */
  sequence: z.int().min(1),
  hash: z.string().min(1),
  takenAt: z.string(),
});

type BringBack = (context: WriteContext) => Promise<void>;

/** Rows of one table as they stood then, each as a step that brings it back or takes it away. */
async function stepsFor<Name extends TableName>(then: BookDatabase, name: Name, keys: readonly string[]): Promise<BringBack[]> {
  const rows = await tableOf(then, name).bulkGet([...keys]);
  return keys.map((key, index) => {
    const row = rows[index];
    return async (context) => {
      if (row === undefined) await context.remove(name, key);
      else await context.put(name, row);
    };
  });
}

/** Keys of the rows that operations after this one have touched, by table. */
async function touchedSince(database: BookDatabase, sequence: number): Promise<Map<string, Set<string>>> {
  const touched = new Map<string, Set<string>>();
  await database.operations
    .where('sequence')
    .above(sequence)
    .each((operation) => {
      for (const record of operation.records) {
        const [table = '', ...key] = record.split('/');
        touched.set(table, (touched.get(table) ?? new Set()).add(key.join('/')));
      }
    });
  return touched;
}

interface WayBack {
  steps: BringBack[];
  /** The last operation the way back was worked out for. */
  seen: number;
}

/** Works out what has to change; the other database can only be read before the transaction opens. */
async function wayBack(database: BookDatabase, then: BookDatabase, sequence: number): Promise<WayBack> {
  const seen = (await lastOperation(database))?.sequence ?? 0;
  const touched = await touchedSince(database, sequence);
  const steps: BringBack[] = [];
  for (const name of BUSINESS_TABLES) {
    if (STAYS.includes(name)) continue;
    steps.push(...(await stepsFor(then, name, [...(touched.get(name) ?? [])])));
  }
  return { steps, seen };
}

/**
 * Takes the book back to how it stood in an earlier snapshot, as an operation like any other: nothing leaves the journal,
 * every row it changes or removes is in it, and numbers go on from the highest ever given. `then` is the snapshot's own
 * database. Failures: `snapshotNotOfThisBook`, `reasonMissing`, `changedMeanwhile`.
 */
export function goBackToSnapshot(then: BookDatabase): Operation<typeof goBackInput, WayBack> {
  return defineOperation({
    name: 'go-back-to-snapshot',
    input: goBackInput,
    tables: BUSINESS_TABLES,
    prepare: (input, database) => wayBack(database, then, input.sequence),
    async run(context, input, { steps, seen }) {
      if (context.reason.trim() === '') throw new FailureError('reasonMissing');
      const shared = await context.database.operations.get(input.sequence);
      if (shared?.hash !== input.hash) throw new FailureError('snapshotNotOfThisBook');
      if ((await lastOperation(context.database))?.sequence !== seen) throw new FailureError('changedMeanwhile');
      for (const step of steps) await step(context);
      return SETTINGS_ID;
    },
  });
}
