// @vitest-environment happy-dom
import { TextInput } from '@mantine/core';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import { beforeEach, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { drawing } from '../../tests/support/drawn.tsx';
import { openTestDatabase } from '../../tests/support/test-databases.ts';
import { soon } from '../../tests/support/soon.ts';
import type { BookDatabase, DraftRow } from '../data/database.ts';
import { FormModal } from './FormModal.tsx';
import { dialogAddress } from './kept-dialogs.ts';
import { KeptDialog } from './KeptDialog.tsx';
import { unfinishedForms } from './unfinished-forms.ts';
import { useKeptFields } from './use-kept-fields.ts';
import { useKeptGroup } from './use-kept-group.ts';
import { useRecordDialog } from './use-record-dialog.ts';

const desk = vi.hoisted(() => ({
  session: { database: null as unknown, clock: { now: () => '2026-11-24T02:00:00.000Z' } },
  settings: { desk: { zone: 'Asia/Shanghai' } },
  person: { id: 'lin', roles: ['receptionist'] },
  people: [],
  departments: [],
  nameOf: () => '沈国华',
}));
vi.mock('./session.tsx', () => ({ useDatabase: () => desk.session.database, useDesk: () => desk }));

const PATH = dialogAddress({ register: 'coordination', id: 'f1', dialog: 'finish', of: '', by: '' });
const LEFT: DraftRow = {
  id: PATH,
  form: 'finish',
  openedAt: '2026-11-24T01:00:00.000Z',
  by: ['lin'],
  values: { id: 'op1', handledBy: '张强', measures: '重做防水层' },
  changed: ['id', 'measures'],
  path: PATH,
};

const fields = z.object({ handledBy: z.string(), measures: z.string() });
const sent = vi.fn<(operationId: string) => string>();

function Finish({ handledBy, onClose }: { handledBy: string; onClose: () => void }) {
  const { values, set, operationId, modal } = useKeptFields(fields, { measures: '', handledBy }, onClose);
  return (
    <FormModal {...modal} title="完成" submit="完成" onSubmit={async () => sent(operationId)}>
      <TextInput label="经办人" value={values.handledBy} onChange={(event) => set({ handledBy: event.currentTarget.value })} />
      <TextInput label="处理措施" value={values.measures} onChange={(event) => set({ measures: event.currentTarget.value })} />
      <button type="button" onClick={() => set({ handledBy: '张强' })}>
        张强
      </button>
    </FormModal>
  );
}

const word = z.object({ decidedBy: z.string(), opinion: z.string() });

/** One key that fills in two fields. */
function Word({ onClose }: { onClose: () => void }) {
  const { values, set, modal } = useKeptGroup('headsWord', word, { decidedBy: '', opinion: '' }, onClose);
  const agree = () => {
    set({ decidedBy: 'shen' });
    set({ opinion: '同意' });
  };
  return (
    <FormModal {...modal} title="意见" submit="确认" onSubmit={async () => ''}>
      <button type="button" onClick={agree}>
        沈国华同意
      </button>
      <TextInput label="意见" value={values.opinion} onChange={(event) => set({ opinion: event.currentTarget.value })} />
    </FormModal>
  );
}

const NO_OTHER = { confirm: false, receive: false, tellCustomer: false, cancel: false, remind: false, spotCheck: false };

function FormsPage({ finish, handledBy, asWord }: { finish: boolean; handledBy: string; asWord: boolean }) {
  const over = useRecordDialog<'coordination', 'print'>('coordination', 'f1', () => '');
  const { dialog, close } = over;
  return (
    <KeptDialog place={over} possible={{ ...NO_OTHER, finish }} onClose={close}>
      {dialog === 'finish' && (asWord ? <Word onClose={close} /> : <Finish handledBy={handledBy} onClose={close} />)}
    </KeptDialog>
  );
}

const draw = drawing();
let database: BookDatabase;
beforeEach(async () => {
  database = await openTestDatabase();
  desk.session.database = database;
  desk.person.roles = ['receptionist'];
  sent.mockReset().mockReturnValue('');
});

/** Opens the page by the dialog's address; answers with where it leads later. */
async function open(page: { finish?: boolean; handledBy?: string; asWord?: boolean } = {}): Promise<readonly string[]> {
  const [path, searchPath] = PATH.split('?');
  const { hook, searchHook, history } = memoryLocation({ path: path ?? '', searchPath: searchPath ?? '', record: true });
  await draw(
    <Router hook={hook} searchHook={searchHook}>
      <FormsPage finish={page.finish ?? true} handledBy={page.handledBy ?? ''} asWord={page.asWord ?? false} />
    </Router>,
  );
  // What is drawn from here on is drawn when the database answers.
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', false);
  return history;
}

const typedIn = () => [...document.querySelectorAll('input')].map(({ value }) => value);
const drafts = () => database.drafts.toArray();
const shown = (text: string) => soon(() => expect(document.body.textContent).toContain(text));
const left = () => soon(() => expect(document.querySelector('[role=dialog]')).toBeNull());
function press(name: string): void {
  [...document.querySelectorAll('button')].find(({ textContent }) => textContent === name)?.click();
}
/** React hears of a value only that the input's own setter set. */
function type(place: number, text: string): void {
  const field = document.querySelectorAll('input')[place];
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, text);
  field?.dispatchEvent(new Event('input', { bubbles: true }));
}

it('what was typed stands there again, and what was not touched is what the record says by now', async () => {
  await database.drafts.add(LEFT);
  await open({ handledBy: '李明' });
  await soon(() => expect(typedIn()).toEqual(['李明', '重做防水层']));
});

it('sent, it runs the operation of before, and nothing is left of it', async () => {
  await database.drafts.add(LEFT);
  const history = await open();
  await shown('完成');
  document.querySelector('form')?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
  await soon(async () => expect(await drafts()).toEqual([]));
  expect(sent).toHaveBeenCalledExactlyOnceWith('op1');
  expect(history.at(-1)).toBe('/coordination/f1');
});

it('what an earlier program kept under an id of its own stands there again, and is kept on there', async () => {
  await database.drafts.add({ ...LEFT, id: 'coordination-done-f1', form: 'coordinationDone' });
  await open();
  await soon(() => expect(typedIn()).toEqual(['', '重做防水层']));
  type(0, '李明');
  await soon(async () => expect(await drafts()).toMatchObject([{ id: 'coordination-done-f1', values: { handledBy: '李明' } }]));
});

it('opened and left as it was, it closes without a question', async () => {
  await open({ handledBy: '李明' });
  await soon(() => expect(typedIn()).toEqual(['李明', '']));
  document.querySelector<HTMLElement>('.mantine-Modal-close')?.click();
  await left();
});

it('opened and left as it was, or erased, it leaves nothing', async () => {
  await open();
  await soon(() => expect(typedIn()).toEqual(['', '']));
  expect(await drafts()).toEqual([]);
  type(1, '换锁');
  await soon(async () =>
    expect(await drafts()).toMatchObject([
      { id: PATH, path: PATH, by: ['lin'], values: { measures: '换锁' }, changed: ['measures', 'id'] },
    ]),
  );
  type(1, '');
  await soon(async () => expect(await drafts()).toEqual([]));
});

it('two fields of a group that change in one go are kept both', async () => {
  await open({ asWord: true });
  await shown('沈国华同意');
  press('沈国华同意');
  await soon(async () => expect(await drafts()).toMatchObject([{ values: { headsWord: { decidedBy: 'shen', opinion: '同意' } } }]));
});

it('left for later, it is kept, and given up only where that is said', async () => {
  await database.drafts.add({ ...LEFT, by: ['shen'] });
  const history = await open();
  await shown('沈国华 填写过');
  document.querySelector<HTMLElement>('.mantine-Modal-close')?.click();
  await shown('先关闭，稍后再填');
  press('先关闭，稍后再填');
  await left();
  expect(history.at(-1)).toBe('/coordination/f1');
  expect(await drafts()).toHaveLength(1);
});

it('what was only chosen is not given up without a question either', async () => {
  await open();
  await shown('完成');
  press('张强');
  await soon(() => expect(typedIn()).toEqual(['张强', '']));
  document.querySelector<HTMLElement>('.mantine-Modal-close')?.click();
  await shown('确定放弃吗');
});

it('a step that is not open any more shows what was typed, and keeps it until it is given up', async () => {
  await database.drafts.add({ ...LEFT, by: ['shen'] });
  await open({ finish: false });
  await shown('沈国华 填写过');
  await shown('重做防水层');
  expect(typedIn()).toEqual([]);
  press('放弃填写');
  await shown('已填写的内容无法找回');
  expect(await drafts()).toHaveLength(1);
  [...document.querySelectorAll('button')].findLast(({ textContent }) => textContent === '放弃填写')?.click();
  await soon(async () => expect(await drafts()).toEqual([]));
  await left();
});

it('a step that is not open any more, with nothing typed for it, is left at once', async () => {
  const history = await open({ finish: false });
  await soon(() => expect(history.at(-1)).toBe('/coordination/f1'));
});

it('whoever may not take the step sees neither the dialog nor what was typed', async () => {
  desk.person.roles = ['steward'];
  await database.drafts.add(LEFT);
  await open();
  await database.drafts.add({ ...LEFT, id: 'asked' });
  // The answer of the database is there by then: a question that was asked later has been answered.
  await soon(async () => expect(await drafts()).toHaveLength(2));
  expect(document.querySelector('[role=dialog]')).toBeNull();
});

it('what was saved just before a crash is not offered again', async () => {
  await database.drafts.add(LEFT);
  expect(await unfinishedForms(database, [LEFT])).toHaveLength(1);
  const hashes = { hash: '', previousHash: '', payloadHash: '' };
  await database.operations.add({ ...hashes, id: 'op1', sequence: 1, payload: '{}', records: [], resultId: 'f1' });
  expect(await unfinishedForms(database, [LEFT])).toEqual([]);
  await open();
  await soon(() => expect(typedIn()).toEqual(['', '']));
});
