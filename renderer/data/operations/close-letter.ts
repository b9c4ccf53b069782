import { z } from 'zod';
import { FailureError } from '../../../shared/contract/result.ts';
import { letterNextStep } from '../../../shared/domain/letter.ts';
import { defineOperation, nothingToPrepare } from '../perform.ts';

/**
 * Closes a letter once the procedure's step for its category is done. Failures: `stepOpen` (which), `replyOpen` (a reply is
 * needed and none is noted), `inTheFuture` (a reply that has yet to be given), `dateTooEarly` (one from before the letter
 * came), `alreadyClosed`.
 */
export const closeLetter = defineOperation({
  name: 'close-letter',
  input: z.object({
    id: z.string().min(1),
    result: z.string().max(20_000).default(''),
    replyNumber: z.string().max(60).default(''),
    repliedOn: z.union([z.literal(''), z.iso.date()]).default(''),
    keptWhere: z.string().max(300).default(''),
  }),
  tables: ['letters'],
  prepare: nothingToPrepare,
  async run(context, input) {
    const letter = await context.get('letters', input.id);
    if (letter.state === 'closed') throw new FailureError('alreadyClosed');
    const step = letterNextStep(letter);
    // A reply sent outside the app is noted by the closing itself.
    if (step !== 'close' && step !== 'reply') throw new FailureError('stepOpen', { step });
    const repliedOn = input.repliedOn === '' ? letter.repliedOn : input.repliedOn;
    if (letter.replyNeeded === 'yes' && repliedOn === '') throw new FailureError('replyOpen');
    if (repliedOn > context.today) throw new FailureError('inTheFuture', { field: 'repliedOn' });
    if (repliedOn !== '' && repliedOn < letter.receivedOn) {
      throw new FailureError('dateTooEarly', { field: 'repliedOn', earliest: letter.receivedOn });
    }
    await context.put('letters', {
      ...letter,
      state: 'closed',
      closedOn: context.today,
      result: input.result,
      replyNumber: input.replyNumber === '' ? letter.replyNumber : input.replyNumber,
      repliedOn,
      keptWhere: input.keptWhere === '' ? letter.keptWhere : input.keptWhere,
    });
    return letter.id;
  },
});
