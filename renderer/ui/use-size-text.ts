import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

const MEGABYTE = 1024 * 1024;

/** Words how large a file is. */
export function useSizeText(): (bytes: number) => string {
  const { t } = useTranslation('common');
  return useCallback(
    (bytes) =>
      bytes < MEGABYTE ? t('kilobytes', { amount: Math.ceil(bytes / 1024) }) : t('megabytes', { amount: (bytes / MEGABYTE).toFixed(1) }),
    [t],
  );
}
