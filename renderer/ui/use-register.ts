import { useLiveQuery } from 'dexie-react-hooks';
import { useCallback, useEffect, useState } from 'react';
import type { RecordOf } from '../../shared/domain/record-tables.ts';
import { readRegister, type ListedTable, type RegisterFilter } from '../data/queries/register-page.ts';
import { useDatabase } from './session.tsx';

const PAGE = 100;

/** A register's rows inside a filter, kept up to date, a page more each time the end comes into sight. */
export function useRegister<Name extends ListedTable>(
  name: Name,
  filter: RegisterFilter | null,
): { rows: RecordOf<Name>[]; more: () => void } {
  const database = useDatabase();
  const [limit, setLimit] = useState(PAGE);
  const key = JSON.stringify(filter);
  useEffect(() => setLimit(PAGE), [key]);
  const rows = useLiveQuery(() => (filter === null ? [] : readRegister(database, name, filter, limit)), [database, name, key, limit]);
  const count = rows?.length ?? 0;
  const more = useCallback(() => {
    if (count >= limit) setLimit(limit + PAGE);
  }, [count, limit]);
  return { rows: rows ?? [], more };
}
