// @vitest-environment happy-dom
import { MantineProvider } from '@mantine/core';
import { act, useState } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ChooseDepartments } from './choose.tsx';

const departments = [
  { id: 'gc', name: '工程部', pinyin: 'gongchengbu', initials: 'gcb', active: true },
  { id: 'bj', name: '保洁部', pinyin: 'baojiebu', initials: 'bjb', active: true },
  { id: 'lh', name: '绿化部', pinyin: 'lvhuabu', initials: 'lhb', active: false },
];
vi.mock('./session.tsx', () => ({ useDesk: () => ({ departments }) }));

let root: Root;
const chosen = vi.fn<(ids: readonly string[]) => void>();

function Field({ begin }: { begin: readonly string[] }) {
  const [value, setValue] = useState(begin);
  function take(ids: readonly string[]): void {
    setValue(ids);
    chosen(ids);
  }
  return <ChooseDepartments label="协办部门" value={value} onChange={take} among={({ id }) => id !== 'bj'} />;
}

async function draw(begin: readonly string[]): Promise<HTMLInputElement> {
  await act(() =>
    root.render(
      <MantineProvider env="test">
        <Field begin={begin} />
      </MantineProvider>,
    ),
  );
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

const shownOptions = () => [...document.querySelectorAll('[role="option"]')].map(({ textContent }) => textContent);

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  const place = document.createElement('div');
  document.body.append(place);
  root = createRoot(place);
});
afterEach(async () => {
  await act(() => root.unmount());
  vi.unstubAllGlobals();
});

it.each(['工程', 'gongch', 'GCB'])('a department is found by %s and taken with Enter', async (typed) => {
  const field = await draw([]);
  await type(field, typed);
  expect(shownOptions()).toEqual(['工程部']);
  await act(() => field.dispatchEvent(new KeyboardEvent('keydown', { code: 'Enter', key: 'Enter', bubbles: true })));
  expect(chosen).toHaveBeenLastCalledWith(['gc']);
});

it('offered is what works and may be chosen; what was chosen before stands there by its name', async () => {
  await draw(['lh', 'bj']);
  expect(document.body.textContent).toContain('绿化部');
  expect(document.body.textContent).toContain('保洁部');
  expect(shownOptions()).toEqual(['工程部']);
});
