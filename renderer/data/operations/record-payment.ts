import { z } from 'zod';
import { FailureError } from '../../../shared/contract/result.ts';
import { PAYMENT_MEANS } from '../../../shared/domain/dispatch-order.ts';
import { mayPay, moneyProblem } from '../../../shared/domain/dispatch-steps.ts';
import { fen } from '../../../shared/domain/fields.ts';
import { formatYuan } from '../../../shared/domain/money.ts';
import { defineOperation, nothingToPrepare } from '../perform.ts';

export const recordPaymentInput = z.object({
  id: z.string().min(1),
  means: z.enum(['', ...PAYMENT_MEANS]).default(''),
  /** What came in now, in fen; added to what came in before. */
  amountFen: fen,
  receiptNumber: z.string().trim().max(100).default(''),
  at: z.union([z.literal(''), z.iso.datetime()]).default(''),
  collectedBy: z.string().max(64).default(''),
  /** What is let off, in fen, with reason and by whom; added to what was let off before. */
  waivedFen: fen,
  waivedBy: z.string().max(64).default(''),
  waivedReason: z.string().trim().max(300).default(''),
});

/**
 * Money of a finished order that came in later, or was let off (4:职权4). Failures: `noSuchStep` (not finished yet, or filed),
 * `nothingPaid`, `inTheFuture`, those of `moneyProblem`.
 */
export const recordPayment = defineOperation({
  name: 'record-payment',
  input: recordPaymentInput,
  tables: ['dispatchOrders'],
  prepare: nothingToPrepare,
  async run(context, input) {
    const order = await context.get('dispatchOrders', input.id);
    if (!mayPay(order)) throw new FailureError('noSuchStep', { state: order.state, action: 'pay' });
    if (input.amountFen === 0 && input.waivedFen === 0) throw new FailureError('nothingPaid');
    const at = input.at === '' ? context.now : input.at;
    if (at > context.now) throw new FailureError('inTheFuture', { field: 'at' });
    const { payment } = order;
    const paid = {
      ...order,
      ...(input.waivedFen > 0 && {
        waivedFen: order.waivedFen + input.waivedFen,
        waivedBy: input.waivedBy,
        waivedReason: input.waivedReason,
      }),
      ...(input.amountFen > 0 && {
        payment: {
          means: input.means,
          receivedFen: payment.receivedFen + input.amountFen,
          receiptNumber: [payment.receiptNumber, input.receiptNumber].filter((number) => number !== '').join(' '),
          receivedAt: at,
          collectedBy: input.collectedBy === '' ? context.actorId : input.collectedBy,
        },
      }),
    };
    const problem = moneyProblem(paid);
    if (problem !== null) throw new FailureError(problem);
    const amounts = [input.amountFen, input.waivedFen].filter((amount) => amount > 0).map(formatYuan);
    const why = [input.receiptNumber, input.waivedReason].filter((text) => text !== '').join(' ');
    await context.put('dispatchOrders', {
      ...paid,
      hops: [...order.hops, { action: 'pay', at, by: context.actorId, from: order.customer, to: amounts.join(' + '), opinion: why }],
    });
    return order.id;
  },
});
