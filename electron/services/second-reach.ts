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
  /** The host closes: what is under way ends at its next sign of life. Answers whether all of it did, or some call still hangs. */
  end(): Promise<boolean>;
}

/** How long the second folder may be silent: a disk that sleeps answers a look within this time. */
export interface Silence {
  lookMs: number;
  /** A share may take minutes to write down for good what it was given of a large file. */
  stepMs: number;
  /** Nobody waits longer for a host to close. */
  endMs: number;
}
const SILENCE: Silence = { lookMs: 20_000, stepMs: 300_000, endMs: 3000 };

export function createSecondReach({ lookMs, stepMs, endMs } = SILENCE): SecondReach {
  const inTurn = createSerial();
  /** What was given up and still hangs. Until it ends the folder is not asked again. */
  const hanging = new Set<Promise<unknown>>();
  const running = new Set<Promise<unknown>>();
  let ended = false;

  async function watched<Value>(silentMs: number, work: (alive: () => void) => Promise<Value>): Promise<Value> {
    if (hanging.size > 0 || ended) refuse('secondFolderSilent');
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
      if (givenUp || ended) refuse('secondFolderSilent');
      clearTimeout(timer);
      timer = setTimeout(giveUp, silentMs).unref();
    };
    alive();
    const working = work(alive);
    running.add(working);
    const over = (): void => {
      running.delete(working);
      hanging.delete(working);
    };
    working.then(over, over);
    const outcome = await Promise.race([working.then(() => 'done' as const), silence]).finally(() => clearTimeout(timer));
    if (outcome === 'done') return working;
    hanging.add(working);
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
    end: async () => {
      ended = true;
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise((resolve) => {
        timer = setTimeout(resolve, endMs);
      });
      await Promise.race([Promise.allSettled(running), late]);
      clearTimeout(timer);
      return running.size === 0;
    },
  };
}
