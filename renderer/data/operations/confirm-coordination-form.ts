import { z } from 'zod';
import { FailureError } from '../../../shared/contract/result.ts';
import { defineOperation, nothingToPrepare } from '../perform.ts';

/**
 * The department head's word that a finished form may be archived (4:职责4): taken at this desk with the head's PIN, or
 * recorded from paper. Failures: `noSuchStep`, `notHead` (another person than the department's head), `pinMissing`,
 * `evidenceMissing` (paper without a filing place or scan).
 */
export const confirmCoordinationForm = defineOperation({
  name: 'confirm-coordination-form',
  input: z.object({
    id: z.string().min(1),
    headId: z.string().min(1, 'required'),
    by: z.enum(['pin', 'paper']),
    on: z.iso.date(),
    evidence: z.string().max(300).default(''),
    opinion: z.string().max(20_000).default(''),
  }),
  tables: ['coordinationForms', 'departments'],
  prepare: nothingToPrepare,
  async run(context, input) {
    const form = await context.get('coordinationForms', input.id);
    if (form.state !== 'done' && form.state !== 'customerTold') {
      throw new FailureError('noSuchStep', { state: form.state, action: 'confirm' });
    }
    const department = await context.get('departments', form.departmentId);
    const head = await context.get('people', input.headId);
    const isHead = department.headId === head.id || (head.departmentId === department.id && head.roles.includes('departmentHead'));
    if (!isHead) throw new FailureError('notHead', { name: head.name });
    if (input.by === 'pin' && !context.confirmations.some((given) => given.personId === head.id && given.by === 'pin')) {
      throw new FailureError('pinMissing');
    }
    if (input.by === 'paper' && input.evidence.trim() === '') throw new FailureError('evidenceMissing');
    if (input.on > context.today) throw new FailureError('inTheFuture', { field: 'on' });
    const { by, on, evidence, opinion } = input;
    await context.put('coordinationForms', {
      ...form,
      headsWord: { decidedBy: head.id, recordedBy: context.actorId, by, on, evidence, opinion },
    });
    return form.id;
  },
});
