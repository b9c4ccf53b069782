import { appendFile, rename, stat } from 'node:fs/promises';
import path from 'node:path';

/** The host's own log: codes, places and error names for whoever helps; never a payload, a name or a number of a customer. */
export interface HostLog {
  /** Never throws and is never waited for: a log must not stop the desk. */
  note(event: string, detail?: string): void;
  /** Resolves when what was noted is in the file, or could not be written. */
  written(): Promise<void>;
}

const LIMIT_BYTES = 512 * 1024;

/** Keeps two files of at most 512 KB. */
export function createHostLog(folder: string): HostLog {
  const file = path.join(folder, 'host.log');
  let tail = Promise.resolve();

  async function write(line: string): Promise<void> {
    try {
      const size = await stat(file).then(
        (found) => found.size,
        () => 0,
      );
      if (size > LIMIT_BYTES) await rename(file, path.join(folder, 'host.1.log'));
      await appendFile(file, line, { mode: 0o600 });
    } catch {
      // A full or unplugged disk is told to the person by the call that needed it.
    }
  }
  return {
    note: (event, detail = '') => {
      const line = `${new Date().toISOString()}\t${event}\t${detail.replace(/\s+/g, ' ').slice(0, 500)}\n`;
      tail = tail.then(() => write(line));
    },
    written: () => tail,
  };
}
