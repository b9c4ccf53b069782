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
import { DeskFailed, FailureBoundary } from './FailureBoundary.tsx';
import { ReloadKey } from './ReloadKey.tsx';
import { ScreenProvider } from './ScreenProvider.tsx';
import { refuseStrayDrops } from './stray-drops.ts';
import { UnheardFailures } from './UnheardFailures.tsx';
import './main.css';

/** Passes the boot gate with the host's answers, and draws the page, which shows what comes of them. */
export async function showPage(container: Element, opening: Opening): Promise<void> {
  refuseStrayDrops(window);
  const passing = beginPassing(opening);
  const { host } = opening;
  const language = await createLanguage();
  createRoot(container).render(
    <StrictMode>
      <I18nextProvider i18n={language}>
        <ScreenProvider>
          <Notifications position="bottom-right" limit={4} />
          <UnheardFailures host={host} />
          <ReloadKey />
          {/* What is no longer drawn no longer locks itself: whoever loads it again types the PIN. */}
          <FailureBoundary instead={<DeskFailed />} onFailure={() => void host.lock()}>
            <BootGate passing={passing} />
          </FailureBoundary>
        </ScreenProvider>
      </I18nextProvider>
    </StrictMode>,
  );
}
