import { useLiveQuery } from 'dexie-react-hooks';
import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from 'react';
import { v7 as newId } from 'uuid';
import type { Channel, ReceptionInput } from '../../shared/domain/reception.ts';
import type { DraftRow } from '../data/database.ts';
import { readOpenEntries, RECEPTION_DRAFT } from '../data/queries/first-screen.ts';
import { useMay } from './may.tsx';
import { useDatabase, useDesk } from './session.tsx';

/** Open calls and visits, and whether they are in front: any page can open one. */
export interface Entries {
  showing: boolean;
  /** Drafts of the open entries, oldest first. */
  drafts: readonly DraftRow[];
  /** Opens a new entry beside those already open; the start time is noted by itself. */
  open(channel: Channel, prefill?: Partial<ReceptionInput> & { putOffForId?: string }): Promise<string>;
  minimise(): void;
  restore(): void;
  searchOpen: boolean;
  setSearchOpen(open: boolean): void;
}

const EntriesContext = createContext<Entries | null>(null);

interface EntriesProviderProps {
  /** Those that are known already. */
  begun?: readonly DraftRow[] | undefined;
  children: ReactNode;
}

export function EntriesProvider({ begun, children }: EntriesProviderProps) {
  const database = useDatabase();
  const { session, person } = useDesk();
  const [inFront, setInFront] = useState(true);
  // Who may not log finds no half-filled call of somebody else's in front of every page.
  const mayLog = useMay()('log-reception');
  const found = useLiveQuery<readonly DraftRow[], typeof begun>(() => readOpenEntries(database), [database], begun);
  const drafts = useMemo(() => (mayLog ? (found ?? []) : []), [mayLog, found]);
  const showing = inFront && drafts.length > 0;
  const [searchOpen, setSearchOpen] = useState(false);

  const open = useCallback<Entries['open']>(
    async (channel, prefill = {}) => {
      const id = newId();
      const openedAt = session.clock.now();
      const values = { channel, occurredAt: openedAt, ...prefill };
      await database.drafts.put({ id, form: RECEPTION_DRAFT, openedAt, by: [person.id], values });
      setInFront(true);
      return id;
    },
    [database, session, person.id],
  );
  const minimise = useCallback(() => setInFront(false), []);
  const restore = useCallback(() => setInFront(true), []);
  const entries = useMemo(
    () => ({ showing, drafts, open, minimise, restore, searchOpen, setSearchOpen }),
    [showing, drafts, open, minimise, restore, searchOpen],
  );
  // A moment before anything is drawn: the page would appear and at once make way for an entry that was left open.
  if (found === undefined) return null;
  return <EntriesContext value={entries}>{children}</EntriesContext>;
}

export function useEntries(): Entries {
  const entries = useContext(EntriesContext);
  if (entries === null) throw new Error('useEntries outside the shell');
  return entries;
}
