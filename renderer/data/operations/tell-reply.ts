import { z } from 'zod';
import { FailureError } from '../../../shared/contract/result.ts';
import { currentPosting } from '../../../shared/domain/reply-delivery.ts';
import { defineOperation, nothingToPrepare } from '../perform.ts';

/**
 * Tells the marketing VP or the general manager that a letter is complete (1:3.5). Failures: `noSuchStep`, `notToBeTold`
 * (another role), `alreadyTold`, `inTheFuture`, `dateTooEarly` (before it was posted).
 */
export const tellReply = defineOperation({
  name: 'tell-reply',
  input: z.object({
    id: z.string().min(1).max(64),
    personId: z.string().min(1, 'required').max(64),
    role: z.enum(['marketingVP', 'generalManager']),
    how: z.string().trim().min(1, 'required').max(300),
    on: z.iso.date(),
  }),
  tables: ['replies'],
  prepare: nothingToPrepare,
  async run(context, input) {
    const letter = await context.get('replies', input.id);
    if (letter.state !== 'complete') throw new FailureError('noSuchStep', { state: letter.state, action: 'tell' });
    const person = await context.get('people', input.personId);
    if (!person.roles.includes(input.role)) throw new FailureError('notToBeTold', { name: person.name });
    if (letter.tellings.some((telling) => telling.role === input.role)) throw new FailureError('alreadyTold', { name: person.name });
    if (input.on > context.today) throw new FailureError('inTheFuture', { field: 'on' });
    const postedOn = currentPosting(letter)?.postedOn ?? '';
    if (input.on < postedOn) throw new FailureError('dateTooEarly', { field: 'on', earliest: postedOn });
    const { personId, role, how, on } = input;
    const telling = { personId, name: person.name, role, on, by: context.actorId, how };
    await context.put('replies', { ...letter, tellings: [...letter.tellings, telling] });
    return letter.id;
  },
});
