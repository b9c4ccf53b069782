// @vitest-environment happy-dom
import { importInto } from 'dexie-export-import';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { printInput } from '../../shared/domain/print-log.ts';
import { sampleDesk, type SampleDesk } from '../../tests/support/sample-desk.ts';
import { openTestDatabase } from '../../tests/support/test-databases.ts';
import { recordTables, type BookDatabase } from './database.ts';
import { defineOperation, nothingToPrepare } from './perform.ts';
import { lookAtBook } from './snapshot-text.ts';

const SUPERVISOR = '沈国华';

const printed = printInput.parse({ printout: 'blankForm', table: 'receptions', recordId: '', recordNumber: '' });

type Change = { do: 'put' | 'remove'; serial: number; word: string; failed: boolean };

/** Writes or removes print log rows: the table with a field that may be missing. */
const changePrints = defineOperation({
  name: 'go-back-to-snapshot',
  input: z.array(z.custom<Change>()),
  tables: ['prints'],
  prepare: nothingToPrepare,
  run: async (context, changes) => {
    for (const change of changes) {
      const id = `print-${String(change.serial).padStart(2, '0')}`;
      if (change.do === 'remove') await context.remove('prints', id);
      else {
        const print = { ...context.newRecord(), ...printed, id, printer: change.word, by: context.actorId, at: context.now };
        await context.put('prints', { ...print, reprint: false, supersededAt: '', ...(change.failed ? { failedAt: context.now } : {}) });
      }
    }
    return 'print';
  },
});

async function dump(database: BookDatabase): Promise<Record<string, unknown[]>> {
  const rows: Record<string, unknown[]> = {};
  for (const name of ['operations', ...recordTables(database)]) rows[name] = await database.table(name).orderBy(':id').toArray();
  return rows;
}

async function restored(text: string): Promise<Record<string, unknown[]>> {
  const database = await openTestDatabase();
  await importInto(database, new Blob([text]), { acceptVersionDiff: true, acceptNameDiff: true, acceptMissingTables: true });
  return dump(database);
}

async function write({ as }: SampleDesk, changes: readonly Change[]): Promise<void> {
  expect(await as(SUPERVISOR, changePrints, [...changes])).toBe('');
}

const change = fc.record({
  do: fc.constantFrom('put', 'put', 'remove'),
  serial: fc.integer({ min: 0, max: 9 }),
  word: fc.constantFrom('一', '二'),
  failed: fc.boolean(),
});
const put = (serial: number, failed: boolean): Change => ({ do: 'put', serial, word: '一', failed });
const operation = fc.array(change, { minLength: 1, maxLength: 3 });

it('is the book as it stood at the start, whatever is written, changed and removed while it is read', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(operation, { maxLength: 4 }), fc.array(operation, { maxLength: 60 }), async (first, meanwhile) => {
      const desk = await sampleDesk();
      const { database } = desk.session;
      for (const changes of first) await write(desk, changes);
      const before = await dump(database);
      const looking = lookAtBook(database, 3);
      // Some while it counts, the others one at a time while it writes.
      for (const changes of meanwhile.slice(0, 5)) await write(desk, changes);
      const book = await looking;
      const left = meanwhile.slice(5);
      const pieces: string[] = [];
      for await (const piece of book.text()) {
        pieces.push(piece);
        const next = piece.includes('"tableName"') || piece === ']}' ? undefined : left.shift();
        if (next !== undefined) await write(desk, next);
      }
      expect(await restored(pieces.join(''))).toEqual(before);
      expect(book.sequence).toBe(before['operations']?.length);
      expect(book.rowCounts).toEqual(Object.fromEntries(Object.entries(before).map(([name, rows]) => [name, rows.length])));
    }),
    {
      numRuns: 15,
      examples: [
        // A row that got a field it did not have, and was then removed.
        [[[put(4, false)]], [[put(4, true)], [{ ...put(4, false), do: 'remove' }, put(0, false)]]],
        // One that was removed, came again with a field it had not had, and was changed.
        [[[put(4, false)]], [[{ ...put(4, false), do: 'remove' }], [put(4, true)], [{ ...put(4, true), word: '二' }]]],
      ],
    },
  );
});

it('contradicts its own counts never: a row that went without an operation ends it', async () => {
  const desk = await sampleDesk();
  await write(desk, [put(1, false), put(2, false)]);
  const { database } = desk.session;
  const book = await lookAtBook(database, 3);
  await database.prints.delete('print-01');
  const writing = (async () => {
    for await (const piece of book.text()) expect(piece).not.toBe('');
  })();
  await expect(writing).rejects.toMatchObject({ failure: { code: 'snapshotDamaged', parameters: { name: 'prints' } } });
});
