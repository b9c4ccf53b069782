import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import { Notifications } from '@mantine/notifications';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { createLanguage } from '../i18n/language.ts';
import { BootGate } from './boot/BootGate.tsx';
import { createHost } from './host.ts';
import { ThemeInWords } from './ThemeInWords.tsx';
import './main.css';

const container = document.querySelector('#root');
if (container === null) throw new Error('page without a root');
const language = await createLanguage();
createRoot(container).render(
  <StrictMode>
    <I18nextProvider i18n={language}>
      <ThemeInWords>
        <Notifications position="bottom-right" limit={4} />
        <BootGate host={createHost()} />
      </ThemeInWords>
    </I18nextProvider>
  </StrictMode>,
);
