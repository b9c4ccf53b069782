import { z } from 'zod';
import { instant, line, localDate, paragraph, recordBase, reference } from './fields.ts';

/** A steward's service record of one day (DOMAIN §11; 5:2–3). */

const requestSchema = z.object({
  at: instant,
  unit: line,
  unitId: reference,
  customer: line,
  phone: line,
  content: paragraph,
  orderId: reference,
  orderNumber: line,
  done: z.boolean().default(false),
  result: paragraph,
  /** What the resident says of the service. */
  opinion: paragraph,
  /** Unfinished: the duty room has written it down and passes it to the night manager. */
  passedToNightManager: z.boolean().default(false),
});

export const serviceRecordInput = z.object({
  stewardId: z.string().min(1).max(64),
  on: localDate,
  requests: z.array(requestSchema).default([]),
  opinions: paragraph,
  note: paragraph,
});
export type ServiceRecordInput = z.infer<typeof serviceRecordInput>;

export const serviceRecord = recordBase.extend({
  ...serviceRecordInput.shape,
  /** Handed to the duty room. */
  handedInAt: instant,
  receivedBy: reference,
});
export type ServiceRecord = z.infer<typeof serviceRecord>;

/** Stewards whose record of the day is not in; asked from the end of the working day on (5:3). */
export function missingServiceRecords(
  stewardIds: readonly string[],
  records: readonly Pick<ServiceRecord, 'stewardId' | 'on' | 'handedInAt'>[],
  day: string,
): string[] {
  return stewardIds.filter((id) => !records.some((record) => record.stewardId === id && record.on === day && record.handedInAt !== ''));
}
