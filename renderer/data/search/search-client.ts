import type { SearchGroup } from './book-search.ts';
import { searchAnswer, type SearchRequest } from './search-messages.ts';

/** Hits by register, or why there are none: a later search has overtaken this one, or the worker cannot search. */
export type SearchOutcome = SearchGroup[] | 'overtaken' | 'failed';

export interface SearchClient {
  /** At most `limit` hits of each register. Always answers. */
  search(typed: string, limit: number): Promise<SearchOutcome>;
  /** Begins anew after a failure: another worker, which reads the book again. */
  restart(): void;
  end(): void;
}

/** What a client needs of a worker. */
export interface SearchWorker {
  postMessage(message: SearchRequest): void;
  addEventListener(type: string, listener: (event: Event) => void): void;
  terminate(): void;
}

/** Longer than the slowest PC reads the largest book: a worker that says nothing for so long is gone. */
const LONGEST_SEARCH_MS = 60_000;

interface Waiting {
  resolve(outcome: SearchOutcome): void;
  timer: ReturnType<typeof setTimeout>;
}

/** Keeps a search worker on a database; it reads the book while the page goes on. */
export function createSearchClient(database: string, startWorker: () => SearchWorker): SearchClient {
  const waiting = new Map<number, Waiting>();
  let latest = 0;
  let worker = open();

  /** The worker, or `null` from the moment it is known to be of no use. */
  function open(): SearchWorker | null {
    const started = startWorker();
    const stop = () => {
      if (worker === started) giveUp();
    };
    started.addEventListener('error', stop);
    started.addEventListener('messageerror', stop);
    started.addEventListener('message', (event) => {
      const answer = searchAnswer.safeParse(event instanceof MessageEvent ? event.data : undefined);
      if (!answer.success) return stop();
      answered(answer.data.id, answer.data.groups ?? 'failed');
    });
    // A worker has no origin to name.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    started.postMessage({ kind: 'open', database });
    return started;
  }

  function answered(id: number, outcome: SearchOutcome): void {
    const asked = waiting.get(id);
    if (asked === undefined) return;
    waiting.delete(id);
    clearTimeout(asked.timer);
    asked.resolve(id === latest ? outcome : 'overtaken');
  }

  function giveUp(): void {
    worker?.terminate();
    worker = null;
    for (const id of waiting.keys()) answered(id, 'failed');
  }

  return {
    search: (typed, limit) =>
      new Promise((resolve) => {
        latest += 1;
        waiting.set(latest, { resolve, timer: setTimeout(giveUp, LONGEST_SEARCH_MS) });
        if (worker === null) answered(latest, 'failed');
        // A worker has no origin to name.
        // oxlint-disable-next-line unicorn/require-post-message-target-origin
        else worker.postMessage({ kind: 'find', id: latest, typed, limit });
      }),
    restart: () => {
      giveUp();
      worker = open();
    },
    end: giveUp,
  };
}
