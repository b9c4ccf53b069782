import { z } from 'zod';
import { FailureError } from '../../../shared/contract/result.ts';
import { dispatchGaps, dispatchInput, type DispatchInput, type DispatchOrder } from '../../../shared/domain/dispatch-order.ts';
import { dispatchDue } from '../../../shared/domain/dispatch-rules.ts';
import { mayRework } from '../../../shared/domain/dispatch-steps.ts';
import { localDateOf } from '../../../shared/domain/due-time.ts';
import { mayIssueForm } from '../../../shared/domain/letter.ts';
import { canonicalUnit } from '../../../shared/domain/unit-notation.ts';
import { linkSource } from '../links.ts';
import { contactKeys } from '../name-keys.ts';
import { defineOperation } from '../perform.ts';
import type { WriteContext } from '../write-context.ts';

export const issueDispatchOrderInput = dispatchInput.extend({
  id: z.string().min(1).max(64),
  /** The follow-up this rework comes from: the customer was not satisfied. */
  followUpId: z.string().max(64).default(''),
});

/** A complaint or a letter leads to an order only as its own rules allow (2:3.3.2); a form only while it is open. */
async function checkSource(context: WriteContext, input: DispatchInput): Promise<void> {
  if (input.sourceTable === 'letters') {
    const letter = await context.get('letters', input.sourceId);
    if (!mayIssueForm(letter)) {
      throw new FailureError(letter.category === 'complaint' ? 'decisionMissingForOrder' : 'noOrderForThisLetter');
    }
  }
  if (input.sourceTable === 'receptions') {
    const entry = await context.get('receptions', input.sourceId);
    if (entry.category === 'complaint' && entry.complaint?.outcome !== 'followUp') throw new FailureError('decisionMissingForOrder');
  }
  if (input.sourceTable === 'coordinationForms') {
    const form = await context.get('coordinationForms', input.sourceId);
    if (form.state === 'archived' || form.state === 'cancelled') throw new FailureError('alreadyClosed');
  }
}

/** Where and what must stand on a ticket; trade and appointment can be asked for until a worker is sent. */
export function checkTicket(input: DispatchInput): void {
  const gap = dispatchGaps(input).find((one) => one === 'place' || one === 'content');
  if (gap !== undefined) throw new FailureError('orderIncomplete', { orderGap: gap });
}

/** The order is noted on the finished one it repairs again, and on the follow-up that asked for it. */
async function noteRework(context: WriteContext, order: DispatchOrder, followUpId: string): Promise<void> {
  const earlier = await context.get('dispatchOrders', order.reworkOfId);
  const link = { table: 'dispatchOrders', id: order.id, number: order.number };
  await context.put('dispatchOrders', {
    ...earlier,
    hops: [
      ...earlier.hops,
      { action: 'rework', at: context.now, by: context.actorId, from: earlier.number, to: order.number, opinion: order.content },
    ],
    links: earlier.links.some((to) => to.id === order.id) ? earlier.links : [...earlier.links, link],
  });
  if (followUpId === '') return;
  const followUp = await context.get('followUps', followUpId);
  await context.put('followUps', { ...followUp, reworkOrderId: order.id, reworkOrderNumber: order.number });
}

/**
 * Issues a dispatch order (4:职责4): from an entry, a letter, a coordination form, a patrol or by itself; or as rework of a
 * finished order, which it is linked with. Failures: `recordExists`, `orderIncomplete` (orderGap), `inTheFuture`,
 * `decisionMissingForOrder`, `noOrderForThisLetter`, `alreadyClosed`, `notReworkable`, `sourceUnknown`.
 */
export const issueDispatchOrder = defineOperation({
  name: 'issue-dispatch-order',
  input: issueDispatchOrderInput,
  tables: ['dispatchOrders', 'followUps', 'receptions', 'letters', 'coordinationForms'],
  prepare: (input) => contactKeys(input.customer, input.customerReading, [input.phone]),
  async run(context, input, keys) {
    const { followUpId, ...fields } = input;
    if ((await context.find('dispatchOrders', input.id)) !== undefined) throw new FailureError('recordExists');
    checkTicket(fields);
    await checkSource(context, fields);
    const earlier = fields.reworkOfId === '' ? null : await context.get('dispatchOrders', fields.reworkOfId);
    if (earlier !== null && !mayRework(earlier)) throw new FailureError('notReworkable');
    const reportedAt = fields.reportedAt === '' ? context.now : fields.reportedAt;
    if (reportedAt > context.now) throw new FailureError('inTheFuture', { field: 'reportedAt' });
    const { rules, desk } = context.requireSettings();
    const order = await context.put('dispatchOrders', {
      ...context.newRecord(),
      ...fields,
      ...(await context.drawNumber('dispatch')),
      ...dispatchDue({ ...fields, reportedAt }, rules),
      unit: canonicalUnit(fields.unit),
      reworkOfNumber: earlier?.number ?? '',
      reportedAt,
      reportedOn: localDateOf(reportedAt, desk.zone),
      state: 'waiting',
      departmentId: '',
      worker: '',
      workerId: '',
      dispatchedAt: '',
      acceptedAt: '',
      arrivedAt: '',
      quoteFen: 0,
      quoteAgreedBy: '',
      finishedAt: '',
      finishedOn: '',
      done: '',
      materials: [],
      labourFen: 0,
      waivedFen: 0,
      waivedBy: '',
      waivedReason: '',
      payment: { means: '', receivedFen: 0, receiptNumber: '', receivedAt: '', collectedBy: '' },
      unfinishedReason: '',
      passedOnTo: '',
      customerSigned: false,
      satisfaction: '',
      workerSigned: false,
      headsWord: null,
      pauses: [],
      hops: [{ action: 'issue', at: reportedAt, by: context.actorId, from: '', to: '', opinion: '' }],
      links: [],
      photos: [],
      archivedBy: '',
      archivedAt: '',
      archivedOn: '',
      cancelledOn: '',
      cancelReason: '',
      timesPrinted: 0,
      keys,
    });
    const source = { table: input.sourceTable, id: input.sourceId };
    await linkSource(context, source, { table: 'dispatchOrders', id: order.id, number: order.number });
    if (earlier !== null) await noteRework(context, order, followUpId);
    return order.id;
  },
});
