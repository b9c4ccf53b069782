import { SimpleGrid, Textarea, TextInput } from '@mantine/core';
import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { buildingInput, type BuildingInput } from '../../../shared/domain/property.ts';
import { saveBuilding } from '../../data/operations/save-building.ts';
import { ChoosePerson } from '../../ui/choose.tsx';
import { useDatabase, useDesk } from '../../ui/session.tsx';
import { useOperation } from '../../ui/use-operation.ts';
import { RecordBrowser, type SectionProps } from './RecordBrowser.tsx';
import { RecordForm } from '../../ui/RecordForm.tsx';
import { RecordGate, type RecordGateContent } from '../../ui/RecordGate.tsx';
import { startValues } from '../../ui/start-values.ts';
import { useRecordForm } from '../../ui/use-record-form.ts';
import { useMay } from '../../ui/may.tsx';

/** Buildings: the steward, and where valves and switches are (5:4). */
export function BuildingsSection({ id, open }: SectionProps) {
  const { t } = useTranslation('directory');
  const database = useDatabase();
  const { nameOf } = useDesk();
  const may = useMay();
  const buildings = useLiveQuery(() => database.buildings.orderBy('sortKey').toArray(), [database]);
  const rows = useMemo(
    () =>
      buildings?.map((building) => {
        const steward = nameOf(building.stewardId);
        return {
          id: building.id,
          title: building.name,
          detail: steward === '' ? t('noSteward') : t('stewardIs', { name: steward }),
          keys: [building.name, steward].join(' ').toLowerCase(),
        };
      }),
    [buildings, nameOf, t],
  );
  return (
    <RecordBrowser
      id={id}
      open={open}
      label={t('section.buildings')}
      findBy={t('findBy.buildings')}
      rows={rows}
      newLabel={t('new.building')}
      emptyText={t('empty.buildings')}
      mayAdd={may('save-building')}
    >
      {(openId) => (
        <RecordGate key={openId} table="buildings" id={openId}>
          {(content) => <BuildingForm id={openId} {...content} />}
        </RecordGate>
      )}
    </RecordBrowser>
  );
}

const EMPTY: BuildingInput = { name: '', stewardId: '', gasValve: '', powerSwitch: '', waterValve: '', facilities: '', note: '' };

function BuildingForm({ id, draft, record, done }: RecordGateContent<'buildings'> & { id: string }) {
  const { t } = useTranslation('directory');
  const { t: common } = useTranslation('common');
  const may = useMay();
  const run = useOperation();
  const edit = useRecordForm<BuildingInput>({
    draft,
    start: startValues(buildingInput, record ?? EMPTY, draft.values, EMPTY),
    own: record,
    rules: { name: (name) => (name.trim() === '' ? common('required') : null) },
    save: (values, operationId) => run(saveBuilding, { ...values, id }, { operationId, quiet: true }),
    done,
  });
  const { form } = edit;
  return (
    <RecordForm
      title={record === null ? t('new.building') : record.name}
      record={edit}
      table="buildings"
      storedId={record?.id ?? ''}
      readOnly={!may('save-building')}
    >
      <SimpleGrid cols={2} spacing="sm">
        <TextInput label={t('field.name')} withAsterisk maxLength={60} autoFocus={record === null} {...form.getInputProps('name')} />
        <ChoosePerson
          label={t('field.stewardId')}
          value={form.values.stewardId}
          among={(one) => one.roles.includes('steward')}
          onChange={(value) => form.setFieldValue('stewardId', value)}
        />
        <TextInput label={t('field.gasValve')} maxLength={300} {...form.getInputProps('gasValve')} />
        <TextInput label={t('field.powerSwitch')} maxLength={300} {...form.getInputProps('powerSwitch')} />
        <TextInput label={t('field.waterValve')} maxLength={300} {...form.getInputProps('waterValve')} />
      </SimpleGrid>
      <Textarea label={t('field.facilities')} maxLength={5000} {...form.getInputProps('facilities')} />
      <Textarea label={t('field.note')} maxLength={5000} {...form.getInputProps('note')} />
    </RecordForm>
  );
}
