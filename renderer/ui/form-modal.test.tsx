// @vitest-environment happy-dom
import { TextInput } from '@mantine/core';
import { act, useState } from 'react';
import { beforeEach, expect, it, vi } from 'vitest';
import { drawing } from '../../tests/support/drawn.tsx';
import { FormModal } from './FormModal.tsx';
import { useSayLacks } from './use-say-lacks.ts';

const closed = vi.fn<() => void>();
const sent = vi.fn<() => void>();
let settle: (wrong: string) => void;

async function submit(): Promise<string> {
  sent();
  return new Promise((resolve) => {
    settle = resolve;
  });
}

function Plain() {
  return (
    <FormModal title="回到备份" submit="回去" onClose={closed} onSubmit={submit}>
      <input />
    </FormModal>
  );
}

function Asking() {
  const say = useSayLacks();
  const [reason, setReason] = useState('');
  return (
    <FormModal title="回到备份" submit="回去" onClose={closed} say={say} incomplete={reason === ''} onSubmit={submit}>
      <TextInput label="原因" value={reason} error={say.missing(reason)} onChange={(event) => setReason(event.currentTarget.value)} />
    </FormModal>
  );
}

beforeEach(() => {
  closed.mockReset();
  sent.mockReset();
});

const open = drawing();
async function escape(): Promise<void> {
  await act(() => document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true })));
}
async function send(): Promise<void> {
  const form = document.querySelector('form');
  await act(async () => void form?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true })));
}
/** React hears of a value only that the input's own setter set. */
async function type(text: string): Promise<void> {
  const field = document.querySelector('input');
  await act(() => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, text);
    field?.dispatchEvent(new Event('input', { bubbles: true }));
  });
}
async function end(wrong: string): Promise<void> {
  await act(async () => settle(wrong));
}

it('what is being done cannot be closed away, and what went wrong is told', async () => {
  await open(<Plain />);
  await send();
  await escape();
  expect(closed).not.toHaveBeenCalled();
  expect(document.querySelector<HTMLButtonElement>('header button')?.disabled).toBe(true);
  await end('磁盘已满');
  expect(document.querySelector('[role=alert]')?.textContent).toBe('磁盘已满');
  await escape();
  expect(closed).toHaveBeenCalledOnce();
});

it('done, it closes by itself', async () => {
  await open(<Plain />);
  await send();
  await end('');
  expect(closed).toHaveBeenCalledOnce();
});

it('sent while something is missing, it says so beside the field and runs nothing', async () => {
  await open(<Asking />);
  expect(document.querySelector<HTMLButtonElement>('button[type=submit]')?.disabled).toBe(false);
  expect(document.body.textContent).not.toContain('必填');
  await send();
  const field = document.querySelector('input');
  expect(field?.getAttribute('aria-invalid')).toBe('true');
  expect(document.getElementById(field?.getAttribute('aria-describedby') ?? '')?.textContent).toBe('必填');
  expect(sent).not.toHaveBeenCalled();
  await type('登记错了');
  expect(document.body.textContent).not.toContain('必填');
  await send();
  expect(sent).toHaveBeenCalledOnce();
});

it('asked whether to give up what was typed, whoever types on has the cursor where it was', async () => {
  await open(<Asking />);
  await type('登记错了');
  const field = document.querySelector('input');
  field?.focus();
  await escape();
  const stay = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === '继续填写');
  stay?.focus();
  await act(() => stay?.click());
  expect(document.activeElement).toBe(field);
  expect(field?.value).toBe('登记错了');
  expect(closed).not.toHaveBeenCalled();
});
