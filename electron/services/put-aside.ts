import { randomUUID } from 'node:crypto';
import { readdir, rm, rmdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { keptReasonSchema, type KeptEntry, type KeptReason } from '../../shared/contract/host-calls.ts';
import { offerSchema, type Adoption } from './adoption.ts';
import type { BookPointer } from './book-pointer.ts';
import type { Clock } from './clock.ts';
import { errorCode, makeFolder, readTextIfThere, writeDurably } from './durable-file.ts';
import type { Journal } from './journal.ts';
import { segmentNames } from './journal-scan.ts';
import { pinFileSchema, type PinFile, type Pins } from './pins.ts';
import type { Presence } from './presence.ts';
import { refuse } from './refuse.ts';
import type { StateFile } from './state-file.ts';

/** What was moved out of the way, each in a folder of its own below `kept`; nothing of it is ever removed. */
export interface PutAside {
  /** Moves the journal away, with the PINs and all else that leads back to it. Returns the folder. */
  put(why: KeptReason): Promise<string>;
  /** Newest first. */
  list(): Promise<KeptEntry[]>;
  /**
   * Puts one back into force and the present data aside. Fails with `keptMissing`, with `keptWithoutPins`: PINs of another
   * book must not open this one, and with `notAllowed` while somebody is at the desk who may not manage.
   */
  putBack(name: string): Promise<void>;
}

interface PutAsideParts {
  kept: string;
  /** Origin of the present store: a database of another one is out of reach here, and built anew from the journal. */
  store: string;
  clock: Clock;
  journal: Journal;
  pins: Pins;
  pinFile: StateFile<PinFile>;
  pointer: BookPointer;
  adoption: Adoption;
  presence: Presence;
}

/** What cannot be read off the journal itself. */
const recordSchema = z.object({
  at: z.string(),
  why: keptReasonSchema,
  sequence: z.int(),
  lastAt: z.string(),
  brokenAt: z.string(),
  database: z.string(),
  store: z.string(),
  offer: offerSchema,
});
type AsideRecord = z.infer<typeof recordSchema>;

const RECORD = 'aside.json';
const PINS = 'pins.json';
const JOURNAL = 'journal';

export function createPutAside(parts: PutAsideParts): PutAside {
  const { kept, store, clock, journal, pins, pinFile, pointer, adoption, presence } = parts;

  /** The move of the journal comes last: a folder that a crash left without one holds nothing, and is not listed. */
  async function put(why: KeptReason): Promise<string> {
    const at = new Date(clock.now()).toISOString();
    const { sequence, lastAt, brokenAt } = await journal.open();
    const folder = path.join(kept, `book-${at.replace(/[:.]/g, '-')}-${randomUUID().slice(0, 4)}`);
    const record: AsideRecord = { at, why, sequence, lastAt, brokenAt, database: pointer.database(), store, offer: adoption.offered() };
    await makeFolder(folder);
    await writeDurably(path.join(folder, PINS), JSON.stringify(pinFile.read()));
    await writeDurably(path.join(folder, RECORD), JSON.stringify(record));
    await journal.putAside(path.join(folder, JOURNAL));
    return folder;
  }

  async function entryOf(name: string): Promise<KeptEntry[]> {
    const folder = path.join(kept, name);
    const files = await filesIn(path.join(folder, JOURNAL));
    if (files === null) return [];
    const record = await readJson(path.join(folder, RECORD), recordSchema);
    const withPins = (await readJson(path.join(folder, PINS), pinFileSchema)) !== null;
    const { at, why, sequence, lastAt, brokenAt } = record ?? (await guessOf(folder));
    return [{ name, at, why, sequence, lastAt, brokenAt, withPins, bytes: files.reduce((sum, { size }) => sum + size, 0) }];
  }

  async function putBack(name: string): Promise<void> {
    if (pins.state().unlocked !== '' && !pins.managerIsHere()) refuse('notAllowed');
    const folder = path.join(kept, name);
    if ((await filesIn(path.join(folder, JOURNAL))) === null) refuse('keptMissing');
    const people = await readJson(path.join(folder, PINS), pinFileSchema);
    if (people === null) return refuse('keptWithoutPins');
    const record = await readJson(path.join(folder, RECORD), recordSchema);
    // In this order a crash leaves both listed, and a second call finishes it.
    await put('putBack');
    await pins.lock();
    await pinFile.write(people);
    await adoption.clear();
    if (record !== null && record.offer !== null) await adoption.offer(record.offer);
    if (record !== null && record.database !== '' && record.store === store) {
      await pointer.point(record.database, pointer.schemaVersion());
    } else await pointer.clear();
    await journal.bringBack(path.join(folder, JOURNAL));
    presence.resumeFromNow();
    await removeEmptied(folder);
  }

  return {
    put,
    putBack,
    list: async () => {
      const names = (await readdir(kept)).filter((name) => name.startsWith('book-'));
      const entries = (await Promise.all(names.map(entryOf))).flat();
      return entries.toSorted((left, right) => right.at.localeCompare(left.at));
    },
  };
}

/** Size of every file of a journal; `null` when there is no such folder. */
async function filesIn(folder: string): Promise<{ size: number }[] | null> {
  try {
    return await Promise.all((await segmentNames(folder)).map(({ name }) => stat(path.join(folder, name))));
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

/** `null` when the file is not there or not what it should be: one bad folder must not hide the others. */
async function readJson<Value>(file: string, schema: z.ZodType<Value>): Promise<Value | null> {
  const text = await readTextIfThere(file);
  if (text === null) return null;
  try {
    const parsed = schema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** Put aside before records were kept beside it: PINs were then saved only when an empty book was begun. */
async function guessOf(folder: string): Promise<Pick<AsideRecord, 'at' | 'why' | 'sequence' | 'lastAt' | 'brokenAt'>> {
  const at = (await stat(folder)).mtime.toISOString();
  const why = (await readTextIfThere(path.join(folder, PINS))) === null ? 'rewritten' : 'empty';
  return { at, why, sequence: 0, lastAt: '', brokenAt: '' };
}

/** What described the journal is in force again. Whatever else lies there stays. */
async function removeEmptied(folder: string): Promise<void> {
  try {
    for (const name of [RECORD, PINS]) await rm(path.join(folder, name), { force: true });
    await rmdir(folder);
  } catch {
    // Without a journal it is not listed.
  }
}
