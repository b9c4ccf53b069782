import { Tabs, VisuallyHidden } from '@mantine/core';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useRoute } from 'wouter';
import { BackupSection } from './BackupSection.tsx';
import { BlankFormsSection } from './BlankFormsSection.tsx';
import { EstateSection } from './EstateSection.tsx';
import { HolidaysSection } from './HolidaysSection.tsx';
import { NumbersSection } from './NumbersSection.tsx';
import { PrintersSection } from './PrintersSection.tsx';
import { RulesSection } from './RulesSection.tsx';

const SECTIONS = ['estate', 'rules', 'numbers', 'holidays', 'backup', 'printers', 'blankForms'] as const;
type Section = (typeof SECTIONS)[number];

const SCREENS: Record<Section, ComponentType> = {
  estate: EstateSection,
  rules: RulesSection,
  numbers: NumbersSection,
  holidays: HolidaysSection,
  backup: BackupSection,
  printers: PrintersSection,
  blankForms: BlankFormsSection,
};

/** Everything marked as a default. What the procedures fix is not here: it is no setting. */
export function SettingsPages() {
  const { t } = useTranslation('settings');
  const [, go] = useLocation();
  const [, place] = useRoute('/settings/:section?');
  const section = SECTIONS.find((one) => one === place?.section) ?? 'estate';
  const Screen = SCREENS[section];
  return (
    <Tabs value={section} onChange={(next) => go(`/settings/${next ?? ''}`)} keepMounted={false}>
      <VisuallyHidden component="h1">{t('title')}</VisuallyHidden>
      <Tabs.List aria-label={t('title')}>
        {SECTIONS.map((one) => (
          <Tabs.Tab key={one} value={one}>
            {t(`section.${one}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value={section} pt="sm" maw={900}>
        <Screen key={section} />
      </Tabs.Panel>
    </Tabs>
  );
}
