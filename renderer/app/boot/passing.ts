import { openBook, type BootOutcome, type BootStage } from './open-book.ts';
import type { Opening } from './opening.ts';

export interface Progress {
  stage: BootStage;
  done: number;
}

/** The boot gate being passed, for the screen to look at. */
export interface Passing {
  outcome: Promise<BootOutcome>;
  progress: () => Progress;
  /** Calls back at every change of the progress, until what it answers is called. */
  subscribe: (tell: () => void) => () => void;
}

/** Begins to open the book. Not left to the screen: the browser looks into its store while the screen is drawn for the first time. */
export function beginPassing(opening: Opening): Passing {
  const listeners = new Set<() => void>();
  let progress: Progress = { stage: 'lease', done: 0 };
  const outcome = openBook(opening, (stage, done = 0) => {
    progress = { stage, done };
    for (const tell of listeners) tell();
  });
  // The screen hears of a failure; it may come before there is one.
  outcome.catch(() => undefined);
  return {
    outcome,
    progress: () => progress,
    subscribe: (tell) => {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
  };
}
