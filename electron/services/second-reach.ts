import { refuse } from './refuse.ts';
import { createSerial } from './serial.ts';

/**
 * Work on the second folder that never keeps the desk waiting for good. A share whose server is gone holds each call into it for
 * minutes, or for ever, and with it one of the few threads that all files are read and written with.
 * Failures: those of the work, `secondFolderSilent`.
 */
export interface SecondReach {
  /** A look, short in each step. One at a time: several that hang would take every thread, the journal's too. */
  look<Value>(work: (alive: () => void) => Promise<Value>): Promise<Value>;
  /**
   * Long work that gives a sign of life with each step; before it begins, a look tells whether anybody answers. What was given
   * up ends at its next sign of life, which fails.
   */
  carry<Value>(first: () => Promise<void>, work: (alive: () => void) => Promise<Value>): Promise<Value>;
}

/** How long the second folder may be silent: a disk that sleeps answers a look within this time. */
export interface Silence {
  lookMs: number;
  /** A share may take minutes to write down for good what it was given of a large file. */
  stepMs: number;
}
const SILENCE: Silence = { lookMs: 20_000, stepMs: 300_000 };

export function createSecondReach({ lookMs, stepMs } = SILENCE): SecondReach {
  const inTurn = createSerial();
  /** What was given up and still hangs. Until it ends the folder is not asked again. */
  const hanging = new Set<Promise<unknown>>();

  async function watched<Value>(silentMs: number, work: (alive: () => void) => Promise<Value>): Promise<Value> {
    if (hanging.size > 0) refuse('secondFolderSilent');
    let timer: NodeJS.Timeout | undefined;
    let givenUp = false;
    let giveUp: () => void = () => undefined;
    const silence = new Promise<'silent'>((resolve) => {
      giveUp = () => {
        givenUp = true;
        resolve('silent');
      };
    });
    const alive = (): void => {
      if (givenUp) refuse('secondFolderSilent');
      clearTimeout(timer);
      timer = setTimeout(giveUp, silentMs).unref();
    };
    alive();
    const working = work(alive);
    const ended = await Promise.race([working.then(() => 'done' as const), silence]).finally(() => clearTimeout(timer));
    if (ended === 'done') return working;
    hanging.add(working);
    const over = (): void => void hanging.delete(working);
    working.then(over, over);
    return refuse('secondFolderSilent');
  }

  function look<Value>(work: (alive: () => void) => Promise<Value>): Promise<Value> {
    return inTurn(() => watched(lookMs, work));
  }

  return {
    look,
    carry: async (first, work) => {
      await look(first);
      return watched(stepMs, work);
    },
  };
}
