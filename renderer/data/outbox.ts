import type { HostApi, JournalLine } from '../../shared/contract/host-calls.ts';
import type { Failure } from '../../shared/contract/result.ts';
import type { BookDatabase, OperationRow } from './database.ts';
import { failureOf, isStoreError } from './store-failure.ts';

/** What the status line shows: *stored* up to `stored`, *saved* (journal line on disk) up to `saved`. */
export interface OutboxState {
  stored: number;
  saved: number;
  /** Why the safety copy is missing at present; `null` when it is not. */
  failure: Failure | null;
}

export interface Outbox {
  state(): OutboxState;
  subscribe(listener: () => void): () => void;
  /** Tells it that this operation is committed; sends what is missing. */
  stored(row: OperationRow): void;
  /** Resolves once the operation's journal line is on disk, however many tries that takes. */
  whenSaved(sequence: number): Promise<void>;
  retryNow(): void;
  stop(): void;
}

const BATCH = 200;
const FIRST_RETRY_MS = 1000;
const LAST_RETRY_MS = 30_000;

export function toJournalLine(row: OperationRow): JournalLine {
  return { sequence: row.sequence, previousHash: row.previousHash, payloadHash: row.payloadHash, payload: row.payload };
}

/**
 * Hands every operation above the host's last to the journal, in order. It is no table: what is to be sent is what the
 * database has and the journal lacks, so nothing can be forgotten in between.
 */
export function createOutbox(database: BookDatabase, host: HostApi, lease: string, start: { stored: number; saved: number }): Outbox {
  let state: OutboxState = { ...start, failure: null };
  let sending = false;
  let stopped = false;
  let retryMs = FIRST_RETRY_MS;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const listeners = new Set<() => void>();
  const waiting: { sequence: number; resolve: () => void }[] = [];
  // Just committed and next in turn: sent without being read again. Everything else is read from the database.
  let fresh: OperationRow | null = null;

  function change(next: Partial<OutboxState>): void {
    state = { ...state, ...next };
    for (let index = waiting.length - 1; index >= 0; index -= 1) {
      const waiter = waiting[index];
      if (waiter !== undefined && waiter.sequence <= state.saved) {
        waiting.splice(index, 1);
        waiter.resolve();
      }
    }
    tell();
  }

  function tell(): void {
    for (const listener of listeners) listener();
  }

  function missing(): Promise<OperationRow[]> {
    return database.operations.where('sequence').above(state.saved).limit(BATCH).toArray();
  }

  async function sendBatch(): Promise<boolean> {
    if (stopped) return false;
    const rows = fresh?.sequence === state.saved + 1 ? [fresh] : await missing();
    fresh = null;
    if (rows.length === 0) return false;
    const answer = await host.appendLines({ lease, lines: rows.map(toJournalLine) });
    if (answer.ok) {
      retryMs = FIRST_RETRY_MS;
      change({ saved: answer.value.sequence, failure: null });
      return true;
    }
    change({ failure: answer.error });
    timer = setTimeout(() => void send(), retryMs);
    retryMs = Math.min(retryMs * 2, LAST_RETRY_MS);
    return false;
  }

  /** What is to be sent is read from our own store first: where that failed, the host is no reason to look for. */
  async function whatFailed(error: unknown): Promise<Failure> {
    if (!isStoreError(error)) return { code: 'hostUnreachable' };
    return failureOf(host, error).catch(() => ({ code: 'storeError', parameters: { detail: String(error) } }));
  }

  async function send(): Promise<void> {
    if (sending || stopped) return;
    sending = true;
    clearTimeout(timer);
    try {
      while (state.saved < state.stored && (await sendBatch()));
    } catch (error) {
      change({ failure: await whatFailed(error) });
      timer = setTimeout(() => void send(), retryMs);
      retryMs = Math.min(retryMs * 2, LAST_RETRY_MS);
    } finally {
      sending = false;
    }
  }

  if (start.saved < start.stored) void send();

  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stored: (row) => {
      fresh = row;
      state = { ...state, stored: Math.max(state.stored, row.sequence) };
      // On its way to the disk before anybody is told: listeners draw.
      void send();
      tell();
    },
    whenSaved: (sequence) => (sequence <= state.saved ? Promise.resolve() : new Promise((resolve) => waiting.push({ sequence, resolve }))),
    retryNow: () => {
      retryMs = FIRST_RETRY_MS;
      void send();
    },
    stop: () => {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
