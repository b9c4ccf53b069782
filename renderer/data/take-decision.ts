import { z } from 'zod';
import { FailureError } from '../../shared/contract/result.ts';
import type { Decision } from '../../shared/domain/fields.ts';
import type { WriteContext } from './write-context.ts';

/** A decision as a screen hands it in: whose it is, and whether it was taken here or comes from paper. */
export const decisionInput = z.object({
  decidedBy: z.string().min(1, 'required').max(64),
  by: z.enum(['pin', 'paper']),
  on: z.iso.date(),
  /** Where the paper is filed, or the SHA-256 of its scan. */
  evidence: z.string().max(300).default(''),
  opinion: z.string().max(20_000).default(''),
});
export type DecisionInput = z.output<typeof decisionInput>;

/**
 * A decision by somebody who need not be at this PC (DOMAIN §1): taken at the desk with the PIN, or recorded from paper.
 * Whoever is unlocked at the desk has typed the PIN already. Whether the person may decide is the caller's rule.
 * Failures: `pinMissing`, `evidenceMissing` (paper without a filing place or scan), `inTheFuture`, `dateTooEarly`.
 * @param earliest the day from which it can have been taken: nobody decides on what is not there yet
 */
export function takeDecision(context: WriteContext, input: DecisionInput, earliest = ''): Decision {
  const { decidedBy, by, evidence, opinion } = input;
  const confirmed = context.confirmations.some((given) => given.personId === decidedBy && given.by === 'pin');
  if (by === 'pin' && decidedBy !== context.actorId && !confirmed) throw new FailureError('pinMissing');
  if (by === 'paper' && evidence.trim() === '') throw new FailureError('evidenceMissing');
  // What is confirmed by PIN happens now, whatever the form says.
  const on = by === 'pin' ? context.today : input.on;
  if (on > context.today) throw new FailureError('inTheFuture', { field: 'on' });
  if (on < earliest) throw new FailureError('dateTooEarly', { field: 'on', earliest });
  return { decidedBy, recordedBy: context.actorId, by, on, evidence, opinion };
}
