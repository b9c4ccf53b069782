import '../without-eval.ts';
import { createDatabase } from '../database.ts';
import { openBookSearch, type BookSearch, type SearchGroup } from './book-search.ts';
import { searchRequest, type SearchAnswer } from './search-messages.ts';

/** Keeps the index off the page's thread: building it over 200,000 records takes a second, a search some milliseconds. */
let opened: Promise<BookSearch> | null = null;

async function open(name: string): Promise<BookSearch> {
  const database = createDatabase(name);
  await database.open();
  return openBookSearch(database);
}

/** `null` where the book cannot be read: whoever asked must hear that, and not wait for ever. */
async function look(typed: string, limit: number): Promise<SearchGroup[] | null> {
  try {
    return (await (await opened)?.search(typed, limit)) ?? null;
  } catch {
    return null;
  }
}

async function find(id: number, typed: string, limit: number): Promise<void> {
  const answer: SearchAnswer = { id, groups: await look(typed, limit) };
  // A worker's page has no origin to name.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  globalThis.postMessage(answer);
}

globalThis.addEventListener('message', (event: MessageEvent<unknown>) => {
  const request = searchRequest.parse(event.data);
  if (request.kind === 'open') {
    opened = open(request.database);
    // Told to whoever asks.
    opened.catch(() => undefined);
    return;
  }
  void find(request.id, request.typed, request.limit);
});
