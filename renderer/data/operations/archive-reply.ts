import { z } from 'zod';
import { FailureError } from '../../../shared/contract/result.ts';
import { openDuties } from '../../../shared/domain/reply-delivery.ts';
import { defineOperation, nothingToPrepare } from '../perform.ts';
import { stepReply } from '../reply-step.ts';

/**
 * Files a complete letter (1:3.8): by the customer centre, or by the property side on its behalf. Failures: `noSuchStep`,
 * `dutyOpen` (who is still to be told, the copy that is missing).
 */
export const archiveReply = defineOperation({
  name: 'archive-reply',
  input: z.object({
    id: z.string().min(1).max(64),
    number: z.string().trim().min(1, 'required').max(60),
    place: z.string().trim().min(1, 'required').max(300),
    onBehalf: z.boolean().default(false),
  }),
  tables: ['replies'],
  prepare: nothingToPrepare,
  async run(context, input) {
    const letter = await context.get('replies', input.id);
    const next = stepReply(letter, 'archive', context.actor?.roles ?? []);
    const [duty] = openDuties(letter).filter((one) => one !== 'archive');
    if (duty !== undefined) throw new FailureError('dutyOpen', { duty });
    const { number, place, onBehalf } = input;
    await context.put('replies', { ...next, archive: { number, place, onBehalf, on: context.today, by: context.actorId } });
    return letter.id;
  },
});
