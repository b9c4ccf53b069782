import { z } from 'zod';
import type { Clock } from './clock.ts';
import { isSystemError } from './durable-file.ts';
import type { Faults } from './faults.ts';
import { openStateFile } from './state-file.ts';

/** Slows guessing: counts wrong tries per secret, on disk, so that neither a restart nor a set clock wipes them. */
export interface WrongTries {
  /** Milliseconds before the next try is looked at; 0 when it may be now. */
  waitMs(key: string): number;
  /** Counted before the secret is looked at: pulling the plug after a wrong try must not give it back. */
  begin(key: string): Promise<void>;
  succeeded(key: string): Promise<void>;
}

const triesSchema = z.record(z.string(), z.object({ count: z.int(), lastAt: z.number() }));
type Tries = z.infer<typeof triesSchema>;

/** Three tries for clumsy fingers, then longer and longer: four digits at the last step would take a year and a half. */
const FREE_TRIES = 3;
const WAITS_MS = [5_000, 15_000, 30_000, 60_000, 300_000];

/** The wait that follows so many wrong tries. */
export function waitAfter(count: number): number {
  if (count < FREE_TRIES) return 0;
  return WAITS_MS[Math.min(count - FREE_TRIES, WAITS_MS.length - 1)] ?? 0;
}

export async function openWrongTries(file: string, clock: Clock, faults: Faults): Promise<WrongTries> {
  const state = await openStateFile<Tries>(file, triesSchema, {});
  // Within one run the span is measured by the clock that nobody can set.
  const monotonic = new Map<string, number>();
  let tries = state.read();

  /** Counts in memory where the disk takes nothing: a full disk must neither lock everybody out nor stop the counting. */
  async function keep(next: Tries): Promise<void> {
    tries = next;
    try {
      faults.reach('desk');
      await state.write(next);
    } catch (error) {
      if (!isSystemError(error)) throw error;
    }
  }

  return {
    waitMs: (key) => {
      const entry = tries[key];
      if (entry === undefined) return 0;
      const wait = waitAfter(entry.count);
      const since = monotonic.get(key);
      const passed = since === undefined ? clock.now() - entry.lastAt : clock.monotonic() - since;
      if (passed >= 0) return Math.max(0, Math.ceil(wait - passed));
      // A clock set back since then proves nothing: the whole wait begins anew, here and now, however far ahead it had stood.
      monotonic.set(key, clock.monotonic());
      return wait;
    },
    begin: async (key) => {
      const count = (tries[key]?.count ?? 0) + 1;
      monotonic.set(key, clock.monotonic());
      await keep({ ...tries, [key]: { count, lastAt: clock.now() } });
    },
    succeeded: async (key) => {
      monotonic.delete(key);
      const { [key]: _gone, ...rest } = tries;
      await keep(rest);
    },
  };
}
