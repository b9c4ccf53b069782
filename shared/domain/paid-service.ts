import { z } from 'zod';
import type { DispatchOrder } from './dispatch-order.ts';
import { dispatchTotals } from './dispatch-rules.ts';
import { fen, line, localDate, numbered, paragraph, recordBase, reference } from './fields.ts';

/** Paid services 有偿服务收费明细表 (DOMAIN §11; 4:职权4): one row per paid order that was finished. */

export const paidServiceRecord = recordBase.extend({
  ...numbered.shape,
  on: line,
  orderId: reference,
  orderNumber: line,
  unit: line,
  customer: line,
  /** The trade's code. */
  service: line,
  materialsFen: fen,
  labourFen: fen,
  totalFen: fen,
  dueFen: fen,
  receivedFen: fen,
  waivedFen: fen,
  waivedBy: reference,
  means: line,
  receiptNumber: line,
  collectedBy: reference,
  handedToFinanceOn: localDate,
  whyNot: paragraph,
  followUp: line,
});
export type PaidService = z.infer<typeof paidServiceRecord>;

/** The money of a row, taken from its order, so that the sum over the rows equals the sum over the orders. */
export function paidServiceAmounts(
  order: Pick<DispatchOrder, 'materials' | 'labourFen' | 'charge' | 'waivedFen' | 'payment'>,
): Pick<PaidService, 'materialsFen' | 'labourFen' | 'totalFen' | 'dueFen' | 'receivedFen' | 'waivedFen'> {
  const { materialsFen, labourFen, totalFen, dueFen } = dispatchTotals(order);
  return { materialsFen, labourFen, totalFen, dueFen, receivedFen: order.payment.receivedFen, waivedFen: order.waivedFen };
}
