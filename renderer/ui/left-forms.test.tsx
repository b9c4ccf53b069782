// @vitest-environment happy-dom
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import { beforeEach, expect, it, vi } from 'vitest';
import { drawing } from '../../tests/support/drawn.tsx';
import { openTestDatabase } from '../../tests/support/test-databases.ts';
import { soon } from '../../tests/support/soon.ts';
import type { TableName } from '../../shared/domain/record-tables.ts';
import type { BookDatabase, DraftRow } from '../data/database.ts';
import { RecordThere } from './RecordRoute.tsx';

const desk = vi.hoisted(() => ({ database: null as unknown, personId: 'lin', role: 'receptionist' }));
vi.mock('./session.tsx', () => ({
  useDatabase: () => desk.database,
  useDesk: () => ({
    session: { database: desk.database, clock: { now: () => '2026-11-24T02:00:00.000Z' } },
    settings: { desk: { zone: 'Asia/Shanghai' } },
    person: { id: desk.personId, roles: [desk.role] },
    people: [],
    departments: [],
    nameOf: () => '林晓燕',
  }),
}));

const LEFT: DraftRow = {
  id: 'letter-gone',
  form: 'letter',
  openedAt: '2026-11-24T01:00:00.000Z',
  by: ['lin'],
  values: { subject: '消防检查', note: '原件在柜 2', phone: '13812342236', phoneFrom: null, sender: '信访办' },
  changed: ['note', 'phone', 'phoneFrom'],
  unread: { letterDate: '11月40日' },
  path: '/letters/gone/edit',
};
const OTHER: DraftRow = { ...LEFT, id: 'letter-other', values: { note: '另一封' }, changed: ['note'], path: '/letters/other/edit' };

const draw = drawing();
let database: BookDatabase;
beforeEach(async () => {
  database = await openTestDatabase();
  desk.database = database;
  desk.personId = 'lin';
  desk.role = 'receptionist';
  await database.drafts.bulkPut([LEFT, OTHER]);
});

/** Opens the form's address; answers with where it leads later. */
async function openGone(table: TableName = 'letters', at = '/letters/gone/edit'): Promise<readonly string[]> {
  const [path = '', searchPath = ''] = at.split('?');
  const { hook, searchHook, history } = memoryLocation({ path, searchPath, record: true });
  await draw(
    <Router hook={hook} searchHook={searchHook}>
      <RecordThere table={table} id="gone" list="/letters">
        <p>the form</p>
      </RecordThere>
    </Router>,
  );
  // What is drawn from here on is drawn when the database answers.
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', false);
  await soon(() => expect(document.body.textContent).toContain('没有这条记录'));
  return history;
}

const button = (name: string) => [...document.querySelectorAll('button')].find(({ textContent }) => textContent === name);
const fields = () => [...document.querySelectorAll('dl > div')].map((field) => field.textContent);
const press = (name: string) => button(name)?.click();
const drafts = () => database.drafts.toCollection().primaryKeys();

it('where its record is gone, what was typed is still to be read, and goes only when it is given up', async () => {
  const history = await openGone();
  await soon(() => expect(fields()).toEqual(['备注原件在柜 2', '电话138****2236', '信上日期11月40日']));
  expect(await drafts()).toEqual(['letter-gone', 'letter-other']);
  press('放弃填写');
  await soon(async () => expect(await drafts()).toEqual(['letter-other']));
  await soon(() => expect(history.at(-1)).toBe('/letters'));
});

it('somebody else’s is given up only after a question', async () => {
  desk.personId = 'shen';
  await openGone();
  await soon(() => expect(document.body.textContent).toContain('林晓燕 填写过'));
  press('放弃填写');
  await soon(() => expect(document.body.textContent).toContain('已填写的内容无法找回'));
  expect(await drafts()).toEqual(['letter-gone', 'letter-other']);
  press('保留');
  expect(await drafts()).toEqual(['letter-gone', 'letter-other']);
});

it('whoever may not do what it does reads nothing of it', async () => {
  desk.personId = 'he';
  desk.role = 'steward';
  await openGone();
  await database.drafts.add({ ...OTHER, id: 'asked' });
  // The answer of the database is there by then: a question that was asked later has been answered.
  await soon(async () => expect(await drafts()).toContain('asked'));
  expect(document.body.textContent).not.toContain('原件在柜 2');
  expect(button('放弃填写')).toBeUndefined();
});

it('what was typed into a dialog is named by what the dialog is about', async () => {
  const path = '/reception/gone?dialog=tryPromise&of=p1';
  const values = { id: 'op1', outcome: 'passedOn', note: '告诉了他爱人', nextAt: '' };
  await database.drafts.put({
    ...LEFT,
    id: path,
    form: 'tryPromise',
    path,
    values,
    changed: ['id', 'outcome', 'note'],
    unread: { nextAt: '改天' },
  });
  await openGone('receptions', path);
  await soon(() => expect(fields()).toEqual(['结果已转告', '备注告诉了他爱人', '下次时间改天']));
});
