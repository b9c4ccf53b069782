import { z } from 'zod';
import { FailureError } from '../../../shared/contract/result.ts';
import { neededCopy } from '../../../shared/domain/reply-delivery.ts';
import { mayLeaveTheHouse } from '../../../shared/domain/reply-review.ts';
import { defineOperation, nothingToPrepare } from '../perform.ts';

/**
 * The copy to the other side (1:3.7.2, 1:3.7.3); for settled principle, very long or often repeated cases the property side
 * sends the main part only, and says why. Failures: `noSuchStep`, `copyNotNeeded`, `excerptReasonMissing`, `inTheFuture`,
 * `dateTooEarly` (before the approval).
 */
export const copyReply = defineOperation({
  name: 'copy-reply',
  input: z.object({
    id: z.string().min(1).max(64),
    excerptOnly: z.boolean().default(false),
    excerptReason: z.string().trim().max(300).default(''),
    receivedBy: z.string().trim().min(1, 'required').max(60),
    on: z.iso.date(),
  }),
  tables: ['replies'],
  prepare: nothingToPrepare,
  async run(context, input) {
    const letter = await context.get('replies', input.id);
    if (!mayLeaveTheHouse(letter) || letter.state === 'withdrawn' || letter.state === 'archived') {
      throw new FailureError('noSuchStep', { state: letter.state, action: 'copy' });
    }
    const to = neededCopy(letter);
    if (to === null) throw new FailureError('copyNotNeeded');
    // Only the property side may shorten what it sends (1:3.7.2).
    if (input.excerptOnly && (to !== 'marketingCustomerCentre' || input.excerptReason === '')) {
      throw new FailureError('excerptReasonMissing', { field: 'excerptReason' });
    }
    if (input.on > context.today) throw new FailureError('inTheFuture', { field: 'on' });
    if (input.on < letter.letterDate) throw new FailureError('dateTooEarly', { field: 'on', earliest: letter.letterDate });
    const { excerptOnly, excerptReason, receivedBy, on } = input;
    await context.put('replies', {
      ...letter,
      copies: [...letter.copies, { to, excerptOnly, excerptReason, receivedBy, on, by: context.actorId }],
    });
    return letter.id;
  },
});
