import { z } from 'zod';
import { instant, line, numbered, paragraph, recordBase, reference } from './fields.ts';
import { reachableNumber, receptionInput, type ReceptionInput } from './reception.ts';

/**
 * What the desk owes somebody: a promised reply (2:3.1.3), a message for an absent colleague (2:3.1.4), or a call-back
 * because a visitor came first (2:3.1.5). It stays on Today until settled, overdue first.
 */
export const PROMISE_KINDS = ['reply', 'message', 'callBack'] as const;
export type PromiseKind = (typeof PROMISE_KINDS)[number];

export const promiseInput = z.object({
  kind: z.enum(PROMISE_KINDS),
  customer: line,
  /** As in the entry it came from. */
  nameRefused: receptionInput.shape.nameRefused,
  unit: line,
  phone: line,
  about: paragraph,
  /** The absent colleague a message is for. */
  forPersonId: reference,
  forName: line,
  /** Due at; `''` while it waits for the end of a visit. */
  dueAt: instant,
  /** The open visit a call-back waits for; its closing makes the call-back due. */
  waitsForId: reference,
});
export type PromiseInput = z.infer<typeof promiseInput>;

const attempt = z.object({
  at: z.string(),
  by: z.string(),
  outcome: z.enum(['reached', 'notReached', 'passedOn']),
  note: line,
});

export const promiseRecord = recordBase.extend({
  ...promiseInput.shape,
  sourceTable: line,
  sourceId: reference,
  sourceNumber: numbered.shape.number,
  state: z.enum(['open', 'settled', 'cancelled']),
  attempts: z.array(attempt),
  settledAt: instant,
  settledBy: reference,
  result: paragraph,
});
export type DeskPromise = z.infer<typeof promiseRecord>;

type Promised = Pick<DeskPromise, 'customer' | 'nameRefused' | 'unit' | 'phone' | 'about' | 'forPersonId' | 'forName'>;

/** What a promise says of the entry it came from: whom to ring, about what, and for which colleague. */
export function promisedOf(
  entry: Pick<
    ReceptionInput,
    'customer' | 'nameRefused' | 'unit' | 'numberLeft' | 'callingNumber' | 'content' | 'colleagueId' | 'colleagueName'
  >,
): Promised {
  return {
    ...callerOf(entry),
    unit: entry.unit,
    phone: reachableNumber(entry),
    about: entry.content,
    forPersonId: entry.colleagueId,
    forName: entry.colleagueName,
  };
}

/** Who called or came, as a promise takes it over: of an entry without the mark it has none either. */
export function callerOf({
  customer,
  nameRefused,
}: Pick<ReceptionInput, 'customer' | 'nameRefused'>): Pick<Promised, 'customer' | 'nameRefused'> {
  return nameRefused === undefined ? { customer } : { customer, nameRefused };
}

/**
 * A promise after its entry was corrected: what it had from the entry is corrected with it, what was said of it alone stays.
 * A message keeps its colleague when the entry names none any more: somebody still has to be told.
 */
export function correctedPromise<Owed extends Promised>(promise: Owed, before: Promised, after: Promised): Owed {
  const { customer, unit, phone, about } = promise;
  const sameColleague = promise.forPersonId === before.forPersonId && promise.forName === before.forName;
  const namesOne = after.forPersonId !== '' || after.forName !== '';
  return {
    ...promise,
    ...(customer === before.customer ? callerOf(after) : {}),
    unit: unit === before.unit ? after.unit : unit,
    phone: phone === before.phone ? after.phone : phone,
    about: about === before.about ? after.about : about,
    ...(sameColleague && namesOne ? { forPersonId: after.forPersonId, forName: after.forName } : {}),
  };
}

/** Whether one of the entry's promises is the one it needs: a call that was put off is answered by its call-back (2:3.1.5). */
export function isPromised(needed: 'reply' | 'message', promises: readonly Pick<DeskPromise, 'kind'>[]): boolean {
  return promises.some(({ kind }) => kind === needed || (needed === 'reply' && kind === 'callBack'));
}

/**
 * A promise as it is due now. A call-back waits for the visit it was put off for (2:3.1.5); once that visit is open no more
 * and was never logged (given up, or its half-filled form went with a damaged store), it is due since the call.
 * @param openVisits ids of the visits that are open
 */
export function asDue<Waiting extends Pick<DeskPromise, 'dueAt' | 'waitsForId' | 'createdAt'>>(
  promise: Waiting,
  openVisits: ReadonlySet<string>,
): Waiting {
  if (promise.dueAt !== '' || promise.waitsForId === '' || openVisits.has(promise.waitsForId)) return promise;
  return { ...promise, dueAt: promise.createdAt };
}

/** Overdue first, then by due time; what waits for a visit to end comes last. */
export function promiseOrder(left: Pick<DeskPromise, 'dueAt'>, right: Pick<DeskPromise, 'dueAt'>): number {
  const leftKey = left.dueAt === '' ? '9999' : left.dueAt;
  const rightKey = right.dueAt === '' ? '9999' : right.dueAt;
  return leftKey.localeCompare(rightKey);
}
