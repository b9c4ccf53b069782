import type { HostApi } from '../../../shared/contract/host-calls.ts';
import { FailureError } from '../../../shared/contract/result.ts';
import type { BookDatabase } from '../database.ts';
import { failureOf } from '../store-failure.ts';
import { clearDoubt, noteDoubt } from './doubtful-store.ts';
import { checkAside } from './check-aside.ts';
import type { CheckRequest } from './check-messages.ts';

/** `unread` until the database has been read through once. */
export type StoreState = 'unread' | 'whole' | 'damaged';

export interface StoreWatch {
  state(): StoreState;
  /** Calls back after each look, until what it answers is called. */
  subscribe(tell: () => void): () => void;
  /** Reads the database through now. Never rejects. */
  look(): Promise<void>;
}

interface StoreWatchInput {
  database: BookDatabase;
  host: Pick<HostApi, 'freeSpace'>;
  /** Sequence of the last operation stored. */
  stored(): number;
  /** What the store says of damage; `''` for none. Another in tests. */
  read?: (request: CheckRequest) => Promise<string>;
}

/** What says nothing of damage: a rule of ours, a transaction given up, a full disk, which is told elsewhere. */
const HARMLESS = new Set(['ConstraintError', 'AbortError', 'QuotaExceededError']);

/**
 * Looks after the browser's store while the desk runs: whenever it fails, and when the desk asks for it, all of it is read. A
 * store that cannot be read keeps its mark (`doubtful-store.ts`), and the next start leads to the recovery screen; everything
 * saved is in the journal.
 */
export function watchStore({ database, host, stored, read = checkAside }: StoreWatchInput): StoreWatch {
  const listeners = new Set<() => void>();
  let state: StoreState = 'unread';
  let looking: Promise<void> | null = null;

  async function lookOnce(): Promise<void> {
    const detail = await read({ database: database.name, operations: stored() });
    if (detail === '') {
      clearDoubt(database.name);
      state = 'whole';
    } else if ((await failureOf(host, new FailureError('storeError', { detail }))).code !== 'diskFull') {
      noteDoubt(database.name);
      state = 'damaged';
    }
    for (const tell of listeners) tell();
  }

  function look(): Promise<void> {
    // What could not be looked at stays as doubtful as it was.
    looking ??= lookOnce()
      .catch(() => undefined)
      .finally(() => {
        looking = null;
      });
    return looking;
  }

  function hear(event: Event): void {
    if (!tellsOfDamage(event)) return;
    noteDoubt(database.name);
    void look();
  }

  const connection = database.backendDB();
  // Dexie keeps them from bubbling up.
  for (const type of ['error', 'abort', 'close']) connection.addEventListener(type, hear, { capture: true });

  return {
    state: () => state,
    subscribe: (tell) => {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    look,
  };
}

/** Whether an event of the connection is one of damage. The browser closes it by itself only where the store is gone or damaged. */
export function tellsOfDamage({ type, target }: Pick<Event, 'type' | 'target'>): boolean {
  if (type === 'close') return true;
  const error: unknown = target !== null && 'error' in target ? target.error : null;
  return error instanceof DOMException && !HARMLESS.has(error.name);
}
