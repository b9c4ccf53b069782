import { z } from 'zod';
import { FailureError } from '../../../shared/contract/result.ts';
import { mayUrge } from '../../../shared/domain/dispatch-steps.ts';
import { linkSource } from '../links.ts';
import { defineOperation, nothingToPrepare } from '../perform.ts';

export const urgeDispatchOrderInput = z.object({
  id: z.string().min(1),
  /** Who was urged; `''` = the worker on the ticket, else the department. */
  to: z.string().max(300).default(''),
  note: z.string().max(20_000).default(''),
  /** The entry in which the customer asked again; it is linked with the order. */
  sourceTable: z.string().max(40).default(''),
  sourceId: z.string().max(64).default(''),
});

/** 催办: notes that the worker was urged, when and by whom (4:职权1). Fails with `notOpenForUrging` once the work is done. */
export const urgeDispatchOrder = defineOperation({
  name: 'urge-dispatch-order',
  input: urgeDispatchOrderInput,
  tables: ['dispatchOrders', 'departments', 'receptions', 'letters', 'coordinationForms'],
  prepare: nothingToPrepare,
  async run(context, input) {
    const order = await context.get('dispatchOrders', input.id);
    if (!mayUrge(order)) throw new FailureError('notOpenForUrging');
    const department = await context.find('departments', order.departmentId);
    const to = [input.to.trim(), order.worker, department?.name ?? ''].find((name) => name !== '') ?? '';
    await context.put('dispatchOrders', {
      ...order,
      hops: [...order.hops, { action: 'urge', at: context.now, by: context.actorId, from: '', to, opinion: input.note }],
    });
    const source = { table: input.sourceTable, id: input.sourceId };
    await linkSource(context, source, { table: 'dispatchOrders', id: order.id, number: order.number });
    return order.id;
  },
});
