import { readdirSync } from 'node:fs';
import path from 'node:path';
import { startDesk, type TestDesk } from './test-host.ts';

/** The files of a data folder's journal, oldest first. */
export function journalFiles(folder: string): string[] {
  return readdirSync(path.join(folder, 'journal'))
    .filter((name) => name.startsWith('journal-'))
    .map((name) => path.join(folder, 'journal', name));
}

/** The file that takes the next line. */
export function lastFile(folder: string): string {
  const file = journalFiles(folder).at(-1);
  if (file === undefined) throw new Error('no journal file');
  return file;
}

/** The same folder after the host has ended. */
export async function restart(desk: TestDesk, options = {}): Promise<TestDesk> {
  await desk.host.close();
  return startDesk({ folder: desk.folder, clock: desk.clock, ...options });
}
