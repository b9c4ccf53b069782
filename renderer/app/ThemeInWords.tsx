import { MantineProvider } from '@mantine/core';
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { theme } from './theme.ts';

/** The theme with the kit's own buttons named in the person's language: the cross of dialogs and notes has no text. */
export function ThemeInWords({ children }: { children: ReactNode }) {
  const { t } = useTranslation('common');
  const close = t('close');
  const worded = useMemo(
    () => ({ ...theme, components: { ...theme.components, CloseButton: { defaultProps: { 'aria-label': close } } } }),
    [close],
  );
  return (
    <MantineProvider theme={worded} defaultColorScheme="light">
      {children}
    </MantineProvider>
  );
}
