import { z } from 'zod';
import { useKeptFields } from './use-kept-fields.ts';

/**
 * Fields of a dialog inside `KeptDialog` that stand in the record as one group, and are kept as one: an opinion is that of whoever
 * gave it, and must not become another's because the record would offer another by now.
 * @param field the record's name for the group
 */
export function useKeptGroup<Values extends object>(field: string, schema: z.ZodType<Values>, begun: Values, onClose: () => void) {
  const { values: groups, set: setGroup, operationId, modal } = useKeptFields(z.object({ [field]: schema }), { [field]: begun }, onClose);
  const values = groups[field] ?? begun;
  return {
    values,
    // Of what it holds by then: two fields may change in one go.
    set: (change: Partial<Values>) => setGroup((held) => ({ [field]: { ...(held[field] ?? begun), ...change } })),
    operationId,
    modal,
  };
}
