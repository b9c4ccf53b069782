import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ok } from '../../../tests/support/desk-checks.ts';
import { sampleDesk, type SampleDesk } from '../../../tests/support/sample-desk.ts';
import { hashText, lineHash } from '../../../shared/journal/line.ts';
import type { Change } from '../../../shared/journal/operation-payload.ts';
import { lastOperation, type BookDatabase } from '../database.ts';
import { MIGRATION_LINE, migrateRows } from '../migrate-book.ts';
import { MIGRATIONS } from '../migrations/all.ts';
import { logReception } from '../operations/log-reception.ts';
import { checkStore, checkStoreNamed } from './check-store.ts';

/** Rows read at once: fewer than there are of units and operations. */
const PAGE = 7;
const NOTES = 30;

let desk: SampleDesk;
let database: BookDatabase;
let last: number;

/** An operation behind all others that says this, whatever the rows are. */
async function say(changes: Change[], name = 'log-reception', reason = ''): Promise<void> {
  const before = await lastOperation(database);
  const sequence = (before?.sequence ?? 0) + 1;
  const { book } = desk.session;
  const told = { id: `said-${sequence}`, book, sequence, at: desk.session.clock.now(), actor: 'a', desk: 'A', name };
  const payload = JSON.stringify({ ...told, reason, confirmations: [], changes, resultId: '' });
  const chained = { sequence, previousHash: before?.hash ?? '', payloadHash: hashText(payload) };
  const records = changes.map(({ table, key }) => `${table}/${key}`);
  await database.operations.add({ ...chained, id: told.id, hash: lineHash(chained), payload, records, resultId: '' });
}

const visit = async (id: string) =>
  ok(
    desk.as('沈国华', logReception, {
      id,
      channel: 'visit',
      category: 'enquiry',
      content: '问水压',
      answeredOnSpot: 'yes',
      answer: '正常',
    }),
  );

beforeEach(async () => {
  vi.restoreAllMocks();
  desk = await sampleDesk();
  ({ database } = desk.session);
  await visit('first');
  await visit('second');
  for (let note = 0; note < NOTES; note += 1) await say([]);
  last = (await lastOperation(database))?.sequence ?? 0;
});

/** What the check says is wrong; `''` for a whole book. */
async function faultIn(operations = last): Promise<string> {
  try {
    await checkStore(database, { operations, page: PAGE });
    return '';
  } catch (error) {
    const failure: unknown = Reflect.get(Object(error), 'failure');
    return failure === undefined ? String(error) : JSON.stringify(failure);
  }
}

describe('a whole book', () => {
  it('is found whole, open or not', async () => {
    expect(await faultIn()).toBe('');
    await expect(checkStoreNamed(database.name, { operations: last })).resolves.toBeUndefined();
  });

  it('may be written in meanwhile', async () => {
    let pages = 0;
    const rows: number[] = [];
    await checkStore(database, {
      operations: last,
      page: PAGE,
      afterPage: async (done) => {
        rows.push(done);
        pages += 1;
        if (pages % 4 === 0) await visit(`meanwhile-${pages}`);
      },
    });
    expect(await database.receptions.count()).toBeGreaterThan(10);
    expect(rows.at(-1)).toBeGreaterThan(NOTES + (await database.units.count()));
  });

  it('may have keys made by other rules, and fields that no operation named', async () => {
    await database.units.toCollection().modify({ names: ['x'], sortKey: 'x' });
    await database.receptions.toCollection().modify((row) => void Object.assign(row, { keys: [], later: 1 }));
    expect(await faultIn()).toBe('');
  });

  it('may have an operation that was lawfully erased, and a number that was shown and noted', async () => {
    await database.operations.where('records').equals('receptions/first').modify({ payload: null, records: [] });
    await say([{ table: 'receptions', key: 'second', before: {}, after: {} }]);
    await say([{ table: 'households', key: 'nobody', before: {}, after: {} }]);
    expect(await faultIn()).toBe('');
  });

  it('may have rows that an operation removed', async () => {
    const gone = await database.units.get((await database.units.toCollection().primaryKeys())[PAGE] ?? '');
    if (gone === undefined) throw new Error('no unit');
    await database.units.delete(gone.id);
    await say([{ table: 'units', key: gone.id, before: { ...gone }, after: null }]);
    expect(await faultIn()).toBe('');
    await database.units.put(gone);
    expect(await faultIn()).toContain('was removed and is there');
  });

  it('may have had its format changed', async () => {
    const settings = await database.settings.toCollection().first();
    if (settings === undefined) throw new Error('no settings');
    const rules = { ...settings.rules, envelopeFootMm: 7 };
    await say([{ table: 'settings', key: settings.id, before: { rules: settings.rules }, after: { rules } }]);
    await database.settings.update(settings.id, { rules });
    expect(await faultIn()).toBe('');
    await say([], MIGRATION_LINE, '1>2');
    expect(await faultIn()).toContain('rules of');
    await migrateRows(database, 1, MIGRATIONS);
    expect((await database.settings.get(settings.id))?.rules.envelopeFootMm).toBe(20);
    expect(await faultIn()).toBe('');
    await say([{ table: 'settings', key: settings.id, before: { changedAt: '' }, after: { changedAt: settings.changedAt } }]);
    expect(await faultIn()).toBe('');
  });
});

describe('damage is met', () => {
  const unitAt = async (at: number) => (await database.units.orderBy(':id').primaryKeys()).at(at) ?? '';

  it.each([0, PAGE - 1, PAGE, PAGE + 1, -1])('where unit %i is gone without a word', async (at) => {
    const id = await unitAt(at);
    await database.units.delete(id);
    expect(await faultIn()).toContain(`units: ${id} is missing`);
  });

  it.each([0, PAGE - 1, PAGE, -1])('where unit %i is not as it was written', async (at) => {
    await database.units.update(await unitAt(at), { note: 'x' });
    expect(await faultIn()).toContain('note of');
  });

  it('where a row is as it was before its last change', async () => {
    await say([{ table: 'receptions', key: 'first', before: { content: '问水压' }, after: { content: '问电压' } }]);
    expect(await faultIn()).toContain('receptions: content of first');
    await database.receptions.update('first', { content: '问电压' });
    expect(await faultIn()).toBe('');
  });

  it('where a table is empty', async () => {
    await database.people.clear();
    expect(await faultIn()).toContain('people: ');
  });

  it('where a number series is gone, or counts from before', async () => {
    const [series] = await database.series.toArray();
    if (series === undefined) throw new Error('no series');
    await database.series.put({ ...series, last: series.last - 1 });
    expect(await faultIn()).toContain('series: last of');
    await database.series.clear();
    expect(await faultIn()).toContain('is missing');
  });

  it('where an operation is gone, altered, or not in the chain', async () => {
    const [row] = await database.operations.where('sequence').equals(20).toArray();
    if (row === undefined) throw new Error('no operation');
    await database.operations.delete(20);
    expect(await faultIn(0)).toContain('operation 20 is not followed by');
    await database.operations.put({ ...row, payload: row.payload?.replace('said-20', 'said-xxx') ?? '' });
    expect(await faultIn()).toContain('operation 20 is altered');
    await database.operations.put({ ...row, hash: 'f'.repeat(64) });
    expect(await faultIn()).toContain('the hash of operation 20 is altered');
    await database.operations.put({ ...row, previousHash: 'f'.repeat(64) });
    expect(await faultIn()).toContain('operation 20 is not followed by');
  });

  it('where the end is gone without a word', async () => {
    await database.operations.delete(last);
    expect(await faultIn()).toContain(`operations end at ${last - 1} of ${last}`);
    expect(await faultIn(last - 1)).toBe('');
  });

  it('where the database is gone, which is not made anew', async () => {
    await expect(checkStoreNamed('test-gone', { operations: 0 })).rejects.toMatchObject({ failure: { code: 'storeError' } });
    expect((await indexedDB.databases()).some(({ name }) => name === 'test-gone')).toBe(false);
  });
});

describe('a store that cannot be read', () => {
  /** Hears of every table whose rows are read, or of every index. */
  function watchReads(type: typeof IDBObjectStore | typeof IDBIndex, hear: (name: string) => void): void {
    for (const way of ['getAll', 'openCursor', 'count'] as const) {
      const sound: unknown = Reflect.get(type.prototype, way);
      if (typeof sound !== 'function') throw new Error(`no ${way}`);
      vi.spyOn(type.prototype, way).mockImplementation(function (this: IDBObjectStore | IDBIndex, ...asked: unknown[]) {
        hear(type === IDBIndex ? `${(this as IDBIndex).objectStore.name}.${this.name}` : this.name);
        return Reflect.apply(sound, this, asked);
      });
    }
  }

  it('is noticed in any table and any index, because none is left out', async () => {
    const tables = new Set<string>();
    const indexes = new Set<string>();
    watchReads(IDBObjectStore, (name) => tables.add(name));
    watchReads(IDBIndex, (name) => indexes.add(name));
    expect(await faultIn()).toBe('');
    expect([...tables].toSorted()).toEqual(database.tables.map(({ name }) => name).toSorted());
    const all = database.tables.flatMap(({ name, schema }) => schema.indexes.map((index) => `${name}.${index.name}`));
    expect([...indexes].toSorted()).toEqual(all.toSorted());
  });

  it.each([
    ['rows', IDBObjectStore, 'units'],
    ['operations', IDBObjectStore, 'operations'],
    ['half-filled forms', IDBObjectStore, 'drafts'],
    ['an index', IDBIndex, 'receptions.keys'],
  ] as const)('is noticed in %s', async (_where, type, name) => {
    watchReads(type, (read) => {
      if (read === name) throw new DOMException('Seek failure', 'UnknownError');
    });
    expect(await faultIn()).toContain('Seek failure');
  });
});
