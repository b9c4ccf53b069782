import { z } from 'zod';
import { instant, line, numbered, paragraph, recordBase, reference } from './fields.ts';

/**
 * What the desk owes somebody: a promised reply (2:3.1.3), a message for an absent colleague (2:3.1.4), or a call-back
 * because a visitor came first (2:3.1.5). It stays on Today until settled, overdue first.
 */
export const PROMISE_KINDS = ['reply', 'message', 'callBack'] as const;
export type PromiseKind = (typeof PROMISE_KINDS)[number];

export const promiseInput = z.object({
  kind: z.enum(PROMISE_KINDS),
  customer: line,
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
