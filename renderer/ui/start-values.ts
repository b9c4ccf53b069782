import type { z } from 'zod';
import { restoreFields } from './restore-fields.ts';

/** Values a form of one record begins with: what is stored, with what was typed before over it. */
export function startValues<Schema extends z.ZodObject>(
  schema: Schema,
  stored: object,
  draft: Record<string, unknown>,
  empty: z.output<Schema>,
): z.output<Schema> {
  const fields = Object.fromEntries(Object.entries({ ...stored }).filter(([key]) => key in schema.shape));
  return restoreFields(schema, { ...empty, ...fields }, draft);
}
