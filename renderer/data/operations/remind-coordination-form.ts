import { z } from 'zod';
import { FailureError } from '../../../shared/contract/result.ts';
import { defineOperation, nothingToPrepare } from '../perform.ts';

/** 催办: notes that the department was reminded, when and by whom (4:职权1). Fails with `noSuchStep` once the work is done. */
export const remindCoordinationForm = defineOperation({
  name: 'remind-coordination-form',
  input: z.object({ id: z.string().min(1), to: z.string().max(60).default(''), note: z.string().max(300).default('') }),
  tables: ['coordinationForms'],
  prepare: nothingToPrepare,
  async run(context, input) {
    const form = await context.get('coordinationForms', input.id);
    if (form.state !== 'issued' && form.state !== 'received') throw new FailureError('noSuchStep', { state: form.state, action: 'remind' });
    await context.put('coordinationForms', {
      ...form,
      reminders: [...form.reminders, { at: context.now, by: context.actorId, to: input.to, note: input.note }],
    });
    return form.id;
  },
});
