import { z } from 'zod';
import { FailureError } from '../../../shared/contract/result.ts';
import { coordinationInput, type CoordinationInput } from '../../../shared/domain/coordination-form.ts';
import { addHours } from '../../../shared/domain/due-time.ts';
import { mayIssueForm } from '../../../shared/domain/letter.ts';
import { canonicalUnit } from '../../../shared/domain/unit-notation.ts';
import { addWorkingDays } from '../../../shared/domain/working-days.ts';
import { linkSource } from '../links.ts';
import { contactKeys } from '../name-keys.ts';
import { defineOperation } from '../perform.ts';
import type { WriteContext } from '../write-context.ts';

export const issueCoordinationFormInput = coordinationInput.extend({
  id: z.string().min(1).max(64),
  departmentId: z.string().min(1, 'required').max(64),
  subject: z.string().trim().min(1, 'required').max(300),
});

/** A complaint gets a form only by the assistant's decision (2:3.3.2); a letter of another kind gets none. */
async function checkSource(context: WriteContext, input: CoordinationInput): Promise<void> {
  if (input.sourceTable === 'letters') {
    const letter = await context.get('letters', input.sourceId);
    if (!mayIssueForm(letter)) throw new FailureError(letter.category === 'complaint' ? 'decisionMissing' : 'noFormForThisLetter');
  }
  if (input.sourceTable === 'receptions') {
    const entry = await context.get('receptions', input.sourceId);
    if (entry.category === 'complaint' && entry.complaint?.outcome !== 'followUp') throw new FailureError('decisionMissing');
  }
}

/** Nothing is to be done before the form was issued: `dateTooEarly` beside its field. */
export function checkDueOn(dueOn: string, issuedOn: string): void {
  if (dueOn !== '' && dueOn < issuedOn) throw new FailureError('dateTooEarly', { field: 'dueOn', earliest: issuedOn });
}

/** Issues a coordination form (2:3.3.2, 4:职责4). Failures: `decisionMissing`, `noFormForThisLetter`, `recordExists`, `dateTooEarly`. */
export const issueCoordinationForm = defineOperation({
  name: 'issue-coordination-form',
  input: issueCoordinationFormInput,
  tables: ['coordinationForms', 'letters', 'receptions', 'departments', 'holidays'],
  prepare: (input) => contactKeys(input.customer, '', [input.phone]),
  async run(context, input, keys) {
    if ((await context.find('coordinationForms', input.id)) !== undefined) throw new FailureError('recordExists');
    await checkSource(context, input);
    await context.get('departments', input.departmentId);
    checkDueOn(input.dueOn, context.today);
    const { estate, rules } = context.requireSettings();
    const years = await context.database.holidays.toArray();
    const form = await context.put('coordinationForms', {
      ...context.newRecord(),
      ...input,
      ...(await context.drawNumber('coordination')),
      unit: canonicalUnit(input.unit),
      dueOn: input.dueOn === '' ? addWorkingDays(context.today, rules.formWorkingDays, years).date : input.dueOn,
      estate: estate.estate,
      issuedAt: context.now,
      issuedOn: context.today,
      issuedBy: context.actorId,
      state: 'issued',
      receivedByName: '',
      receivedAt: '',
      receiptDueAt: addHours(context.now, rules.formReceiptHours),
      measures: '',
      handledBy: '',
      doneAt: '',
      toldHow: '',
      toldAt: '',
      followUpResult: '',
      headsWord: null,
      archivedBy: '',
      archivedAt: '',
      cancelReason: '',
      reminders: [],
      timesPrinted: 0,
      keys,
    });
    await linkSource(
      context,
      { table: input.sourceTable, id: input.sourceId },
      { table: 'coordinationForms', id: form.id, number: form.number },
    );
    return form.id;
  },
});
