// @vitest-environment happy-dom
import { Dexie } from 'dexie';
import { afterEach, expect, it, vi, type MockInstance } from 'vitest';
import { openTestDatabase } from '../../tests/support/test-databases.ts';
import type { BookDatabase, DraftRow } from './database.ts';
import { bringBackDrafts, keepDraft } from './spare-drafts.ts';

const draft = (id: string) => ({ id, form: 'visit', openedAt: '2026-11-24T01:00:00.000Z', values: { content: '漏水' } });

afterEach(() => {
  vi.restoreAllMocks();
  sessionStorage.clear();
});

function fullDisk(database: BookDatabase): MockInstance {
  return vi.spyOn(database.drafts, 'put').mockImplementation(() => Dexie.Promise.reject(new Dexie.QuotaExceededError()));
}

async function waiting(database: BookDatabase, row: DraftRow): Promise<void> {
  const full = fullDisk(database);
  await keepDraft(database, row);
  full.mockRestore();
}

it('brings back every word of it: who typed, where, what was changed and what cannot be read yet', async () => {
  const database = await openTestDatabase();
  const whole = {
    ...draft('one'),
    by: ['lin', 'su'],
    changed: ['content'],
    begun: { members: [] },
    unread: { dueOn: '下礼拜几' },
    path: '/x/one',
  } satisfies Required<DraftRow>;
  await waiting(database, whole);
  await bringBackDrafts(database);
  expect(await database.drafts.toArray()).toEqual([whole]);
});

it('brings the others back beside one that cannot be read', async () => {
  const database = await openTestDatabase();
  sessionStorage.setItem('qiantai-draft/torn', '{');
  await waiting(database, draft('two'));
  await bringBackDrafts(database);
  expect(await database.drafts.toArray()).toEqual([draft('two')]);
});

it('brings back what waited, once', async () => {
  const database = await openTestDatabase();
  await waiting(database, draft('one'));
  await bringBackDrafts(database);
  expect(await database.drafts.toArray()).toEqual([draft('one')]);
  expect(sessionStorage).toHaveLength(0);
});

it('does not lay an older text that waited over a newer one that was kept', async () => {
  const database = await openTestDatabase();
  await waiting(database, draft('one'));
  const newer = { ...draft('one'), values: { content: '漏水严重' } };
  await keepDraft(database, newer);
  await bringBackDrafts(database);
  expect(await database.drafts.toArray()).toEqual([newer]);
});

it('keeps the book open and the draft waiting while the disk is still full', async () => {
  const database = await openTestDatabase();
  await waiting(database, draft('one'));
  const full = fullDisk(database);
  await bringBackDrafts(database);
  expect(full).toHaveBeenCalledOnce();
  full.mockRestore();
  await bringBackDrafts(database);
  expect(await database.drafts.toArray()).toEqual([draft('one')]);
});
