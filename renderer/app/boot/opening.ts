import type { BookState, HostApi, HostDescription } from '../../../shared/contract/host-calls.ts';
import { valueOf } from '../../../shared/contract/result.ts';

/** What must be known before the book can be opened. Asked for while the page itself is still being loaded. */
export interface Opening {
  host: HostApi;
  description: Promise<HostDescription>;
  /** The write lease; `null` when another window has the desk. */
  lease: Promise<string | null>;
  /** What is on disk; `null` when another window has the desk. */
  state: Promise<BookState | null>;
  /** The stores of this profile; asking wakes the browser's part of them, which takes its time. */
  stores: Promise<readonly IDBDatabaseInfo[]>;
}

/** The page before a reload lets go of the desk a moment after this one asks for it. */
const LEASE_TRIES = 6;
const LEASE_RETRY_MS = 500;

async function holdWebLock(): Promise<boolean> {
  return new Promise((resolve) => {
    void navigator.locks.request('qiantai-desk', { ifAvailable: true }, (lock) => {
      resolve(lock !== null);
      // Held for the life of the page: the browser releases it when the page is gone, however it ends.
      return lock === null ? undefined : new Promise(() => {});
    });
  });
}

/** The lease and what is on disk, which counts only with it. */
interface Taken {
  token: string;
  state: Promise<BookState>;
}

/**
 * The browser's lock first, so that a second tab never takes the host's lease from the first. What is on disk is asked for in
 * one breath with the lease: the host looks while this page is still being run, which would send a second question late.
 */
async function takeDesk(host: HostApi): Promise<Taken | null> {
  let locked = false;
  for (let attempt = 0; attempt < LEASE_TRIES; attempt += 1) {
    if (attempt > 0) await new Promise((resolve) => setTimeout(resolve, LEASE_RETRY_MS));
    locked ||= await holdWebLock();
    if (!locked) continue;
    const lease = host.takeLease();
    const state = host.openBook().then(valueOf);
    state.catch(() => undefined);
    const answer = valueOf(await lease);
    if ('token' in answer) return { token: answer.token, state };
  }
  return null;
}

/** Begins what the boot gate needs. What fails is heard by whoever waits for it. */
export function beginOpening(host: HostApi): Opening {
  const description = host.describeHost().then(valueOf);
  const desk = takeDesk(host);
  const lease = desk.then((taken) => taken?.token ?? null);
  const state = desk.then((taken) => taken?.state ?? null);
  const stores = indexedDB.databases();
  for (const answer of [description, lease, state, stores]) answer.catch(() => undefined);
  return { host, description, lease, state, stores };
}
