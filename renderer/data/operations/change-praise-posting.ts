import { FailureError } from '../../../shared/contract/result.ts';
import { praiseState, somethingHangs } from '../../../shared/domain/praise-posting.ts';
import { canonicalUnit } from '../../../shared/domain/unit-notation.ts';
import { defineOperation } from '../perform.ts';
import { supersedePrints } from '../prints.ts';
import { checkPraise, openPraisePostingInput, praiseKeys } from './open-praise-posting.ts';

/**
 * Completes or corrects a praise posting; with a reason once something hangs (DOMAIN §15). A department more opens it again,
 * one less may close it. Failures: `reasonMissing`, `alreadyCancelled`, `inTheFuture`.
 */
export const changePraisePosting = defineOperation({
  name: 'change-praise-posting',
  input: openPraisePostingInput,
  tables: ['praises', 'departments', 'prints'],
  prepare: (input) => praiseKeys(input),
  async run(context, input, keys) {
    const before = await context.get('praises', input.id);
    if (before.state === 'cancelled') throw new FailureError('alreadyCancelled');
    if (somethingHangs(before) && context.reason.trim() === '') throw new FailureError('reasonMissing');
    await checkPraise(context, input);
    const { letterId, letterNumber, sourceTable, sourceId } = before;
    const praise = {
      ...before,
      ...input,
      // Where a praise came from is a fact of its opening, not of a correction.
      letterId,
      letterNumber,
      sourceTable,
      sourceId,
      unit: canonicalUnit(input.unit),
      receivedOn: input.receivedOn === '' ? before.receivedOn : input.receivedOn,
      keys,
    };
    await context.put('praises', { ...praise, state: praiseState(praise) });
    await supersedePrints(context, input.id);
    return input.id;
  },
});
