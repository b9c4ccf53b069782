import { instantOf } from './due-time.ts';
import { hasBlank } from './letter-text.ts';
import { completionGround, currentPosting, isLost, provesDelivery } from './reply-delivery.ts';
import type { ReplyInput, ReplyLetter } from './reply-letter.ts';
import { missingReviews } from './reply-review.ts';

export const SUBMIT_OBSTACLES = ['title', 'salutation', 'body', 'postalName', 'postalAddress', 'blanks'] as const;
export type SubmitObstacle = (typeof SUBMIT_OBSTACLES)[number];

/** What a draft lacks before it goes to its reviewers: a letter without an address can never be posted. */
export function submitObstacles(
  letter: Pick<ReplyInput, 'title' | 'salutation' | 'body' | 'postalName' | 'postalAddress'>,
): SubmitObstacle[] {
  const obstacles: SubmitObstacle[] = [];
  for (const field of ['title', 'salutation', 'body', 'postalName', 'postalAddress'] as const) {
    if (letter[field].trim() === '') obstacles.push(field);
  }
  if ([letter.title, letter.salutation, letter.body, letter.postalAddress].some(hasBlank)) obstacles.push('blanks');
  return obstacles;
}

export const REPLY_STEPS = [
  'write',
  'review',
  'approve',
  'print',
  'post',
  'confirm',
  'complete',
  'postAgain',
  'afterEnquiry',
  'tell',
  'archive',
  'none',
] as const;
export type ReplyStep = (typeof REPLY_STEPS)[number];

/** What must happen next with a letter (1:3.3–3.8). A call that says it arrived makes it confirmed by itself. */
export function replyStep(letter: ReplyLetter): ReplyStep {
  const posting = currentPosting(letter);
  switch (letter.state) {
    case 'drafting':
      return 'write';
    case 'inReview':
      return missingReviews(letter).length > 0 ? 'review' : 'approve';
    case 'approved':
      return 'print';
    case 'printed':
      return 'post';
    case 'posted':
    case 'sentOnline':
      if (posting !== null && provesDelivery(posting)) return 'complete';
      // The post office's answer is acted on: it was delivered after all, or goes out again. What the mail room signed for may have been passed on.
      return isLost(letter) && posting?.deliveredOn === '' ? 'afterEnquiry' : 'confirm';
    case 'confirmed':
      return 'complete';
    case 'sentBack':
      return 'postAgain';
    case 'complete':
      return letter.tellings.length < 2 ? 'tell' : 'archive';
    case 'archived':
    case 'withdrawn':
      return 'none';
  }
}

/** From when on a call may prove that the letter in question arrived: the instant at which the day of its posting began. */
export function postedAt(letter: Pick<ReplyLetter, 'postings'>, zone: string): string {
  const postedOn = currentPosting(letter)?.postedOn ?? '';
  return postedOn === '' ? '' : instantOf(postedOn, '00:00', zone);
}

/** The day the step is due; `''` when it has none. `replyDueOn` is that of the letters answered. */
export function replyStepDueOn(letter: ReplyLetter, replyDueOn: string): string {
  switch (replyStep(letter)) {
    case 'write':
    case 'review':
    case 'approve':
    case 'print':
    case 'post':
      return replyDueOn;
    case 'confirm':
      return letter.confirmDueOn;
    default:
      return '';
  }
}

/** Whether Today shows the letter: a confirmation waits for its day (1:3.6), everything else waits for somebody. */
export function isWaiting(letter: ReplyLetter, today: string): boolean {
  const step = replyStep(letter);
  if (step === 'none') return false;
  return step !== 'confirm' || letter.confirmDueOn <= today;
}

/**
 * The day by which the post office was to answer an enquiry, once it has come; `''` while nobody need ask again, nor where
 * the letter came back or is proved to be in the customer's hands (DOMAIN §5, 7).
 */
export function enquiryDueOn(letter: Pick<ReplyLetter, 'state' | 'postings' | 'confirmations'>, today: string, zone: string): string {
  const posting = currentPosting(letter);
  if (posting === null || posting.enquiryAnsweredOn !== '' || posting.enquiryAnswerDueOn > today) return '';
  const onItsWay = letter.state === 'posted' || letter.state === 'complete';
  return onItsWay && completionGround(letter, null, postedAt(letter, zone)) === null ? posting.enquiryAnswerDueOn : '';
}

/** Grams of one A4 sheet of 70 g/m² and of an envelope: what the scale will say, near enough to fill in beforehand. */
const SHEET_GRAMS = 4.37;
const ENVELOPE_GRAMS = { small: 6, large: 12 };
/** Sheets that a DL or ZL envelope takes, folded in three. */
const SMALL_ENVELOPE_SHEETS = 6;

/** The envelope a letter of so many sheets needs, and about how heavy the two are, in grams. */
export function letterWeight(sheets: number): { envelope: 'DL' | 'C5'; grams: number } {
  const small = sheets <= SMALL_ENVELOPE_SHEETS;
  const grams = Math.ceil(sheets * SHEET_GRAMS + (small ? ENVELOPE_GRAMS.small : ENVELOPE_GRAMS.large));
  return { envelope: small ? 'DL' : 'C5', grams };
}
