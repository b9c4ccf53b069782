import { v7 as newId } from 'uuid';
import type { z } from 'zod';
import type { HostApi } from '../../shared/contract/host-calls.ts';
import { failure, FailureError, success, type Result } from '../../shared/contract/result.ts';
import { mayRun, type OperationName } from '../../shared/domain/permissions.ts';
import { SETTINGS_ID } from '../../shared/domain/settings.ts';
import type { TableName } from '../../shared/domain/record-tables.ts';
import { hashText, lineHash, ORIGIN_HASH } from '../../shared/journal/line.ts';
import type { Confirmation, OperationPayload } from '../../shared/journal/operation-payload.ts';
import type { Clock } from './clock.ts';
import { lastOperation, type BookDatabase, type OperationRow } from './database.ts';
import type { Outbox } from './outbox.ts';
import { failureOf } from './store-failure.ts';
import { createWriteContext, type WriteContext } from './write-context.ts';

/** An open book at a desk: what every operation needs. */
export interface DeskSession {
  database: BookDatabase;
  host: HostApi;
  /** Id of the book; every operation names it. */
  book: string;
  clock: Clock;
  outbox: Outbox;
  /** Id of the person unlocked at the desk; `''` when nobody is. */
  actorId(): string;
}

/** One kind of change to the book. `name` is its row in the operation × role table. */
export interface Operation<Input extends z.ZodType, Prepared> {
  name: OperationName;
  input: Input;
  /** Business tables the transaction touches, beside operations, series, settings and people. */
  tables: readonly TableName[];
  /** Slow or foreign work (pinyin, hashes) before the transaction opens: inside it only the database may be awaited. */
  prepare(input: z.output<Input>, database: BookDatabase): Promise<Prepared>;
  /** Checks the rules and writes the rows; returns the id of the record it is about. Failures are thrown as FailureError. */
  run(context: WriteContext, input: z.output<Input>, prepared: Prepared): Promise<string>;
}

/** Types an operation from its parts. */
export function defineOperation<Input extends z.ZodType, Prepared>(operation: Operation<Input, Prepared>): Operation<Input, Prepared> {
  return operation;
}

/** For operations that need nothing prepared. */
export function nothingToPrepare(): Promise<null> {
  return Promise.resolve(null);
}

export interface PerformOptions {
  /** The same id again changes nothing and answers with the same record: made once per form, not per click. */
  operationId?: string;
  reason?: string;
  confirmations?: readonly Confirmation[];
}

export interface Performed {
  /** Record the operation is about. */
  id: string;
  sequence: number;
  /** Resolves when the journal line is on disk: only then is it *saved*. */
  saved: Promise<void>;
}

/**
 * Runs an operation: one strict read-write transaction over the tables it names, with the rules, the numbers, the rows and
 * the operation itself in it. What it returns is *stored*; `saved` tells when it is also in the journal.
 * Failures: `inputInvalid` (fields), `nobodyUnlocked`, `notAllowed`, `diskFull`, `storeError`, and those of the operation.
 */
export async function perform<Input extends z.ZodType, Prepared>(
  session: DeskSession,
  operation: Operation<Input, Prepared>,
  rawInput: z.input<Input>,
  options: PerformOptions = {},
): Promise<Result<Performed>> {
  const parsed = operation.input.safeParse(rawInput);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return failure('inputInvalid', { field: issue?.path.join('.') ?? '', rule: issue?.message ?? '' });
  }
  const { database } = session;
  const actorId = session.actorId();
  if (actorId === '') return failure('nobodyUnlocked');
  try {
    const prepared = await operation.prepare(parsed.data, database);
    const names = new Set<string>(['operations', 'series', 'settings', 'people', ...operation.tables]);
    // Dexie follows native awaits only from a function it can see is async.
    const row = await database.transaction('rw', [...names], async () =>
      runInTransaction(session, operation, { input: parsed.data, prepared, actorId, options }),
    );
    session.outbox.stored(row);
    return success({ id: row.resultId, sequence: row.sequence, saved: session.outbox.whenSaved(row.sequence) });
  } catch (error) {
    return { ok: false, error: await failureOf(session.host, error) };
  }
}

interface Run<Input extends z.ZodType, Prepared> {
  input: z.output<Input>;
  prepared: Prepared;
  actorId: string;
  options: PerformOptions;
}

async function runInTransaction<Input extends z.ZodType, Prepared>(
  session: DeskSession,
  operation: Operation<Input, Prepared>,
  { input, prepared, actorId, options }: Run<Input, Prepared>,
): Promise<OperationRow> {
  const { database } = session;
  const operationId = options.operationId ?? newId();
  // Asked for together: each question that waits for the one before it costs every save a way to the browser and back.
  const [repeated, last, actor, settings, series] = await Promise.all([
    database.operations.where('id').equals(operationId).first(),
    lastOperation(database),
    database.people.get(actorId),
    database.settings.get(SETTINGS_ID),
    database.series.toArray(),
  ]);
  if (repeated !== undefined) return repeated;
  // The transaction may have waited for others. Who left the desk meanwhile writes nothing any more: the host would refuse a
  // line from after the lock, and every line behind it. Asked in the same moment as the time that the line will carry.
  const now = session.clock.now();
  if (session.actorId() !== actorId) throw new FailureError('nobodyUnlocked');

  // Only the very first operation of a book has no actor on the roster yet: it puts the first one there.
  const settingUp = last === undefined && (operation.name === 'set-up-estate' || operation.name === 'load-sample');
  if (!settingUp && (actor === undefined || !actor.active || !mayRun(actor.roles, operation.name))) {
    throw new FailureError('notAllowed', { operation: operation.name });
  }

  const { context, changes, written } = createWriteContext({
    database,
    operationId,
    now,
    actor,
    actorId,
    settings,
    series,
    fallbackDesk: '',
    confirmations: options.confirmations ?? [],
    reason: options.reason ?? '',
  });
  const resultId = await operation.run(context, input, prepared);

  const sequence = (last?.sequence ?? 0) + 1;
  const payload = JSON.stringify({
    id: operationId,
    book: session.book,
    sequence,
    at: context.now,
    actor: actorId,
    desk: context.desk,
    name: operation.name,
    reason: context.reason,
    confirmations: [...context.confirmations],
    changes,
    resultId,
    // A replay must know which migrations the book's first rows have behind them.
    ...(last === undefined ? { format: Math.floor(database.verno) } : {}),
  } satisfies OperationPayload);
  const chained = { sequence, previousHash: last?.hash ?? ORIGIN_HASH, payloadHash: hashText(payload) };
  const row: OperationRow = {
    ...chained,
    id: operationId,
    hash: lineHash(chained),
    payload,
    records: changes.filter((change) => change.table !== 'series').map((change) => `${change.table}/${change.key}`),
    resultId,
  };
  await Promise.all([written(), database.operations.add(row)]);
  return row;
}
