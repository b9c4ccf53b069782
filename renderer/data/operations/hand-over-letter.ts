import { z } from 'zod';
import { FailureError } from '../../../shared/contract/result.ts';
import { letterNextStep } from '../../../shared/domain/letter.ts';
import { stepTime } from '../../../shared/domain/step-time.ts';
import { defineOperation, nothingToPrepare } from '../perform.ts';

/**
 * A work letter goes to administration (2:3.3.4): by whom, to whom, when. Failures: `notForHandingOver` (the category sends
 * it elsewhere), `notAdministration` (another department), `inTheFuture`, `beforePreviousStep` (before it was received).
 */
export const handOverLetter = defineOperation({
  name: 'hand-over-letter',
  input: z.object({
    id: z.string().min(1),
    to: z.string().trim().min(1, 'required').max(60),
    toPersonId: z.string().max(64).default(''),
    departmentId: z.string().min(1, 'required').max(64),
    at: z.union([z.literal(''), z.iso.datetime()]).default(''),
    note: z.string().max(300).default(''),
  }),
  tables: ['letters', 'departments'],
  prepare: nothingToPrepare,
  async run(context, input) {
    const letter = await context.get('letters', input.id);
    if (letterNextStep(letter) !== 'handOver') throw new FailureError('notForHandingOver');
    const department = await context.get('departments', input.departmentId);
    if (!department.isAdministration) throw new FailureError('notAdministration', { field: 'departmentId', name: department.name });
    const when = stepTime(letter.receivedAt, input.at, context.now);
    if ('problem' in when) throw new FailureError(when.problem, { field: 'at' });
    const { at } = when;
    const { to, toPersonId, departmentId, note } = input;
    await context.put('letters', { ...letter, departmentId, handedOver: { by: context.actorId, to, toPersonId, departmentId, at, note } });
    return letter.id;
  },
});
