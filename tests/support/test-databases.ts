import { createDatabase, type BookDatabase } from '../../renderer/data/database.ts';

const made: BookDatabase[] = [];

/** An open database of a name that no other test has: in a browser all test files share one profile. */
export async function openTestDatabase(): Promise<BookDatabase> {
  const database = createDatabase(`test-${crypto.randomUUID()}`);
  made.push(database);
  await database.open();
  return database;
}

function remove(database: BookDatabase): Promise<void> {
  database.close();
  // Not Dexie's own removal: it warns of a connection that Chromium is still closing.
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(database.name);
    request.addEventListener('success', () => resolve());
    request.addEventListener('error', () => reject(new Error(`${database.name} was not removed`)));
  });
}

/** Removes every database opened here, and proves it. In memory they end with the worker that made them. */
export async function removeTestDatabases(): Promise<void> {
  const mine = made.splice(0);
  await Promise.all(mine.map(remove));
  const names = new Set(mine.map(({ name }) => name));
  const left = (await indexedDB.databases()).filter(({ name }) => name !== undefined && names.has(name));
  if (left.length > 0) throw new Error(`databases left behind: ${JSON.stringify(left)}`);
}
