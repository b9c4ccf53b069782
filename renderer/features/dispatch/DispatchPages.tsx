import { Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** Screens of this register. */
export function DispatchPages() {
  const { t } = useTranslation('dispatch');
  return <Title order={1}>{t('title')}</Title>;
}
