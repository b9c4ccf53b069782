import { performance } from 'node:perf_hooks';
import { FailureError } from '../../shared/contract/result.ts';

/** The one clock of host and page. Only a test build can move it. */
export interface Clock {
  /** Milliseconds since 1970, as the desk's calendar shows it; steps when somebody sets the PC's clock. */
  now(): number;
  /** Milliseconds that only ever grow: for spans (lease, slowing of PINs), which a set clock must not stretch. */
  monotonic(): number;
  offsetMs(): number;
  /** Fails with `notATestBuild` outside test builds. */
  set(at: string): void;
}

/** @param startAt ISO time a test build begins with; `''` for the PC's own. Ignored outside test builds. */
export function createClock(testBuild: boolean, startAt = ''): Clock {
  let offset = 0;
  const clock: Clock = {
    now: () => Date.now() + offset,
    monotonic: () => performance.now(),
    offsetMs: () => offset,
    set: (at) => {
      if (!testBuild) throw new FailureError('notATestBuild');
      offset = Date.parse(at) - Date.now();
    },
  };
  if (testBuild && startAt !== '') clock.set(startAt);
  return clock;
}
