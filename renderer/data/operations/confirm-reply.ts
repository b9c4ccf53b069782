import { z } from 'zod';
import { FailureError } from '../../../shared/contract/result.ts';
import { localDateOf } from '../../../shared/domain/due-time.ts';
import { nextConfirmationOn } from '../../../shared/domain/reply-delivery.ts';
import { postedAt } from '../../../shared/domain/reply-steps.ts';
import { defineOperation, nothingToPrepare } from '../perform.ts';
import { stepReply } from '../reply-step.ts';

export const confirmReplyInput = z.object({
  id: z.string().min(1).max(64),
  at: z.union([z.literal(''), z.iso.datetime()]).default(''),
  phone: z.string().max(60).default(''),
  spokenTo: z.string().trim().max(60).default(''),
  outcome: z.enum(['hasIt', 'hasNot', 'notReached']),
  note: z.string().max(20_000).default(''),
});

/**
 * The call three days after posting (1:3.6): is the letter in the customer's own hands? Whoever has it makes the letter
 * confirmed; otherwise it is tried again on the working day after the call. Failures: `noSuchStep`, `inTheFuture`, `beforePosting`,
 * `spokenToMissing`.
 */
export const confirmReply = defineOperation({
  name: 'confirm-reply',
  input: confirmReplyInput,
  tables: ['replies', 'holidays'],
  prepare: nothingToPrepare,
  async run(context, input) {
    const letter = await context.get('replies', input.id);
    const confirmed = stepReply(letter, 'confirm', context.actor?.roles ?? []);
    const at = input.at === '' ? context.now : input.at;
    if (at > context.now) throw new FailureError('inTheFuture', { field: 'at' });
    const { zone } = context.requireSettings().desk;
    if (at < postedAt(letter, zone)) throw new FailureError('beforePosting', { field: 'at' });
    if (input.outcome !== 'notReached' && input.spokenTo === '') throw new FailureError('spokenToMissing', { field: 'spokenTo' });
    const { id: _letter, ...call } = input;
    const confirmations = [...letter.confirmations, { ...call, at, by: context.actorId }];
    if (input.outcome === 'hasIt') {
      await context.put('replies', { ...confirmed, confirmations });
    } else {
      const years = await context.database.holidays.toArray();
      await context.put('replies', { ...letter, confirmations, confirmDueOn: nextConfirmationOn(localDateOf(at, zone), years).date });
    }
    return letter.id;
  },
});
