import { z } from 'zod';
import { FailureError } from '../../../shared/contract/result.ts';
import {
  COORDINATION_TABLE,
  needsHeadsWord,
  type CoordinationAction,
  type CoordinationForm,
} from '../../../shared/domain/coordination-form.ts';
import { findTransition } from '../../../shared/domain/state-table.ts';
import { stepTime } from '../../../shared/domain/step-time.ts';
import { unlinkSource } from '../links.ts';
import { defineOperation, nothingToPrepare } from '../perform.ts';
import type { WriteContext } from '../write-context.ts';

const id = z.string().min(1);
const at = z.union([z.literal(''), z.iso.datetime()]).default('');
const required = z.string().trim().min(1, 'required').max(20_000);

/** One step of a form with what the step must say. */
export const coordinationStepInput = z.discriminatedUnion('action', [
  z.object({ action: z.literal('receive'), id, receivedByName: required, at }),
  z.object({ action: z.literal('finish'), id, measures: required, handledBy: required, at }),
  z.object({
    action: z.literal('tellCustomer'),
    id,
    toldHow: z.enum(['call', 'visit', 'letter', 'message']),
    followUpResult: required,
    at,
  }),
  z.object({ action: z.literal('archive'), id }),
  z.object({ action: z.literal('cancel'), id, reason: required }),
]);
export type CoordinationStep = z.input<typeof coordinationStepInput>;

/** The form after a step the state table allows; `noSuchStep` otherwise. */
export function stepForm(context: WriteContext, form: CoordinationForm, action: CoordinationAction): CoordinationForm {
  const step = findTransition(COORDINATION_TABLE, form.state, action, context.actor?.roles ?? []);
  if (step === null) throw new FailureError('noSuchStep', { state: form.state, action });
  return { ...form, state: step.to };
}

/**
 * Takes a form one step on: received, done, customer told, archived, cancelled. A cancelled form keeps its number; the
 * letter or entry it came from waits for its form again. Failures: `noSuchStep`, `inTheFuture`, `beforePreviousStep`,
 * `headsWordMissing` (another department's form is archived only after its head's word, 4:职责4).
 */
export const advanceCoordinationForm = defineOperation({
  name: 'advance-coordination-form',
  input: coordinationStepInput,
  tables: ['coordinationForms', 'letters', 'receptions'],
  prepare: nothingToPrepare,
  async run(context, input) {
    const before = await context.get('coordinationForms', input.id);
    const form = stepForm(context, before, input.action);
    const when = stepTime(lastStepAt(before), 'at' in input ? input.at : '', context.now);
    if ('problem' in when) throw new FailureError(when.problem, { field: 'at' });
    await context.put('coordinationForms', { ...form, ...stepFields(context, form, input, when.at) });
    if (input.action === 'cancel') await unlinkSource(context, { table: form.sourceTable, id: form.sourceId }, form.id);
    return form.id;
  },
});

/** When the form last moved; a form written by hand in an outage may have been received before it was typed in. */
function lastStepAt({ receivedAt, doneAt, toldAt }: CoordinationForm): string {
  return [receivedAt, doneAt, toldAt].toSorted().at(-1) ?? '';
}

function stepFields(
  context: WriteContext,
  form: CoordinationForm,
  input: z.output<typeof coordinationStepInput>,
  when: string,
): Partial<CoordinationForm> {
  switch (input.action) {
    case 'receive':
      return { receivedByName: input.receivedByName, receivedAt: when };
    case 'finish':
      return { measures: input.measures, handledBy: input.handledBy, doneAt: when };
    case 'tellCustomer':
      return { toldHow: input.toldHow, followUpResult: input.followUpResult, toldAt: when };
    case 'archive':
      if (needsHeadsWord(form, context.requireSettings().estate.deskDepartmentId) && form.headsWord === null) {
        throw new FailureError('headsWordMissing');
      }
      return { archivedBy: context.actorId, archivedAt: when };
    case 'cancel':
      return { cancelReason: input.reason };
  }
}
