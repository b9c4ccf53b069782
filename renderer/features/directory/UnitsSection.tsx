import { Stack } from '@mantine/core';
import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { readUnits } from '../../data/queries/directory.ts';
import { useDatabase } from '../../ui/session.tsx';
import { useMay } from '../../ui/may.tsx';
import { RecordBrowser, type SectionProps } from './RecordBrowser.tsx';
import { RecordGate } from '../../ui/RecordGate.tsx';
import { UnitForm } from './UnitForm.tsx';
import { UnitTimeline } from './UnitTimeline.tsx';

/** Flats, shops, parking spaces and public places, in the order of their numbers. */
export function UnitsSection({ id, open }: SectionProps) {
  const { t } = useTranslation('directory');
  const { t: common } = useTranslation('common');
  const database = useDatabase();
  const may = useMay();
  const units = useLiveQuery(() => readUnits(database), [database]);
  const rows = useMemo(
    () =>
      units?.map((unit) => ({
        id: unit.id,
        title: unit.name,
        detail: [t(`kind.${unit.kind}`), unit.aliases.join(common('listSeparator')), unit.layout].filter((part) => part !== '').join(' · '),
        keys: [unit.name, ...unit.names, t(`kind.${unit.kind}`)].join(' ').toLowerCase(),
      })),
    [units, t, common],
  );
  return (
    <RecordBrowser
      id={id}
      open={open}
      label={t('section.units')}
      findBy={t('findBy.units')}
      rows={rows}
      newLabel={t('new.unit')}
      emptyText={t('empty.units')}
      mayAdd={may('save-unit')}
    >
      {(openId) => (
        <RecordGate key={openId} table="units" id={openId}>
          {(content) => (
            <Stack gap="sm">
              <UnitForm id={openId} {...content} />
              {content.record !== null && <UnitTimeline unit={content.record} />}
            </Stack>
          )}
        </RecordGate>
      )}
    </RecordBrowser>
  );
}
