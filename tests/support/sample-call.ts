import { receptionInput, type ReceptionInput } from '../../shared/domain/reception.ts';

/** A customer's call with everything the procedures ask for, answered on the spot; as it stands it may be closed. */
export function sampleCall(fields: Partial<ReceptionInput> = {}): ReceptionInput {
  const complete = {
    channel: 'call',
    rings: '1',
    customer: '单雄信',
    category: 'enquiry',
    content: '问停车',
    answeredOnSpot: 'yes',
  } as const;
  return receptionInput.parse({ ...complete, answer: '已说明', ...fields });
}
