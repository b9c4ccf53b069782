import { expect, it } from 'vitest';
import { openTestDatabase } from '../support/test-databases.ts';

/** Whether the function is part of the program that runs the page, and no script's. */
function isNative(method: (...given: never[]) => unknown): boolean {
  return Function.prototype.toString.call(method).includes('[native code]');
}

it('works on the store of Chromium, not on the one in memory', async () => {
  expect(navigator.userAgent).toContain('Chrome/');
  expect(location.hostname).toBe('127.0.0.1');
  expect(indexedDB).toBeInstanceOf(IDBFactory);
  const inUse = [IDBFactory.prototype.open, IDBObjectStore.prototype.put, IDBTransaction.prototype.commit];
  expect(inUse.map(isNative)).toEqual([true, true, true]);

  const database = await openTestDatabase();
  const handle = database.backendDB();
  expect(handle).toBeInstanceOf(IDBDatabase);
  expect((await indexedDB.databases()).map(({ name }) => name)).toContain(database.name);
  // Strict durability is what the app asks of the store; a replacement would not know it.
  expect(handle.transaction('receptions', 'readwrite', { durability: 'strict' }).durability).toBe('strict');
});
