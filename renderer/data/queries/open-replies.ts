import { Dexie } from 'dexie';
import { isOnItsWay } from '../../../shared/domain/reply-delivery.ts';
import type { ReplyLetter, ReplyState } from '../../../shared/domain/reply-letter.ts';
import { enquiryDueOn, isWaiting, replyStep, replyStepDueOn, type ReplyStep } from '../../../shared/domain/reply-steps.ts';
import type { BookDatabase } from '../database.ts';

const OPEN: readonly ReplyState[] = [
  'drafting',
  'inReview',
  'approved',
  'printed',
  'posted',
  'sentOnline',
  'confirmed',
  'complete',
  'sentBack',
];

/** A letter that waits for somebody, with what must happen and by when. */
export interface WaitingReply {
  letter: ReplyLetter;
  /** `enquiry`: the post office owes its answer, beside what the letter itself waits for. */
  step: ReplyStep | 'enquiry';
  dueOn: string;
}

/** Earliest day by which one of the letters answered wants its reply; `''` for none. */
export async function replyDueOn(database: BookDatabase, letter: Pick<ReplyLetter, 'answers'>): Promise<string> {
  const ids = letter.answers.filter((answer) => answer.table === 'letters').map((answer) => answer.id);
  const answered = await database.letters.bulkGet(ids);
  const days = answered.flatMap((one) => (one === undefined || one.replyDueOn === '' ? [] : [one.replyDueOn]));
  return days.toSorted()[0] ?? '';
}

/**
 * Reply letters that wait, overdue first; one whose confirmation is not due yet waits for nobody (1:3.6). One about which the
 * post office owes an answer stands there for that too (DOMAIN §5, 7).
 */
export async function readOpenReplies(database: BookDatabase, today: string, zone: string): Promise<WaitingReply[]> {
  const found = await Promise.all(
    OPEN.map((state) => database.replies.where('[state+createdAt]').between([state, Dexie.minKey], [state, Dexie.maxKey]).toArray()),
  );
  const open = found.flat();
  const waiting = open.filter((letter) => isWaiting(letter, today));
  const rows = await Promise.all(
    waiting.map(async (letter) => ({
      letter,
      step: replyStep(letter),
      dueOn: replyStepDueOn(letter, await replyDueOn(database, letter)),
    })),
  );
  const enquiries = open
    .map((letter) => ({ letter, step: 'enquiry' as const, dueOn: enquiryDueOn(letter, today, zone) }))
    .filter(({ dueOn }) => dueOn !== '');
  const last = '9999';
  return [...rows, ...enquiries].toSorted((left, right) =>
    (left.dueOn === '' ? last : left.dueOn).localeCompare(right.dueOn === '' ? last : right.dueOn),
  );
}

/** Letters that are printed, came back, or were lost on the way, and can be handed to the post office. */
export async function readLettersToPost(database: BookDatabase): Promise<ReplyLetter[]> {
  const states: readonly ReplyState[] = ['printed', 'sentBack', 'posted'];
  const found = await Promise.all(
    states.map((state) => database.replies.where('[state+createdAt]').between([state, Dexie.minKey], [state, Dexie.maxKey]).toArray()),
  );
  return found
    .flat()
    .filter((letter) => !isOnItsWay(letter))
    .toSorted((left, right) => left.numberSerial - right.numberSerial);
}
