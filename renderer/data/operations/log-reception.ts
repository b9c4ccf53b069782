import { z } from 'zod';
import { FailureError } from '../../../shared/contract/result.ts';
import { addHours, localDateOf } from '../../../shared/domain/due-time.ts';
import { mayAnswerCalls } from '../../../shared/domain/person.ts';
import { promisedOf, type DeskPromise } from '../../../shared/domain/promise.ts';
import {
  promiseNeeded,
  receptionInput,
  receptionRecord,
  type Channel,
  type Reception,
  type ReceptionInput,
} from '../../../shared/domain/reception.ts';
import { canonicalUnit } from '../../../shared/domain/unit-notation.ts';
import { contactKeys } from '../name-keys.ts';
import { defineOperation } from '../perform.ts';
import type { WriteContext } from '../write-context.ts';

export const logReceptionInput = receptionInput.extend({
  /** Made when the form opened: a call put off for this visit already points at it. */
  id: z.string().min(1).max(64),
  /** The open visit this call was put off for (2:3.1.5); `''` for none. */
  putOffForId: z.string().max(64).default(''),
  /** When the reply was promised for; `''` = the default of Settings. */
  promiseDueAt: z.union([z.literal(''), z.iso.datetime()]).default(''),
  /** Who answered, where a blank form is entered afterwards by somebody else (DOMAIN §13); `''` = whoever enters it. */
  takenBy: receptionRecord.shape.takenBy,
});
export type LogReceptionInput = z.input<typeof logReceptionInput>;

/** Keys of an entry: who rang, under which numbers. */
export function receptionKeys(input: ReceptionInput): Promise<string[]> {
  return contactKeys(input.customer, input.customerReading, [input.callingNumber, input.numberLeft]);
}

/** Creates what the entry makes the desk owe: a promised reply or a message (2:3.1.3, 2:3.1.4). */
export async function createPromise(
  context: WriteContext,
  entry: Reception,
  details: { dueAt: string; putOffForId: string },
): Promise<void> {
  const kind = details.putOffForId === '' ? promiseNeeded(entry) : 'callBack';
  if (kind === null) return;
  // The visit a call is put off for is open and has no entry yet; one that was logged first has already ended.
  const visit = kind === 'callBack' ? await context.find('receptions', details.putOffForId) : undefined;
  const whenVisitEnds = visit === undefined ? '' : context.now;
  // Promised in the call, however late it was entered.
  const dueByDefault = addHours(entry.occurredAt, context.requireSettings().rules.promiseHours);
  await context.put('promises', {
    ...context.newRecord(),
    kind,
    ...promisedOf(entry),
    dueAt: kind === 'callBack' ? whenVisitEnds : details.dueAt === '' ? dueByDefault : details.dueAt,
    waitsForId: details.putOffForId,
    sourceTable: 'receptions',
    sourceId: entry.id,
    sourceNumber: entry.number,
    state: 'open',
    attempts: [],
    settledAt: '',
    settledBy: '',
    result: '',
  });
}

/** Nobody who is not cleared for duty is recorded as having answered a customer's call (2:3.1.7): `notCleared`. */
export async function checkTaker(context: WriteContext, channel: Channel, takenBy: string): Promise<void> {
  const { actor } = context;
  const taker = actor?.id === takenBy ? actor : await context.get('people', takenBy);
  // Whoever has left since was cleared then, or was not.
  if (channel === 'call' && !mayAnswerCalls({ ...taker, active: true })) throw new FailureError('notCleared', { field: 'takenBy' });
}

/** Call-backs that wait for this visit; a call is waited for by none. */
async function waitingCallBacks(context: WriteContext, { id, channel }: LogReceptionInput): Promise<DeskPromise[]> {
  if (channel !== 'visit') return [];
  const waiting = await context.database.promises.where('waitsForId').equals(id).toArray();
  return waiting.filter((promise) => promise.state === 'open' && promise.dueAt === '');
}

/**
 * Logs a call or a visit with what follows from it. Failures: `notCleared` (a new employee may not be recorded as the one
 * who answered a customer's call, 2:3.1.7), `recordExists`, `notSetUp`.
 */
export const logReception = defineOperation({
  name: 'log-reception',
  input: logReceptionInput,
  tables: ['receptions', 'promises'],
  prepare: (input) => receptionKeys(input),
  async run(context, input, keys) {
    const { id, putOffForId, promiseDueAt, ...fields } = input;
    const takenBy = fields.takenBy === '' ? context.actorId : fields.takenBy;
    await checkTaker(context, fields.channel, takenBy);
    const [logged, earlier, waiting] = await Promise.all([
      context.find('receptions', id),
      fields.followsId === '' ? null : context.get('receptions', fields.followsId),
      waitingCallBacks(context, input),
    ]);
    if (logged !== undefined) throw new FailureError('recordExists');
    const occurredAt = fields.occurredAt === '' ? context.now : fields.occurredAt;
    if (occurredAt > context.now) throw new FailureError('inTheFuture', { field: 'occurredAt' });
    const zone = context.requireSettings().desk.zone;
    const entry = await context.put('receptions', {
      ...context.newRecord(),
      ...fields,
      ...(await context.drawNumber('reception')),
      id,
      unit: canonicalUnit(fields.unit),
      occurredAt,
      occurredOn: localDateOf(occurredAt, zone),
      takenBy,
      state: 'open',
      closedAt: '',
      result: '',
      links: [],
      complaint: null,
      checkedBy: '',
      checkedAt: '',
      checkRemark: '',
      keys,
    });
    if (earlier !== null) {
      await context.put('receptions', {
        ...earlier,
        links: [...earlier.links, { table: 'receptions', id: entry.id, number: entry.number }],
      });
    }
    await createPromise(context, entry, { dueAt: promiseDueAt, putOffForId });
    for (const promise of waiting) await context.put('promises', { ...promise, dueAt: context.now });
    return entry.id;
  },
});
