// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { success } from '../../../shared/contract/result.ts';
import { openTestDatabase } from '../../../tests/support/test-databases.ts';
import { soon } from '../../../tests/support/soon.ts';
import type { BookDatabase } from '../database.ts';
import { isDoubtful } from './doubtful-store.ts';
import type { CheckRequest } from './check-messages.ts';
import { tellsOfDamage, watchStore } from './store-watch.ts';

let database: BookDatabase;
let freeBytes: number;
/** What the store says when it is read through. */
let says: () => Promise<string>;
let asked: CheckRequest[];

beforeEach(async () => {
  localStorage.clear();
  database = await openTestDatabase();
  freeBytes = 1e12;
  asked = [];
  says = () => Promise.resolve('');
});
afterEach(() => localStorage.clear());

function watched() {
  return watchStore({
    database,
    host: { freeSpace: () => Promise.resolve(success({ freeBytes })) },
    stored: () => 7,
    read: (request) => {
      asked.push(request);
      return says();
    },
  });
}

it('a look through a whole store is told, and clears what was doubted', async () => {
  const watch = watched();
  const told = vi.fn<() => void>();
  const leave = watch.subscribe(told);
  expect(watch.state()).toBe('unread');
  localStorage.setItem('qiantai-doubtful-store', database.name);
  await watch.look();
  expect([watch.state(), isDoubtful(database.name), told.mock.calls.length]).toEqual(['whole', false, 1]);
  expect(asked).toEqual([{ database: database.name, operations: 7 }]);
  leave();
  await watch.look();
  expect(told).toHaveBeenCalledOnce();
});

it('a store that cannot be read is damaged, and marked for the next start', async () => {
  says = () => Promise.resolve('UnknownError: Seek failure');
  const watch = watched();
  await watch.look();
  expect([watch.state(), isDoubtful(database.name), isDoubtful('another')]).toEqual(['damaged', true, false]);
});

it('a full disk is no damage', async () => {
  freeBytes = 4096;
  says = () => Promise.resolve('UnknownError: Internal error');
  const watch = watched();
  await watch.look();
  expect([watch.state(), isDoubtful(database.name)]).toEqual(['unread', false]);
});

it('what could not be looked at stays as doubtful as it was, and the next look asks again', async () => {
  says = () => Promise.reject(new Error('no worker'));
  const watch = watched();
  await watch.look();
  expect([watch.state(), isDoubtful(database.name)]).toEqual(['unread', false]);
  says = () => Promise.resolve('gone');
  await watch.look();
  expect(watch.state()).toBe('damaged');
});

it('two looks at a time are one', async () => {
  const watch = watched();
  await Promise.all([watch.look(), watch.look()]);
  expect(asked).toHaveLength(1);
});

it('a connection that the browser closed is looked into at once, and doubted until then', async () => {
  let answer = (_detail: string) => {};
  says = () =>
    new Promise((resolve) => {
      answer = resolve;
    });
  const listening = vi.spyOn(database.backendDB(), 'addEventListener');
  const watch = watched();
  for (const [type, listener] of listening.mock.calls) {
    if (type === 'close' && typeof listener === 'function') listener.call(database.backendDB(), new Event('close'));
  }
  expect(isDoubtful(database.name)).toBe(true);
  await soon(() => expect(asked).toHaveLength(1));
  answer('');
  await watch.look();
  expect([watch.state(), isDoubtful(database.name)]).toEqual(['whole', false]);
});

it('what an operation gives up raises no doubt', async () => {
  watched();
  const row = { id: 'one', value: 1 };
  await database.screenState.add(row);
  await expect(database.screenState.add(row)).rejects.toThrow('ConstraintError');
  await expect(
    database.transaction('rw', database.screenState, async () => {
      await database.screenState.put(row);
      throw new Error('given up');
    }),
  ).rejects.toThrow('given up');
  expect([isDoubtful(database.name), asked]).toEqual([false, []]);
});

/** A request or a transaction that failed with this. */
function failed(name: string): EventTarget {
  return Object.assign(new EventTarget(), { error: name === '' ? null : new DOMException('', name) });
}

it.each([
  ['error', failed('UnknownError'), true],
  ['error', failed('NotReadableError'), true],
  ['error', failed('DataError'), true],
  ['abort', failed('UnknownError'), true],
  ['error', failed('ConstraintError'), false],
  ['error', failed('AbortError'), false],
  ['abort', failed('QuotaExceededError'), false],
  ['abort', failed(''), false],
  ['abort', null, false],
  ['close', new EventTarget(), true],
] as const)('the event %s tells of damage where the store says so', (type, target, damage) => {
  expect(tellsOfDamage({ type, target })).toBe(damage);
});
