import { FailureError } from '../../../shared/contract/result.ts';
import { dispatchDue } from '../../../shared/domain/dispatch-rules.ts';
import { changeNeedsReason, isStep, mayChange, moneyProblem, wordHolds, workInput } from '../../../shared/domain/dispatch-steps.ts';
import { localDateOf } from '../../../shared/domain/due-time.ts';
import { canonicalUnit } from '../../../shared/domain/unit-notation.ts';
import { contactKeys } from '../name-keys.ts';
import { defineOperation } from '../perform.ts';
import { supersedePrints } from '../prints.ts';
import { checkTicket, issueDispatchOrderInput } from './issue-dispatch-order.ts';

export const changeDispatchOrderInput = issueDispatchOrderInput.omit({ followUpId: true }).extend({
  /** What was reported of the work, corrected; only once the order is finished. */
  work: workInput.nullable().default(null),
});

/**
 * Corrects an order, with a reason once it is out (DOMAIN §15); due times are reckoned anew, tickets printed before are
 * marked superseded, and the head's word holds for what it was given for only. Failures: `alreadyClosed`, `reasonMissing`, `orderIncomplete`, `inTheFuture`, `beforePreviousStep`
 * (reported after somebody was sent), `noSuchStep` (work of an order not finished), those of `moneyProblem`.
 */
export const changeDispatchOrder = defineOperation({
  name: 'change-dispatch-order',
  input: changeDispatchOrderInput,
  tables: ['dispatchOrders', 'prints'],
  prepare: (input) => contactKeys(input.customer, input.customerReading, [input.phone]),
  async run(context, input, keys) {
    const { work, ...fields } = input;
    const before = await context.get('dispatchOrders', input.id);
    if (!mayChange(before)) throw new FailureError('alreadyClosed');
    if (changeNeedsReason(before) && context.reason.trim() === '') throw new FailureError('reasonMissing');
    checkTicket(fields);
    const reportedAt = fields.reportedAt === '' ? before.reportedAt : fields.reportedAt;
    if (reportedAt > context.now) throw new FailureError('inTheFuture', { field: 'reportedAt' });
    const firstStep = before.hops.find((hop) => isStep(hop) && hop.action !== 'issue');
    if (firstStep !== undefined && reportedAt > firstStep.at) throw new FailureError('beforePreviousStep', { field: 'reportedAt' });
    const { rules, desk } = context.requireSettings();
    const { source, sourceTable, sourceId, sourceNumber, reworkOfId, reworkOfNumber } = before;
    const changed = {
      ...before,
      ...fields,
      ...dispatchDue({ ...fields, reportedAt }, rules),
      // Where an order came from is a fact of its issue, not of a correction.
      source: sourceId === '' ? fields.source : source,
      sourceTable,
      sourceId,
      sourceNumber,
      reworkOfId,
      reworkOfNumber,
      unit: canonicalUnit(fields.unit),
      reportedAt,
      reportedOn: localDateOf(reportedAt, desk.zone),
      hops: before.hops.map((hop) => (hop.action === 'issue' ? { ...hop, at: reportedAt } : hop)),
      keys,
    };
    const order = { ...changed, ...work };
    if (work !== null && before.finishedAt === '') throw new FailureError('noSuchStep', { state: before.state, action: 'finish' });
    // Whether it is paid for stands among the facts too: what was paid or waived must still fit.
    const problem = moneyProblem(order);
    if (problem !== null) throw new FailureError(problem);
    await context.put('dispatchOrders', { ...order, headsWord: wordHolds(before, order) ? before.headsWord : null });
    await supersedePrints(context, before.id);
    return before.id;
  },
});
