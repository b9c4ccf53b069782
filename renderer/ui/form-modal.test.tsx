// @vitest-environment happy-dom
import { MantineProvider } from '@mantine/core';
import { createInstance } from 'i18next';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { I18nextProvider, initReactI18next } from 'react-i18next';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { en, zh } from '../i18n/resources.ts';
import { FormModal } from './FormModal.tsx';

let root: Root;
const closed = vi.fn<() => void>();
let settle: (wrong: string) => void;

beforeEach(async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  closed.mockReset();
  const place = document.createElement('div');
  document.body.append(place);
  root = createRoot(place);
  const i18n = createInstance();
  await i18n.use(initReactI18next).init({ resources: { zh, en }, lng: 'zh', fallbackLng: false });
  const submit = (): Promise<string> =>
    new Promise((resolve) => {
      settle = resolve;
    });
  await act(() =>
    root.render(
      <I18nextProvider i18n={i18n}>
        <MantineProvider env="test">
          <FormModal title="回到备份" submit="回去" onClose={closed} onSubmit={submit}>
            <input />
          </FormModal>
        </MantineProvider>
      </I18nextProvider>,
    ),
  );
});
afterEach(async () => {
  await act(() => root.unmount());
  vi.unstubAllGlobals();
});

async function escape(): Promise<void> {
  await act(() => document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true })));
}
async function send(): Promise<void> {
  const form = document.querySelector('form');
  await act(async () => void form?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true })));
}
async function end(wrong: string): Promise<void> {
  await act(async () => settle(wrong));
}

it('what is being done cannot be closed away, and what went wrong is told', async () => {
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
  await send();
  await end('');
  expect(closed).toHaveBeenCalledOnce();
});
