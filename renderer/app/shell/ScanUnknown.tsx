import { useTranslation } from 'react-i18next';

/** That nobody has given the scanned number, worded where it is shown: it stays until it is closed, and the language may be switched. */
export function ScanUnknown({ number }: { number: string }) {
  const { t } = useTranslation('shell');
  return t('scanUnknown', { number });
}
