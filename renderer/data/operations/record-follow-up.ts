import { z } from 'zod';
import { FailureError } from '../../../shared/contract/result.ts';
import { needsHeadsWord, wasDone, type CoordinationForm } from '../../../shared/domain/coordination-form.ts';
import { DISPATCH_TABLE, type DispatchOrder } from '../../../shared/domain/dispatch-order.ts';
import { mayRework, orderStepTime } from '../../../shared/domain/dispatch-steps.ts';
import { stepTime, type StepTime } from '../../../shared/domain/step-time.ts';
import { localDateOf } from '../../../shared/domain/due-time.ts';
import { followUpGaps, followUpInput, followUpSettled, type FollowUp } from '../../../shared/domain/follow-up.ts';
import { findTransition } from '../../../shared/domain/state-table.ts';
import { canonicalUnit } from '../../../shared/domain/unit-notation.ts';
import { defineOperation, nothingToPrepare } from '../perform.ts';
import type { WriteContext } from '../write-context.ts';

export const recordFollowUpInput = followUpInput.extend({ id: z.string().min(1).max(64) });

/** What is asked about, and when that was asked: an order whose work is done, or another department's form (4:职权2). */
interface Asked {
  order: DispatchOrder | null;
  unit: string;
  when: StepTime;
}

async function askedOf(context: WriteContext, input: z.output<typeof recordFollowUpInput>): Promise<Asked> {
  const order = input.orderId === '' ? null : await orderAsked(context, input);
  const form = order === null ? await formAsked(context, input) : null;
  const unit = order?.unit ?? form?.unit ?? '';
  if (input.outcome === 'notNeeded' && unit !== '') throw new FailureError('followUpNeeded');
  const when = order === null ? stepTime(form?.doneAt ?? '', input.at, context.now) : orderStepTime(order, input.at, context.now);
  return { order, unit, when };
}

async function formAsked(context: WriteContext, input: z.output<typeof recordFollowUpInput>): Promise<CoordinationForm> {
  const form = await context.get('coordinationForms', input.formId);
  if (!input.spotCheck || !needsHeadsWord(form, context.requireSettings().estate.deskDepartmentId)) throw new FailureError('spotCheckOwn');
  if (!wasDone(form)) throw new FailureError('noSuchStep', { state: form.state, action: 'followUp' });
  return form;
}

async function orderAsked(context: WriteContext, input: z.output<typeof recordFollowUpInput>): Promise<DispatchOrder> {
  const { deskDepartmentId } = context.requireSettings().estate;
  const order = await context.get('dispatchOrders', input.orderId);
  const fits = input.spotCheck ? mayRework(order) : order.state === 'finished';
  if (!fits) throw new FailureError('noSuchStep', { state: order.state, action: 'followUp' });
  if (input.spotCheck && !needsHeadsWord(order, deskDepartmentId)) throw new FailureError('spotCheckOwn');
  return order;
}

/** The follow-ups on record settle the order: it goes on; else it stays where it is, to be called again. */
async function settleOrder(context: WriteContext, order: DispatchOrder, followUp: FollowUp): Promise<void> {
  const earlier = await context.database.followUps.where('orderId').equals(order.id).toArray();
  const all = [...earlier.filter((one) => one.id !== followUp.id), followUp];
  if (!followUpSettled(all, context.requireSettings().rules)) return;
  const step = findTransition(DISPATCH_TABLE, order.state, 'followUp', context.actor?.roles ?? []);
  if (step === null) throw new FailureError('noSuchStep', { state: order.state, action: 'followUp' });
  await context.put('dispatchOrders', {
    ...order,
    state: step.to,
    hops: [
      ...order.hops,
      { action: 'followUp', at: followUp.at, by: context.actorId, from: followUp.spokenTo, to: followUp.number, opinion: followUp.opinion },
    ],
  });
}

/**
 * A follow-up 回访 of a finished order, or a spot check of another department's own follow-up (4:职责4, 职权2). Not satisfied:
 * the order stays to be called again, where the rules say so. Failures: `followUpIncomplete` (followUpGap), `followUpNeeded`,
 * `spotCheckOwn`, `noSuchStep`, `inTheFuture`, `beforePreviousStep`, `recordExists`.
 */
export const recordFollowUp = defineOperation({
  name: 'record-follow-up',
  input: recordFollowUpInput,
  tables: ['followUps', 'dispatchOrders', 'coordinationForms'],
  prepare: nothingToPrepare,
  async run(context, input) {
    if ((await context.find('followUps', input.id)) !== undefined) throw new FailureError('recordExists');
    const gap = followUpGaps(input)[0];
    if (gap !== undefined) throw new FailureError('followUpIncomplete', { followUpGap: gap });
    const { order, unit, when } = await askedOf(context, input);
    if ('problem' in when) throw new FailureError(when.problem, { field: 'at' });
    const followUp = await context.put('followUps', {
      ...context.newRecord(),
      ...input,
      ...(await context.drawNumber('followUp')),
      orderNumber: order?.number ?? input.orderNumber,
      unit: canonicalUnit(unit),
      at: when.at,
      doneOn: localDateOf(when.at, context.requireSettings().desk.zone),
      by: context.actorId,
      reworkOrderId: '',
      reworkOrderNumber: '',
    });
    if (order !== null && !input.spotCheck) await settleOrder(context, order, followUp);
    return followUp.id;
  },
});
