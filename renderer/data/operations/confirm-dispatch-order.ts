import { z } from 'zod';
import { FailureError } from '../../../shared/contract/result.ts';
import { mayConfirm } from '../../../shared/domain/dispatch-steps.ts';
import { headsDepartment } from '../../../shared/domain/person.ts';
import { defineOperation, nothingToPrepare } from '../perform.ts';
import { representedBy } from '../represented.ts';
import { decisionInput, takeDecision } from '../take-decision.ts';

/**
 * The department head's word that a finished order may be archived (4:职责4): taken at this desk with the head's PIN, or
 * recorded from paper; a deputy gives it in the head's name. Failures: `noSuchStep`, `notHead` (another person than the
 * department's head), those of `representedBy` and `takeDecision`.
 */
export const confirmDispatchOrder = defineOperation({
  name: 'confirm-dispatch-order',
  input: decisionInput.extend({ id: z.string().min(1), onBehalfOf: z.string().max(64).default('') }),
  tables: ['dispatchOrders', 'departments'],
  prepare: nothingToPrepare,
  async run(context, input) {
    const order = await context.get('dispatchOrders', input.id);
    if (!mayConfirm(order)) throw new FailureError('noSuchStep', { state: order.state, action: 'confirm' });
    const department = await context.get('departments', order.departmentId);
    const { speaker, decider, evidence } = await representedBy(context, input);
    if (!headsDepartment(speaker, department)) throw new FailureError('notHead', { name: speaker.name });
    const headsWord = { ...takeDecision(context, { ...input, evidence }, order.finishedOn), onBehalfOf: input.onBehalfOf };
    await context.put('dispatchOrders', {
      ...order,
      headsWord,
      hops: [
        ...order.hops,
        {
          action: 'confirm',
          at: context.now,
          by: context.actorId,
          from: [department.name, decider.name].join(' '),
          to: '',
          opinion: input.opinion,
        },
      ],
    });
    return order.id;
  },
});
