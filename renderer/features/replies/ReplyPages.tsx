import { Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** Screens of this register. */
export function ReplyPages() {
  const { t } = useTranslation('replies');
  return <Title order={1}>{t('title')}</Title>;
}
