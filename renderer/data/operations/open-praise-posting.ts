import { z } from 'zod';
import { FailureError } from '../../../shared/contract/result.ts';
import { letterNextStep } from '../../../shared/domain/letter.ts';
import { praiseInput, type PraiseInput } from '../../../shared/domain/praise-posting.ts';
import { canonicalUnit } from '../../../shared/domain/unit-notation.ts';
import { linkSource } from '../links.ts';
import { contactKeys } from '../name-keys.ts';
import { defineOperation } from '../perform.ts';
import type { WriteContext } from '../write-context.ts';

export const openPraisePostingInput = praiseInput.extend({
  id: z.string().min(1).max(64),
  whatFor: z.string().trim().min(1, 'required').max(20_000),
});

/** Keys of a praise: who praised and the phone. */
export function praiseKeys(input: PraiseInput): Promise<string[]> {
  return contactKeys(input.praisedBy, input.praisedByReading, [input.phone]);
}

/** Dates and departments an entry may have: `inTheFuture`, `recordMissing`. */
export async function checkPraise(context: WriteContext, input: PraiseInput): Promise<void> {
  if (input.receivedOn > context.today) throw new FailureError('inTheFuture', { field: 'receivedOn' });
  const departments = [...input.employees.map((employee) => employee.departmentId), ...input.departmentIds];
  for (const id of new Set(departments.filter((one) => one !== ''))) await context.get('departments', id);
}

/** A praise letter is posted once, and only a praise is posted (2:3.3.3). */
async function checkSource(context: WriteContext, input: PraiseInput): Promise<void> {
  if (input.sourceTable === 'letters') {
    const letter = await context.get('letters', input.sourceId);
    if (letter.category !== 'praise') throw new FailureError('notAPraise');
    if (letterNextStep(letter) !== 'openPosting') throw new FailureError('praisePostingExists');
  }
  if (input.sourceTable === 'receptions') {
    const entry = await context.get('receptions', input.sourceId);
    if (entry.category !== 'praise') throw new FailureError('notAPraise');
    if (entry.links.some((to) => to.table === 'praises')) throw new FailureError('praisePostingExists');
  }
}

/**
 * Opens a praise posting (2:3.3.3), from a letter, an entry, or by itself. Failures: `recordExists`, `notAPraise`,
 * `praisePostingExists`, `inTheFuture`.
 */
export const openPraisePosting = defineOperation({
  name: 'open-praise-posting',
  input: openPraisePostingInput,
  tables: ['praises', 'letters', 'receptions', 'departments'],
  prepare: (input) => praiseKeys(input),
  async run(context, input, keys) {
    if ((await context.find('praises', input.id)) !== undefined) throw new FailureError('recordExists');
    await checkSource(context, input);
    await checkPraise(context, input);
    const praise = await context.put('praises', {
      ...context.newRecord(),
      ...input,
      ...(await context.drawNumber('praise')),
      unit: canonicalUnit(input.unit),
      receivedOn: input.receivedOn === '' ? context.today : input.receivedOn,
      original: null,
      copies: [],
      thankedHow: '',
      thankedAt: '',
      state: 'open',
      cancelReason: '',
      timesPrinted: 0,
      keys,
    });
    await linkSource(context, { table: input.sourceTable, id: input.sourceId }, { table: 'praises', id: praise.id, number: praise.number });
    return praise.id;
  },
});
