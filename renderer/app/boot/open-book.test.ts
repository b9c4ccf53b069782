// @vitest-environment happy-dom
import { Dexie } from 'dexie';
import { afterEach, expect, it, vi } from 'vitest';
import type { BookState } from '../../../shared/contract/host-calls.ts';
import { createHostApi } from '../../../shared/contract/host-api.ts';
import { failure, success } from '../../../shared/contract/result.ts';
import { openBook } from './open-book.ts';
import type { Opening } from './opening.ts';

const GIGABYTE = 1024 ** 3;

function openingOf(freeBytes: number): Opening {
  const host = createHostApi((name) => Promise.resolve(name === 'freeSpace' ? success({ freeBytes }) : failure('notHere', { name })));
  const journal = { state: 'healthy', book: 'book', sequence: 3, hash: 'f'.repeat(64), lastAt: '', brokenAt: '' } as const;
  const state: BookState = { database: 'qiantai-1', schemaVersion: 1, journal, freeBytes, snapshots: 0 };
  const description = {
    host: 'browser',
    appVersion: '0',
    platform: 'linux',
    dataFolder: '',
    sample: false,
    clockOffsetMs: 0,
    testBuild: true,
  } as const;
  return {
    host,
    description: Promise.resolve(description),
    lease: Promise.resolve('lease'),
    state: Promise.resolve(state),
    stores: Promise.resolve([]),
  };
}

function storeThatSays(error: Error): void {
  vi.spyOn(Dexie.prototype, 'open').mockImplementation(() => Dexie.Promise.reject(error));
}

afterEach(() => vi.restoreAllMocks());

it.each([
  ['says it has no room', new Dexie.QuotaExceededError(), GIGABYTE],
  ['says it could not be opened for want of room', new Dexie.OpenFailedError('open', new DOMException('', 'QuotaExceededError')), GIGABYTE],
  ['says it is damaged on a full disk', new Dexie.UnknownError('Internal error'), 4096],
])('a store that %s is not offered to be given up', async (_says, error, freeBytes) => {
  storeThatSays(error);
  await expect(openBook(openingOf(freeBytes), () => undefined)).rejects.toMatchObject({ failure: { code: 'diskFull' } });
});

it('a damaged store on a disk with room is to be recovered', async () => {
  storeThatSays(new Dexie.UnknownError('Internal error'));
  expect(await openBook(openingOf(GIGABYTE), () => undefined)).toMatchObject({ step: 'recover', reason: 'databaseUnreadable' });
});
