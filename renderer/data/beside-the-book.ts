import type { BookDatabase, DraftRow, ScreenStateRow } from './database.ts';

/** Under this id a database notes by which rules its own rows are found (`refresh-keys.ts`): no word on any other's. */
export const KEY_RULES_ID = 'book/key-rules';

/** What lies in a database beside its book: half-filled forms and remembered filters. It is in no journal and no backup. */
export interface BesideTheBook {
  drafts: DraftRow[];
  screenState: ScreenStateRow[];
}

export async function readBeside(database: BookDatabase): Promise<BesideTheBook> {
  const [drafts, screenState] = await Promise.all([database.drafts.toArray(), database.screenState.toArray()]);
  return { drafts, screenState: screenState.filter(({ id }) => id !== KEY_RULES_ID) };
}

/** Puts it into the database that takes the place of the one it was read from. */
export async function putBeside(database: BookDatabase, { drafts, screenState }: BesideTheBook): Promise<void> {
  await Promise.all([database.drafts.bulkPut(drafts), database.screenState.bulkPut(screenState)]);
}
