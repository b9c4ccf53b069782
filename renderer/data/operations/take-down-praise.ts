import { z } from 'zod';
import { FailureError } from '../../../shared/contract/result.ts';
import type { Hanging } from '../../../shared/domain/praise-posting.ts';
import { defineOperation, nothingToPrepare } from '../perform.ts';

/**
 * Notes when the original (`departmentId` empty) or a department's copy was taken down. Failures: `notHanging`,
 * `inTheFuture`, `dateTooEarly` (before it was posted).
 */
export const takeDownPraise = defineOperation({
  name: 'take-down-praise',
  input: z.object({
    id: z.string().min(1),
    departmentId: z.string().max(64).default(''),
    /** `''` = today. */
    on: z.union([z.literal(''), z.iso.date()]).default(''),
  }),
  tables: ['praises'],
  prepare: nothingToPrepare,
  async run(context, input) {
    const praise = await context.get('praises', input.id);
    const on = input.on === '' ? context.today : input.on;
    if (on > context.today) throw new FailureError('inTheFuture', { field: 'on' });

    function takeDown<Hung extends Hanging>(hung: Hung | null | undefined): Hung {
      if (hung === null || hung === undefined || hung.takenDownOn !== '') throw new FailureError('notHanging');
      if (on < hung.on) throw new FailureError('dateTooEarly', { field: 'on', earliest: hung.on });
      return { ...hung, takenDownOn: on };
    }

    if (input.departmentId === '') {
      await context.put('praises', { ...praise, original: takeDown(praise.original) });
    } else {
      const taken = takeDown(praise.copies.find((copy) => copy.departmentId === input.departmentId));
      await context.put('praises', {
        ...praise,
        copies: praise.copies.map((copy) => (copy.departmentId === input.departmentId ? taken : copy)),
      });
    }
    return praise.id;
  },
});
