// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { rebuildBook } from '../../renderer/app/boot/recover-book.ts';
import { createDatabase } from '../../renderer/data/database.ts';
import { isDoubtful, noteDoubt } from '../../renderer/data/store-watch/doubtful-store.ts';
import { success } from '../../shared/contract/result.ts';
import { bookInForce, startOn } from './book-in-force.ts';

const NOW = '2026-11-25T01:00:00.000Z';

vi.stubGlobal('__TEST_BUILD__', false);
beforeEach(() => localStorage.clear());
afterEach(() => vi.restoreAllMocks());

/** Two half-filled forms lie beside the book. */
const deskInUse = () =>
  bookInForce('单雄信', ({ drafts }) =>
    drafts.bulkPut(['first', 'second'].map((id) => ({ id, form: 'call', values: {}, openedAt: NOW, at: NOW }))),
  );

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
  const { outcome, stages } = await startOn(desk);
  expect([outcome.step, stages.includes('reading')]).toEqual(['ready', false]);
});

it('a doubted store that is whole is read once, and opened', async () => {
  const desk = await deskInUse();
  noteDoubt(desk.name);
  const { outcome, stages } = await startOn(desk);
  expect([outcome.step, stages.includes('reading'), isDoubtful(desk.name)]).toEqual(['ready', true, false]);
});

it('a doubted store that cannot be read leads to the recovery, which brings the whole book and the half-filled forms', async () => {
  const desk = await deskInUse();
  noteDoubt(desk.name);
  damage('units');
  const { outcome } = await startOn(desk);
  if (outcome.step !== 'recover') throw new Error(outcome.step);
  expect(outcome.reason).toBe('databaseDamaged');
  expect(isDoubtful(desk.name)).toBe(true);
  vi.restoreAllMocks();

  damage('drafts', 'first');
  await rebuildBook(outcome, null, () => undefined);
  vi.restoreAllMocks();
  const again = await startOn(desk);
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
  await expect(startOn({ ...desk, api: full })).rejects.toMatchObject({ failure: { code: 'diskFull' } });
  expect(isDoubtful(desk.name)).toBe(true);
});
