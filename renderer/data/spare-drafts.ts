import { z } from 'zod';
import type { BookDatabase, DraftRow } from './database.ts';

/**
 * Where half-filled forms wait while the database takes nothing (a full disk, or no time before a reload): the tab's own memory,
 * which a reload keeps. They go back into the database as soon as it is open again.
 */
const PREFIX = 'qiantai-draft/';

const draftRow = z.object({
  id: z.string(),
  form: z.string(),
  openedAt: z.string(),
  by: z.array(z.string()).optional(),
  values: z.record(z.string(), z.unknown()),
  changed: z.array(z.string()).optional(),
  begun: z.record(z.string(), z.unknown()).optional(),
  unread: z.record(z.string(), z.string()).optional(),
  path: z.string().optional(),
});

/** Keeps a draft in the database, or where it waits while the database refuses it. */
export async function keepDraft(database: BookDatabase, draft: DraftRow): Promise<void> {
  try {
    await database.drafts.put(draft);
    // An older text that waited would be laid over this one at the next start.
    forgetSpareDraft(draft.id);
  } catch {
    spareDraft(draft);
  }
}

/** Puts a draft where it waits, at once. */
export function spareDraft(draft: DraftRow): void {
  sessionStorage.setItem(`${PREFIX}${draft.id}`, JSON.stringify(draft));
}

/** The form was saved or given up. */
export function forgetSpareDraft(id: string): void {
  sessionStorage.removeItem(`${PREFIX}${id}`);
}

/**
 * Puts the drafts that waited back into the database. One that it still does not take goes on waiting: no book stays shut for it.
 * Returns whether there were any.
 */
export async function bringBackDrafts(database: BookDatabase): Promise<boolean> {
  const keys = Object.keys(sessionStorage).filter((key) => key.startsWith(PREFIX));
  for (const key of keys) {
    try {
      await database.drafts.put(draftRow.parse(JSON.parse(sessionStorage.getItem(key) ?? '')));
      sessionStorage.removeItem(key);
    } catch {
      // The next start tries again.
    }
  }
  return keys.length > 0;
}
