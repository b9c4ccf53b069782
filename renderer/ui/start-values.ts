import type { z } from 'zod';

/**
 * Values a form begins with: what is stored, with what was typed before over it. A draft that no longer fits the form
 * (an older version's) is left aside rather than shown broken.
 */
export function startValues<Schema extends z.ZodObject>(
  schema: Schema,
  stored: object,
  draft: Record<string, unknown>,
  empty: z.output<Schema>,
): z.output<Schema> {
  const kept = Object.fromEntries(Object.entries({ ...stored }).filter(([key]) => key in schema.shape));
  const typed = { ...empty, ...kept, ...draft };
  // Half-typed text may break a rule (an empty name), never a type: those are what the draft is for.
  const whole = schema.safeParse(typed);
  if (whole.success || whole.error.issues.every((issue) => issue.code === 'too_small' || issue.code === 'invalid_format'))
    return { ...empty, ...typed };
  return { ...empty, ...kept };
}
