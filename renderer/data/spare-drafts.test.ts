// @vitest-environment happy-dom
import { Dexie } from 'dexie';
import { afterEach, expect, it, vi } from 'vitest';
import { openTestDatabase } from '../../tests/support/test-databases.ts';
import { bringBackDrafts, spareDraft } from './spare-drafts.ts';

const draft = (id: string) => ({ id, form: 'visit', openedAt: '2026-11-24T01:00:00.000Z', values: { content: '漏水' } });

afterEach(() => {
  vi.restoreAllMocks();
  sessionStorage.clear();
});

it('brings back what waited, once', async () => {
  const database = await openTestDatabase();
  spareDraft(draft('one'));
  await bringBackDrafts(database);
  expect(await database.drafts.toArray()).toEqual([draft('one')]);
  expect(sessionStorage).toHaveLength(0);
});

it('keeps the book open and the draft waiting while the disk is still full', async () => {
  const database = await openTestDatabase();
  spareDraft(draft('one'));
  const full = vi.spyOn(database.drafts, 'put').mockImplementation(() => Dexie.Promise.reject(new Dexie.QuotaExceededError()));
  await bringBackDrafts(database);
  expect(full).toHaveBeenCalledOnce();
  full.mockRestore();
  await bringBackDrafts(database);
  expect(await database.drafts.toArray()).toEqual([draft('one')]);
});
