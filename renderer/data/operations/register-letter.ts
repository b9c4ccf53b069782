import { z } from 'zod';
import { FailureError } from '../../../shared/contract/result.ts';
import { localDateOf } from '../../../shared/domain/due-time.ts';
import { dateToCome, letterInput, type LetterInput } from '../../../shared/domain/letter.ts';
import { canonicalUnit } from '../../../shared/domain/unit-notation.ts';
import { addWorkingDays } from '../../../shared/domain/working-days.ts';
import { linkFollowed } from '../links.ts';
import { contactKeys } from '../name-keys.ts';
import { defineOperation } from '../perform.ts';
import type { WriteContext } from '../write-context.ts';

export const registerLetterInput = letterInput.extend({ id: z.string().min(1).max(64) });

/** Keys of a letter: the sender and the phone. */
export function letterKeys(input: LetterInput): Promise<string[]> {
  return contactKeys(input.sender, input.senderReading, [input.phone]);
}

/** The reply's due date: the one given, else so many working days after receipt; `''` when no reply is needed. */
export async function replyDue(context: WriteContext, input: LetterInput, receivedOn: string): Promise<string> {
  if (input.replyNeeded !== 'yes') return '';
  if (input.replyDueOn !== '') return input.replyDueOn;
  const years = await context.database.holidays.toArray();
  return addWorkingDays(receivedOn, context.requireSettings().rules.replyWorkingDays, years).date;
}

/** No letter was written or posted after today: `dateTooLate` beside its field. */
export function checkLetterDates(context: WriteContext, input: LetterInput): void {
  const field = dateToCome(input, context.today);
  if (field !== null) throw new FailureError('dateTooLate', { field, latest: context.today });
}

/**
 * Registers an incoming letter (2:3.3.1); its category decides what must happen next. Failures:
 * `recordExists`, `inTheFuture`, `dateTooLate`.
 */
export const registerLetter = defineOperation({
  name: 'register-letter',
  input: registerLetterInput,
  tables: ['letters', 'holidays'],
  prepare: (input) => letterKeys(input),
  async run(context, input, keys) {
    if ((await context.find('letters', input.id)) !== undefined) throw new FailureError('recordExists');
    const receivedAt = input.receivedAt === '' ? context.now : input.receivedAt;
    if (receivedAt > context.now) throw new FailureError('inTheFuture', { field: 'receivedAt' });
    checkLetterDates(context, input);
    const receivedOn = localDateOf(receivedAt, context.requireSettings().desk.zone);
    const letter = await context.put('letters', {
      ...context.newRecord(),
      ...input,
      ...(await context.drawNumber('letter')),
      unit: canonicalUnit(input.unit),
      receivedAt,
      receivedOn,
      receivedBy: input.receivedBy === '' ? context.actorId : input.receivedBy,
      replyDueOn: await replyDue(context, input, receivedOn),
      state: 'open',
      decision: null,
      handedOver: null,
      replyNumber: '',
      repliedOn: '',
      closedOn: '',
      result: '',
      links: [],
      keys,
    });
    await linkFollowed(context, 'letters', letter, { before: '', now: input.followsId });
    return letter.id;
  },
});
