import type { WorkInput } from '../../shared/domain/dispatch-steps.ts';

/** Work done free of charge and signed for; what the customer thought of it is left open. */
export const SAMPLE_WORK = {
  done: '已疏通',
  charge: 'free',
  materials: [],
  labourFen: 0,
  quoteFen: 0,
  quoteAgreedBy: '',
  waivedFen: 0,
  waivedBy: '',
  waivedReason: '',
  payment: { means: '', receivedFen: 0, receiptNumber: '', receivedAt: '', collectedBy: '' },
  customerSigned: true,
  workerSigned: true,
  satisfaction: '',
} satisfies WorkInput;
