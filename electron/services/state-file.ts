import path from 'node:path';
import type { z } from 'zod';
import { readTextIfThere, writeDurably } from './durable-file.ts';
import { refuse } from './refuse.ts';
import { createSerial } from './serial.ts';

/** A small JSON file that the host keeps, checked by its schema and replaced as a whole. */
export interface StateFile<State> {
  read(): State;
  /** Durable when it resolves; the state in memory changes only then. */
  write(state: State): Promise<void>;
}

/**
 * Opens the file; `initial` stands when there is none. A damaged file fails with `hostFileDamaged`: PINs or the pointer
 * to the database must never quietly fall back to "there are none".
 */
export async function openStateFile<State>(
  file: string,
  schema: z.ZodType<State>,
  initial: State,
  readText = readTextIfThere,
): Promise<StateFile<State>> {
  const text = await readText(file);
  let state = text === null ? initial : parse(text, schema, file);
  const inTurn = createSerial();
  return {
    read: () => state,
    // One after the other: the last to be written must be the one that is remembered.
    write: (next) =>
      inTurn(async () => {
        await writeDurably(file, `${JSON.stringify(next, null, 2)}\n`);
        state = next;
      }),
  };
}

/**
 * As `openStateFile`, for what is only a convenience (where a window stood): a file that is damaged or cannot be read stands
 * for none, and is replaced by the next write.
 */
export async function openConvenienceFile<State>(file: string, schema: z.ZodType<State>, initial: State): Promise<StateFile<State>> {
  try {
    return await openStateFile(file, schema, initial);
  } catch {
    return openStateFile(file, schema, initial, () => Promise.resolve(null));
  }
}

function parse<State>(text: string, schema: z.ZodType<State>, file: string): State {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return refuse('hostFileDamaged', { file: path.basename(file) });
  }
  const parsed = schema.safeParse(data);
  return parsed.success ? parsed.data : refuse('hostFileDamaged', { file: path.basename(file) });
}
