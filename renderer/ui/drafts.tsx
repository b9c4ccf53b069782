import { Alert } from '@mantine/core';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useSearch } from 'wouter';
import type { CoordinationInput } from '../../shared/domain/coordination-form.ts';
import type { DispatchInput } from '../../shared/domain/dispatch-order.ts';
import type { PraiseInput } from '../../shared/domain/praise-posting.ts';
import type { ReplyInput } from '../../shared/domain/reply-letter.ts';
import { BUSINESS_TABLES, tableOf, type BookDatabase, type DraftRow } from '../data/database.ts';
import { DraftOthers } from './draft-others.tsx';
import { createDraftKeeper, type DraftKeeper } from './draft-keeper.ts';
import { useDatabase, useDesk } from './session.tsx';
import { isDoneAlready } from './unfinished-forms.ts';
import { UnreadTextsProvider, useUnreadTexts } from './unread-texts.tsx';

interface DraftGateProps {
  id: string;
  form: string;
  /** It stands in a dialog, which says itself who else typed in it. */
  dialog?: boolean;
  /** The record that a new one is begun from, by table and id; both `''` for one of its own. */
  begunFrom?: { table: string; id: string };
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

/** What leads from a new record to the one it was begun from. */
const LINKS: readonly string[] = [
  'sourceTable',
  'sourceId',
  'sourceNumber',
  'reworkOfId',
  'reworkOfNumber',
  'letterId',
  'letterNumber',
  'answers',
] satisfies (keyof CoordinationInput | keyof DispatchInput | keyof PraiseInput | keyof ReplyInput)[];

/** A draft whose source is gone: what the form had taken over from it stands nowhere else any more, so it counts as typed. */
export function withoutSource({ changed: _all, values, ...draft }: DraftRow): DraftRow {
  return { ...draft, values: Object.fromEntries(Object.entries(values).filter(([field]) => !LINKS.includes(field))) };
}

/** Whether the record is there no more: the book can be brought back to before it was entered. */
async function isGone(database: BookDatabase, { table, id }: { table: string; id: string }): Promise<boolean> {
  const name = BUSINESS_TABLES.find((one) => one === table);
  return name !== undefined && id !== '' && (await tableOf(database, name).where(':id').equals(id).count()) === 0;
}

const OF_ITS_OWN = { table: '', id: '' };

async function leftDraft(database: BookDatabase, id: string): Promise<DraftRow | undefined> {
  // What an earlier program kept of a dialog goes by an id of its own, and has the address that this one goes by.
  const found = (await database.drafts.get(id)) ?? (await database.drafts.filter(({ path }) => path === id).first());
  return found === undefined || (await isDoneAlready(database, found)) ? undefined : found;
}

/** Loads a half-filled form, or begins one; renders the form once its values are known. */
export function DraftGate({ id, form, dialog = false, begunFrom = OF_ITS_OWN, children }: DraftGateProps) {
  const { t } = useTranslation('common');
  const database = useDatabase();
  const { session } = useDesk();
  const [draft, setDraft] = useState<DraftRow | null>(null);
  const [sourceGone, setSourceGone] = useState(false);
  const { table: sourceTable, id: sourceId } = begunFrom;
  useEffect(() => {
    let wanted = true;
    async function load(): Promise<void> {
      const found = await leftDraft(database, id);
      const gone = found !== undefined && (await isGone(database, { table: sourceTable, id: sourceId }));
      if (!wanted) return;
      setSourceGone(gone);
      if (found === undefined) setDraft({ id, form, openedAt: session.clock.now(), values: {} });
      else setDraft(gone ? withoutSource(found) : asTyped(found));
    }
    void load();
    return () => {
      wanted = false;
    };
  }, [database, session, id, form, sourceTable, sourceId]);
  if (draft === null) return null;
  return (
    <UnreadTextsProvider begun={draft.unread}>
      {sourceGone && (
        <Alert color="orange" py={6} mb="xs" role="status">
          {t('draftOf.sourceGone')}
        </Alert>
      )}
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
