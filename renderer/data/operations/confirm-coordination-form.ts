import { z } from 'zod';
import { FailureError } from '../../../shared/contract/result.ts';
import { localDateOf } from '../../../shared/domain/due-time.ts';
import { headsDepartment } from '../../../shared/domain/person.ts';
import { defineOperation, nothingToPrepare } from '../perform.ts';
import { representedBy } from '../represented.ts';
import { decisionInput, takeDecision } from '../take-decision.ts';

/**
 * The department head's word that a finished form may be archived (4:职责4): taken at this desk with the head's PIN, or
 * recorded from paper; a deputy gives it in the head's name. Failures: `noSuchStep`, `notHead` (another person than the
 * department's head), those of `representedBy` and `takeDecision`.
 */
export const confirmCoordinationForm = defineOperation({
  name: 'confirm-coordination-form',
  input: decisionInput.extend({ id: z.string().min(1), onBehalfOf: z.string().max(64).default('') }),
  tables: ['coordinationForms', 'departments'],
  prepare: nothingToPrepare,
  async run(context, input) {
    const form = await context.get('coordinationForms', input.id);
    if (form.state !== 'done' && form.state !== 'customerTold') {
      throw new FailureError('noSuchStep', { state: form.state, action: 'confirm' });
    }
    const department = await context.get('departments', form.departmentId);
    const { speaker, evidence } = await representedBy(context, input);
    if (!headsDepartment(speaker, department)) throw new FailureError('notHead', { name: speaker.name });
    // A form written by hand in an outage was done before it was typed in.
    const doneOn = localDateOf(form.doneAt, context.requireSettings().desk.zone);
    const earliest = doneOn < form.issuedOn ? doneOn : form.issuedOn;
    const headsWord = { ...takeDecision(context, { ...input, evidence }, earliest), onBehalfOf: input.onBehalfOf };
    await context.put('coordinationForms', { ...form, headsWord });
    return form.id;
  },
});
