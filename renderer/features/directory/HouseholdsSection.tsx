import { Group, Switch } from '@mantine/core';
import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lastFour } from '../../../shared/domain/phone.ts';
import { readHouseholds } from '../../data/queries/directory.ts';
import { asItStands } from '../../data/queries/proposal.ts';
import { useDatabase } from '../../ui/session.tsx';
import { useMay } from '../../ui/may.tsx';
import { HouseholdForm } from './HouseholdForm.tsx';
import { RecordBrowser, type SectionProps } from './RecordBrowser.tsx';
import { RecordGate } from '../../ui/RecordGate.tsx';

/** Households 业户档案 in the order of their units; stewards' proposals stand out until the duty room has seen them. */
export function HouseholdsSection({ id, open }: SectionProps) {
  const { t } = useTranslation('directory');
  const { t: common } = useTranslation('common');
  const database = useDatabase();
  const may = useMay();
  const [withPast, setWithPast] = useState(false);
  const [careOnly, setCareOnly] = useState(false);
  const households = useLiveQuery(() => readHouseholds(database, withPast), [database, withPast]);
  const rows = useMemo(
    () =>
      households
        ?.filter(({ household }) => !careOnly || household.careKinds.length > 0)
        .map(({ household, unit }) => ({
          id: household.id,
          title: `${unit?.name ?? ''}  ${household.members.map((member) => member.name).join(common('listSeparator'))}`,
          detail: [
            household.careKinds.map((kind) => t(`careKinds.${kind}`)).join(common('listSeparator')),
            household.letterLanguage === 'en' ? t('letterLanguage.en') : '',
            household.tenancyUntil === '' ? '' : t('tenancyEnds', { date: household.tenancyUntil }),
          ]
            .filter((part) => part !== '')
            .join(' · '),
          badge: household.state === 'inForce' ? (household.careKinds.length > 0 ? t('care') : '') : t(`stateName.${household.state}`),
          keys: [...(unit?.names ?? []), ...household.keys, ...household.phones, ...household.phones.map(lastFour)].join(' ').toLowerCase(),
        })),
    [households, careOnly, t, common],
  );
  return (
    <RecordBrowser
      id={id}
      open={open}
      label={t('section.households')}
      findBy={t('findBy.households')}
      rows={rows}
      newLabel={t('new.household')}
      emptyText={t('empty.households')}
      mayAdd={may('save-household')}
      tools={
        <Group gap="xs">
          <Switch size="xs" label={t('careOnly')} checked={careOnly} onChange={(event) => setCareOnly(event.currentTarget.checked)} />
          <Switch size="xs" label={t('withPast')} checked={withPast} onChange={(event) => setWithPast(event.currentTarget.checked)} />
        </Group>
      }
    >
      {(openId) => (
        <RecordGate key={openId} table="households" id={openId} shown={asItStands}>
          {(content) => <HouseholdForm id={openId} {...content} />}
        </RecordGate>
      )}
    </RecordBrowser>
  );
}
