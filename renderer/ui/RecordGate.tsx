import { useLiveQuery } from 'dexie-react-hooks';
import { useState, type ReactNode } from 'react';
import type { RecordOf, TableName } from '../../shared/domain/record-tables.ts';
import { tableOf, type BookDatabase, type DraftRow } from '../data/database.ts';
import { DraftGate } from './drafts.tsx';
import { useDatabase } from './session.tsx';

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
  children: (content: RecordGateContent<Name>) => ReactNode;
}

/** Reads a record and what was half typed into its form; makes the form anew after it was saved or given up. */
export function RecordGate<Name extends TableName>({ table, id, shown, children }: RecordGateProps<Name>) {
  const database = useDatabase();
  const [round, setRound] = useState(0);
  const record = useLiveQuery(async () => {
    const stored = await tableOf(database, table).get(id);
    return stored === undefined ? null : (shown?.(database, stored) ?? stored);
  }, [database, table, id, shown, round]);
  if (record === undefined) return null;
  return (
    <DraftGate key={`${id}/${round}`} id={`${table}/${id}`} form={table}>
      {(draft) => children({ draft, record, done: () => setRound(round + 1) })}
    </DraftGate>
  );
}
