import { useCallback, useEffect, useState } from 'react';
import type { z } from 'zod';
import { useDatabase } from './session.tsx';

/**
 * State of a screen that is remembered (filters, order), beside the book and not in it. `null` until it has been read; what
 * no longer fits the schema counts as not remembered.
 */
export function useScreenState<Schema extends z.ZodType>(
  id: string,
  schema: Schema,
  initial: z.output<Schema>,
): [z.output<Schema> | null, (value: z.output<Schema>) => void] {
  const database = useDatabase();
  const [value, setValue] = useState<z.output<Schema> | null>(null);
  useEffect(() => {
    let wanted = true;
    void database.screenState.get(id).then((row) => {
      const parsed = schema.safeParse(row?.value);
      if (wanted) setValue(() => (parsed.success ? parsed.data : initial));
    });
    return () => {
      wanted = false;
    };
    // The initial value is only the fallback of the first read.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [database, id, schema]);
  const change = useCallback(
    (next: z.output<Schema>) => {
      setValue(() => next);
      void database.screenState.put({ id, value: next });
    },
    [database, id],
  );
  return [value, change];
}
