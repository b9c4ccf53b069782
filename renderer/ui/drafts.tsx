import { useEffect, useState, type ReactNode } from 'react';
import type { BookDatabase, DraftRow } from '../data/database.ts';
import { forgetSpareDraft, keepDraft } from '../data/spare-drafts.ts';
import { useLocation, useSearch } from 'wouter';
import { useDatabase, useDesk } from './session.tsx';

/** Milliseconds after the last key before a draft is written: short enough that a crash costs a word at most. */
const DRAFT_AFTER_MS = 200;

interface DraftGateProps {
  id: string;
  form: string;
  children: (draft: DraftRow) => ReactNode;
}

/** Loads a half-filled form, or begins one; renders the form once its values are known. */
export function DraftGate({ id, form, children }: DraftGateProps) {
  const database = useDatabase();
  const { session } = useDesk();
  const [draft, setDraft] = useState<DraftRow | null>(null);
  useEffect(() => {
    let wanted = true;
    void database.drafts.get(id).then((found) => {
      if (wanted) setDraft(found ?? { id, form, openedAt: session.clock.now(), values: {} });
    });
    return () => {
      wanted = false;
    };
  }, [database, session, id, form]);
  return draft === null ? null : children(draft);
}

export interface DraftKeeper {
  keep(values: object): void;
  /** The form was saved or given up: the draft goes. */
  drop(): Promise<void>;
}

/** Keeps what is typed through a lock, a crash and a restart. */
export function useDraftKeeper(draft: Pick<DraftRow, 'id' | 'form' | 'openedAt'>): DraftKeeper {
  const database = useDatabase();
  const [location] = useLocation();
  const search = useSearch();
  const [keeper] = useState(() => createKeeper(database, { ...draft, path: search === '' ? location : `${location}?${search}` }));
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

function createKeeper(database: BookDatabase, draft: Pick<DraftRow, 'id' | 'form' | 'openedAt' | 'path'>): DraftKeeper & { flush(): void } {
  let waiting: Record<string, unknown> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let dropped = false;
  const { id, form, openedAt, path } = draft;

  function flush(): void {
    clearTimeout(timer);
    if (waiting === null || dropped) return;
    const values = waiting;
    waiting = null;
    void keepDraft(database, { id, form, openedAt, values, path });
  }
  return {
    keep: (values) => {
      // Typed after the draft went, e.g. because the next step failed: it is a draft again.
      dropped = false;
      waiting = { ...values };
      clearTimeout(timer);
      timer = setTimeout(flush, DRAFT_AFTER_MS);
    },
    drop: async () => {
      dropped = true;
      clearTimeout(timer);
      forgetSpareDraft(id);
      await database.drafts.delete(id);
    },
    flush,
  };
}
