import type { ParseKeys } from 'i18next';
import { mayRun, type OperationName } from '../../shared/domain/permissions.ts';
import type { Role } from '../../shared/domain/person.ts';
import type { TableName } from '../../shared/domain/record-tables.ts';
import { REPLY_TABLE } from '../../shared/domain/reply-letter.ts';

/** A form or dialog that may be left half-filled. */
export interface FormKind {
  /** What it is called in the list of those that were left. */
  name: ParseKeys<'today'>;
  /** What it does. */
  run: OperationName;
  /** What it does at the address of a record that is there already, where that is another operation. */
  change?: OperationName;
  /** Who takes the step, where not everybody does who may run its operation. */
  who?: readonly Role[];
  /** Several people speak on one record: each finds what that very person has typed, and Today what the others have. */
  personal?: true;
}

/** Whether somebody with these roles may go on with what was left half-filled, or read it. */
export function mayFill(roles: readonly Role[], { run, who }: Pick<FormKind, 'run' | 'who'>): boolean {
  return mayRun(roles, run) && (who === undefined || roles.some((role) => who.includes(role)));
}

const WITHDRAWERS = REPLY_TABLE.filter(({ action }) => action === 'withdraw').flatMap(({ who }) => who);

/** The registers by the first part of their addresses. */
export const REGISTERS = {
  reception: 'receptions',
  letters: 'letters',
  coordination: 'coordinationForms',
  dispatch: 'dispatchOrders',
  replies: 'replies',
  praise: 'praises',
} as const satisfies Record<string, TableName>;
export type Register = keyof typeof REGISTERS;

/** The dialogs of the records' pages that keep what is typed into them, by their names in the address (`?dialog=…`). */
const KEPT_DIALOGS = {
  reception: {
    close: { name: 'unfinished.receptionClose', run: 'close-reception' },
    check: { name: 'unfinished.receptionCheck', run: 'check-reception' },
    addPromise: { name: 'unfinished.promiseAdd', run: 'add-promise' },
    tryPromise: { name: 'unfinished.promiseTry', run: 'try-promise' },
    settlePromise: { name: 'unfinished.promiseSettle', run: 'settle-promise' },
    cancelPromise: { name: 'unfinished.promiseCancel', run: 'settle-promise' },
    decide: { name: 'unfinished.complaintDecision', run: 'decide-complaint' },
  },
  letters: {
    decide: { name: 'unfinished.letterDecision', run: 'decide-letter' },
    handOver: { name: 'unfinished.letterHandOver', run: 'hand-over-letter' },
    close: { name: 'unfinished.letterClosing', run: 'close-letter' },
  },
  coordination: {
    receive: { name: 'unfinished.coordinationReceive', run: 'advance-coordination-form' },
    tellCustomer: { name: 'unfinished.coordinationTell', run: 'advance-coordination-form' },
    cancel: { name: 'unfinished.coordinationCancel', run: 'advance-coordination-form' },
    remind: { name: 'unfinished.coordinationRemind', run: 'remind-coordination-form' },
    finish: { name: 'unfinished.coordinationDone', run: 'advance-coordination-form' },
    confirm: { name: 'unfinished.coordinationWord', run: 'confirm-coordination-form' },
    spotCheck: { name: 'unfinished.spotCheck', run: 'record-follow-up' },
  },
  dispatch: {
    dispatch: { name: 'unfinished.orderDispatch', run: 'advance-dispatch-order' },
    reassign: { name: 'unfinished.orderReassign', run: 'advance-dispatch-order' },
    accept: { name: 'unfinished.orderAccept', run: 'advance-dispatch-order' },
    arrive: { name: 'unfinished.orderArrive', run: 'advance-dispatch-order' },
    pause: { name: 'unfinished.orderPause', run: 'advance-dispatch-order' },
    resume: { name: 'unfinished.orderResume', run: 'advance-dispatch-order' },
    return: { name: 'unfinished.orderReturn', run: 'advance-dispatch-order' },
    cancel: { name: 'unfinished.orderCancel', run: 'advance-dispatch-order' },
    archive: { name: 'unfinished.orderArchive', run: 'advance-dispatch-order' },
    urge: { name: 'unfinished.orderUrge', run: 'urge-dispatch-order' },
    pay: { name: 'unfinished.orderPay', run: 'record-payment' },
    confirm: { name: 'unfinished.orderWord', run: 'confirm-dispatch-order' },
    followUp: { name: 'unfinished.followUp', run: 'record-follow-up' },
    spotCheck: { name: 'unfinished.spotCheck', run: 'record-follow-up' },
  },
  replies: {
    review: { name: 'unfinished.replyReview', run: 'review-reply', personal: true },
    returnByManager: { name: 'unfinished.replyReturn', run: 'review-reply' },
    approve: { name: 'unfinished.replyApproval', run: 'approve-reply' },
    recall: { name: 'unfinished.replyRecall', run: 'advance-reply' },
    withdraw: { name: 'unfinished.replyWithdraw', run: 'advance-reply', who: WITHDRAWERS },
    seal: { name: 'unfinished.replySeal', run: 'advance-reply' },
    post: { name: 'unfinished.replyPost', run: 'post-reply' },
    postAgain: { name: 'unfinished.replyPostAgain', run: 'post-reply' },
    sendOnline: { name: 'unfinished.replyOnline', run: 'post-reply' },
    confirm: { name: 'unfinished.replyConfirm', run: 'confirm-reply' },
    delivered: { name: 'unfinished.replyDelivered', run: 'record-reply-delivery' },
    sentBack: { name: 'unfinished.replySentBack', run: 'record-reply-delivery' },
    enquire: { name: 'unfinished.replyEnquiry', run: 'record-reply-delivery' },
    answer: { name: 'unfinished.replyAnswer', run: 'record-reply-delivery' },
    complete: { name: 'unfinished.replyComplete', run: 'complete-reply' },
    tell: { name: 'unfinished.replyTell', run: 'tell-reply' },
    copy: { name: 'unfinished.replyCopy', run: 'copy-reply' },
    archive: { name: 'unfinished.replyArchive', run: 'archive-reply' },
  },
  praise: {
    postOriginal: { name: 'unfinished.praiseOriginal', run: 'post-praise-original' },
    correctOriginal: { name: 'unfinished.praiseOriginalChange', run: 'post-praise-original' },
    postCopy: { name: 'unfinished.praiseCopy', run: 'post-praise-copy' },
    correctCopy: { name: 'unfinished.praiseCopyChange', run: 'post-praise-copy' },
    takeDown: { name: 'unfinished.praiseTakeDown', run: 'take-down-praise' },
    thank: { name: 'unfinished.praiseThanks', run: 'thank-praise-customer' },
    file: { name: 'unfinished.praiseFiling', run: 'file-praise-posting' },
    cancel: { name: 'unfinished.praiseCancel', run: 'cancel-praise-posting' },
  },
} as const satisfies Record<Register, Record<string, FormKind>>;

export type KeptDialogName<R extends Register> = keyof (typeof KEPT_DIALOGS)[R] & string;

/** Whether the page of such a record has a dialog of this name that keeps its text. */
export function isKeptDialog<R extends Register>(register: R, name: string): name is KeptDialogName<R> {
  return Object.hasOwn(KEPT_DIALOGS[register], name);
}

/** What such a dialog is called and does; `undefined` for one that keeps nothing, a print for one. */
export function keptDialog(register: Register, name: string): FormKind | undefined {
  const dialogs: Record<string, FormKind> = KEPT_DIALOGS[register];
  return isKeptDialog(register, name) ? dialogs[name] : undefined;
}

/** A dialog over a record's page. */
export interface DialogPlace {
  register: Register;
  /** Of the record. */
  id: string;
  /** Its name in the address. */
  dialog: string;
  /** Which part of the record it is about, where it may be about several; `''` elsewhere. */
  of: string;
  /** Who began to type in it, where each person types their own; `''` elsewhere, and in what an earlier program kept. */
  by: string;
}

/** Address at which the dialog stands open; its draft goes by it, too, so that each dialog of each record has its own. */
export function dialogAddress({ register, id, dialog, of, by }: DialogPlace): string {
  return `/${register}/${id}?dialog=${dialog}${of === '' ? '' : `&of=${of}`}${by === '' ? '' : `&by=${by}`}`;
}
