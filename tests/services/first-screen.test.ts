// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { BookDatabase } from '../../renderer/data/database.ts';
import { spareDraft } from '../../renderer/data/spare-drafts.ts';
import { bookInForce, startOn } from './book-in-force.ts';

vi.stubGlobal('__TEST_BUILD__', false);
beforeEach(() => sessionStorage.clear());
afterEach(() => vi.restoreAllMocks());

const entry = (id: string, openedAt: string, form = 'reception') => ({ id, form, openedAt, values: {} });

const deskInUse = () =>
  bookInForce('单雄信', ({ drafts }: BookDatabase) =>
    drafts.bulkPut([
      entry('later', '2026-11-25T02:00:00.000Z'),
      entry('earlier', '2026-11-25T01:00:00.000Z'),
      entry('letter', '2026-11-25T00:00:00.000Z', 'letter'),
    ]),
  );

async function firstScreenOf(desk: Awaited<ReturnType<typeof deskInUse>>) {
  const { outcome } = await startOn(desk);
  return outcome.step === 'ready' ? outcome.book.firstScreen : undefined;
}

it('a start knows the settings, the roster and the open calls, oldest first, before the screen has asked for them', async () => {
  const desk = await deskInUse();
  const first = await firstScreenOf(desk);
  expect(first?.settings?.estate.estate).not.toBe('');
  expect(first?.people.length).toBeGreaterThan(0);
  expect(first?.departments.length).toBeGreaterThan(0);
  expect(first?.openEntries.map(({ id }) => id)).toEqual(['earlier', 'later']);
});

it('a form that waited for the database comes back into it after that: then the screen asks itself', async () => {
  const desk = await deskInUse();
  spareDraft(entry('waited', '2026-11-25T03:00:00.000Z'));
  expect(await firstScreenOf(desk)).toBeNull();
});

it('what cannot be read does not keep the desk shut', async () => {
  const desk = await deskInUse();
  const { openCursor, getAll } = IDBObjectStore.prototype;
  const refuse = (store: IDBObjectStore) => {
    if (store.name === 'drafts') throw new DOMException('Seek failure', 'UnknownError');
  };
  vi.spyOn(IDBObjectStore.prototype, 'openCursor').mockImplementation(function (this: IDBObjectStore, ...asked) {
    refuse(this);
    return openCursor.apply(this, asked);
  });
  vi.spyOn(IDBObjectStore.prototype, 'getAll').mockImplementation(function (this: IDBObjectStore, ...asked) {
    refuse(this);
    return getAll.apply(this, asked);
  });
  expect(await firstScreenOf(desk)).toBeNull();
});
