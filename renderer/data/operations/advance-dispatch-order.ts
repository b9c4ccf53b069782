import { z } from 'zod';
import { FailureError } from '../../../shared/contract/result.ts';
import { dispatchGaps, type DispatchAction, type DispatchHop, type DispatchOrder } from '../../../shared/domain/dispatch-order.ts';
import { archiveObstacles, dispatchPath, moneyProblem, orderStepTime, workInput } from '../../../shared/domain/dispatch-steps.ts';
import { dispatchTotals } from '../../../shared/domain/dispatch-rules.ts';
import { localDateOf } from '../../../shared/domain/due-time.ts';
import { formatYuan } from '../../../shared/domain/money.ts';
import { unlinkOrder } from '../links.ts';
import { defineOperation, nothingToPrepare } from '../perform.ts';
import type { WriteContext } from '../write-context.ts';

const id = z.string().min(1);
/** When it happened; `''` = now. */
const at = z.union([z.literal(''), z.iso.datetime()]).default('');
const opinion = z.string().max(20_000).default('');
const required = z.string().trim().min(1, 'required').max(20_000);
const sentTo = {
  departmentId: z.string().min(1, 'required').max(64),
  worker: z.string().max(300).default(''),
  workerId: z.string().max(64).default(''),
};

/** One step of an order with what the step must say. A follow-up leads on by itself: `record-follow-up`. */
export const dispatchStepInput = z.discriminatedUnion('action', [
  z.object({ action: z.literal('dispatch'), id, ...sentTo, opinion, at }),
  z.object({ action: z.literal('reassign'), id, ...sentTo, opinion, at }),
  z.object({ action: z.literal('accept'), id, opinion, at }),
  z.object({ action: z.literal('arrive'), id, opinion, at }),
  z.object({ action: z.literal('pause'), id, reason: required, passedOnTo: z.string().max(300).default(''), at }),
  z.object({ action: z.literal('resume'), id, opinion, at }),
  z.object({ action: z.literal('finish'), id, arrivedAt: at, work: workInput, at }),
  z.object({ action: z.literal('return'), id, reason: required, at }),
  z.object({ action: z.literal('cancel'), id, reason: required, at }),
  z.object({ action: z.literal('archive'), id, opinion }),
]);
export type DispatchStep = z.input<typeof dispatchStepInput>;
type Step = z.output<typeof dispatchStepInput>;

/** The order a cancelled one was to repair, and the follow-up that asked for it, wait for a rework again. */
async function unlinkRework(context: WriteContext, order: DispatchOrder): Promise<void> {
  if (order.reworkOfId === '') return;
  const earlier = await context.get('dispatchOrders', order.reworkOfId);
  await context.put('dispatchOrders', { ...earlier, links: earlier.links.filter((to) => to.id !== order.id) });
  const followUps = await context.database.followUps.where('orderId').equals(earlier.id).toArray();
  for (const followUp of followUps.filter((one) => one.reworkOrderId === order.id)) {
    await context.put('followUps', { ...followUp, reworkOrderId: '', reworkOrderNumber: '' });
  }
}

/**
 * Takes an order to its next state: every step is a row of DISPATCH_TABLE and leaves a hop. A report of arrival or finish
 * stands for the steps it implies. Failures: `noSuchStep`, `inTheFuture`, `beforePreviousStep`, `orderIncomplete` (orderGap:
 * nobody is sent without place, trade, content, appointment), `arrivalMissing`, those of `moneyProblem`,
 * `headsWordMissingForOrder` (4:职责4), `moneyOpen` (amount).
 */
export const advanceDispatchOrder = defineOperation({
  name: 'advance-dispatch-order',
  input: dispatchStepInput,
  tables: ['dispatchOrders', 'followUps', 'departments', 'receptions', 'letters'],
  prepare: nothingToPrepare,
  async run(context, input) {
    let order = await context.get('dispatchOrders', input.id);
    const path = dispatchPath(order.state, input.action, context.actor?.roles ?? []);
    if (path === null) throw new FailureError('noSuchStep', { state: order.state, action: input.action });
    for (const { action, to } of path) {
      order = await takeStep(context, { ...order, state: to }, action, input);
    }
    await context.put('dispatchOrders', order);
    if (input.action !== 'cancel') return order.id;
    // What led to it waits for an order again; a form asks who names it as a source.
    await unlinkOrder(context, order.id);
    await unlinkRework(context, order);
    return order.id;
  },
});

async function takeStep(context: WriteContext, order: DispatchOrder, action: DispatchAction, input: Step): Promise<DispatchOrder> {
  const when = happenedAt(context, order, action, input);
  const fields = action === input.action ? await stepFields(context, order, input, when) : impliedFields(order, action, when);
  const from = await holderOf(context, order);
  const moved = { ...order, ...fields };
  const hop: DispatchHop = {
    action,
    at: when,
    by: context.actorId,
    from,
    to: await receiverOf(context, moved, input),
    opinion: action === input.action ? opinionOf(input) : '',
  };
  return { ...moved, hops: [...order.hops, hop] };
}

/** The step's own time; the steps that a report of finishing implies happened on arrival. */
function happenedAt(context: WriteContext, order: DispatchOrder, action: DispatchAction, input: Step): string {
  const own = 'at' in input ? input.at : '';
  const onArrival = input.action === 'finish' && action !== 'finish';
  if (onArrival && input.arrivedAt === '') throw new FailureError('arrivalMissing', { field: 'arrivedAt' });
  const found = orderStepTime(order, onArrival ? input.arrivedAt : own, context.now);
  if ('problem' in found) throw new FailureError(found.problem, { field: onArrival ? 'arrivedAt' : 'at' });
  return found.at;
}

/** Who has the order: department and worker as written on the ticket; the desk's own department before it is sent. */
async function holderOf(context: WriteContext, order: Pick<DispatchOrder, 'departmentId' | 'worker'>): Promise<string> {
  const { deskDepartmentId } = context.requireSettings().estate;
  const department = await context.find('departments', order.departmentId === '' ? deskDepartmentId : order.departmentId);
  return [department?.name ?? '', order.worker].filter((part) => part !== '').join(' ');
}

async function receiverOf(context: WriteContext, order: DispatchOrder, input: Step): Promise<string> {
  if (input.action === 'pause') return input.passedOnTo;
  const passes = input.action === 'dispatch' || input.action === 'reassign' || input.action === 'return';
  return passes ? holderOf(context, order) : '';
}

function opinionOf(input: Step): string {
  if ('reason' in input) return input.reason;
  return 'opinion' in input ? input.opinion : '';
}

function impliedFields(order: DispatchOrder, action: DispatchAction, when: string): Partial<DispatchOrder> {
  if (action === 'accept') return { acceptedAt: when };
  // The first arrival stays on record: it is what the due time asks for.
  return { arrivedAt: order.arrivedAt === '' ? when : order.arrivedAt };
}

/** A pause that is still open ends with whatever leads out of it. */
function endPause(order: DispatchOrder, when: string): DispatchOrder['pauses'] {
  return order.pauses.map((pause) => (pause.until === '' ? { ...pause, until: when } : pause));
}

async function stepFields(context: WriteContext, order: DispatchOrder, input: Step, when: string): Promise<Partial<DispatchOrder>> {
  switch (input.action) {
    case 'dispatch':
    case 'reassign': {
      const gap = dispatchGaps(order)[0];
      if (gap !== undefined) throw new FailureError('orderIncomplete', { orderGap: gap });
      await context.get('departments', input.departmentId);
      const { departmentId, worker, workerId } = input;
      return { departmentId, worker: worker.trim(), workerId, dispatchedAt: when, acceptedAt: '', pauses: endPause(order, when) };
    }
    case 'accept':
    case 'arrive':
      return impliedFields(order, input.action, when);
    case 'pause':
      return {
        pauses: [...order.pauses, { from: when, until: '', reason: input.reason.slice(0, 300) }],
        unfinishedReason: input.reason,
        passedOnTo: input.passedOnTo,
      };
    case 'resume':
      return { pauses: endPause(order, when) };
    case 'finish':
      return finishFields(context, order, input.work, when);
    case 'return':
      return { departmentId: '', worker: '', workerId: '', dispatchedAt: '', acceptedAt: '', pauses: endPause(order, when) };
    case 'cancel':
      return { cancelReason: input.reason, cancelledOn: context.today, pauses: endPause(order, when) };
    case 'archive':
      return archiveFields(context, order, when);
  }
}

function finishFields(context: WriteContext, order: DispatchOrder, work: z.output<typeof workInput>, when: string): Partial<DispatchOrder> {
  const problem = moneyProblem({ ...order, ...work });
  if (problem !== null) throw new FailureError(problem);
  const { payment } = work;
  const receivedAt = payment.receivedFen > 0 && payment.receivedAt === '' ? when : payment.receivedAt;
  return {
    ...work,
    payment: { ...payment, receivedAt },
    finishedAt: when,
    finishedOn: localDateOf(when, context.requireSettings().desk.zone),
  };
}

function archiveFields(context: WriteContext, order: DispatchOrder, when: string): Partial<DispatchOrder> {
  const obstacle = archiveObstacles(order, context.requireSettings().estate.deskDepartmentId)[0];
  if (obstacle === 'headsWord') throw new FailureError('headsWordMissingForOrder');
  if (obstacle === 'moneyOpen') throw new FailureError('moneyOpen', { amount: formatYuan(dispatchTotals(order).openFen) });
  return { archivedBy: context.actorId, archivedAt: when, archivedOn: context.today };
}
