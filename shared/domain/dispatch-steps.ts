import { z } from 'zod';
import { needsHeadsWord } from './coordination-form.ts';
import {
  CHARGES,
  DISPATCH_ACTIONS,
  DISPATCH_TABLE,
  dispatchRecord,
  materialLine,
  paymentSchema,
  type DispatchAction,
  type DispatchHop,
  type DispatchOrder,
  type DispatchState,
} from './dispatch-order.ts';
import { dispatchTotals } from './dispatch-rules.ts';
import type { FollowUp } from './follow-up.ts';
import type { Role } from './person.ts';
import { findTransition } from './state-table.ts';
import { stepTime, type StepTime } from './step-time.ts';

/** How an order moves (DOMAIN §7): which steps lead on, when they may have happened, what stands in the way of archiving. */

/** What a worker's report of a later step says of the earlier ones: who is there has accepted, who is done has been there. */
const IMPLIED: Partial<Record<DispatchAction, readonly DispatchAction[]>> = {
  arrive: ['accept'],
  finish: ['accept', 'arrive'],
};

/**
 * The rows of the table that lead from a state to an action, the earlier steps it implies included; `null` when there is no
 * way. Every step taken is a row: there is no way around the table.
 */
export function dispatchPath(
  from: DispatchState,
  action: DispatchAction,
  roles: readonly Role[],
): { action: DispatchAction; to: DispatchState }[] | null {
  const direct = findTransition(DISPATCH_TABLE, from, action, roles);
  if (direct !== null) return [{ action, to: direct.to }];
  const implied = IMPLIED[action] ?? [];
  for (let first = implied.length - 1; first >= 0; first -= 1) {
    const rows = walk(from, [...implied.slice(first), action], roles);
    if (rows !== null) return rows;
  }
  return null;
}

function walk(
  from: DispatchState,
  actions: readonly DispatchAction[],
  roles: readonly Role[],
): { action: DispatchAction; to: DispatchState }[] | null {
  const rows: { action: DispatchAction; to: DispatchState }[] = [];
  let state = from;
  for (const action of actions) {
    const row = findTransition(DISPATCH_TABLE, state, action, roles);
    if (row === null) return null;
    rows.push({ action, to: row.to });
    state = row.to;
  }
  return rows;
}

/** Whether a hop is a step of the table (or the issue), and not an event beside it such as urging. */
export function isStep(hop: Pick<DispatchHop, 'action'>): boolean {
  return hop.action === 'issue' || DISPATCH_ACTIONS.some((action) => action === hop.action);
}

/** When the order last moved: the next step cannot have been before. Urging in between does not count: reports come late. */
export function lastStepAt(order: Pick<DispatchOrder, 'hops' | 'reportedAt'>): string {
  return order.hops.findLast(isStep)?.at ?? order.reportedAt;
}

/** The instant of an order's step, entered late as it may be: not before the order last moved. */
export function orderStepTime(order: Pick<DispatchOrder, 'hops' | 'reportedAt'>, wanted: string, now: string): StepTime {
  return stepTime(lastStepAt(order), wanted, now);
}

/** Whether the work was done and may be repeated: the repeated report becomes a new order, linked to this one. */
export function mayRework(order: Pick<DispatchOrder, 'state'>): boolean {
  return order.state === 'finished' || order.state === 'followedUp' || order.state === 'archived';
}

/** Whether the worker can still be urged 催办: the order is open. */
export function mayUrge(order: Pick<DispatchOrder, 'state'>): boolean {
  return !mayRework(order) && order.state !== 'cancelled';
}

/** Whether the department's head may give the word that the order can be archived: the work is done (4:职责4). */
export function mayConfirm(order: Pick<DispatchOrder, 'state'>): boolean {
  return order.state === 'finished' || order.state === 'followedUp';
}

/** What a head vouches for: place and matter, and the work as it was reported. */
const VOUCHED_FOR = ['unit', 'publicArea', 'trade', 'content', 'done', 'charge', 'materials', 'labourFen'] as const;
type VouchedFor = Pick<DispatchOrder, (typeof VOUCHED_FOR)[number]>;

/** Whether the head's word still holds after a correction: it was given for this work, and archives no other (4:职责4). */
export function wordHolds(before: VouchedFor, after: VouchedFor): boolean {
  return VOUCHED_FOR.every((field) => JSON.stringify(before[field]) === JSON.stringify(after[field]));
}

/** Whether something is recorded of money: what the work cost is known, and the order is not filed yet. */
export function mayPay(order: Pick<DispatchOrder, 'state'>): boolean {
  return order.state === 'finished' || order.state === 'followedUp';
}

/** Whether the order's facts may still be corrected. */
export function mayChange(order: Pick<DispatchOrder, 'state'>): boolean {
  return order.state !== 'archived' && order.state !== 'cancelled';
}

/** Whether a correction needs a reason: the order is out with a department, or its ticket is (DOMAIN §15). */
export function changeNeedsReason(order: Pick<DispatchOrder, 'state' | 'timesPrinted'>): boolean {
  return order.state !== 'waiting' || order.timesPrinted > 0;
}

export type ArchiveObstacle = 'headsWord' | 'moneyOpen';

/**
 * What stands in the way of archiving beside the table: another department's order waits for its head's word (4:职责4,
 * 职权3), and money that is still open must be paid or waived first.
 */
export function archiveObstacles(
  order: Pick<DispatchOrder, 'departmentId' | 'headsWord' | 'materials' | 'labourFen' | 'charge' | 'waivedFen' | 'payment'>,
  deskDepartmentId: string,
): ArchiveObstacle[] {
  const obstacles: ArchiveObstacle[] = [];
  if (needsHeadsWord(order, deskDepartmentId) && order.headsWord === null) obstacles.push('headsWord');
  if (dispatchTotals(order).openFen > 0) obstacles.push('moneyOpen');
  return obstacles;
}

export type SettleNeed = 'followUp' | 'callAgain' | 'headsWord' | 'moneyOpen' | 'archive';

/** What a finished order waits for; `null` for one that is not finished or filed already. */
export function settleNeed(
  order: Pick<DispatchOrder, 'state'> & Parameters<typeof archiveObstacles>[0],
  followUps: readonly Pick<FollowUp, 'outcome' | 'overall' | 'at' | 'spotCheck'>[],
  deskDepartmentId: string,
): SettleNeed | null {
  if (order.state === 'followedUp') return archiveObstacles(order, deskDepartmentId)[0] ?? 'archive';
  if (order.state !== 'finished') return null;
  const answered = followUps.filter((one) => !one.spotCheck && one.outcome === 'reached');
  const last = answered.toSorted((left, right) => left.at.localeCompare(right.at)).at(-1);
  return last?.overall === 'notSatisfied' ? 'callAgain' : 'followUp';
}

/** What is reported of the work when it is done; the same fields are corrected later with a reason. */
export const workInput = z.object({
  done: z.string().trim().min(1, 'required').max(20_000),
  charge: z.enum(CHARGES),
  materials: z.array(materialLine).max(100),
  labourFen: dispatchRecord.shape.labourFen,
  quoteFen: dispatchRecord.shape.quoteFen,
  quoteAgreedBy: dispatchRecord.shape.quoteAgreedBy,
  waivedFen: dispatchRecord.shape.waivedFen,
  waivedBy: dispatchRecord.shape.waivedBy,
  waivedReason: dispatchRecord.shape.waivedReason,
  payment: paymentSchema,
  customerSigned: z.boolean(),
  workerSigned: z.boolean(),
  satisfaction: dispatchRecord.shape.satisfaction,
});
export type WorkInput = z.output<typeof workInput>;

export type MoneyProblem = 'meansMissing' | 'paidTooMuch' | 'waivedTooMuch' | 'waiverReasonMissing' | 'waivedByMissing';

/** What is wrong with the money of an order; `null` when it adds up. A waiver names its reason and whoever granted it. */
export function moneyProblem(
  order: Pick<DispatchOrder, 'materials' | 'labourFen' | 'charge' | 'waivedFen' | 'waivedBy' | 'waivedReason' | 'payment'>,
): MoneyProblem | null {
  const owed = dispatchTotals({ ...order, waivedFen: 0 }).dueFen;
  if (order.waivedFen > owed) return 'waivedTooMuch';
  if (order.waivedFen > 0 && order.waivedReason.trim() === '') return 'waiverReasonMissing';
  if (order.waivedFen > 0 && order.waivedBy === '') return 'waivedByMissing';
  if (order.payment.receivedFen > owed - order.waivedFen) return 'paidTooMuch';
  if (order.payment.receivedFen > 0 && order.payment.means === '') return 'meansMissing';
  return null;
}
