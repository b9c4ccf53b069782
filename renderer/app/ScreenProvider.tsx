import { MantineProvider, mergeThemeOverrides } from '@mantine/core';
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { theme } from './theme.ts';

/** The theme, with the words of the kit's own small buttons in the language of the screen: a screen reader says them. */
export function ScreenProvider({ children }: { children: ReactNode }) {
  const { t } = useTranslation('common');
  const worded = useMemo(
    () =>
      mergeThemeOverrides(theme, {
        components: {
          PasswordInput: {
            defaultProps: {
              ...theme.components?.['PasswordInput']?.defaultProps,
              visibilityToggleButtonProps: { 'aria-label': t('showPassword') },
            },
          },
          // The cross of dialogs and notes has no text of its own.
          CloseButton: { defaultProps: { 'aria-label': t('close') } },
        },
      }),
    [t],
  );
  return (
    <MantineProvider theme={worded} defaultColorScheme="light">
      {children}
      <p className="print-note">{t('useThePrintButtons')}</p>
    </MantineProvider>
  );
}
