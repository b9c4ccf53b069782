import { open } from 'node:fs/promises';
import path from 'node:path';
import type { z } from 'zod';
import { cutFile, isSystemError, readTextIfThere, syncFolder, writeDurably } from './durable-file.ts';

/** A file of JSON lines that only grows: what the host must still know after a crash. */
export interface RecordLog<Entry> {
  entries(): readonly Entry[];
  /** Durable when it resolves. */
  append(entry: Entry): Promise<void>;
  /** Replaces the whole file, to drop what is too old to matter. */
  replace(entries: readonly Entry[]): Promise<void>;
}

/** Opens the log. A line that a crash tore is dropped and the file written anew, so that the next line stands alone. */
export async function openRecordLog<Entry>(file: string, schema: z.ZodType<Entry>): Promise<RecordLog<Entry>> {
  const text = (await readTextIfThere(file)) ?? '';
  const lines = text.split('\n').filter((line) => line !== '');
  let entries = lines.flatMap((line) => readEntry(line, schema));

  async function replace(next: readonly Entry[]): Promise<void> {
    await writeDurably(file, next.map((entry) => `${JSON.stringify(entry)}\n`).join(''));
    entries = [...next];
    torn = false;
  }
  let torn = text !== '' && !text.endsWith('\n');
  if (entries.length < lines.length || torn) {
    // On a full disk the log stays as it is for now, and its next line begins on a line of its own.
    await replace(entries).catch((error: unknown) => {
      if (!isSystemError(error)) throw error;
    });
  }

  return {
    entries: () => entries,
    replace,
    append: async (entry) => {
      const handle = await open(file, 'a', 0o600);
      const { size } = await handle.stat();
      try {
        await handle.appendFile(`${torn ? '\n' : ''}${JSON.stringify(entry)}\n`);
        await handle.sync();
        if (entries.length === 0) await syncFolder(path.dirname(file));
      } catch (error) {
        // Half a line would swallow the next one.
        await cutFile(file, size).catch(() => {
          torn = true;
        });
        throw error;
      } finally {
        await handle.close();
      }
      torn = false;
      entries.push(entry);
    },
  };
}

function readEntry<Entry>(line: string, schema: z.ZodType<Entry>): Entry[] {
  try {
    const parsed = schema.safeParse(JSON.parse(line));
    return parsed.success ? [parsed.data] : [];
  } catch {
    return [];
  }
}
