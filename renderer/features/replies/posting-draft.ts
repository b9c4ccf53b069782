import { z } from 'zod';
import { restoreFields } from '../../ui/restore-fields.ts';

const postingRow = z.object({
  chosen: z.boolean(),
  postalNumber: z.string(),
  receiptNumber: z.string(),
  /** `null` until somebody weighs it: the weight its pages suggest stands there. */
  weightGrams: z.number().nullable(),
  local: z.boolean(),
  returnReceipt: z.boolean(),
});
export type PostingRow = z.infer<typeof postingRow>;

/** What somebody typed into a posting list that is not made yet. What nobody touched is not in it, and follows day and book. */
const postingDraft = z.object({
  postOffice: z.string().default(''),
  postedOn: z.string().optional(),
  /** By the letter's id. */
  rows: z.record(z.string(), postingRow).default({}),
});
export type PostingDraft = z.infer<typeof postingDraft>;

/** The list as it was left. */
export function restorePosting(kept: Record<string, unknown>): PostingDraft {
  return restoreFields(postingDraft, postingDraft.parse({}), kept);
}
