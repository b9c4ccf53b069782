import { FailureError } from '../../../shared/contract/result.ts';
import { goesToAnother, headsWordHolds } from '../../../shared/domain/coordination-form.ts';
import { addHours } from '../../../shared/domain/due-time.ts';
import { canonicalUnit } from '../../../shared/domain/unit-notation.ts';
import { contactKeys } from '../name-keys.ts';
import { defineOperation } from '../perform.ts';
import { supersedePrints } from '../prints.ts';
import { checkDueOn, issueCoordinationFormInput } from './issue-coordination-form.ts';

/**
 * Corrects a form that is already with a department, so always with a reason; sheets printed before no longer hold (DOMAIN
 * §15). One that goes to another department has to be received there, in the time from now. Failures: `reasonMissing`, `alreadyClosed`, `dateTooEarly`.
 */
export const changeCoordinationForm = defineOperation({
  name: 'change-coordination-form',
  input: issueCoordinationFormInput,
  tables: ['coordinationForms', 'departments', 'prints'],
  prepare: (input) => contactKeys(input.customer, '', [input.phone]),
  async run(context, input, keys) {
    const before = await context.get('coordinationForms', input.id);
    if (before.state === 'archived' || before.state === 'cancelled') throw new FailureError('alreadyClosed');
    if (context.reason.trim() === '') throw new FailureError('reasonMissing');
    await context.get('departments', input.departmentId);
    checkDueOn(input.dueOn, before.issuedOn);
    const { formReceiptHours } = context.requireSettings().rules;
    const anew = { state: 'issued' as const, receivedByName: '', receivedAt: '', receiptDueAt: addHours(context.now, formReceiptHours) };
    const { source, sourceTable, sourceId, sourceNumber } = before;
    // Where a form came from is a fact of its issue, not of a correction.
    await context.put('coordinationForms', {
      ...before,
      ...input,
      ...(goesToAnother(before, input) ? anew : {}),
      source,
      sourceTable,
      sourceId,
      sourceNumber,
      unit: canonicalUnit(input.unit),
      dueOn: input.dueOn === '' ? before.dueOn : input.dueOn,
      headsWord: headsWordHolds(before, input) ? before.headsWord : null,
      keys,
    });
    await supersedePrints(context, input.id);
    return input.id;
  },
});
