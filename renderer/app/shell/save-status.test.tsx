// @vitest-environment happy-dom
import { MantineProvider } from '@mantine/core';
import { createInstance } from 'i18next';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { I18nextProvider, initReactI18next } from 'react-i18next';
import { expect, it, vi } from 'vitest';
import { en, zh } from '../../i18n/resources.ts';
import { SafetyCopyMissing } from './SaveStatus.tsx';

const outbox = vi.hoisted(() => {
  const state = { stored: 3, saved: 2, failure: { code: '' } };
  return { state: () => state, subscribe: () => () => undefined };
});
vi.mock('../../ui/session.tsx', () => ({ useDesk: () => ({ session: { outbox } }) }));

async function drawn(lng: 'zh' | 'en', code: string): Promise<{ text: string; button: string }> {
  outbox.state().failure.code = code;
  const i18n = createInstance();
  await i18n.use(initReactI18next).init({ resources: { zh, en }, lng, fallbackLng: false });
  const place = document.createElement('div');
  const root = createRoot(place);
  flushSync(() =>
    root.render(
      <I18nextProvider i18n={i18n}>
        <MantineProvider>
          <SafetyCopyMissing />
        </MantineProvider>
      </I18nextProvider>,
    ),
  );
  const shown = { text: place.querySelector('[role=alert]')?.textContent ?? '', button: place.querySelector('button')?.textContent ?? '' };
  root.unmount();
  return shown;
}

it.each([
  ['diskFull', '再试', 'Try again', false],
  ['actorNotUnlocked', '重新载入', 'Reload', true],
  ['confirmationMissing', '重新载入', 'Reload', true],
])('a safety copy that is missing for %s', async (code, inChinese, inEnglish, forGood) => {
  const chinese = await drawn('zh', code);
  expect(chinese.button).toBe(inChinese);
  expect(chinese.text.includes('请重新载入，按提示处理')).toBe(forGood);
  const english = await drawn('en', code);
  expect(english.button).toBe(inEnglish);
  expect(english.text.includes('Trying again will not help')).toBe(forGood);
});
