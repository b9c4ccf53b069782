import { v7 as newId } from 'uuid';
import { FailureError } from '../../shared/contract/result.ts';
import { localDateOf } from '../../shared/domain/due-time.ts';
import { formatNumber, nextInSeries, seriesId, type Register, type Series } from '../../shared/domain/number-series.ts';
import type { Person } from '../../shared/domain/person.ts';
import { RECORD_SCHEMAS, type RecordOf, type TableName } from '../../shared/domain/record-tables.ts';
import type { Settings } from '../../shared/domain/settings.ts';
import type { Change, Confirmation } from '../../shared/journal/operation-payload.ts';
import { tableOf, type BookDatabase } from './database.ts';

export interface NumberFields {
  number: string;
  numberYear: number;
  numberDesk: string;
  numberSerial: number;
}

/** What an operation works with inside its transaction. Every row it writes is noted, before and after. */
export interface WriteContext {
  /** Id of this operation, for records that must be the same on a repeat. */
  operationId: string;
  now: string;
  /** Local date at the desk. */
  today: string;
  /** `undefined` only while the estate is being set up and nobody exists yet. */
  actor: Person | undefined;
  actorId: string;
  desk: string;
  settings: Settings | undefined;
  confirmations: readonly Confirmation[];
  readonly reason: string;
  /** Read-only access to tables; writes go through `put`. */
  database: BookDatabase;
  newRecord(): { id: string; createdAt: string; createdBy: string; desk: string; changedAt: string };
  /** The row as this operation sees it; `undefined` when there is none. */
  find<Name extends TableName>(table: Name, id: string): Promise<RecordOf<Name> | undefined>;
  /** As `find`; fails with `recordMissing`. */
  get<Name extends TableName>(table: Name, id: string): Promise<RecordOf<Name>>;
  put<Name extends TableName>(table: Name, record: RecordOf<Name>): Promise<RecordOf<Name>>;
  /** Removes a row; only going back to an earlier point does, everything else keeps its rows. */
  remove(table: TableName, id: string): Promise<void>;
  /** Draws the next number of a series, in this very transaction: no gaps, no twins, never reused. */
  drawNumber(register: Register): Promise<NumberFields>;
  /** For operations that change no row but are a fact about one: a reveal, a print. */
  note(table: TableName, key: string, why: string): void;
  /** The settings of the estate; fails with `notSetUp` before the first start has finished. */
  requireSettings(): Settings;
}

interface ContextInput {
  database: BookDatabase;
  operationId: string;
  now: string;
  actor: Person | undefined;
  actorId: string;
  settings: Settings | undefined;
  /** Every number series of the book: a row per register, year and desk. */
  series: readonly Series[];
  fallbackDesk: string;
  confirmations: readonly Confirmation[];
  reason: string;
}

type Fields = Record<string, unknown>;

/** Fields that differ, as before and after; fields that are gone count as `null` after. */
export function changedFields(before: Fields, after: Fields): { before: Fields; after: Fields } | null {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const changed = keys.filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]));
  if (changed.length === 0) return null;
  return {
    before: Object.fromEntries(changed.map((key) => [key, before[key] ?? null])),
    after: Object.fromEntries(changed.map((key) => [key, after[key] ?? null])),
  };
}

/** @returns the context, what it has changed so far, and `written`, which waits until every row of it is in the store */
export function createWriteContext(input: ContextInput): { context: WriteContext; changes: Change[]; written(): Promise<void> } {
  const { database, now, actorId, settings } = input;
  const desk = settings?.desk.code ?? input.fallbackDesk;
  const zone = settings?.desk.zone ?? 'Asia/Shanghai';
  const today = localDateOf(now, zone);
  const changes: Change[] = [];
  // Each question to the store is a way to another process and back; in one transaction its answer cannot change.
  // Kept from the moment of asking: an answer that comes after a `put` of the same row must not take its place.
  const known = new Map<string, Promise<unknown>>();
  const writes: Promise<unknown>[] = [];
  const series = new Map(input.series.map((row) => [row.id, row]));
  let reason = input.reason;

  async function find<Name extends TableName>(table: Name, id: string): Promise<RecordOf<Name> | undefined> {
    const place = `${table}/${id}`;
    const asked = known.get(place) ?? tableOf(database, table).get(id);
    known.set(place, asked);
    // What was kept under this place came from this table, or was checked by its schema.
    return (await asked) as RecordOf<Name> | undefined;
  }

  /** Not waited for one by one: the store takes requests in order, and `written` waits for all of them. */
  function write(request: Promise<unknown>): void {
    // Its failure is heard in `written`; until then it must not count as nobody's.
    request.catch(() => undefined);
    writes.push(request);
  }

  async function put<Name extends TableName>(table: Name, record: RecordOf<Name>): Promise<RecordOf<Name>> {
    const stored = 'changedAt' in record ? { ...record, changedAt: now } : record;
    const checked = RECORD_SCHEMAS[table].safeParse(stored);
    if (!checked.success) {
      const path = checked.error.issues[0]?.path.join('.') ?? '';
      throw new FailureError('recordInvalid', { table, field: path });
    }
    const before = await find(table, record.id);
    const change = changedFields({ ...before }, { ...stored });
    if (change !== null) {
      changes.push({ table, key: record.id, before: before === undefined ? null : change.before, after: change.after });
      write(tableOf(database, table).put(stored));
      known.set(`${table}/${record.id}`, Promise.resolve(stored));
    }
    return stored;
  }

  async function remove(table: TableName, id: string): Promise<void> {
    const before = await find(table, id);
    if (before === undefined) return;
    changes.push({ table, key: id, before: { ...before }, after: null });
    write(tableOf(database, table).delete(id));
    known.set(`${table}/${id}`, Promise.resolve(undefined));
  }

  async function drawNumber(register: Register): Promise<NumberFields> {
    if (settings === undefined) throw new FailureError('notSetUp');
    const place = { localYear: Number(today.slice(0, 4)), desk, severalDesks: settings.desk.severalDesks };
    const { year, serial } = nextInSeries(register, place, [...series.values()]);
    const id = seriesId(register, year, desk);
    const before = series.get(id);
    const drawn = { id, register, year, desk, last: serial };
    series.set(id, drawn);
    known.set(`series/${id}`, Promise.resolve(before));
    await put('series', drawn);
    const format = settings.numbers[register];
    const number = formatNumber(register, format, { year, desk, serial, severalDesks: settings.desk.severalDesks });
    return { number, numberYear: year, numberDesk: desk, numberSerial: serial };
  }

  const context: WriteContext = {
    operationId: input.operationId,
    now,
    today,
    actor: input.actor,
    actorId,
    desk,
    settings,
    confirmations: input.confirmations,
    get reason() {
      return reason;
    },
    database,
    newRecord: () => ({ id: newId(), createdAt: now, createdBy: actorId, desk, changedAt: now }),
    find,
    get: async (table, id) => {
      const record = await find(table, id);
      if (record === undefined) throw new FailureError('recordMissing', { table });
      return record;
    },
    put,
    remove,
    drawNumber,
    note: (table, key, why) => {
      reason = why;
      changes.push({ table, key, before: {}, after: {} });
    },
    requireSettings: () => {
      if (settings === undefined) throw new FailureError('notSetUp');
      return settings;
    },
  };
  return {
    context,
    changes,
    written: async () => {
      await Promise.all(writes);
    },
  };
}
