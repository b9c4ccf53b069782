import { z } from 'zod';
import type { JournalLine } from '../../shared/contract/host-calls.ts';
import { lineHash } from '../../shared/journal/line.ts';
import { refuse } from './refuse.ts';
import { openStateFile } from './state-file.ts';

/**
 * After a restore on another PC the journal is empty and nobody was ever unlocked here, but the lines up to the
 * snapshot's are lawful: a snapshot that was read whole and whose hash fits vouches for its book up to its last line.
 */
export interface Adoption {
  /** A whole, checked snapshot was handed to the page while the journal was empty, or a person chose to rewrite it. */
  offer(snapshot: { book: string; sequence: number; hash: string }): Promise<void>;
  /** Whether the snapshot vouches for this line. Fails with `journalDiverged` when its last line is another one. */
  admits(line: JournalLine, book: string): boolean;
  /** What a snapshot vouches for at present; `null` when nothing. */
  offered(): Offer | null;
  clear(): Promise<void>;
}

export const offerSchema = z.object({ book: z.string(), sequence: z.number(), hash: z.string() }).nullable();
type Offer = NonNullable<z.infer<typeof offerSchema>>;

export async function openAdoption(file: string): Promise<Adoption> {
  const state = await openStateFile(file, offerSchema, null);
  return {
    offer: async ({ book, sequence, hash }) => {
      if (sequence > 0) await state.write({ book, sequence, hash });
    },
    admits: (line, book) => {
      const offer = state.read();
      if (offer === null || offer.book !== book || line.sequence > offer.sequence) return false;
      if (line.sequence === offer.sequence && lineHash(line) !== offer.hash) {
        refuse('journalDiverged', { sequence: line.sequence });
      }
      return true;
    },
    offered: state.read,
    clear: async () => {
      if (state.read() !== null) await state.write(null);
    },
  };
}
