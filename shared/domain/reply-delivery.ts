import { addDays } from './due-time.ts';
import type { ReplyLetter, ReplyPosting } from './reply-letter.ts';
import type { DayCount } from './settings.ts';
import { addWorkingDays, type HolidayYear, onOrAfterWorkingDay, type WorkingDayAnswer } from './working-days.ts';

/** Days after posting on which the customer is telephoned (1:3.6): fixed by the procedure, so no setting. */
const CONFIRM_AFTER_DAYS = 3;

/**
 * The day the customer is telephoned, three days after posting (1:3.6): of calendar days shown on the next working day when
 * the third is none, or of working days.
 */
export function confirmDueOn(postedOn: string, count: DayCount, years: readonly HolidayYear[]): WorkingDayAnswer {
  if (count === 'workingDays') return addWorkingDays(postedOn, CONFIRM_AFTER_DAYS, years);
  return onOrAfterWorkingDay(addDays(postedOn, CONFIRM_AFTER_DAYS), years);
}

/** The day of the next try after nobody was reached: the next working day. */
export function nextConfirmationOn(triedOn: string, years: readonly HolidayYear[]): WorkingDayAnswer {
  return onOrAfterWorkingDay(addDays(triedOn, 1), years);
}

/** The posting in force: the last one. */
export function currentPosting(letter: Pick<ReplyLetter, 'postings'>): ReplyPosting | null {
  return letter.postings.at(-1) ?? null;
}

/** What the post office says of a letter on the way. */
export type DeliveryNews = 'delivered' | 'sentBack' | 'enquired' | 'answered';

/** Whether the posting says so already: saying it again corrects what stands there, and needs a reason (DOMAIN §15). */
export function isSaid(
  posting: Pick<ReplyPosting, 'deliveredOn' | 'sentBackOn' | 'enquiredOn' | 'enquiryAnsweredOn'>,
  what: DeliveryNews,
): boolean {
  const on = { delivered: 'deliveredOn', sentBack: 'sentBackOn', enquired: 'enquiredOn', answered: 'enquiryAnsweredOn' } as const;
  return posting[on[what]] !== '';
}

/** Only these two prove that the letter is in the customer's own hands (DOMAIN §5, 7). */
export function provesDelivery(posting: Pick<ReplyPosting, 'signedBy' | 'deliveredOn' | 'sentBackOn'>): boolean {
  return posting.deliveredOn !== '' && posting.sentBackOn === '' && (posting.signedBy === 'addressee' || posting.signedBy === 'family');
}

/**
 * Whether a letter on its way did not arrive by all that is known: the post office has answered an enquiry, and nobody of the
 * customer's has signed. It may then be posted again or withdrawn, as one that came back may.
 */
export function isLost(letter: Pick<ReplyLetter, 'state' | 'postings'>): boolean {
  const posting = currentPosting(letter);
  return letter.state === 'posted' && posting !== null && posting.enquiryAnsweredOn !== '' && !provesDelivery(posting);
}

/** Whether a letter may still arrive: as long as it may, it is neither posted again nor withdrawn. */
export function isOnItsWay(letter: Pick<ReplyLetter, 'state' | 'postings'>): boolean {
  return letter.state === 'posted' && !isLost(letter);
}

/**
 * Why the letter may count as complete, or `null`: the customer said by phone that it is in their hands, it was signed for
 * by addressee or family, or the supervisor gave word with a reason. A call made before the latest posting proves nothing.
 */
export function completionGround(
  letter: Pick<ReplyLetter, 'postings' | 'confirmations'>,
  supervisorsWord: { opinion: string } | null,
  postedAt: string,
): 'phone' | 'signed' | 'supervisor' | null {
  if (letter.confirmations.some((call) => call.outcome === 'hasIt' && call.at >= postedAt)) return 'phone';
  const posting = currentPosting(letter);
  if (posting !== null && provesDelivery(posting)) return 'signed';
  return supervisorsWord !== null && supervisorsWord.opinion.trim() !== '' ? 'supervisor' : null;
}

/**
 * The copy 1:3.7.2 and 3.7.3 ask for: handled by the property side → the marketing customer centre; handled by the
 * customer centre and concerning the property → the property side; else none.
 */
export function neededCopy(letter: Pick<ReplyLetter, 'handledBy' | 'concernsProperty'>): 'marketingCustomerCentre' | 'propertySide' | null {
  if (letter.handledBy === 'propertyCompany') return 'marketingCustomerCentre';
  return letter.concernsProperty ? 'propertySide' : null;
}

export const REPLY_DUTIES = ['tellMarketingVP', 'tellGeneralManager', 'sendCopy', 'archive'] as const;
export type ReplyDuty = (typeof REPLY_DUTIES)[number];

/** What is still to be done with a complete letter: tell (1:3.5), copy (1:3.7), archive (1:3.8). */
export function openDuties(letter: Pick<ReplyLetter, 'state' | 'tellings' | 'copies' | 'handledBy' | 'concernsProperty'>): ReplyDuty[] {
  if (letter.state !== 'complete') return [];
  const duties: ReplyDuty[] = [];
  if (!letter.tellings.some((telling) => telling.role === 'marketingVP')) duties.push('tellMarketingVP');
  if (!letter.tellings.some((telling) => telling.role === 'generalManager')) duties.push('tellGeneralManager');
  const copy = neededCopy(letter);
  if (copy !== null && !letter.copies.some((sent) => sent.to === copy)) duties.push('sendCopy');
  duties.push('archive');
  return duties;
}

/** Last day an enquiry may be opened at the post office: one year after posting at home, 180 days abroad (DOMAIN §5, 7). */
export function enquiryUntil(posting: Pick<ReplyPosting, 'postedOn' | 'international'>): string {
  if (posting.international) return addDays(posting.postedOn, 180);
  const [year = '', month = '', day = ''] = posting.postedOn.split('-');
  const anniversary = `${String(Number(year) + 1)}-${month}-${day}`;
  // 29 February has no anniversary: the year ends on the 28th.
  return anniversary.endsWith('-02-29') ? `${String(Number(year) + 1)}-02-28` : anniversary;
}

/** Day the post office's answer is due: 30 days at home, 60 abroad. */
export function enquiryAnswerDueOn(enquiredOn: string, international: boolean): string {
  return addDays(enquiredOn, international ? 60 : 30);
}

/** What a lost registered letter pays, in fen: three times all charges paid. */
export function lostLetterCompensation(posting: Pick<ReplyPosting, 'form' | 'chargesFen'>): number {
  return posting.form === 'registered' ? posting.chargesFen * 3 : 0;
}
