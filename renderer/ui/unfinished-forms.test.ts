import { beforeEach, expect, it } from 'vitest';
import type { OperationName } from '../../shared/domain/permissions.ts';
import type { Role } from '../../shared/domain/person.ts';
import type { TableName } from '../../shared/domain/record-tables.ts';
import { openTestDatabase } from '../../tests/support/test-databases.ts';
import { tableOf, type BookDatabase } from '../data/database.ts';
import { mayFill } from './kept-dialogs.ts';
import { unfinishedForms, type UnfinishedForm } from './unfinished-forms.ts';

const ID = '019aa000-0000-7000-8000-000000000001';

let database: BookDatabase;
beforeEach(async () => {
  database = await openTestDatabase();
});

/** What is offered of a form that was left half-filled at this address. */
async function offered(
  form: string,
  path: string | undefined,
): Promise<(Pick<UnfinishedForm, 'run' | 'number'> & { gone?: boolean }) | undefined> {
  const draft = { id: 'one', form, openedAt: '2026-11-24T01:00:00.000Z', values: {}, ...(path !== undefined && { path }) };
  const [found] = await unfinishedForms(database, [draft]);
  return found && { run: found.run, number: found.number, ...(found.gone && { gone: true }) };
}

async function store(table: TableName, fields: object): Promise<void> {
  const rows: { put(row: object): PromiseLike<unknown> } = tableOf(database, table);
  await rows.put({ id: ID, number: 'XX-1', ...fields });
}

it.each<[string, TableName, string, OperationName]>([
  ['receptionChange', 'receptions', `/reception/${ID}/edit`, 'change-reception'],
  ['letter', 'letters', `/letters/${ID}/edit`, 'change-letter'],
  ['coordination', 'coordinationForms', `/coordination/${ID}/edit`, 'change-coordination-form'],
  ['dispatch', 'dispatchOrders', `/dispatch/${ID}/edit`, 'change-dispatch-order'],
  ['praise', 'praises', `/praise/${ID}/edit`, 'change-praise-posting'],
  ['reply', 'replies', `/replies/${ID}/edit`, 'save-reply'],
  ['finish', 'coordinationForms', `/coordination/${ID}?dialog=finish`, 'advance-coordination-form'],
  ['decide', 'receptions', `/reception/${ID}?dialog=decide`, 'decide-complaint'],
  ['decide', 'letters', `/letters/${ID}?dialog=decide`, 'decide-letter'],
  ['check', 'receptions', `/reception/${ID}?dialog=check`, 'check-reception'],
  ['tryPromise', 'receptions', `/reception/${ID}?dialog=tryPromise&of=p1`, 'try-promise'],
  ['pay', 'dispatchOrders', `/dispatch/${ID}?dialog=pay`, 'record-payment'],
  ['takeDown', 'praises', `/praise/${ID}?dialog=takeDown&of=d1`, 'take-down-praise'],
  ['followUp', 'dispatchOrders', `/dispatch/${ID}?dialog=followUp`, 'record-follow-up'],
  ['spotCheck', 'coordinationForms', `/coordination/${ID}?dialog=spotCheck`, 'record-follow-up'],
  ['confirm', 'coordinationForms', `/coordination/${ID}?dialog=confirm`, 'confirm-coordination-form'],
  ['confirm', 'dispatchOrders', `/dispatch/${ID}?dialog=confirm`, 'confirm-dispatch-order'],
  ['handOver', 'letters', `/letters/${ID}?dialog=handOver`, 'hand-over-letter'],
  ['close', 'letters', `/letters/${ID}?dialog=close`, 'close-letter'],
  ['review', 'replies', `/replies/${ID}?dialog=review&of=hash`, 'review-reply'],
  ['returnByManager', 'replies', `/replies/${ID}?dialog=returnByManager&of=hash`, 'review-reply'],
  ['approve', 'replies', `/replies/${ID}?dialog=approve&of=hash`, 'approve-reply'],
  ['recall', 'replies', `/replies/${ID}?dialog=recall&of=hash`, 'advance-reply'],
  ['seal', 'replies', `/replies/${ID}?dialog=seal`, 'advance-reply'],
  ['post', 'replies', `/replies/${ID}?dialog=post`, 'post-reply'],
  ['postAgain', 'replies', `/replies/${ID}?dialog=postAgain&of=1`, 'post-reply'],
  ['sendOnline', 'replies', `/replies/${ID}?dialog=sendOnline`, 'post-reply'],
  ['confirm', 'replies', `/replies/${ID}?dialog=confirm&of=1`, 'confirm-reply'],
  ['delivered', 'replies', `/replies/${ID}?dialog=delivered&of=1`, 'record-reply-delivery'],
  ['sentBack', 'replies', `/replies/${ID}?dialog=sentBack&of=1`, 'record-reply-delivery'],
  ['enquire', 'replies', `/replies/${ID}?dialog=enquire&of=1`, 'record-reply-delivery'],
  ['answer', 'replies', `/replies/${ID}?dialog=answer&of=1`, 'record-reply-delivery'],
  ['complete', 'replies', `/replies/${ID}?dialog=complete&of=1`, 'complete-reply'],
  ['tell', 'replies', `/replies/${ID}?dialog=tell`, 'tell-reply'],
  ['copy', 'replies', `/replies/${ID}?dialog=copy`, 'copy-reply'],
  ['archive', 'replies', `/replies/${ID}?dialog=archive`, 'archive-reply'],
])('a half-filled change (%s) is offered by the right to change, with the number of its record', async (form, table, path, run) => {
  await store(table, {});
  expect(await offered(form, path)).toEqual({ run, number: 'XX-1' });
});

it.each<[string, string, OperationName]>([
  ['letter', `/letters/new/${ID}`, 'register-letter'],
  ['coordination', `/coordination/new/${ID}?from=letters&id=x`, 'issue-coordination-form'],
  ['dispatch', `/dispatch/new/${ID}`, 'issue-dispatch-order'],
  ['praise', `/praise/new/${ID}`, 'open-praise-posting'],
  ['reply', `/replies/new/${ID}`, 'save-reply'],
  ['postingList', `/replies/postings/new/${ID}`, 'make-posting-list'],
  ['people', `/directory/people/${ID}`, 'save-person'],
  ['letterTemplates', `/replies/templates/${ID}`, 'save-letter-template'],
])('a half-filled new one (%s) by the right to make one, without a number', async (form, path, run) => {
  expect(await offered(form, path)).toEqual({ run, number: '' });
});

it('the step of a reply letter that has no number yet goes by its title', async () => {
  await store('replies', { number: '', title: '关于漏水的答复函' });
  expect(await offered('review', `/replies/${ID}?dialog=review&of=hash`)).toEqual({ run: 'review-reply', number: '关于漏水的答复函' });
  expect(await offered('reply', `/replies/${ID}/edit`)).toEqual({ run: 'save-reply', number: '' });
});

it.each<[Role, string, boolean]>([
  ['receptionist', 'withdraw', false],
  ['assistant', 'withdraw', true],
  ['supervisor', 'withdraw', true],
  ['receptionist', 'recall', true],
  ['steward', 'recall', false],
])('a %s is offered a half-filled %s of a reply letter: %s', async (role, dialog, isOffered) => {
  await store('replies', {});
  const path = `/replies/${ID}?dialog=${dialog}`;
  const [form] = await unfinishedForms(database, [{ id: path, form: dialog, openedAt: '2026-11-24T01:00:00.000Z', values: {}, path }]);
  expect(form && mayFill([role], form)).toBe(isOffered);
});

it('the work of an order by the right to report it, and once it is reported by the right to correct it', async () => {
  await store('dispatchOrders', { finishedAt: '' });
  expect(await offered('dispatchWork', `/dispatch/${ID}/work`)).toEqual({ run: 'advance-dispatch-order', number: 'XX-1' });
  await store('dispatchOrders', { finishedAt: '2026-11-24T00:00:00.000Z' });
  expect(await offered('dispatchWork', `/dispatch/${ID}/work`)).toEqual({ run: 'change-dispatch-order', number: 'XX-1' });
});

it('the change of a record that is gone is still one, without a number, and said to be gone', async () => {
  expect(await offered('letter', `/letters/${ID}/edit`)).toEqual({ run: 'change-letter', number: '', gone: true });
});

it.each<[string, object, object | null, boolean]>([
  ['a change of one that is gone', { begun: { name: '自来水抢修' } }, null, true],
  ['a change of one that is there', { begun: { name: '自来水抢修' } }, { name: '自来水抢修' }, false],
  ['a new one', {}, null, false],
])('in the directory, where the address is the same: %s', async (_name, fields, stored, gone) => {
  if (stored !== null) await store('outsideNumbers', stored);
  const draft = { id: `outsideNumbers/${ID}`, form: 'outsideNumbers', openedAt: '2026-11-24T01:00:00.000Z', values: {}, ...fields };
  const [found] = await unfinishedForms(database, [{ ...draft, path: `/directory/outside/${ID}` }]);
  expect(found).toMatchObject({ run: 'save-outside-number', gone });
});

it('half-filled settings are of no record', async () => {
  const draft = { id: 'settings/estate', form: 'settings', openedAt: '2026-11-24T01:00:00.000Z', values: {}, begun: {}, path: '/settings' };
  expect(await unfinishedForms(database, [draft])).toMatchObject([{ gone: false }]);
});

it('a call that stands in front of every page is not among them, nor what no form of today began', async () => {
  expect(await offered('reception', undefined)).toBeUndefined();
  expect(await offered('keys', `/keys/${ID}/edit`)).toBeUndefined();
  expect(await offered('print', `/dispatch/${ID}?dialog=print`)).toBeUndefined();
});
