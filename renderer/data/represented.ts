import { FailureError } from '../../shared/contract/result.ts';
import type { Person } from '../../shared/domain/person.ts';
import type { WriteContext } from './write-context.ts';

/**
 * Who speaks in a decision: the one who decides, or whom a deputy decides for; both names are kept (DOMAIN §1). A deputy
 * must say where the authorisation lies, and nobody deputises for himself (`ownDeputy`): what is named an authorised decision
 * would be his own. Other failures: `recordMissing`, `notReviewer` (the deputy has left), `deputyEvidenceMissing`.
 */
export async function representedBy(
  context: WriteContext,
  input: { decidedBy: string; onBehalfOf: string; evidence: string },
): Promise<{ speaker: Person; decider: Person; evidence: string }> {
  const decider = await context.get('people', input.decidedBy);
  const evidence = input.evidence.trim();
  if (input.onBehalfOf === input.decidedBy) throw new FailureError('ownDeputy', { name: decider.name });
  if (input.onBehalfOf === '') return { speaker: decider, decider, evidence };
  if (!decider.active) throw new FailureError('notReviewer', { name: decider.name });
  if (evidence === '') throw new FailureError('deputyEvidenceMissing');
  return { speaker: await context.get('people', input.onBehalfOf), decider, evidence };
}
