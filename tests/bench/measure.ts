import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import type { Page } from '@playwright/test';
import { CALL_SOCKET_PATH } from '../../shared/contract/call-over-socket.ts';
import { logEntries, type LogOrder } from '../faults/log-entries.ts';
import { newWitness } from '../faults/logged-book.ts';

/** Milliseconds from an entry handed in to its commit and to its journal line on disk, one by one. */
export function timeSaves(page: Page, personId: string, count: number): Promise<{ stored: number[]; saved: number[] }> {
  const took: { stored: number[]; saved: number[] } = { stored: [], saved: [] };
  const order: LogOrder = { count, receptionsOnly: true, timed: true };
  return new Promise((resolve, reject) => {
    logEntries(page, personId, newWitness(), order, ({ step, ms, code }) => {
      if (step === 'stored') took.stored.push(ms);
      if (step === 'acknowledged') took.saved.push(ms);
      if (step === 'failed') reject(new Error(code));
      if (step === 'done') resolve(took);
    }).catch(reject);
  });
}

/** Milliseconds of one row put strictly into a database of its own, without any library. */
export function timeRawStore(page: Page, count: number): Promise<number[]> {
  return page.evaluate(async (puts) => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('bench-raw', 1);
      request.addEventListener('upgradeneeded', () => request.result.createObjectStore('rows', { keyPath: 'id' }));
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => reject(request.error));
    });
    const took: number[] = [];
    for (let put = 0; put < puts; put += 1) {
      const started = performance.now();
      await new Promise<void>((resolve, reject) => {
        const transaction = database.transaction('rows', 'readwrite', { durability: 'strict' });
        transaction.objectStore('rows').put({ id: put, text: 'x'.repeat(1000) });
        transaction.addEventListener('complete', () => resolve());
        transaction.addEventListener('error', () => reject(transaction.error));
      });
      took.push(performance.now() - started);
    }
    database.close();
    indexedDB.deleteDatabase('bench-raw');
    return took;
  }, count);
}

/**
 * Milliseconds of the rows of one logged reception put strictly into stores of the same indexes, with the questions any
 * save must ask first, and without a library: what of a save is the browser's.
 */
export function timeRawRows(page: Page, count: number): Promise<number[]> {
  return page.evaluate(async (saves) => {
    const NAMES = ['operations', 'series', 'settings', 'people', 'receptions', 'promises'];
    const answer = <Value>(request: IDBRequest<Value>) =>
      new Promise<Value>((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(request.error));
      });
    const found = (await indexedDB.databases()).map(({ name }) => name ?? '');
    const book = await answer(indexedDB.open(found.find((name) => name.startsWith('qiantai')) ?? ''));
    const opening = indexedDB.open('bench-rows', 1);
    opening.addEventListener('upgradeneeded', () => {
      for (const name of NAMES) {
        const model = book.transaction(name).objectStore(name);
        const store = opening.result.createObjectStore(name, { keyPath: model.keyPath });
        for (const index of [...model.indexNames].map((one) => model.index(one))) {
          store.createIndex(index.name, index.keyPath, { unique: index.unique, multiEntry: index.multiEntry });
        }
      }
    });
    const bare = await answer(opening);
    // The newest: the first operation of a book holds its whole estate.
    const newestOf = async (name: string) => (await answer(book.transaction(name).objectStore(name).openCursor(null, 'prev')))?.value;
    const [entry, line, series] = [await newestOf('receptions'), await newestOf('operations'), await newestOf('series')];
    const took: number[] = [];
    for (let save = 1; save <= saves; save += 1) {
      const started = performance.now();
      const transaction = bare.transaction(NAMES, 'readwrite', { durability: 'strict' });
      const store = (name: string) => transaction.objectStore(name);
      const done = new Promise<void>((resolve, reject) => {
        transaction.addEventListener('complete', () => resolve());
        transaction.addEventListener('abort', () => reject(transaction.error));
      });
      await Promise.all([
        answer(store('operations').openCursor(null, 'prev')),
        answer(store('operations').index('id').getKey(`line ${save}`)),
        answer(store('people').get('nobody')),
        answer(store('settings').get('none')),
        answer(store('series').getAll()),
        answer(store('receptions').getKey(`entry ${save}`)),
      ]);
      store('receptions').put({ ...entry, id: `entry ${save}`, number: `number ${save}` });
      store('series').put({ ...series, last: save });
      store('operations').put({ ...line, sequence: save, id: `line ${save}` });
      await done;
      took.push(performance.now() - started);
    }
    book.close();
    bare.close();
    indexedDB.deleteDatabase('bench-rows');
    return took;
  }, count);
}

/** Milliseconds of a short call to the host and back, over a connection that stays open, as the page makes it. */
export function timeHostCalls(page: Page, count: number): Promise<number[]> {
  return page.evaluate(
    async ({ path: socketPath, calls }) => {
      const socket = new WebSocket(`${location.origin.replace('http', 'ws')}${socketPath}`);
      await new Promise((resolve) => socket.addEventListener('open', resolve));
      const took: number[] = [];
      for (let id = 1; id <= calls; id += 1) {
        const started = performance.now();
        socket.send(JSON.stringify({ id, name: 'describeHost' }));
        await new Promise((resolve) => socket.addEventListener('message', resolve, { once: true }));
        took.push(performance.now() - started);
      }
      socket.close();
      return took;
    },
    { path: CALL_SOCKET_PATH, calls: count },
  );
}

/** Milliseconds of one line appended and synced, as the journal needs it at least. */
export function timeRawAppend(folder: string, count: number): number[] {
  const file = openSync(path.join(folder, 'bench-append'), 'a');
  const line = `${'x'.repeat(1000)}\n`;
  const took = Array.from({ length: count }, () => {
    const started = performance.now();
    writeSync(file, line);
    fsyncSync(file);
    return performance.now() - started;
  });
  closeSync(file);
  return took;
}

/** Milliseconds of the reception log's first page, again and again. */
export async function timeFirstPages(page: Page, count: number): Promise<number[]> {
  const took: number[] = [];
  await new Promise<void>((resolve, reject) => {
    const listen = (heard: { step: string; ms?: number }): void => {
      if (heard.step === 'read') took.push(heard.ms ?? Number.NaN);
      else resolve();
    };
    page
      .exposeFunction('qiantaiTestStep', listen)
      .then(() => page.evaluate((reads) => void dispatchEvent(new CustomEvent('qiantai-test-list', { detail: reads })), count))
      .catch(reject);
  });
  return took;
}

/** Milliseconds from the last key of a number typed into the search box to the row that shows it. */
export async function timeSearch(page: Page, wanted: readonly string[]): Promise<number[]> {
  await page.keyboard.press('Control+K');
  const box = page.getByRole('dialog').getByRole('textbox');
  await box.waitFor();
  const took: number[] = [];
  for (const text of wanted) {
    await box.fill(text.slice(0, -1));
    const shown = page.evaluate(
      (words) =>
        new Promise<number>((resolve) => {
          let typedAt = 0;
          document.addEventListener('input', () => (typedAt = performance.now()), { capture: true, once: true });
          const observer = new MutationObserver(() => {
            const first = document.querySelector('[data-action]')?.textContent ?? '';
            if (typedAt === 0 || !first.includes(words)) return;
            observer.disconnect();
            resolve(performance.now() - typedAt);
          });
          observer.observe(document.body, { childList: true, subtree: true, characterData: true, attributes: true });
          document.documentElement.dataset['searching'] = words;
        }),
      text,
    );
    await page.waitForFunction((words) => document.documentElement.dataset['searching'] === words, text);
    await box.press(text.at(-1) ?? '');
    took.push(await shown);
    await box.fill('');
  }
  await page.keyboard.press('Escape');
  return took;
}

/** Tasks of the page's main thread over 50 ms while somebody types into a form. */
export async function longTasksWhileTyping(page: Page, type: () => Promise<void>): Promise<number[]> {
  await page.evaluate(() => {
    const found: number[] = [];
    Reflect.set(globalThis, 'benchLongTasks', found);
    new PerformanceObserver((list) => found.push(...list.getEntries().map((entry) => entry.duration))).observe({ type: 'longtask' });
  });
  await type();
  return page.evaluate(() => {
    const found: unknown = Reflect.get(globalThis, 'benchLongTasks');
    return Array.isArray(found) ? found.map(Number) : [];
  });
}

/** Milliseconds of one print job through the host, as the page asks for it. */
export function timeHostPdf(
  page: Page,
  job: { title: string; html: string; pageSize: { widthMm: number; heightMm: number } },
): Promise<number> {
  return page.evaluate(async (input) => {
    const started = performance.now();
    const response = await fetch('/call/savePdf', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ input }),
    });
    const answer = await response.text();
    if (!answer.includes('"ok":true')) throw new Error(answer.slice(0, 300));
    return performance.now() - started;
  }, job);
}
