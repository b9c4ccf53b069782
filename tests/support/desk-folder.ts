import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export function newFolder(): string {
  return mkdtempSync(path.join(tmpdir(), 'qiantai-test-'));
}

/** A copy of a closed desk's folder, as of this moment. */
export function copyOf(folder: string): string {
  const copy = newFolder();
  cpSync(folder, copy, { recursive: true, filter: (source) => !isFleeting(source) });
  return copy;
}

/** Sockets and locks of processes that are gone. */
function isFleeting(file: string): boolean {
  return /^(Singleton.*|host(-[0-9a-f]+)?\.(sock|new)|tmp)$/.test(path.basename(file));
}

/** The port stays with the folder, and with every copy of it: another port is another origin, and another store. */
export function portOf(folder: string): number {
  const file = path.join(folder, 'test-port');
  return existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
}

/** What browsers leave in their temp folder when they are killed goes with the data folder. */
export function temporaryOf(folder: string): { TMPDIR: string } {
  const temporary = path.join(folder, 'tmp');
  mkdirSync(temporary, { recursive: true });
  return { TMPDIR: temporary };
}
