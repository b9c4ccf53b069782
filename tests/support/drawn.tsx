import { MantineProvider } from '@mantine/core';
import { createInstance } from 'i18next';
import { act, type ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { I18nextProvider, initReactI18next } from 'react-i18next';
import { afterEach, beforeEach, vi } from 'vitest';
import { en, zh } from '../../renderer/i18n/resources.ts';

/** For the tests of one file: draws in Chinese into a place of each test's own, and leaves nothing of it behind. */
export function drawing(): (children: ReactNode) => Promise<void> {
  let root: Root;
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
  return async (children) => {
    const i18n = createInstance();
    await i18n.use(initReactI18next).init({ resources: { zh, en }, lng: 'zh', fallbackLng: false });
    await act(() =>
      root.render(
        <I18nextProvider i18n={i18n}>
          <MantineProvider env="test">{children}</MantineProvider>
        </I18nextProvider>,
      ),
    );
  };
}
