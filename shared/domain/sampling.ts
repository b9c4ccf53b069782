import { z } from 'zod';
import { hashText } from '../journal/line.ts';
import type { Charge } from './dispatch-order.ts';
import { instant, line, paragraph, recordBase, reference } from './fields.ts';

/**
 * Monthly sampling of follow-ups (3:3.4): every paid order finished in the month, and a tenth of the others, rounded up.
 * Warranty counts as free; cancelled orders are out.
 */

const sampledOrder = z.object({
  orderId: z.string(),
  orderNumber: z.string(),
  why: z.enum(['paid', 'drawn']),
  checkedBy: reference,
  checkedAt: instant,
  customerSaid: paragraph,
  agrees: z.enum(['', 'yes', 'no']).default(''),
  note: line,
});
export type SampledOrder = z.infer<typeof sampledOrder>;

export const sampleRecord = recordBase.extend({
  /** `YYYY-MM`, local. */
  month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/),
  /** With the seed and the month's orders anybody can repeat the draw. */
  seed: z.string().min(1).max(100),
  drawnAt: z.iso.datetime(),
  drawnBy: reference,
  paidCount: z.int().min(0),
  freeCount: z.int().min(0),
  orders: z.array(sampledOrder).default([]),
});
export type Sample = z.infer<typeof sampleRecord>;

/** How many of the free orders are checked: a tenth, rounded up, at least one when there is any. */
export function freeSampleSize(freeOrders: number): number {
  return Math.ceil(freeOrders / 10);
}

/** What the draw needs of an order finished in the month. */
export interface DrawableOrder {
  id: string;
  number: string;
  charge: Charge;
}

/**
 * Draws the month's sample. Free orders are ranked by SHA-256 of `seed/number` and the first tenth is taken: the same
 * seed and orders give the same draw in any order of input, and it can be checked with any SHA-256 tool.
 */
export function drawSample<Order extends DrawableOrder>(
  finished: readonly Order[],
  seed: string,
): { order: Order; why: 'paid' | 'drawn' }[] {
  const byNumber = (left: { order: Order }, right: { order: Order }) => left.order.number.localeCompare(right.order.number);
  const paid = finished.filter((order) => order.charge === 'paid').map((order) => ({ order, why: 'paid' as const }));
  const free = finished.filter((order) => order.charge !== 'paid');
  const drawn = free
    .map((order) => ({ order, rank: hashText(`${seed}/${order.number}`) }))
    .toSorted((left, right) => (left.rank < right.rank ? -1 : 1))
    .slice(0, freeSampleSize(free.length))
    .map(({ order }) => ({ order, why: 'drawn' as const }));
  return [...paid.toSorted(byNumber), ...drawn.toSorted(byNumber)];
}
