import { FailureError } from '../../../shared/contract/result.ts';
import { localDateOf } from '../../../shared/domain/due-time.ts';
import { letterNeedsReason, reopenedLetter } from '../../../shared/domain/letter.ts';
import { canonicalUnit } from '../../../shared/domain/unit-notation.ts';
import { linkFollowed } from '../links.ts';
import { defineOperation } from '../perform.ts';
import { checkLetterDates, letterKeys, registerLetterInput, replyDue } from './register-letter.ts';

/**
 * Completes or corrects a letter's entry; with a reason once it was decided on, handed over or closed (DOMAIN §15):
 * `reasonMissing` otherwise. A closed letter whose category now asks for another step is open again. Further failures:
 * `inTheFuture`, `dateTooLate`, `beforePreviousStep` (received after it was handed over, decided on or answered).
 */
export const changeLetter = defineOperation({
  name: 'change-letter',
  input: registerLetterInput,
  tables: ['letters', 'holidays'],
  prepare: (input) => letterKeys(input),
  async run(context, input, keys) {
    const before = await context.get('letters', input.id);
    if (letterNeedsReason(before) && context.reason.trim() === '') throw new FailureError('reasonMissing');
    const receivedAt = input.receivedAt === '' ? before.receivedAt : input.receivedAt;
    if (receivedAt > context.now) throw new FailureError('inTheFuture', { field: 'receivedAt' });
    checkLetterDates(context, input);
    const receivedOn = localDateOf(receivedAt, context.requireSettings().desk.zone);
    const { handedOver, decision, repliedOn } = before;
    const dayAfter = [decision?.on ?? '', repliedOn].some((on) => on !== '' && receivedOn > on);
    if ((handedOver !== null && receivedAt > handedOver.at) || dayAfter) {
      throw new FailureError('beforePreviousStep', { field: 'receivedAt' });
    }
    await context.put(
      'letters',
      reopenedLetter({
        ...before,
        ...input,
        unit: canonicalUnit(input.unit),
        receivedAt,
        receivedOn,
        receivedBy: input.receivedBy === '' ? before.receivedBy : input.receivedBy,
        replyDueOn: await replyDue(context, input, receivedOn),
        decision: input.category === 'complaint' ? before.decision : null,
        keys,
      }),
    );
    await linkFollowed(context, 'letters', before, { before: before.followsId, now: input.followsId });
    return input.id;
  },
});
