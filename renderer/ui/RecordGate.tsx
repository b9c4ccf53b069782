import { useLiveQuery } from 'dexie-react-hooks';
import { useState, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import type { RecordOf, TableName } from '../../shared/domain/record-tables.ts';
import { tableOf, type BookDatabase, type DraftRow } from '../data/database.ts';
import { DraftGate } from './drafts.tsx';
import { LeftForms } from './LeftForms.tsx';
import { NothingThere } from './RecordRoute.tsx';
import { useDatabase } from './session.tsx';
import { changesWhatIsGone } from './unfinished-forms.ts';

export interface RecordGateContent<Name extends TableName> {
  draft: DraftRow;
  /** `null` for a record that is not stored yet. */
  record: RecordOf<Name> | null;
  done(): void;
}

interface RecordGateProps<Name extends TableName> {
  table: Name;
  id: string;
  /** The record as its form shows it, where that is not as it is stored. The same function each time. */
  shown?: (database: BookDatabase, record: RecordOf<Name>) => Promise<RecordOf<Name>>;
  /** The record that a new one is begun from, by table and id; both `''` for one of its own. */
  begunFrom?: { table: string; id: string };
  children: (content: RecordGateContent<Name>) => ReactNode;
}

/** Reads a record and what was half typed into its form; makes the form anew after it was saved or given up. */
export function RecordGate<Name extends TableName>({ table, id, shown, begunFrom, children }: RecordGateProps<Name>) {
  const database = useDatabase();
  const [round, setRound] = useState(0);
  const [location] = useLocation();
  const found = useLiveQuery(async (): Promise<{ record: RecordOf<Name> | null; gone: boolean }> => {
    const stored = await tableOf(database, table).get(id);
    if (stored !== undefined) return { record: shown === undefined ? stored : await shown(database, stored), gone: false };
    const draft = await database.drafts.get(`${table}/${id}`);
    return { record: null, gone: draft !== undefined && (await changesWhatIsGone(database, draft)) };
  }, [database, table, id, shown, round]);
  if (found === undefined) return null;
  const { record, gone } = found;
  // A change of what is no longer there is no new record.
  if (gone) {
    const list = location.slice(0, location.lastIndexOf('/'));
    return (
      <NothingThere list={list}>
        <LeftForms table={table} list={list} />
      </NothingThere>
    );
  }
  return (
    // Once it is stored, what it was begun from is nothing to it.
    <DraftGate key={`${id}/${round}`} id={`${table}/${id}`} form={table} {...(record === null && begunFrom !== undefined && { begunFrom })}>
      {(draft) => children({ draft, record, done: () => setRound(round + 1) })}
    </DraftGate>
  );
}
