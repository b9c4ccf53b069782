import type { Page } from '@playwright/test';

export type Row = Record<string, unknown>;

/** Rows of the page's newest database, read past the app; every table when none is named. */
export async function readTables(page: Page, tables: readonly string[] = []): Promise<Map<string, Row[]>> {
  const found = await page.evaluate(async (wanted) => {
    const names = (await indexedDB.databases()).map((database) => database.name ?? '').filter((name) => /^qiantai-\d+$/.test(name));
    const newest = names.toSorted((left, right) => Number(left.slice(8)) - Number(right.slice(8))).at(-1) ?? '';
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(newest);
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => reject(request.error));
    });
    const stores = wanted.length === 0 ? [...database.objectStoreNames] : wanted;
    const dump: [string, Record<string, unknown>[]][] = [];
    for (const store of stores) {
      const rows = await new Promise<Record<string, unknown>[]>((resolve, reject) => {
        const request = database.transaction(store).objectStore(store).getAll();
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(request.error));
      });
      dump.push([store, rows]);
    }
    database.close();
    return dump;
  }, tables);
  return new Map(found);
}

/** Takes rows out of the page's newest database, past the app. */
export async function removeRows(page: Page, table: string, count: number): Promise<void> {
  const rows = (await readTables(page, [table])).get(table) ?? [];
  const keys = rows.slice(0, count).map(({ id }) => String(id));
  await page.evaluate(
    async (wanted) => {
      const names = (await indexedDB.databases()).map((database) => database.name ?? '').filter((name) => /^qiantai-\d+$/.test(name));
      const newest = names.toSorted((left, right) => Number(left.slice(8)) - Number(right.slice(8))).at(-1) ?? '';
      const done = <Value>(request: IDBRequest<Value>) =>
        new Promise<Value>((resolve, reject) => {
          request.addEventListener('success', () => resolve(request.result));
          request.addEventListener('error', () => reject(request.error));
        });
      const database = await done(indexedDB.open(newest));
      for (const key of wanted.keys) await done(database.transaction(wanted.table, 'readwrite').objectStore(wanted.table).delete(key));
      database.close();
    },
    { table, keys },
  );
}

/**
 * Puts a database with the tables and indexes of these schema texts, and the rows of now, in the place of the page's own: as a
 * program of an earlier data version left it. The page must be loaded anew afterwards.
 * @param stores Dexie's schema texts by table
 */
export async function putInFormat(page: Page, name: string, version: number, stores: Readonly<Record<string, string>>): Promise<void> {
  const rows = [...(await readTables(page))];
  await page.evaluate(
    async (wanted) => {
      const done = (request: IDBRequest) =>
        new Promise<void>((resolve, reject) => {
          request.addEventListener('success', () => resolve());
          request.addEventListener('error', () => reject(request.error));
        });
      await done(indexedDB.deleteDatabase(wanted.name));
      // Dexie multiplies its version numbers by ten.
      const opening = indexedDB.open(wanted.name, wanted.version * 10);
      opening.addEventListener('upgradeneeded', () => {
        for (const [table, text] of Object.entries(wanted.stores)) {
          const [keyPath = '', ...indexes] = text.split(', ');
          const store = opening.result.createObjectStore(table, { keyPath });
          for (const index of indexes) {
            const field = index.replace(/^[&*]/, '');
            const path = field.startsWith('[') ? field.slice(1, -1).split('+') : field;
            store.createIndex(field, path, { unique: index.startsWith('&'), multiEntry: index.startsWith('*') });
          }
        }
      });
      await done(opening);
      for (const [table, all] of wanted.rows) {
        const writing = opening.result.transaction(table, 'readwrite').objectStore(table);
        for (const row of all) await done(writing.add(row));
      }
      opening.result.close();
    },
    { name, version, stores, rows },
  );
}

/** Names of a table's indexes, as Dexie's schema texts give them. */
export function indexesOf(page: Page, name: string, table: string): Promise<string[]> {
  return page.evaluate(
    (wanted) =>
      new Promise<string[]>((resolve, reject) => {
        const request = indexedDB.open(wanted.name);
        request.addEventListener('success', () => {
          const found = [...request.result.transaction(wanted.table).objectStore(wanted.table).indexNames];
          request.result.close();
          resolve(found);
        });
        request.addEventListener('error', () => reject(request.error));
      }),
    { name, table },
  );
}
