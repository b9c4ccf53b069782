import { z } from 'zod';
import { openStateFile, type StateFile } from './state-file.ts';
import { FailureError } from '../../shared/contract/result.ts';
import { rm } from 'node:fs/promises';
import type { ChainEnd } from './journal-segment.ts';

/** Its file beside the journal's. */
export const VERIFIED = 'verified.json';

const verifiedSchema = z.record(
  z.string(),
  z.object({
    bytes: z.number(),
    mtimeMs: z.number(),
    end: z.object({ sequence: z.number(), hash: z.string(), book: z.string(), lastAt: z.string() }),
  }),
);
type Verified = z.infer<typeof verifiedSchema>;

/**
 * Remembers which closed files of the journal were checked line by line, by size and time of change. It only spares
 * work at the start: without it, or with a file that differs, every line is checked again, and all are anyway a while
 * after the start. It decides nothing about where the journal ends.
 */
export interface VerifiedSegments {
  endOf(name: string, bytes: number, mtimeMs: number): ChainEnd | null;
  remember(name: string, bytes: number, mtimeMs: number, end: ChainEnd): void;
  forget(): void;
  /** Writes what was remembered; failures are of no consequence. */
  save(): Promise<void>;
}

export async function openVerifiedSegments(file: string): Promise<VerifiedSegments> {
  const state = await openOrDiscard(file);
  let known: Verified = state.read();
  let changed = false;
  return {
    endOf: (name, bytes, mtimeMs) => {
      const entry = known[name];
      return entry !== undefined && entry.bytes === bytes && entry.mtimeMs === mtimeMs ? entry.end : null;
    },
    remember: (name, bytes, mtimeMs, end) => {
      known = { ...known, [name]: { bytes, mtimeMs, end } };
      changed = true;
    },
    forget: () => {
      known = {};
      changed = true;
    },
    save: async () => {
      if (!changed) return;
      await state.write(known).catch(() => undefined);
      changed = false;
    },
  };
}

async function openOrDiscard(file: string): Promise<StateFile<Verified>> {
  try {
    return await openStateFile<Verified>(file, verifiedSchema, {});
  } catch (error) {
    if (!(error instanceof FailureError)) throw error;
    await rm(file, { force: true });
    return openStateFile<Verified>(file, verifiedSchema, {});
  }
}
