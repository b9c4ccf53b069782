import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createSearchClient, type SearchWorker } from './search-client.ts';
import type { SearchAnswer, SearchRequest } from './search-messages.ts';

class StandIn extends EventTarget implements SearchWorker {
  readonly asked: SearchRequest[] = [];
  ended = false;
  postMessage(message: SearchRequest): void {
    this.asked.push(message);
  }
  terminate(): void {
    this.ended = true;
  }
  answer(data: SearchAnswer | string): void {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
}

let workers: StandIn[] = [];

function client() {
  return createSearchClient('qiantai-1', () => {
    const worker = new StandIn();
    workers.push(worker);
    return worker;
  });
}

const HITS: SearchAnswer['groups'] = [{ table: 'people', ids: ['p'] }];

beforeEach(() => {
  workers = [];
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('answers with the hits, and tells a search that it was overtaken', async () => {
  const search = client();
  const [first, second] = [search.search('l', 6), search.search('li', 6)];
  workers[0]?.answer({ id: 1, groups: [] });
  workers[0]?.answer({ id: 2, groups: HITS });
  expect(await first).toBe('overtaken');
  expect(await second).toEqual(HITS);
  expect(workers[0]?.asked).toEqual([
    { kind: 'open', database: 'qiantai-1' },
    { kind: 'find', id: 1, typed: 'l', limit: 6 },
    { kind: 'find', id: 2, typed: 'li', limit: 6 },
  ]);
});

it('a search that failed says so, and the next one is asked all the same', async () => {
  const search = client();
  const failed = search.search('l', 6);
  workers[0]?.answer({ id: 1, groups: null });
  expect(await failed).toBe('failed');
  const next = search.search('li', 6);
  workers[0]?.answer({ id: 2, groups: HITS });
  expect(await next).toEqual(HITS);
});

it('waits a whole minute for a slow worker', async () => {
  const search = client();
  const slow = search.search('l', 6);
  vi.advanceTimersByTime(59_999);
  expect(workers[0]?.ended).toBe(false);
  workers[0]?.answer({ id: 1, groups: HITS });
  expect(await slow).toEqual(HITS);
});

it.each([
  ['an error of its own', (worker: StandIn) => void worker.dispatchEvent(new Event('error'))],
  ['a message that cannot be read', (worker: StandIn) => void worker.dispatchEvent(new Event('messageerror'))],
  ['an answer of another form', (worker: StandIn) => worker.answer('?')],
  ['silence', () => void vi.advanceTimersByTime(60_000)],
])('%s of the worker ends every search that waits, and those that follow, until it is begun anew', async (_what, harm) => {
  const search = client();
  const [first, second] = [search.search('l', 6), search.search('li', 6)];
  const [broken] = workers;
  if (broken !== undefined) harm(broken);
  expect(await Promise.all([first, second])).toEqual(['overtaken', 'failed']);
  expect(await search.search('lin', 6)).toBe('failed');
  expect(broken?.ended).toBe(true);

  search.restart();
  expect(workers).toHaveLength(2);
  const again = search.search('lin', 6);
  // What the worker before may still say is nobody's any more.
  broken?.dispatchEvent(new Event('error'));
  workers[1]?.answer({ id: 4, groups: HITS });
  expect(await again).toEqual(HITS);
  expect(vi.getTimerCount()).toBe(0);
});

it('begun anew, or ended, it leaves no search waiting and no worker behind', async () => {
  const search = client();
  const waiting = search.search('l', 6);
  search.restart();
  expect(await waiting).toBe('failed');
  expect(workers.map(({ ended }) => ended)).toEqual([true, false]);
  const again = search.search('li', 6);
  search.end();
  expect(await again).toBe('failed');
  expect(workers.map(({ ended }) => ended)).toEqual([true, true]);
  expect(vi.getTimerCount()).toBe(0);
});

it('an answer that comes twice, or to nothing that was asked, harms nothing', async () => {
  const search = client();
  const first = search.search('l', 6);
  workers[0]?.answer({ id: 7, groups: HITS });
  workers[0]?.answer({ id: 1, groups: HITS });
  workers[0]?.answer({ id: 1, groups: [] });
  expect(await first).toEqual(HITS);
  const second = search.search('li', 6);
  workers[0]?.answer({ id: 2, groups: HITS });
  expect(await second).toEqual(HITS);
  expect(workers[0]?.ended).toBe(false);
});
