// @vitest-environment happy-dom
import { Dexie } from 'dexie';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openTestDatabase } from '../../tests/support/test-databases.ts';
import { soon } from '../../tests/support/soon.ts';
import type { BookDatabase } from '../data/database.ts';
import { bringBackDrafts } from '../data/spare-drafts.ts';
import { createDraftKeeper } from './draft-keeper.ts';

const DRAFT = { id: 'one', form: 'visit', openedAt: '2026-11-24T01:00:00.000Z', by: ['lin'], values: {}, path: '/' };

const unread = { all: () => ({ dueOn: '下礼拜几' }) };

let database: BookDatabase;
beforeEach(async () => {
  database = await openTestDatabase();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  sessionStorage.clear();
});

/** The page is left and loaded again: what its database was asked for meanwhile is never done. */
async function leaveAndLoad(work: () => void): Promise<void> {
  const cutShort = vi.spyOn(database.drafts, 'put').mockReturnValue(new Dexie.Promise(() => undefined));
  work();
  cutShort.mockRestore();
  await bringBackDrafts(database);
}

it('what was typed a moment before the page is loaded again is there after it', async () => {
  const keeper = createDraftKeeper(database, DRAFT, unread);
  keeper.keep({ content: '漏水' });
  await leaveAndLoad(() => keeper.leave());
  expect(await database.drafts.get('one')).toMatchObject({ by: ['lin'], values: { content: '漏水' }, unread: { dueOn: '下礼拜几' } });
});

it('so is what the database was just about to take', async () => {
  const keeper = createDraftKeeper(database, DRAFT, unread);
  keeper.keep({ content: '漏水' });
  await leaveAndLoad(() => {
    keeper.flush();
    keeper.leave();
  });
  expect(await database.drafts.get('one')).toMatchObject({ values: { content: '漏水' } });
});

it('waits nowhere once the database has it, and not at all once it was saved', async () => {
  const keeper = createDraftKeeper(database, DRAFT, unread);
  keeper.keep({ content: '漏水' });
  keeper.leave();
  await soon(() => expect(sessionStorage).toHaveLength(0));
  keeper.leave();
  expect(sessionStorage).toHaveLength(0);
  keeper.keep({ content: '漏水严重' });
  await keeper.drop();
  keeper.leave();
  expect(sessionStorage).toHaveLength(0);
  expect(await database.drafts.toArray()).toEqual([]);
});

it('is handed to the database once, a moment after the last key, and not again', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const taken = vi.spyOn(database.drafts, 'put');
  const keeper = createDraftKeeper(database, DRAFT, unread);
  keeper.keep({ content: '漏' });
  vi.advanceTimersByTime(199);
  keeper.keep({ content: '漏水' });
  vi.advanceTimersByTime(199);
  expect(taken).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(taken.mock.calls.map(([row]) => row.values)).toEqual([{ content: '漏水' }]);
  keeper.flush();
  expect(taken).toHaveBeenCalledOnce();
  await soon(async () => expect(await database.drafts.get('one')).toMatchObject({ values: { content: '漏水' } }));
  keeper.keep({ content: '漏水严重' });
  await keeper.drop();
  expect(vi.getTimerCount()).toBe(0);
});

it('waits nowhere either once a page that was not left after all has saved it', async () => {
  const keeper = createDraftKeeper(database, DRAFT, unread);
  keeper.keep({ content: '漏水' });
  const cutShort = vi.spyOn(database.drafts, 'put').mockReturnValue(new Dexie.Promise(() => undefined));
  keeper.leave();
  cutShort.mockRestore();
  expect(sessionStorage).toHaveLength(1);
  await keeper.close();
  expect(sessionStorage).toHaveLength(0);
});

it('keeps the lists that the record had, for a form that is opened again', async () => {
  const keeper = createDraftKeeper(database, DRAFT, unread);
  keeper.keep({ members: [] }, { members: ['李淑芬'] }, { members: ['李淑芬'] });
  keeper.flush();
  await soon(async () => expect(await database.drafts.get('one')).toMatchObject({ begun: { members: ['李淑芬'] } }));
});

it('keeps nothing of a form that is about to go: its fields write out what they hold as they lose the cursor', async () => {
  const keeper = createDraftKeeper(database, DRAFT, unread);
  keeper.keep({ labour: '60' });
  await keeper.close();
  keeper.keep({ labour: '60.00' });
  keeper.keepAgain();
  keeper.flush();
  keeper.leave();
  expect(sessionStorage).toHaveLength(0);
  expect(await database.drafts.toArray()).toEqual([]);
});

it('typed after the draft went, it is a draft again, with the fields that differ from how the form began', async () => {
  const keeper = createDraftKeeper(database, { ...DRAFT, values: { note: 'a' } }, unread);
  await keeper.drop();
  keeper.keep({ content: '漏水', note: 'a', unit: '1-101' }, { content: '', note: 'a', unit: '1-101' });
  keeper.flush();
  await soon(async () => expect((await database.drafts.get('one'))?.changed).toEqual(['content', 'note']));
});

it('remembers what the record said in the fields that were changed, and of no other', async () => {
  const keeper = createDraftKeeper(database, DRAFT, unread);
  const own = { keptWhere: '柜 1', summary: '消防', note: '' };
  keeper.keep({ ...own, keptWhere: '柜 2' }, own, own);
  keeper.flush();
  await soon(async () => expect(await database.drafts.get('one')).toMatchObject({ changed: ['keptWhere'] }));
  expect((await database.drafts.get('one'))?.begun).toEqual({ keptWhere: '柜 1' });
});
