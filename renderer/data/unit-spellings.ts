import { z } from 'zod';
import { UNIT_SPELLINGS_ID } from './beside-the-book.ts';
import type { BookDatabase } from './database.ts';

/** Spellings that are stored, by the name of the place that they mean today. */
export type UnitSpellings = ReadonlyMap<string, ReadonlySet<string>>;

const kept = z.record(z.string(), z.array(z.string()));

/** Notes which stored spellings of a place are no name of it any more: rows keep what was typed, and are found by it. */
export async function noteUnitSpellings(database: BookDatabase, spellings: UnitSpellings): Promise<void> {
  const value: z.input<typeof kept> = Object.fromEntries([...spellings].map(([name, stored]) => [name, [...stored]]));
  await database.screenState.put({ id: UNIT_SPELLINGS_ID, value });
}

/** Adds what another database has noted of its rows: some of them are about to come from there. */
export async function addUnitSpellings(database: BookDatabase, from: BookDatabase): Promise<void> {
  const theirs = await notedSpellings(from);
  if (theirs.size === 0) return;
  await database.transaction('rw', database.screenState, async () => {
    const ours = await notedSpellings(database);
    for (const [name, stored] of theirs) ours.set(name, new Set([...(ours.get(name) ?? []), ...stored]));
    await noteUnitSpellings(database, ours);
  });
}

/** These names of a place, and every spelling under which a row of before may keep one of them. */
export async function withSpellings(database: BookDatabase, names: readonly string[]): Promise<string[]> {
  const spellings = await notedSpellings(database);
  return [...new Set(names.flatMap((name) => [name, ...(spellings.get(name) ?? [])]))];
}

async function notedSpellings(database: BookDatabase): Promise<Map<string, ReadonlySet<string>>> {
  const read = kept.safeParse((await database.screenState.get(UNIT_SPELLINGS_ID))?.value);
  return new Map(Object.entries(read.data ?? {}).map(([name, stored]) => [name, new Set(stored)]));
}
