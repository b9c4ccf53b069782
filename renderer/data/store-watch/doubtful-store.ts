/**
 * Name of the database whose browser told of damage. The page is loaded anew to recover it, so the browser's own memory keeps
 * the name: the next start reads that database through before it goes on with it.
 */
const KEY = 'qiantai-doubtful-store';

export function noteDoubt(database: string): void {
  localStorage.setItem(KEY, database);
}

export function isDoubtful(database: string): boolean {
  return localStorage.getItem(KEY) === database;
}

/** It was read through and is whole. */
export function clearDoubt(database: string): void {
  if (isDoubtful(database)) localStorage.removeItem(KEY);
}
