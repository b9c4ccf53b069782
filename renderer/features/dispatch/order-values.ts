import { z } from 'zod';
import { knownNumber } from '../../../shared/domain/known-number.ts';
import { dispatchInput } from '../../../shared/domain/dispatch-order.ts';

/** What the order's form holds: the order, and whom a new one is sent to at once. */
export const orderValues = dispatchInput.extend({
  departmentId: z.string().default(''),
  worker: z.string().default(''),
  workerId: z.string().default(''),
  /** When a new order that is entered late was sent; `''` for now. */
  sentAt: z.string().default(''),
  reason: z.string().default(''),
  /** Where the phone came from; `null` for one typed in. */
  phoneFrom: knownNumber.nullable().default(null),
});
export type OrderValues = z.output<typeof orderValues>;
