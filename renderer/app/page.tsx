import '../data/without-eval.ts';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import { Notifications } from '@mantine/notifications';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { createLanguage } from '../i18n/language.ts';
import { BootGate } from './boot/BootGate.tsx';
import type { Opening } from './boot/opening.ts';
import { beginPassing } from './boot/passing.ts';
import { ScreenProvider } from './ScreenProvider.tsx';
import { refuseStrayDrops } from './stray-drops.ts';
import './main.css';

/** Passes the boot gate with the host's answers, and draws the page, which shows what comes of them. */
export async function showPage(container: Element, opening: Opening): Promise<void> {
  refuseStrayDrops(window);
  const passing = beginPassing(opening);
  const language = await createLanguage();
  createRoot(container).render(
    <StrictMode>
      <I18nextProvider i18n={language}>
        <ScreenProvider>
          <Notifications position="bottom-right" limit={4} />
          <BootGate passing={passing} />
        </ScreenProvider>
      </I18nextProvider>
    </StrictMode>,
  );
}
