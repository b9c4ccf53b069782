import { useEffect, useState } from 'react';
import { z } from 'zod';
import { lastOperation, type BookDatabase } from '../../data/database.ts';
import { isClockBehind, type OpenBook } from '../boot/open-book.ts';

const LOOK_EVERY_MS = 60_000;

const entry = z.object({ at: z.string() });

/** When the last entry of the book was made; `''` where that was erased, or there is none. */
async function lastEntryAt(database: BookDatabase): Promise<string> {
  const payload = (await lastOperation(database))?.payload ?? null;
  return payload === null ? '' : entry.parse(JSON.parse(payload)).at;
}

/**
 * Whether the PC's clock stands before an entry of the book. Looked at while the desk is open: a clock is set back, and right
 * again, without a start.
 */
export function useClockBack(book: Pick<OpenBook, 'clock' | 'database' | 'lastEntryAt'>): boolean {
  const [isBack, setIsBack] = useState(() => isClockBehind(book.clock.now(), book.lastEntryAt));
  useEffect(() => {
    // What is entered while the clock is behind must not hide that it is.
    let latest = book.lastEntryAt;
    async function look(): Promise<void> {
      const at = await lastEntryAt(book.database);
      if (at > latest) latest = at;
      setIsBack(isClockBehind(book.clock.now(), latest));
    }
    // A store that cannot be read is told by whoever needs it.
    const timer = setInterval(() => void look().catch(() => undefined), LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [book]);
  return isBack;
}
