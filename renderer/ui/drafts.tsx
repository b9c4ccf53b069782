import { useEffect, useState, type ReactNode } from 'react';
import type { BookDatabase, DraftRow } from '../data/database.ts';
import { forgetSpareDraft, keepDraft } from '../data/spare-drafts.ts';
import { useLocation, useSearch } from 'wouter';
import { useDatabase, useDesk } from './session.tsx';
import { UnreadTextsProvider, useUnreadTexts, type UnreadTexts } from './unread-texts.tsx';

/** Milliseconds after the last key before a draft is written: short enough that a crash costs a word at most. */
const DRAFT_AFTER_MS = 200;

interface DraftGateProps {
  id: string;
  form: string;
  children: (draft: DraftRow) => ReactNode;
}

/**
 * A draft with nothing in it but what was typed: what was only read from the record then may be another by now, and a form
 * that is saved must not take that back.
 */
function asTyped(draft: DraftRow): DraftRow {
  const { values, changed } = draft;
  return changed === undefined
    ? draft
    : { ...draft, values: Object.fromEntries(Object.entries(values).filter(([field]) => changed.includes(field))) };
}

/** Loads a half-filled form, or begins one; renders the form once its values are known. */
export function DraftGate({ id, form, children }: DraftGateProps) {
  const database = useDatabase();
  const { session } = useDesk();
  const [draft, setDraft] = useState<DraftRow | null>(null);
  useEffect(() => {
    let wanted = true;
    void database.drafts.get(id).then((found) => {
      if (wanted) setDraft(found === undefined ? { id, form, openedAt: session.clock.now(), values: {} } : asTyped(found));
    });
    return () => {
      wanted = false;
    };
  }, [database, session, id, form]);
  return draft === null ? null : <UnreadTextsProvider begun={draft.unread}>{children(draft)}</UnreadTextsProvider>;
}

export interface DraftKeeper {
  /** @param begun what the form began with; without it everything counts as typed */
  keep(values: object, begun?: object): void;
  /** The form was saved or given up: the draft goes. */
  drop(): Promise<void>;
}

/** Keeps what is typed through a lock, a crash and a restart. */
export function useDraftKeeper(draft: DraftRow): DraftKeeper {
  const database = useDatabase();
  const [location] = useLocation();
  const search = useSearch();
  const unread = useUnreadTexts();
  const [keeper] = useState(() => createKeeper(database, { ...draft, path: search === '' ? location : `${location}?${search}` }, unread));
  useEffect(() => unread.listen(keeper.keepAgain), [unread, keeper]);
  useEffect(() => {
    const flush = () => keeper.flush();
    document.addEventListener('visibilitychange', flush);
    return () => {
      document.removeEventListener('visibilitychange', flush);
      flush();
    };
  }, [keeper]);
  return keeper;
}

/** The fields of a form that differ from what it began with, or were typed before that. */
function changedIn(values: Record<string, unknown>, begun: Record<string, unknown>, before: DraftRow['values']): string[] {
  return Object.keys(values).filter((field) => field in before || JSON.stringify(values[field]) !== JSON.stringify(begun[field]));
}

function createKeeper(database: BookDatabase, draft: DraftRow, unread: UnreadTexts): DraftKeeper & { flush(): void; keepAgain(): void } {
  let typed: Pick<DraftRow, 'values' | 'changed'> = { values: draft.values, changed: draft.changed };
  let waiting = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let dropped = false;
  const { id, form, openedAt, path, values: before } = draft;

  function keepSoon(): void {
    // Typed after the draft went, e.g. because the next step failed: it is a draft again.
    dropped = false;
    waiting = true;
    clearTimeout(timer);
    timer = setTimeout(flush, DRAFT_AFTER_MS);
  }

  function flush(): void {
    clearTimeout(timer);
    if (!waiting || dropped) return;
    waiting = false;
    void keepDraft(database, { id, form, openedAt, ...typed, unread: unread.all(), path });
  }
  return {
    keep: (values, begun) => {
      typed = { values: { ...values }, ...(begun && { changed: changedIn({ ...values }, { ...begun }, before) }) };
      keepSoon();
    },
    keepAgain: keepSoon,
    drop: async () => {
      dropped = true;
      clearTimeout(timer);
      forgetSpareDraft(id);
      await database.drafts.delete(id);
    },
    flush,
  };
}
