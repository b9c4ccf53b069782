import { needsHeadsWord } from '../../../shared/domain/coordination-form.ts';
import type { DispatchAction, DispatchOrder } from '../../../shared/domain/dispatch-order.ts';
import { dispatchTotals } from '../../../shared/domain/dispatch-rules.ts';
import { dispatchPath, mayChange, mayConfirm, mayPay, mayRework, mayUrge } from '../../../shared/domain/dispatch-steps.ts';
import type { OperationName } from '../../../shared/domain/permissions.ts';
import type { Role } from '../../../shared/domain/person.ts';
import type { KeptDialogName } from '../../ui/kept-dialogs.ts';

/** Steps that lead on, the nearest first; and those that lead aside, behind *more*. */
const FORWARD = ['dispatch', 'resume', 'accept', 'arrive', 'finish', 'followUp', 'archive'] as const satisfies readonly DispatchAction[];
const ASIDE = ['reassign', 'return', 'cancel'] as const satisfies readonly DispatchAction[];

/** What a person sees offered of an order: as far as it stands, and by the right to run the very operation behind each. */
export interface OrderOffers {
  forward: (typeof FORWARD)[number][];
  aside: (typeof ASIDE)[number][];
  pause: boolean;
  confirm: boolean;
  pay: boolean;
  urge: boolean;
  rework: boolean;
  print: boolean;
  change: boolean;
  changeWork: boolean;
  spotCheck: boolean;
  reply: boolean;
}

export type OrderDialog = Exclude<DispatchAction, 'finish'> | 'urge' | 'confirm' | 'pay' | 'spotCheck' | 'print';

interface OnLooker {
  roles: readonly Role[];
  may: (operation: OperationName) => boolean;
}

/** Every step of the table is one operation, but for the call to the customer, which is recorded as what it is. */
function operationOf(action: DispatchAction): OperationName {
  return action === 'followUp' ? 'record-follow-up' : 'advance-dispatch-order';
}

/** What can be done with an order now, by this person. */
export function orderOffers(order: DispatchOrder, { roles, may }: OnLooker, deskDepartmentId: string): OrderOffers {
  const can = (action: DispatchAction) => may(operationOf(action)) && dispatchPath(order.state, action, roles) !== null;
  const ofOthers = order.departmentId !== '' && needsHeadsWord(order, deskDepartmentId);
  return {
    forward: FORWARD.filter(can),
    aside: ASIDE.filter(can),
    pause: can('pause'),
    confirm: may('confirm-dispatch-order') && mayConfirm(order) && ofOthers && order.headsWord === null,
    pay: may('record-payment') && mayPay(order) && dispatchTotals(order).openFen > 0,
    urge: may('urge-dispatch-order') && mayUrge(order) && order.state !== 'waiting',
    rework: may('issue-dispatch-order') && mayRework(order),
    print: may('record-print'),
    change: may('change-dispatch-order') && mayChange(order),
    changeWork: may('change-dispatch-order') && mayPay(order),
    spotCheck: may('record-follow-up') && mayRework(order) && ofOthers,
    // A letter answers what was reported, however far the work is (DOMAIN §5, 1).
    reply: may('save-reply') && order.state !== 'cancelled',
  };
}

/** Which of the dialogs that keep their text are open now: by its address one can be opened later than its button is offered. */
export function possibleDialogs(offers: OrderOffers): Record<KeptDialogName<'dispatch'>, boolean> {
  const { forward, aside, pause, confirm, urge, pay, spotCheck } = offers;
  return {
    dispatch: forward.includes('dispatch'),
    accept: forward.includes('accept'),
    arrive: forward.includes('arrive'),
    resume: forward.includes('resume'),
    followUp: forward.includes('followUp'),
    archive: forward.includes('archive'),
    reassign: aside.includes('reassign'),
    return: aside.includes('return'),
    cancel: aside.includes('cancel'),
    pause,
    confirm,
    urge,
    pay,
    spotCheck,
  };
}
