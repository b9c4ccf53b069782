import { useEffect, useState } from 'react';
import { useDesk } from './session.tsx';

const MINUTE_MS = 60_000;
/** How late a minute that has begun is seen at the most. */
const LOOK_EVERY_MS = 20_000;

const minuteOf = (now: string): number => Math.floor(Date.parse(now) / MINUTE_MS);

/**
 * The present minute, counted: whoever asks is drawn anew when it is another one, and at once when a screen that slept is shown
 * again. What was in time a minute ago may be late, and what was today may be yesterday.
 */
export function useMinute(): number {
  const { clock } = useDesk().session;
  const [minute, setMinute] = useState(() => minuteOf(clock.now()));
  useEffect(() => {
    const look = () => setMinute(minuteOf(clock.now()));
    look();
    const timer = setInterval(look, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [clock]);
  return minute;
}

/** Now, ISO 8601 UTC, never older than what is drawn by the clock may be (`useMinute`). */
export function useNow(): string {
  useMinute();
  return useDesk().session.clock.now();
}
