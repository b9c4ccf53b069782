import type { BookDatabase, DraftRow, ScreenStateRow } from './database.ts';

/** What lies in a database beside its book: half-filled forms and remembered filters. It is in no journal and no backup. */
export interface BesideTheBook {
  drafts: DraftRow[];
  screenState: ScreenStateRow[];
}

export async function readBeside(database: BookDatabase): Promise<BesideTheBook> {
  const [drafts, screenState] = await Promise.all([database.drafts.toArray(), database.screenState.toArray()]);
  return { drafts, screenState };
}

/** Puts it into the database that takes the place of the one it was read from. */
export async function putBeside(database: BookDatabase, { drafts, screenState }: BesideTheBook): Promise<void> {
  await Promise.all([database.drafts.bulkPut(drafts), database.screenState.bulkPut(screenState)]);
}
