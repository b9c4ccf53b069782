import { useEffect, useState, type ReactNode } from 'react';
import type { DraftRow } from '../data/database.ts';
import { useLocation, useSearch } from 'wouter';
import { DraftOthers } from './draft-others.tsx';
import { createDraftKeeper, type DraftKeeper } from './draft-keeper.ts';
import { useDatabase, useDesk } from './session.tsx';
import { UnreadTextsProvider, useUnreadTexts } from './unread-texts.tsx';

interface DraftGateProps {
  id: string;
  form: string;
  /** It stands in a dialog, which says itself who else typed in it. */
  dialog?: boolean;
  children: (draft: DraftRow) => ReactNode;
}

/**
 * A draft with nothing in it but what was typed: what was only read from the record then may be another by now, and a form
 * that is saved must not take that back.
 */
export function asTyped(draft: DraftRow): DraftRow {
  const { values, changed } = draft;
  return changed === undefined
    ? draft
    : { ...draft, values: Object.fromEntries(Object.entries(values).filter(([field]) => changed.includes(field))) };
}

/** Loads a half-filled form, or begins one; renders the form once its values are known. */
export function DraftGate({ id, form, dialog = false, children }: DraftGateProps) {
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
  if (draft === null) return null;
  return (
    <UnreadTextsProvider begun={draft.unread}>
      {dialog ? children(draft) : <DraftOthers draft={draft}>{children(draft)}</DraftOthers>}
    </UnreadTextsProvider>
  );
}

/**
 * Keeps what is typed through a lock, a crash and a restart.
 * @param at address at which the form stands again, where that is not the one it was opened at
 */
export function useDraftKeeper(draft: DraftRow, at?: string): DraftKeeper {
  const database = useDatabase();
  const { person } = useDesk();
  const [location] = useLocation();
  const search = useSearch();
  const unread = useUnreadTexts();
  const path = at ?? (search === '' ? location : `${location}?${search}`);
  const [keeper] = useState(() =>
    createDraftKeeper(database, { ...draft, by: [...new Set([...(draft.by ?? []), person.id])], path }, unread),
  );
  useEffect(() => unread.listen(keeper.keepAgain), [unread, keeper]);
  useEffect(() => {
    const leave = () => keeper.leave();
    document.addEventListener('visibilitychange', leave);
    globalThis.addEventListener('pagehide', leave);
    return () => {
      document.removeEventListener('visibilitychange', leave);
      globalThis.removeEventListener('pagehide', leave);
      keeper.flush();
    };
  }, [keeper]);
  return keeper;
}
