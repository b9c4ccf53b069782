import { z } from 'zod';
import { FailureError } from '../../../shared/contract/result.ts';
import { THANKED_HOW } from '../../../shared/domain/praise-posting.ts';
import { defineOperation, nothingToPrepare } from '../perform.ts';

/** Notes how and when the customer was thanked (DOMAIN §6). Failures: `alreadyCancelled`, `reasonMissing`, `inTheFuture`. */
export const thankPraiseCustomer = defineOperation({
  name: 'thank-praise-customer',
  input: z.object({
    id: z.string().min(1),
    how: z.enum(THANKED_HOW),
    /** `''` = now. */
    at: z.union([z.literal(''), z.iso.datetime()]).default(''),
  }),
  tables: ['praises'],
  prepare: nothingToPrepare,
  async run(context, input) {
    const praise = await context.get('praises', input.id);
    if (praise.state === 'cancelled') throw new FailureError('alreadyCancelled');
    if (praise.thankedAt !== '' && context.reason.trim() === '') throw new FailureError('reasonMissing');
    const at = input.at === '' ? context.now : input.at;
    if (at > context.now) throw new FailureError('inTheFuture', { field: 'at' });
    await context.put('praises', { ...praise, thankedHow: input.how, thankedAt: at });
    return praise.id;
  },
});
