import { createSearchClient, type SearchClient } from './search-client.ts';

let kept: { database: string; client: SearchClient } | null = null;

/**
 * The search over the open book, one for as long as the page has it open: it goes on through a lock and for whoever comes next,
 * because everybody at the desk finds the same, and nobody asks it anything while the desk is locked.
 */
export function searchOver(database: string): SearchClient {
  if (kept?.database === database) return kept.client;
  kept?.client.end();
  const client = createSearchClient(database, () => new Worker(new URL('./search-worker.ts', import.meta.url), { type: 'module' }));
  kept = { database, client };
  return client;
}
