import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { useRoute } from 'wouter';
import { SectionTabs } from '../../ui/SectionTabs.tsx';
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
  const [, place] = useRoute('/settings/:section?');
  const section = SECTIONS.find((one) => one === place?.section) ?? 'estate';
  const Screen = SCREENS[section];
  return (
    <SectionTabs
      title={t('title')}
      path="/settings"
      sections={SECTIONS.map((name) => ({ name, label: t(`section.${name}`) }))}
      section={section}
      maxWidth={900}
    >
      <Screen key={section} />
    </SectionTabs>
  );
}
