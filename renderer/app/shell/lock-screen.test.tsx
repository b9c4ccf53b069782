// @vitest-environment happy-dom
import { MantineProvider } from '@mantine/core';
import { createInstance } from 'i18next';
import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import { I18nextProvider, initReactI18next } from 'react-i18next';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openTestDatabase } from '../../../tests/support/test-databases.ts';
import { soon } from '../../../tests/support/soon.ts';
import type { HostApi, PinState } from '../../../shared/contract/host-calls.ts';
import { failure, success, type Result } from '../../../shared/contract/result.ts';
import { en, zh } from '../../i18n/resources.ts';
import type { OpenBook } from '../boot/open-book.ts';
import { LockScreen } from './LockScreen.tsx';

let root: Root;
const place = document.createElement('div');
beforeEach(() => {
  document.body.append(place);
  root = createRoot(place);
});
afterEach(() => root.unmount());

async function showLockScreen(host: Partial<HostApi>) {
  // As much of a book as its lock screen asks for.
  const book = { database: await openTestDatabase(), host, description: { sample: false } } as OpenBook;
  const i18n = createInstance();
  await i18n.use(initReactI18next).init({ resources: { zh, en }, lng: 'zh', fallbackLng: false });
  flushSync(() =>
    root.render(
      <I18nextProvider i18n={i18n}>
        <MantineProvider env="test">
          <LockScreen book={book} onUnlocked={() => undefined} />
        </MantineProvider>
      </I18nextProvider>,
    ),
  );
  return i18n;
}

it('says what is wrong in the language that is chosen by now', async () => {
  const i18n = await showLockScreen({
    pinState: () => Promise.resolve(success({ withPin: ['p'], unlocked: '', recoveryCodeExists: true })),
  });
  await soon(() => expect(place.querySelector('form')).not.toBeNull());
  place.querySelector<HTMLButtonElement>('button[type=submit]')?.click();
  await soon(() => expect(place.textContent).toContain('请选择姓名'));
  await i18n.changeLanguage('en');
  await soon(() => expect(place.textContent).toContain('Please choose a name.'));
  expect(place.textContent).not.toContain('请选择姓名');
});

it('says why nobody can unlock while the host does not answer, and asks it again', async () => {
  let answer: Result<PinState> = failure('hostUnreachable');
  await showLockScreen({ pinState: () => Promise.resolve(answer) });
  await soon(() => expect(place.querySelector('[role=alert]')?.textContent).toContain('与本机服务的联系中断'));
  answer = success({ withPin: ['p'], unlocked: '', recoveryCodeExists: true });
  place.querySelector('button')?.click();
  await soon(() => expect(place.querySelector('input[type=password]')).not.toBeNull());
  expect(place.querySelector('[role=alert]')).toBeNull();
});
