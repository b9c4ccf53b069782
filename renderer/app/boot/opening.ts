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

/** The browser's lock first, so that a second tab never takes the host's lease from the first. */
async function takeLease(host: HostApi): Promise<string | null> {
  let locked = false;
  for (let attempt = 0; attempt < LEASE_TRIES; attempt += 1) {
    if (attempt > 0) await new Promise((resolve) => setTimeout(resolve, LEASE_RETRY_MS));
    locked ||= await holdWebLock();
    if (!locked) continue;
    const answer = valueOf(await host.takeLease());
    if ('token' in answer) return answer.token;
  }
  return null;
}

/** Begins what the boot gate needs. What fails is heard by whoever waits for it. */
export function beginOpening(host: HostApi): Opening {
  const description = host.describeHost().then(valueOf);
  const lease = takeLease(host);
  const state = lease.then(async (token) => (token === null ? null : valueOf(await host.openBook())));
  const stores = indexedDB.databases();
  for (const answer of [description, lease, state, stores]) answer.catch(() => undefined);
  return { host, description, lease, state, stores };
}
