import { createDatabase } from '../database.ts';
import { openBookSearch, type BookSearch } from './book-search.ts';
import { searchRequest, type SearchAnswer } from './search-messages.ts';

/** Keeps the index off the page's thread: building it over 200,000 records takes a second, a search some milliseconds. */
let opened: Promise<BookSearch> | null = null;

async function open(name: string): Promise<BookSearch> {
  const database = createDatabase(name);
  await database.open();
  return openBookSearch(database);
}

globalThis.addEventListener('message', (event: MessageEvent<unknown>) => {
  const request = searchRequest.parse(event.data);
  if (request.kind === 'open') {
    opened = open(request.database);
    return;
  }
  void opened?.then(async (book) => {
    const answer: SearchAnswer = { id: request.id, groups: await book.search(request.typed, request.limit) };
    globalThis.postMessage(answer);
  });
});
