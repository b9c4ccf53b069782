import { z } from 'zod';
import { addDays, addHours, instantOf, isOverdue } from './due-time.ts';
import { count, decision, instant, line, link, localDate, numbered, paragraph, recordBase, reference, scans } from './fields.ts';

/** Letter register 客户来函目录 (DOMAIN §3): every incoming letter. */

export const LETTER_MEANS = ['post', 'byHand', 'letterBox', 'fax', 'email', 'online'] as const;
export const LETTER_CATEGORIES = ['report', 'complaint', 'praise', 'workContact', 'other'] as const;
export type LetterCategory = (typeof LETTER_CATEGORIES)[number];

export const letterInput = z.object({
  receivedAt: instant,
  means: z.enum(['', ...LETTER_MEANS]).default(''),
  postalNumber: line,
  postmarkDate: localDate,
  letterDate: localDate,
  sender: line,
  senderReading: line,
  unit: line,
  unitId: reference,
  householdId: reference,
  phone: line,
  subject: line,
  summary: paragraph,
  category: z.enum(['', ...LETTER_CATEGORIES]).default(''),
  followsId: reference,
  followsNumber: line,
  pages: count,
  enclosures: line,
  scans,
  receivedBy: reference,
  departmentId: reference,
  replyNeeded: z.enum(['', 'yes', 'no']).default(''),
  replyDueOn: localDate,
  /** A date the sender or an authority set (消防检查 … 11月27日前回报). */
  answerBy: localDate,
  keptWhere: line,
  note: paragraph,
});
export type LetterInput = z.infer<typeof letterInput>;

export const letterRecord = recordBase.extend({
  ...letterInput.shape,
  ...numbered.shape,
  receivedOn: line,
  state: z.enum(['open', 'closed']),
  /** The assistant's word on a complaint (2:3.3.2). */
  decision: decision.extend({ outcome: z.enum(['issueForm', 'noForm']) }).nullable(),
  handedOver: z
    .object({ by: z.string(), to: z.string(), toPersonId: z.string(), departmentId: z.string(), at: z.string(), note: z.string() })
    .nullable(),
  replyNumber: line,
  repliedOn: localDate,
  closedOn: localDate,
  result: paragraph,
  links: z.array(link).default([]),
  keys: z.array(z.string()).default([]),
});
export type Letter = z.infer<typeof letterRecord>;

export const LETTER_STEPS = ['classify', 'issueForm', 'decide', 'openPosting', 'handOver', 'reply', 'close', 'none'] as const;
export type LetterStep = (typeof LETTER_STEPS)[number];

/**
 * What must happen next with a letter (2:3.3.1–3.3.4): a report gets a coordination form at once; a complaint goes before
 * the assistant, who decides on a form; a praise letter is posted; everything else goes to administration. What asks for a
 * reply is answered before it is closed.
 */
export function letterNextStep(
  letter: Pick<Letter, 'category' | 'decision' | 'handedOver' | 'state' | 'replyNeeded' | 'repliedOn'> & {
    links: readonly { table: string }[];
  },
): LetterStep {
  if (letter.state === 'closed') return 'none';
  const open = categoryStep(letter);
  if (open !== null) return open;
  return letter.replyNeeded === 'yes' && letter.repliedOn === '' ? 'reply' : 'close';
}

/** The step that the category asks for and that has not been done; `null` once it has. */
function categoryStep(
  letter: Pick<Letter, 'category' | 'decision' | 'handedOver'> & { links: readonly { table: string }[] },
): LetterStep | null {
  const hasForm = letter.links.some((to) => to.table === 'coordinationForms');
  switch (letter.category) {
    case '':
      return 'classify';
    case 'report':
      return hasForm ? null : 'issueForm';
    case 'complaint':
      if (letter.decision === null) return 'decide';
      return letter.decision.outcome === 'issueForm' && !hasForm ? 'issueForm' : null;
    case 'praise':
      return letter.links.some((to) => to.table === 'praises') ? null : 'openPosting';
    case 'workContact':
    case 'other':
      return letter.handedOver === null ? 'handOver' : null;
  }
}

/** A closed letter is open again when a correction, or a form that was cancelled, leaves a step to be taken (2:3.3.1–3.3.4). */
export function reopenedLetter<Closed extends Parameters<typeof letterNextStep>[0] & Pick<Letter, 'closedOn'>>(letter: Closed): Closed {
  if (letter.state === 'open') return letter;
  const open: Closed = { ...letter, state: 'open', closedOn: '' };
  return letterNextStep(open) === 'close' ? letter : open;
}

/** Whether the assistant may think again: before anything came of the decision (2:3.3.2). */
export function mayDecideAgain(letter: Pick<Letter, 'category' | 'decision' | 'state'> & { links: readonly { table: string }[] }): boolean {
  if (letter.state === 'closed' || letter.category !== 'complaint' || letter.decision === null) return false;
  return !letter.links.some((to) => to.table === 'coordinationForms');
}

/** Whether a form may be issued from the letter now: only by category or by the assistant's decision. */
export function mayIssueForm(letter: Pick<Letter, 'category' | 'decision' | 'state'>): boolean {
  if (letter.state === 'closed') return false;
  return letter.category === 'report' || (letter.category === 'complaint' && letter.decision?.outcome === 'issueForm');
}

/** By when something is to be done with a letter: the instant, and the day where the date is a day; both `''` for none. */
export interface LetterDue {
  at: string;
  on: string;
}

/**
 * The earliest date that binds the desk: the reply's, the day the sender or an authority set, and for a work letter the
 * hours until it is handed to administration (2:3.3.4). A day is over at its end in the desk's zone; what was answered
 * waits for no answer.
 */
export function letterDue(
  letter: Parameters<typeof letterNextStep>[0] & Pick<Letter, 'receivedAt' | 'replyDueOn' | 'answerBy'>,
  rules: { handOverHours: number },
  zone: string,
): LetterDue {
  const none = { at: '', on: '' };
  const step = letterNextStep(letter);
  if (step === 'none') return none;
  const days = letter.repliedOn === '' ? [letter.replyDueOn, letter.answerBy].filter((day) => day !== '') : [];
  const dues: LetterDue[] = days.map((on) => ({ at: instantOf(addDays(on, 1), '00:00', zone), on }));
  if (step === 'handOver') dues.push({ at: addHours(letter.receivedAt, rules.handOverHours), on: '' });
  return dues.toSorted((left, right) => left.at.localeCompare(right.at))[0] ?? none;
}

/** The date on a letter or its postmark that has yet to come; `null` when both can be. */
export function dateToCome(letter: Pick<Letter, 'letterDate' | 'postmarkDate'>, today: string): 'letterDate' | 'postmarkDate' | null {
  if (letter.letterDate > today) return 'letterDate';
  return letter.postmarkDate > today ? 'postmarkDate' : null;
}

interface LetterOpen {
  letter: Pick<Letter, 'receivedAt'>;
  due: LetterDue;
}

/** Overdue first; then by what is due, and what has no date by when it came. */
export function letterOrder(now: string): (left: LetterOpen, right: LetterOpen) => number {
  const late = ({ due }: LetterOpen) => (isOverdue(due.at, now) ? 0 : 1);
  const key = ({ due, letter }: LetterOpen) => (due.at === '' ? letter.receivedAt : due.at);
  return (left, right) => late(left) - late(right) || key(left).localeCompare(key(right));
}

/** What was decided on, handed over or closed is changed only with a reason (DOMAIN §15). */
export function letterNeedsReason({ state, decision, handedOver }: Pick<Letter, 'state' | 'decision' | 'handedOver'>): boolean {
  return state === 'closed' || decision !== null || handedOver !== null;
}
