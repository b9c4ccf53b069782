/** The one clock of page and host: tests move the host's, and the page follows by its offset. */
export interface Clock {
  /** Now, ISO 8601 UTC with milliseconds. */
  now(): string;
  setOffset(milliseconds: number): void;
}

export function createClock(offsetMs = 0): Clock {
  let offset = offsetMs;
  return {
    now: () => new Date(Date.now() + offset).toISOString(),
    setOffset: (milliseconds) => {
      offset = milliseconds;
    },
  };
}
