import type { SearchGroup } from './book-search.ts';
import { searchAnswer, type SearchRequest } from './search-messages.ts';

export interface SearchClient {
  /** Hits by register, at most `limit` each. A search overtaken by a later one answers with `null`. */
  search(typed: string, limit: number): Promise<SearchGroup[] | null>;
  end(): void;
}

/** Starts the search worker on a database; it reads the book while the page goes on. */
export function createSearchClient(database: string): SearchClient {
  const worker = new Worker(new URL('./search-worker.ts', import.meta.url), { type: 'module' });
  // A worker has no origin to name.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  const send = (request: SearchRequest) => worker.postMessage(request);
  let latest = 0;
  const waiting = new Map<number, (groups: SearchGroup[] | null) => void>();

  worker.addEventListener('message', (event: MessageEvent<unknown>) => {
    const answer = searchAnswer.parse(event.data);
    waiting.get(answer.id)?.(answer.id === latest ? answer.groups : null);
    waiting.delete(answer.id);
  });
  send({ kind: 'open', database });

  return {
    search: (typed, limit) =>
      new Promise((resolve) => {
        latest += 1;
        waiting.set(latest, resolve);
        send({ kind: 'find', id: latest, typed, limit });
      }),
    end: () => worker.terminate(),
  };
}
