// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest';
import type { BootStage } from '../../renderer/app/boot/open-book.ts';
import { createDatabase, lastOperation } from '../../renderer/data/database.ts';
import { goBack } from '../../renderer/data/go-back.ts';
import { bookOf } from '../../renderer/data/migrate-book.ts';
import { changeReception } from '../../renderer/data/operations/change-reception.ts';
import { createOutbox } from '../../renderer/data/outbox.ts';
import { perform, type DeskSession } from '../../renderer/data/perform.ts';
import { refreshKeys } from '../../renderer/data/refresh-keys.ts';
import { takeSnapshot } from '../../renderer/data/snapshot.ts';
import { withSpellings } from '../../renderer/data/unit-spellings.ts';
import { bookInForce, startOn, type BookInForce } from './book-in-force.ts';
import { FIRST_PERSON, valueOf } from './test-host.ts';

const NOW = '2026-11-25T01:00:00.000Z';

// The build of the product says that it is none of the tests'.
vi.stubGlobal('__TEST_BUILD__', false);
afterEach(() => vi.restoreAllMocks());

/** A book in force whose rows an older program left, found by what was typed then. */
const deskWithOldKeys = () => bookInForce('单雄信', ({ receptions }) => receptions.toCollection().modify({ keys: ['old'] }));

/** What a start of the page did on its way to an open book. */
async function start(desk: BookInForce): Promise<BootStage[]> {
  const { outcome, stages } = await startOn(desk);
  if (outcome.step !== 'ready') throw new Error(`expected an open book, not ${outcome.step}`);
  return stages;
}

async function keysOf({ name }: BookInForce): Promise<string[]> {
  const database = createDatabase(name);
  await database.open();
  const entry = await database.receptions.get('单雄信');
  database.close();
  return entry?.keys ?? [];
}

const TODAY = ['单雄信', 'shanxiongxin', 'sxx'];

it('a start reads the rows of an older program by the rules of today, once', async () => {
  const desk = await deskWithOldKeys();
  expect(await start(desk)).toContain('keys');
  expect(await keysOf(desk)).toEqual(TODAY);
  expect(await start(desk)).not.toContain('keys');
});

it('where the store has no room for it the desk opens all the same, and the next start tries again', async () => {
  const desk = await deskWithOldKeys();
  const { put } = IDBObjectStore.prototype;
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...row) {
    if (this.name === 'receptions') throw new DOMException('no room', 'QuotaExceededError');
    return put.apply(this, row);
  });
  await start(desk);
  vi.restoreAllMocks();
  expect(await keysOf(desk)).toEqual(['old']);
  expect(await start(desk)).toContain('keys');
  expect(await keysOf(desk)).toEqual(TODAY);
});

it('what comes back from a snapshot is found by the rules of today, and by its place in a spelling of before', async () => {
  const desk = await deskWithOldKeys();
  const database = createDatabase(desk.name);
  await database.open();
  await database.receptions.update('单雄信', { unit: '3#楼-2-1502' });
  const book = await bookOf(database);
  const { sequence = 0 } = (await lastOperation(database)) ?? {};
  const session: DeskSession = {
    database,
    host: desk.api,
    book,
    clock: { now: () => new Date(desk.clock.now()).toISOString(), setOffset: () => undefined },
    outbox: createOutbox(database, desk.api, desk.lease, { stored: sequence, saved: sequence }),
    actorId: () => FIRST_PERSON.personId,
  };
  const how = { lease: desk.lease, takenAt: NOW, appVersion: '9' };
  const snapshot = await takeSnapshot(session, { ...how, reason: 'manual' });
  const entry = await database.receptions.get('单雄信');
  if (entry === undefined) throw new Error('no entry');
  valueOf(await perform(session, changeReception, { ...entry, takenBy: '', customer: '秦琼', unit: '3-2-1502' }));
  // No row is spelled like that any more when somebody looks through them.
  await refreshKeys(database);
  expect(await withSpellings(database, ['3-2-1502'])).toEqual(['3-2-1502']);
  valueOf(await goBack(session, { ...how, snapshot, passphrase: '', reason: '误改' }));
  session.outbox.stop();
  expect((await database.receptions.get('单雄信'))?.unit).toBe('3#楼-2-1502');
  expect(await withSpellings(database, ['3-2-1502'])).toEqual(['3-2-1502', '3#楼-2-1502']);
  database.close();
  expect(await keysOf(desk)).toEqual(TODAY);
});
