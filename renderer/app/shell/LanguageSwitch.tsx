import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { languageOf } from '../../i18n/language.ts';

/** Switches between the two languages at once. */
export function LanguageSwitch() {
  const { t, i18n } = useTranslation('shell');
  const other = languageOf(i18n) === 'zh' ? 'en' : 'zh';
  return (
    <Button variant="subtle" size="compact-sm" onClick={() => void i18n.changeLanguage(other)} lang={other === 'zh' ? 'zh-CN' : 'en'}>
      {t('switchLanguage')}
    </Button>
  );
}
