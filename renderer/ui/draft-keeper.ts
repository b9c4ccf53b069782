import type { BookDatabase, DraftRow } from '../data/database.ts';
import { forgetSpareDraft, keepDraft, spareDraft } from '../data/spare-drafts.ts';
import type { UnreadTexts } from './unread-texts.tsx';

/** Milliseconds after the last key before a draft is written: short enough that a crash costs a word at most. */
const DRAFT_AFTER_MS = 200;

export interface DraftKeeper {
  /**
   * @param begun what the form began with; without it everything counts as typed
   * @param own what the record itself said then, by the form's fields: kept of those that were changed, for when it is opened again
   */
  keep(values: object, begun?: object, own?: object | null): void;
  /** The draft goes; what is typed after that is one again. */
  drop(): Promise<void>;
  /** The form was saved or given up and is about to go: the draft goes, and nothing is kept any more. */
  close(): Promise<void>;
}

interface RunningKeeper extends DraftKeeper {
  /** The values are the same, what cannot be read beside them is not. */
  keepAgain(): void;
  /** Writes what waits. */
  flush(): void;
  /** The page may be gone the next moment, and with it what the database has not taken yet. */
  leave(): void;
}

/** The fields of a form that differ from what it began with, or were typed before that. */
function changedIn(values: Record<string, unknown>, begun: Record<string, unknown>, before: DraftRow['values']): string[] {
  return Object.keys(values).filter((field) => field in before || JSON.stringify(values[field]) !== JSON.stringify(begun[field]));
}

/**
 * Keeps one draft in the database, a moment after each change.
 * @param unread what was typed beside the values and cannot be read
 */
export function createDraftKeeper(database: BookDatabase, draft: DraftRow, unread: Pick<UnreadTexts, 'all'>): RunningKeeper {
  const { id, form, openedAt, by, path, values: before } = draft;
  let typed: Pick<DraftRow, 'values' | 'changed' | 'begun'> = { values: draft.values, changed: draft.changed, begun: draft.begun };
  // What was typed last, until the database has it; `waiting` has not even been handed to it.
  let unkept: DraftRow | null = null;
  let waiting = false;
  let closed = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function keepSoon(): void {
    if (closed) return;
    unkept = { id, form, openedAt, by, ...typed, unread: unread.all(), path };
    waiting = true;
    clearTimeout(timer);
    timer = setTimeout(flush, DRAFT_AFTER_MS);
  }

  function flush(): void {
    clearTimeout(timer);
    const row = unkept;
    if (!waiting || row === null) return;
    waiting = false;
    void keepDraft(database, row).then(() => {
      if (unkept === row) unkept = null;
    });
  }

  async function drop(): Promise<void> {
    unkept = null;
    waiting = false;
    clearTimeout(timer);
    forgetSpareDraft(id);
    await database.drafts.delete(id);
  }

  return {
    keep: (values, begun, own) => {
      const changed = begun && changedIn({ ...values }, { ...begun }, before);
      const said = Object.entries({ ...own }).filter(([field]) => changed?.includes(field));
      typed = { values: { ...values }, ...(changed && { changed }), ...(own && { begun: Object.fromEntries(said) }) };
      keepSoon();
    },
    keepAgain: keepSoon,
    drop,
    // A field that loses the cursor as its form goes writes out what it holds, and that is no typing.
    close: async () => {
      closed = true;
      await drop();
    },
    flush,
    leave: () => {
      // A page that is left ends what its database was doing.
      if (unkept !== null) spareDraft(unkept);
      flush();
    },
  };
}
