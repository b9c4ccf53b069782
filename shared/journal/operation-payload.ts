import { z } from 'zod';

/** A row before and after: only changed fields; `null` before = the row is new, `null` after = the row was removed. */
const changeSchema = z.object({
  table: z.string(),
  key: z.string(),
  before: z.record(z.string(), z.unknown()).nullable(),
  after: z.record(z.string(), z.unknown()).nullable(),
});
export type Change = z.infer<typeof changeSchema>;

const confirmationSchema = z.object({
  personId: z.string(),
  /** Taken at this desk with the person's PIN, or recorded from paper. */
  by: z.enum(['pin', 'paper']),
  on: z.string(),
  /** Where the paper is filed, or the SHA-256 of its scan. */
  evidence: z.string(),
});
export type Confirmation = z.infer<typeof confirmationSchema>;

/**
 * One operation as the journal carries it and as several desks will exchange it: who, when, at which desk, under which
 * name, and the rows before and after.
 */
export const operationPayloadSchema = z.object({
  id: z.string(),
  book: z.string(),
  sequence: z.int(),
  at: z.iso.datetime(),
  actor: z.string(),
  desk: z.string(),
  name: z.string(),
  /** Why, where the operation asks for it (corrections, cancellations, reveals). */
  reason: z.string(),
  confirmations: z.array(confirmationSchema),
  changes: z.array(changeSchema),
  /** Record a repeated request is answered with. */
  resultId: z.string(),
  /** Data format in which a book began, on its first line; a book without it began in the first. */
  format: z.int().min(1).optional(),
});
export type OperationPayload = z.infer<typeof operationPayloadSchema>;
