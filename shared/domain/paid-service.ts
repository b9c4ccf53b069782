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

export interface PaidServiceTotals {
  rows: number;
  materialsFen: number;
  labourFen: number;
  totalFen: number;
  dueFen: number;
  receivedFen: number;
  waivedFen: number;
}

function totalsOf(rows: readonly PaidService[]): PaidServiceTotals {
  const sum = (pick: (row: PaidService) => number) => rows.reduce((total, row) => total + pick(row), 0);
  return {
    rows: rows.length,
    materialsFen: sum((row) => row.materialsFen),
    labourFen: sum((row) => row.labourFen),
    totalFen: sum((row) => row.totalFen),
    dueFen: sum((row) => row.dueFen),
    receivedFen: sum((row) => row.receivedFen),
    waivedFen: sum((row) => row.waivedFen),
  };
}

/** Totals of the table: all rows, and by service, means or collector. */
export function paidServiceTotals(
  rows: readonly PaidService[],
  by: 'service' | 'means' | 'collectedBy',
): { all: PaidServiceTotals; groups: { key: string; totals: PaidServiceTotals }[] } {
  const keys = [...new Set(rows.map((row) => row[by]))].toSorted();
  return {
    all: totalsOf(rows),
    groups: keys.map((key) => ({ key, totals: totalsOf(rows.filter((row) => row[by] === key)) })),
  };
}
