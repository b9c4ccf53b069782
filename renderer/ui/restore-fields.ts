import type { z } from 'zod';

/** What breaks a rule, not the form: half-typed text is what drafts are for, and the form says what is wrong with it. */
const RULES: readonly string[] = ['too_small', 'too_big', 'invalid_format', 'custom'];

/**
 * What was kept of a half-filled form over what the form begins with. A field that no longer fits (an older version's draft)
 * is left out, and not the others with it.
 */
export function restoreFields<Schema extends z.ZodObject>(
  schema: Schema,
  begun: z.output<Schema>,
  kept: Record<string, unknown>,
): z.output<Schema> {
  const whole = schema.safeParse({ ...begun, ...kept });
  if (whole.success) return whole.data;
  const unfit = new Set(whole.error.issues.filter(({ code }) => !RULES.includes(code)).map(({ path }) => path[0]));
  return { ...begun, ...Object.fromEntries(Object.entries(kept).filter(([field]) => field in schema.shape && !unfit.has(field))) };
}
