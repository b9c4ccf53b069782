import { z } from 'zod';
import { hashText } from '../journal/line.ts';
import { count, decision, fen, instant, line, link, localDate, paragraph, recordBase, reference } from './fields.ts';
import { REPLY_BARCODE_PREFIX } from './number-series.ts';
import type { Role } from './person.ts';
import type { StateTable } from './state-table.ts';

/** Reply letters 给客户的回函 (DOMAIN §5, procedure 1). Who reviews and when a letter is complete: `reply-review.ts`, `reply-delivery.ts`. */

export const REPLY_STATES = [
  'drafting',
  'inReview',
  'approved',
  'printed',
  'posted',
  'sentOnline',
  'confirmed',
  'complete',
  'archived',
  'sentBack',
  'withdrawn',
] as const;
export type ReplyState = (typeof REPLY_STATES)[number];
export const REPLY_ACTIONS = [
  'submit',
  'agree',
  'return',
  'recall',
  'approve',
  'print',
  'post',
  'sendOnline',
  'confirm',
  'complete',
  'sendBack',
  'archive',
  'withdraw',
] as const;
export type ReplyAction = (typeof REPLY_ACTIONS)[number];

const DESK: readonly Role[] = ['receptionist', 'assistant', 'supervisor'];
const REVIEWERS: readonly Role[] = ['supervisor', 'siteDirector', 'propertyManager', 'departmentHead', 'lawyer'];

/**
 * Every step of a letter (1:3.3–3.8). `who` are the roles of the person whose step it is: for `agree`, `return` and
 * `approve` the one who decides, whoever records it.
 */
export const REPLY_TABLE: StateTable<ReplyState, ReplyAction> = [
  { from: 'drafting', action: 'submit', who: DESK, to: 'inReview' },
  { from: 'inReview', action: 'agree', who: REVIEWERS, to: 'inReview' },
  { from: 'inReview', action: 'return', who: [...REVIEWERS, 'marketingManager'], to: 'drafting' },
  { from: 'inReview', action: 'recall', who: DESK, to: 'drafting' },
  { from: 'inReview', action: 'approve', who: ['marketingManager'], to: 'approved' },
  { from: 'approved', action: 'print', who: DESK, to: 'printed' },
  { from: 'printed', action: 'post', who: DESK, to: 'posted' },
  { from: 'approved', action: 'sendOnline', who: DESK, to: 'sentOnline' },
  { from: 'printed', action: 'sendOnline', who: DESK, to: 'sentOnline' },
  { from: 'posted', action: 'confirm', who: DESK, to: 'confirmed' },
  { from: 'sentOnline', action: 'confirm', who: DESK, to: 'confirmed' },
  { from: 'posted', action: 'complete', who: DESK, to: 'complete' },
  { from: 'sentOnline', action: 'complete', who: DESK, to: 'complete' },
  { from: 'confirmed', action: 'complete', who: DESK, to: 'complete' },
  { from: 'posted', action: 'sendBack', who: DESK, to: 'sentBack' },
  { from: 'sentBack', action: 'post', who: DESK, to: 'posted' },
  // Lost on the way, as the post office says (`isLost`).
  { from: 'posted', action: 'post', who: DESK, to: 'posted' },
  { from: 'complete', action: 'archive', who: DESK, to: 'archived' },
  { from: 'drafting', action: 'withdraw', who: ['assistant', 'supervisor'], to: 'withdrawn' },
  { from: 'inReview', action: 'withdraw', who: ['assistant', 'supervisor'], to: 'withdrawn' },
  { from: 'approved', action: 'withdraw', who: ['assistant', 'supervisor'], to: 'withdrawn' },
  { from: 'printed', action: 'withdraw', who: ['assistant', 'supervisor'], to: 'withdrawn' },
  { from: 'sentBack', action: 'withdraw', who: ['assistant', 'supervisor'], to: 'withdrawn' },
  // As one that came back may be, one that is lost on the way (`isLost`): the matter may be settled by then.
  { from: 'posted', action: 'withdraw', who: ['assistant', 'supervisor'], to: 'withdrawn' },
];

/** Which side handles the matter; the copies of 1:3.7 depend on it. */
export const HANDLERS = ['marketingCustomerCentre', 'propertyCompany'] as const;
export type Handler = (typeof HANDLERS)[number];

export const SENDING_FORMS = ['registered', 'ems', 'courier', 'byHand', 'online'] as const;
export type SendingForm = (typeof SENDING_FORMS)[number];

export const replyInput = z.object({
  handledBy: z.enum(HANDLERS).default('marketingCustomerCentre'),
  templateId: reference,
  language: z.enum(['zh', 'en']).default('zh'),
  /** `official`: the letter form of GB/T 9704 for Chinese letters; English ones are always a business letter. */
  style: z.enum(['official', 'company']).default('official'),
  /** The letters, entries or orders it answers. */
  answers: z.array(link).default([]),
  customer: line,
  customerReading: line,
  unit: line,
  unitId: reference,
  householdId: reference,
  phone: line,
  postalName: line,
  postalAddress: line,
  postcode: line,
  title: line,
  salutation: line,
  /** Some forty pages: what a letter can be at the very most. */
  body: z.string().max(40_000).default(''),
  enclosures: paragraph,
  /** Flags that compute the reviewers (1:3.3). */
  concernsProperty: z.boolean().default(false),
  legalQuestion: z.boolean().default(false),
  departmentIds: z.array(z.string()).default([]),
  note: paragraph,
});
export type ReplyInput = z.infer<typeof replyInput>;

/** The parts of a letter that reviewers agree to and that approval freezes: everything printed but number and date. */
const replyText = replyInput.pick({
  language: true,
  style: true,
  customer: true,
  postalName: true,
  postalAddress: true,
  postcode: true,
  title: true,
  salutation: true,
  body: true,
  enclosures: true,
});
export type ReplyText = z.infer<typeof replyText>;

export const REVIEW_ROLES = ['siteDirector', 'propertyManager', 'supervisor', 'departmentHead', 'lawyer'] as const;
export type ReviewRole = (typeof REVIEW_ROLES)[number];

const reviewSchema = decision.extend({
  /** In which capacity; the marketing manager appears only when returning the letter. */
  as: z.enum([...REVIEW_ROLES, 'marketingManager']),
  /** The department a `departmentHead` speaks for; `''` otherwise. */
  departmentId: reference,
  /** Whom a deputy speaks for; `''` when `decidedBy` speaks for himself. Both names are kept. */
  onBehalfOf: reference,
  outcome: z.enum(['agree', 'return']),
  textHash: z.string(),
  /** When a return or a changed text took the agreement away; `''` while it stands. */
  voidedAt: instant,
});
export type ReplyReview = z.infer<typeof reviewSchema>;

const postingSchema = z.object({
  form: z.enum(SENDING_FORMS),
  postalNumber: line,
  receiptNumber: line,
  postedOn: localDate,
  postOffice: line,
  weightGrams: count,
  /** All charges paid, in fen: the compensation for a lost letter is three times this. */
  chargesFen: fen,
  returnReceipt: z.boolean().default(false),
  /** Why it was sent online: the exception of 1:3.6. */
  onlineReason: paragraph,
  onlineAddress: line,
  international: z.boolean().default(false),
  postedBy: reference,
  postingListId: reference,
  deliveredOn: localDate,
  signedBy: z.enum(['', 'addressee', 'family', 'mailRoom', 'property', 'stamp', 'other']).default(''),
  deliveryNote: line,
  sentBackOn: localDate,
  sentBackReason: line,
  enquiredOn: localDate,
  enquiryAnswerDueOn: localDate,
  enquiryAnsweredOn: localDate,
  enquiryResult: paragraph,
});
export type ReplyPosting = z.infer<typeof postingSchema>;

const confirmationCall = z.object({
  at: z.string(),
  by: z.string(),
  phone: line,
  spokenTo: line,
  outcome: z.enum(['hasIt', 'hasNot', 'notReached']),
  note: paragraph,
});
export type ConfirmationCall = z.infer<typeof confirmationCall>;

export const replyRecord = recordBase.extend({
  ...replyInput.shape,
  /** The number 文号 is given on approval; until then `''`, 0 and 0. */
  number: line,
  numberYear: z.int().default(0),
  numberDesk: line,
  numberSerial: z.int().min(0).default(0),
  state: z.enum(REPLY_STATES),
  draftedBy: reference,
  textHash: z.string(),
  versions: z.array(replyText.extend({ version: z.int().min(1), at: z.string(), by: z.string(), textHash: z.string() })).default([]),
  reviews: z.array(reviewSchema).default([]),
  approval: decision.extend({ onBehalfOf: reference, textHash: z.string() }).nullable(),
  /** Date of approval, printed on the letter. */
  letterDate: localDate,
  printedAt: instant,
  printedBy: reference,
  timesPrinted: count,
  sealedOn: localDate,
  sealedBy: line,
  postings: z.array(postingSchema).default([]),
  confirmDueOn: localDate,
  confirmations: z.array(confirmationCall).default([]),
  completion: z
    .object({
      ground: z.enum(['phone', 'signed', 'supervisor']),
      on: z.string(),
      by: z.string(),
      supervisorsWord: decision.nullable(),
    })
    .nullable(),
  /** Marketing VP and general manager, told on completion (1:3.5). */
  tellings: z
    .array(
      z.object({
        personId: reference,
        name: line,
        role: z.enum(['marketingVP', 'generalManager']),
        on: z.string(),
        by: z.string(),
        how: line,
      }),
    )
    .default([]),
  copies: z
    .array(
      z.object({
        to: z.enum(['marketingCustomerCentre', 'propertySide']),
        excerptOnly: z.boolean(),
        excerptReason: line,
        on: z.string(),
        by: z.string(),
        receivedBy: line,
      }),
    )
    .default([]),
  archive: z.object({ number: line, place: line, on: z.string(), by: z.string(), onBehalf: z.boolean() }).nullable(),
  withdrawnAt: instant,
  withdrawnBy: reference,
  withdrawReason: paragraph,
  keys: z.array(z.string()).default([]),
});
export type ReplyLetter = z.infer<typeof replyRecord>;

/** SHA-256 over the text that is reviewed and frozen; number and date come later and are not part of it. */
export function replyTextHash(letter: ReplyText): string {
  return hashText(JSON.stringify(Object.entries(replyText.parse(letter)).toSorted(([left], [right]) => (left < right ? -1 : 1))));
}

/**
 * The side that handles the matter by default: engineering repairs after the unit's handover date go to the property
 * company, everything else stays with the marketing customer centre (1:3.7.1).
 */
export function defaultHandler(matter: { engineeringRepair: boolean; handoverDate: string }, today: string): Handler {
  const handedOver = matter.handoverDate !== '' && matter.handoverDate <= today;
  return matter.engineeringRepair && handedOver ? 'propertyCompany' : 'marketingCustomerCentre';
}

/**
 * Our own number in plain letters and digits, for the bar code of labels: the 文号 itself cannot be one. `''` before approval.
 */
export function replyBarcode(letter: Pick<ReplyLetter, 'numberYear' | 'numberSerial'>): string {
  return letter.numberSerial === 0 ? '' : `${REPLY_BARCODE_PREFIX}-${letter.numberYear}-${String(letter.numberSerial).padStart(4, '0')}`;
}

/** A template to draft from: shipped ones are read-only copies of the resources, own ones can be changed. */
export const letterTemplateInput = z.object({
  name: z.string().trim().min(1).max(100),
  language: z.enum(['zh', 'en']).default('zh'),
  title: line,
  salutation: line,
  body: paragraph,
  active: z.boolean().default(true),
});
export type LetterTemplateInput = z.infer<typeof letterTemplateInput>;
export const letterTemplateRecord = recordBase.extend({ ...letterTemplateInput.shape });
export type LetterTemplate = z.infer<typeof letterTemplateRecord>;
