import type { DispatchOrder } from '../../../shared/domain/dispatch-order.ts';

/** Unit, else the public area. */
export function placeOf(order: Pick<DispatchOrder, 'unit' | 'publicArea'>): string {
  return order.unit === '' ? order.publicArea : order.unit;
}
