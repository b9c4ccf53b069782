import type { Role } from '../../../shared/domain/person.ts';
import { currentPosting, isLost, neededCopy, openDuties } from '../../../shared/domain/reply-delivery.ts';
import { REPLY_TABLE, type ReplyAction, type ReplyLetter, type ReplyPosting } from '../../../shared/domain/reply-letter.ts';
import { mayLeaveTheHouse, missingReviews } from '../../../shared/domain/reply-review.ts';
import { replyStep } from '../../../shared/domain/reply-steps.ts';
import { findTransition } from '../../../shared/domain/state-table.ts';
import type { ReplyDialog } from './ReplyDialogs.tsx';

export type ReplyChoice = Exclude<ReplyDialog, '' | 'versions'> | 'edit' | 'submit';

interface ReplyOffers {
  first: ReplyChoice[];
  more: ReplyChoice[];
}

/** What can be done with a letter now: first the step itself, then the rest behind a menu. */
export function replyOffers(letter: ReplyLetter, roles: readonly Role[]): ReplyOffers {
  const may = (action: ReplyAction) => findTransition(REPLY_TABLE, letter.state, action, roles) !== null;
  const withdraw: ReplyChoice[] = may('withdraw') ? ['withdraw'] : [];
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
      const rest: ReplyChoice[] = [
        'sentBack',
        ...enquiry,
        'complete',
        ...copyOf(letter),
        'printAgain',
        ...paper,
        ...(isLost(letter) ? withdraw : []),
      ];
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
