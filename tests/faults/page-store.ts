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
