import type { OperationName } from '../../../shared/domain/permissions.ts';
import type { Role } from '../../../shared/domain/person.ts';
import { currentPosting, isLost, isOnItsWay, neededCopy, openDuties } from '../../../shared/domain/reply-delivery.ts';
import { REPLY_TABLE, type ReplyAction, type ReplyLetter, type ReplyPosting } from '../../../shared/domain/reply-letter.ts';
import { mayLeaveTheHouse, missingReviews } from '../../../shared/domain/reply-review.ts';
import { replyStep } from '../../../shared/domain/reply-steps.ts';
import { findTransition } from '../../../shared/domain/state-table.ts';
import type { KeptDialogName } from '../../ui/kept-dialogs.ts';
import type { ReplyDialog } from './ReplyDialogs.tsx';

export type ReplyChoice = Exclude<ReplyDialog, 'versions'> | 'edit' | 'submit';

/** The operation behind each choice: whoever may not run it is not offered the choice. */
export const OPERATIONS = {
  edit: 'save-reply',
  submit: 'advance-reply',
  recall: 'advance-reply',
  withdraw: 'advance-reply',
  review: 'review-reply',
  returnByManager: 'review-reply',
  approve: 'approve-reply',
  print: 'record-print',
  printAgain: 'record-print',
  printDraft: 'record-print',
  envelope: 'record-print',
  label: 'record-print',
  notice: 'record-print',
  seal: 'advance-reply',
  post: 'post-reply',
  postAgain: 'post-reply',
  sendOnline: 'post-reply',
  confirm: 'confirm-reply',
  delivered: 'record-reply-delivery',
  sentBack: 'record-reply-delivery',
  enquire: 'record-reply-delivery',
  answer: 'record-reply-delivery',
  complete: 'complete-reply',
  tell: 'tell-reply',
  copy: 'copy-reply',
  archive: 'archive-reply',
} as const satisfies Record<ReplyChoice, OperationName>;

interface ReplyOffers {
  first: ReplyChoice[];
  more: ReplyChoice[];
}

/** What can be done with a letter now: first the step itself, then the rest behind a menu. */
export function replyOffers(letter: ReplyLetter, roles: readonly Role[]): ReplyOffers {
  const may = (action: ReplyAction) => findTransition(REPLY_TABLE, letter.state, action, roles) !== null;
  const withdraw: ReplyChoice[] = may('withdraw') && !isOnItsWay(letter) ? ['withdraw'] : [];
  const paper: ReplyChoice[] = ['envelope', 'label'];
  const posting = currentPosting(letter);
  const delivered: ReplyChoice[] = posting === null || posting.form === 'online' ? [] : ['delivered'];
  const enquiry = enquiryOf(posting);
  switch (letter.state) {
    case 'drafting':
      return { first: ['submit', 'edit'], more: ['printDraft', ...withdraw] };
    case 'inReview':
      return {
        first: missingReviews(letter).length > 0 ? ['review'] : ['approve'],
        more: ['returnByManager', 'recall', 'printDraft', ...withdraw],
      };
    case 'approved':
      return { first: ['print'], more: [...paper, 'sendOnline', ...withdraw] };
    case 'printed':
      return {
        first: letter.sealedOn === '' ? ['seal', 'post'] : ['post'],
        more: [...paper, 'printAgain', 'sendOnline', ...withdraw],
      };
    case 'posted': {
      const step = replyStep(letter);
      const rest: ReplyChoice[] = ['sentBack', ...enquiry, 'complete', ...copyOf(letter), 'printAgain', ...paper, ...withdraw];
      if (step === 'afterEnquiry') return { first: ['postAgain', ...delivered], more: ['confirm', ...rest] };
      return {
        first: step === 'complete' ? ['complete'] : ['confirm'],
        more: [...(isLost(letter) ? (['postAgain'] as const) : []), ...delivered, ...rest],
      };
    }
    case 'sentOnline':
      return { first: ['confirm'], more: ['complete', ...copyOf(letter), 'printAgain'] };
    case 'confirmed':
      return { first: ['complete'], more: [...delivered, ...enquiry, ...copyOf(letter), 'printAgain'] };
    case 'sentBack':
      return { first: ['postAgain'], more: [...enquiry, 'printAgain', ...paper, ...withdraw] };
    case 'complete': {
      const duties = openDuties(letter);
      const tell: ReplyChoice[] = duties.some((duty) => duty.startsWith('tell')) ? ['tell'] : [];
      const copy: ReplyChoice[] = duties.includes('sendCopy') ? ['copy'] : [];
      const file: ReplyChoice[] = duties.length === 1 ? ['archive'] : [];
      return { first: [...tell, ...copy, ...file], more: ['notice', ...delivered, ...enquiry, 'printAgain'] };
    }
    case 'archived':
      return { first: [], more: ['notice', 'printAgain'] };
    case 'withdrawn':
      return { first: [], more: [] };
  }
}

/** Asking after a letter, or its answer: of one that somebody else carried. */
function enquiryOf(posting: ReplyPosting | null): ReplyChoice[] {
  if (posting === null || posting.form === 'online' || posting.form === 'byHand') return [];
  return posting.enquiredOn !== '' && posting.enquiryAnsweredOn === '' ? ['answer'] : ['enquire'];
}

/** The copy to the other side, where the procedure asks for one and it has not gone yet (1:3.7). */
function copyOf(letter: ReplyLetter): ReplyChoice[] {
  return neededCopy(letter) !== null && letter.copies.length === 0 && mayLeaveTheHouse(letter) ? ['copy'] : [];
}

/** Dialogs that are about the very text as it stood when they were begun, and those about one posting. */
const ABOUT_TEXT: readonly string[] = ['review', 'returnByManager', 'approve', 'recall'];
const ABOUT_POSTING: readonly string[] = ['postAgain', 'confirm', 'delivered', 'sentBack', 'enquire', 'answer', 'complete'];

/**
 * Which part of the letter a dialog is about, for what is typed in it to be kept by: an opinion on a text that was changed
 * meanwhile, or what the post office said of a posting before the last, must not be taken for one of now. Nor is a word
 * with which the supervisor would have completed it dropped unread once the letter is complete without one.
 */
export function aboutWhat(letter: ReplyLetter, dialog: string): string {
  if (ABOUT_TEXT.includes(dialog)) return letter.textHash;
  if (!ABOUT_POSTING.includes(dialog)) return '';
  const proved = dialog === 'complete' && replyStep(letter) === 'complete';
  return `${letter.postings.length}${proved ? '-proved' : ''}`;
}

interface OnLooker {
  roles: readonly Role[];
  may: (operation: OperationName) => boolean;
}

/**
 * Which of the dialogs that keep their text are open now.
 * @param of the part of the letter that the one in question is about
 */
export function possibleDialogs(letter: ReplyLetter, { roles, may }: OnLooker, of: string): Record<KeptDialogName<'replies'>, boolean> {
  const { first, more } = replyOffers(letter, roles);
  const offered = new Set<string>([...first, ...more].filter((choice) => may(OPERATIONS[choice]) && aboutWhat(letter, choice) === of));
  return {
    review: offered.has('review'),
    returnByManager: offered.has('returnByManager'),
    approve: offered.has('approve'),
    recall: offered.has('recall'),
    withdraw: offered.has('withdraw'),
    seal: offered.has('seal'),
    post: offered.has('post'),
    postAgain: offered.has('postAgain'),
    sendOnline: offered.has('sendOnline'),
    confirm: offered.has('confirm'),
    delivered: offered.has('delivered'),
    sentBack: offered.has('sentBack'),
    enquire: offered.has('enquire'),
    answer: offered.has('answer'),
    complete: offered.has('complete'),
    tell: offered.has('tell'),
    copy: offered.has('copy'),
    archive: offered.has('archive'),
  };
}
