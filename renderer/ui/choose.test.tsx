// @vitest-environment happy-dom
import { act, useState, type ReactNode } from 'react';
import { expect, it, vi } from 'vitest';
import { drawing } from '../../tests/support/drawn.tsx';
import { AddPerson, ChooseDepartments } from './choose.tsx';

const departments = [
  { id: 'gc', name: '工程部', pinyin: 'gongchengbu', initials: 'gcb', active: true },
  { id: 'bj', name: '保洁部', pinyin: 'baojiebu', initials: 'bjb', active: true },
  { id: 'lh', name: '绿化部', pinyin: 'lvhuabu', initials: 'lhb', active: false },
];
const people = [
  { id: 'zt', name: '周婷', title: '客户接待员', pinyin: 'zhouting', initials: 'zt', active: true },
  { id: 'sm', name: '苏敏', title: '客户中心助理', pinyin: 'sumin', initials: 'sm', active: true },
];
vi.mock('./session.tsx', () => ({ useDesk: () => ({ departments, people }) }));

const draws = drawing();
const chosen = vi.fn<(ids: readonly string[]) => void>();

function Field({ begin }: { begin: readonly string[] }) {
  const [value, setValue] = useState(begin);
  function take(ids: readonly string[]): void {
    setValue(ids);
    chosen(ids);
  }
  return <ChooseDepartments label="协办部门" value={value} onChange={take} among={({ id }) => id !== 'bj'} />;
}

function Adding() {
  const [added, setAdded] = useState<readonly string[]>([]);
  function add(id: string): void {
    setAdded([...added, id]);
    chosen([...added, id]);
  }
  return <AddPerson label="添加员工" added={added} onAdd={add} />;
}

const draw = (begin: readonly string[]) => drawn(<Field begin={begin} />);

async function drawn(element: ReactNode): Promise<HTMLInputElement> {
  await draws(element);
  const field = document.querySelector<HTMLInputElement>('input:not([type="hidden"])');
  if (field === null) throw new Error('no field');
  await act(() => field.focus());
  return field;
}

async function type(field: HTMLInputElement, text: string): Promise<void> {
  await act(() => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, text);
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

async function enter(field: HTMLInputElement): Promise<void> {
  await act(() => field.dispatchEvent(new KeyboardEvent('keydown', { code: 'Enter', key: 'Enter', bubbles: true })));
}

const shownOptions = () => [...document.querySelectorAll('[role="option"]')].map(({ textContent }) => textContent);

it.each(['工程', 'gongch', 'GCB'])('a department is found by %s and taken with Enter', async (typed) => {
  const field = await draw([]);
  await type(field, typed);
  expect(shownOptions()).toEqual(['工程部']);
  await enter(field);
  expect(chosen).toHaveBeenLastCalledWith(['gc']);
});

it('offered is what works and may be chosen; what was chosen before stands there by its name', async () => {
  await draw(['lh', 'bj']);
  expect(document.body.textContent).toContain('绿化部');
  expect(document.body.textContent).toContain('保洁部');
  expect(shownOptions()).toEqual(['工程部']);
});

it('colleagues are added one after another: the field is empty for the next, who was added is not offered again', async () => {
  const field = await drawn(<Adding />);
  await type(field, 'zhou');
  await enter(field);
  expect(chosen).toHaveBeenLastCalledWith(['zt']);
  expect(field.value).toBe('');
  await type(field, 'sumin');
  await enter(field);
  expect(chosen).toHaveBeenLastCalledWith(['zt', 'sm']);
  expect(field.value).toBe('');
  expect(shownOptions()).toEqual([]);
});
