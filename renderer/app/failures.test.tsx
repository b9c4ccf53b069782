// @vitest-environment happy-dom
import { MantineProvider } from '@mantine/core';
import { Notifications, notifications } from '@mantine/notifications';
import { Dexie } from 'dexie';
import { createInstance } from 'i18next';
import { act, type ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { I18nextProvider, initReactI18next } from 'react-i18next';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { FailureError, success } from '../../shared/contract/result.ts';
import { en, zh } from '../i18n/resources.ts';
import { DeskFailed, FailureBoundary, ScreenFailed } from './FailureBoundary.tsx';
import { UnheardFailures } from './UnheardFailures.tsx';
import { soon } from '../../tests/support/soon.ts';

let root: Root;
const place = document.createElement('div');
const host = { freeSpace: () => Promise.resolve(success({ freeBytes: 1e12 })) };

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  // What React and the boundary report is what these tests bring about.
  vi.spyOn(console, 'error').mockReturnValue();
  document.body.append(place);
  root = createRoot(place);
});
afterEach(async () => {
  notifications.clean();
  await act(() => root.unmount());
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

async function draw(children: ReactNode, lng: 'zh' | 'en' = 'zh'): Promise<void> {
  const i18n = createInstance();
  await i18n.use(initReactI18next).init({ resources: { zh, en }, lng, fallbackLng: false });
  await act(() =>
    root.render(
      <I18nextProvider i18n={i18n}>
        <MantineProvider env="test">
          <Notifications />
          {children}
        </MantineProvider>
      </I18nextProvider>,
    ),
  );
}

function Broken(): never {
  throw new Error('no such index');
}

it.each([
  ['zh', <ScreenFailed key="s" />, '此处无法显示', '重新载入'],
  ['en', <ScreenFailed key="s" />, 'This cannot be shown', 'Reload'],
  ['zh', <DeskFailed key="d" />, '前台出错，已停下', '重新载入'],
  ['en', <DeskFailed key="d" />, 'The desk has stopped on an error', 'Reload'],
] as const)('what cannot be drawn is told in %s, and what stands beside it stays', async (lng, instead, title, button) => {
  const failed = vi.fn<() => void>();
  await draw(
    <>
      <p>beside</p>
      <FailureBoundary instead={instead} onFailure={failed}>
        <Broken />
      </FailureBoundary>
    </>,
    lng,
  );
  expect(place.querySelector('p')?.textContent).toBe('beside');
  const alert = place.querySelector('[role=alert]');
  expect(alert?.querySelector('h1')?.textContent).toBe(title);
  expect(alert?.querySelector('button')?.textContent).toBe(button);
  expect(failed).toHaveBeenCalledOnce();
});

it('another page is tried anew, the same one is not', async () => {
  const page = (address: string, inside: ReactNode) => (
    <FailureBoundary instead={<ScreenFailed />} place={address}>
      {inside}
    </FailureBoundary>
  );
  await draw(page('/letters', <Broken />));
  await draw(page('/letters', 'letters'));
  expect(place.querySelector('[role=alert]')).not.toBeNull();
  await draw(page('/praise', 'praise'));
  expect(place.querySelector('[role=alert]')).toBeNull();
  expect(place.textContent).toContain('praise');
});

/** As the browser tells of a promise that nobody waits for. */
async function rejected(reason: unknown): Promise<void> {
  await act(async () => {
    globalThis.dispatchEvent(Object.assign(new Event('unhandledrejection'), { reason }));
    await Promise.resolve();
  });
}

it.each([
  ['the store', new Dexie.DatabaseClosedError('gone'), '本机数据库出错，请重新载入（F5）'],
  ['the store, for want of room', new DOMException('full', 'QuotaExceededError'), '磁盘已满'],
  ['an operation', new FailureError('recordMissing'), '找不到这条记录'],
])('a failure of %s that no screen waits for is told', async (_name, reason, words) => {
  await draw(<UnheardFailures host={host} />);
  await rejected(reason);
  await soon(() => expect(document.body.textContent).toContain(words));
});

it('what a library gives up on is not told to the person at the desk', async () => {
  await draw(<UnheardFailures host={host} />);
  for (const reason of [new Error('x'), new DOMException('x', 'NotAllowedError'), undefined]) await rejected(reason);
  await rejected(new FailureError('recordMissing'));
  await soon(() => expect(document.querySelectorAll('[role=alert]')).toHaveLength(1));
});
