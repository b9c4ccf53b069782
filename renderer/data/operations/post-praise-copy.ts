import { z } from 'zod';
import { FailureError } from '../../../shared/contract/result.ts';
import { praisedDepartments, praiseState } from '../../../shared/domain/praise-posting.ts';
import { defineOperation, nothingToPrepare } from '../perform.ts';
import { hang, hangingInput } from './post-praise-original.ts';

/** A copy is posted in a praised employee's department (2:3.3.3). Failures: `notPraisedHere`, those of `hang`. */
export const postPraiseCopy = defineOperation({
  name: 'post-praise-copy',
  input: hangingInput.extend({ departmentId: z.string().min(1, 'required').max(64) }),
  tables: ['praises', 'departments'],
  prepare: nothingToPrepare,
  async run(context, input) {
    const before = await context.get('praises', input.id);
    const { departmentId } = input;
    if (!praisedDepartments(before).includes(departmentId)) throw new FailureError('notPraisedHere');
    const hung = before.copies.find((copy) => copy.departmentId === departmentId);
    const copy = { ...(await hang(context, before, hung, input)), departmentId };
    const praise = { ...before, copies: [...before.copies.filter((one) => one.departmentId !== departmentId), copy] };
    await context.put('praises', { ...praise, state: praiseState(praise) });
    return praise.id;
  },
});
