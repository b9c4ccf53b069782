import { randomUUID } from 'node:crypto';
import type { Clock } from './clock.ts';
import { refuse } from './refuse.ts';

/** The right to write: one page holds it, and a second window is told where the desk is open. */
export interface Lease {
  take(): { token: string } | { heldElsewhere: true };
  renew(token: string): boolean;
  release(token: string): void;
  /** The page is gone for certain (closed, crashed, navigated): nobody has to wait for its lease to run out. */
  drop(): void;
  /** Fails with `leaseLost`. */
  require(token: string): void;
  /** Whether a page that holds it has fallen silent, without having said that it goes. */
  isSilent(): boolean;
}

/** A page renews every few seconds; one that has been silent this long may be replaced. */
export const LEASE_MS = 15_000;

/**
 * Silence alone does not end a lease: browsers slow the timers of a hidden window, and a PC sleeps. It only lets another
 * page take over.
 */
export function createLease(clock: Clock): Lease {
  let held: { token: string; seenAt: number } | null = null;

  function isFresh(): boolean {
    return held !== null && clock.monotonic() - held.seenAt < LEASE_MS;
  }
  function renew(token: string): boolean {
    if (held === null || held.token !== token) return false;
    held.seenAt = clock.monotonic();
    return true;
  }
  return {
    take: () => {
      if (isFresh()) return { heldElsewhere: true };
      held = { token: randomUUID(), seenAt: clock.monotonic() };
      return { token: held.token };
    },
    renew,
    release: (token) => {
      if (held?.token === token) held = null;
    },
    drop: () => {
      held = null;
    },
    require: (token) => {
      if (!renew(token)) refuse('leaseLost');
    },
    isSilent: () => held !== null && !isFresh(),
  };
}
