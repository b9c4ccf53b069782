import { z } from 'zod';
import type { Faults } from './faults.ts';
import { refuse } from './refuse.ts';
import { openStateFile } from './state-file.ts';

/** Which IndexedDB database is in force, and the barrier against programs older than the data. */
export interface BookPointer {
  database(): string;
  schemaVersion(): number;
  /** Fails with `dataNewer` when the folder has seen a newer data version: an older program changes nothing. */
  point(database: string, schemaVersion: number): Promise<void>;
  /** No database is in force any more; the barrier stays. */
  clear(): Promise<void>;
}

const pointerSchema = z.object({ database: z.string(), schemaVersion: z.int(), store: z.string() });

/**
 * @param store origin the page runs under. After a move to another host no database is in force there yet: the page
 * builds one from the journal.
 */
export async function openBookPointer(file: string, store: string, faults: Faults): Promise<BookPointer> {
  const state = await openStateFile(file, pointerSchema, { database: '', schemaVersion: 0, store });
  return {
    database: () => (state.read().store === store ? state.read().database : ''),
    schemaVersion: () => state.read().schemaVersion,
    point: async (database, schemaVersion) => {
      const highest = state.read().schemaVersion;
      if (schemaVersion < highest) refuse('dataNewer', { found: highest, known: schemaVersion });
      faults.reach('pointer');
      await state.write({ database, schemaVersion, store });
    },
    clear: () => state.write({ ...state.read(), database: '' }),
  };
}
