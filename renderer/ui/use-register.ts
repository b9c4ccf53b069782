import { useLiveQuery } from 'dexie-react-hooks';
import { useCallback, useState } from 'react';
import type { RecordOf } from '../../shared/domain/record-tables.ts';
import { readRegister, type ListedTable, type RegisterFilter } from '../data/queries/register-page.ts';
import { useDatabase } from './session.tsx';

const PAGE = 100;

/**
 * A register's rows inside a filter, kept up to date, a page more each time the end comes into sight.
 * @param beginAt index of the row that is shown first: what stands before it is read with it
 */
export function useRegister<Name extends ListedTable>(
  name: Name,
  filter: RegisterFilter | null,
  beginAt = 0,
): { rows: RecordOf<Name>[]; more: () => void } {
  const database = useDatabase();
  const key = JSON.stringify(filter);
  const [asked, setAsked] = useState({ key, limit: (Math.floor(beginAt / PAGE) + 1) * PAGE });
  if (asked.key !== key) setAsked({ key, limit: PAGE });
  const { limit } = asked;
  const rows = useLiveQuery(() => (filter === null ? [] : readRegister(database, name, filter, limit)), [database, name, key, limit]);
  const count = rows?.length ?? 0;
  const more = useCallback(() => {
    if (count >= limit) setAsked({ key, limit: limit + PAGE });
  }, [count, key, limit]);
  return { rows: rows ?? [], more };
}
