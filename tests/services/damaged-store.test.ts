// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openBook, type BootStage } from '../../renderer/app/boot/open-book.ts';
import { rebuildBook } from '../../renderer/app/boot/recover-book.ts';
import { createDatabase } from '../../renderer/data/database.ts';
import { freshDatabaseName } from '../../renderer/data/database-names.ts';
import { latestVersion } from '../../renderer/data/migrations/all.ts';
import { restoreInto } from '../../renderer/data/snapshot.ts';
import { isDoubtful, noteDoubt } from '../../renderer/data/store-watch/doubtful-store.ts';
import { success } from '../../shared/contract/result.ts';
import { logVisits, openFrozenBook } from '../migrations/book-at-desk.ts';
import { valueOf } from './test-host.ts';

const NOW = '2026-11-25T01:00:00.000Z';

vi.stubGlobal('__TEST_BUILD__', false);
beforeEach(() => localStorage.clear());
afterEach(() => vi.restoreAllMocks());

/** A book in force, with entries and two half-filled forms beside it. */
async function deskInUse() {
  const desk = await openFrozenBook(latestVersion());
  const database = await restoreInto(await freshDatabaseName(''), desk.api, null, { now: NOW });
  valueOf(await desk.api.openBook());
  valueOf(await desk.api.switchDatabase({ lease: desk.lease, database: database.name, schemaVersion: latestVersion() }));
  await logVisits(desk, database, ['单雄信']);
  await database.drafts.bulkPut(['first', 'second'].map((id) => ({ id, form: 'call', values: {}, openedAt: NOW, at: NOW })));
  database.close();
  return { ...desk, name: database.name };
}
type Desk = Awaited<ReturnType<typeof deskInUse>>;

async function start({ api, lease }: Desk) {
  const stages: BootStage[] = [];
  const outcome = await openBook(
    {
      host: api,
      description: api.describeHost().then(valueOf),
      lease: Promise.resolve(lease),
      state: api.openBook().then(valueOf),
      stores: indexedDB.databases(),
    },
    (stage) => stages.push(stage),
  );
  if (outcome.step === 'ready') {
    outcome.book.outbox.stop();
    outcome.book.database.close();
  }
  return { outcome, stages };
}

/** These rows cannot be read any more; of one table, or one row of it. */
function damage(table: string, key?: string): void {
  const fail = (): never => {
    throw new DOMException('Seek failure', 'UnknownError');
  };
  for (const way of ['getAll', 'openCursor'] as const) {
    const sound = IDBObjectStore.prototype[way];
    vi.spyOn(IDBObjectStore.prototype, way).mockImplementation(function (this: IDBObjectStore, ...asked: unknown[]): never {
      if (this.name === table) fail();
      return Reflect.apply(sound, this, asked) as never;
    });
  }
  const { get } = IDBObjectStore.prototype;
  vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(function (this: IDBObjectStore, asked) {
    return this.name === table && (key === undefined || asked === key) ? fail() : get.call(this, asked);
  });
}

it('a store that nobody doubted is not read through', async () => {
  const desk = await deskInUse();
  const { outcome, stages } = await start(desk);
  expect([outcome.step, stages.includes('reading')]).toEqual(['ready', false]);
});

it('a doubted store that is whole is read once, and opened', async () => {
  const desk = await deskInUse();
  noteDoubt(desk.name);
  const { outcome, stages } = await start(desk);
  expect([outcome.step, stages.includes('reading'), isDoubtful(desk.name)]).toEqual(['ready', true, false]);
});

it('a doubted store that cannot be read leads to the recovery, which brings the whole book and the half-filled forms', async () => {
  const desk = await deskInUse();
  noteDoubt(desk.name);
  damage('units');
  const { outcome } = await start(desk);
  if (outcome.step !== 'recover') throw new Error(outcome.step);
  expect(outcome.reason).toBe('databaseDamaged');
  expect(isDoubtful(desk.name)).toBe(true);
  vi.restoreAllMocks();

  damage('drafts', 'first');
  await rebuildBook(outcome, null, () => undefined);
  vi.restoreAllMocks();
  const again = await start(desk);
  if (again.outcome.step !== 'ready') throw new Error(again.outcome.step);
  const { name } = again.outcome.book.database;
  expect(name).not.toBe(desk.name);
  const rebuilt = createDatabase(name);
  await rebuilt.open();
  expect(await rebuilt.drafts.toCollection().primaryKeys()).toEqual(['second']);
  expect((await rebuilt.receptions.get('单雄信'))?.customer).toBe('单雄信');
  rebuilt.close();
});

it('on a full disk a doubted store is not offered to be given up', async () => {
  const desk = await deskInUse();
  noteDoubt(desk.name);
  damage('units');
  const full = { ...desk.api, freeSpace: () => Promise.resolve(success({ freeBytes: 4096 })) };
  await expect(start({ ...desk, api: full })).rejects.toMatchObject({ failure: { code: 'diskFull' } });
  expect(isDoubtful(desk.name)).toBe(true);
});
