import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useRoute } from 'wouter';
import { SectionTabs } from '../../ui/SectionTabs.tsx';
import { BuildingsSection } from './BuildingsSection.tsx';
import { DepartmentsSection } from './DepartmentsSection.tsx';
import { HouseholdsSection } from './HouseholdsSection.tsx';
import { OutsideNumbersSection } from './OutsideNumbersSection.tsx';
import { PeopleSection } from './PeopleSection.tsx';
import type { SectionProps } from './RecordBrowser.tsx';
import { UnitsSection } from './UnitsSection.tsx';

const SECTIONS = ['households', 'units', 'buildings', 'people', 'departments', 'outside'] as const;
type Section = (typeof SECTIONS)[number];

const SCREENS: Record<Section, ComponentType<SectionProps>> = {
  households: HouseholdsSection,
  units: UnitsSection,
  buildings: BuildingsSection,
  people: PeopleSection,
  departments: DepartmentsSection,
  outside: OutsideNumbersSection,
};

/** Units and households, staff and departments, outside numbers: a list beside a form each. */
export function DirectoryPages() {
  const { t } = useTranslation('directory');
  const [, go] = useLocation();
  const [, place] = useRoute('/directory/:section?/:id?');
  const section = SECTIONS.find((one) => one === place?.section) ?? 'households';
  const Screen = SCREENS[section];
  return (
    <SectionTabs
      title={t('title')}
      path="/directory"
      sections={SECTIONS.map((name) => ({ name, label: t(`section.${name}`) }))}
      section={section}
    >
      <Screen key={section} id={place?.id ?? ''} open={(id) => go(id === '' ? `/directory/${section}` : `/directory/${section}/${id}`)} />
    </SectionTabs>
  );
}
