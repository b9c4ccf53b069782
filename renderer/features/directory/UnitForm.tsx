import { NumberInput, Select, SimpleGrid, TagsInput, Textarea, TextInput } from '@mantine/core';
import { useLiveQuery } from 'dexie-react-hooks';
import { useTranslation } from 'react-i18next';
import { UNIT_KINDS, unitInput, type UnitInput } from '../../../shared/domain/property.ts';
import { canonicalUnit, parseUnit } from '../../../shared/domain/unit-notation.ts';
import { saveUnit } from '../../data/operations/save-unit.ts';
import { DateField } from '../../ui/DateField.tsx';
import { useDatabase } from '../../ui/session.tsx';
import { useOperation } from '../../ui/use-operation.ts';
import { RecordForm } from '../../ui/RecordForm.tsx';
import type { RecordGateContent } from '../../ui/RecordGate.tsx';
import { startValues } from '../../ui/start-values.ts';
import { UnitHouseholds } from './UnitHouseholds.tsx';
import { useRecordForm } from '../../ui/use-record-form.ts';
import { useMay } from '../../ui/may.tsx';

const EMPTY: UnitInput = { name: '', buildingId: '', kind: 'flat', aliases: [], areaHundredths: 0, layout: '', handoverDate: '', note: '' };

/** One place: its name in any notation, its aliases, its handover date 交房. */
export function UnitForm({ id, draft, record, done }: RecordGateContent<'units'> & { id: string }) {
  const { t } = useTranslation('directory');
  const { t: common } = useTranslation('common');
  const may = useMay();
  const database = useDatabase();
  const run = useOperation();
  const buildings = useLiveQuery(() => database.buildings.orderBy('sortKey').toArray(), [database]) ?? [];
  const edit = useRecordForm<UnitInput>({
    draft,
    start: startValues(unitInput, record ?? EMPTY, draft.values, EMPTY),
    own: record,
    rules: { name: (name) => (name.trim() === '' ? common('required') : null) },
    save: (values, operationId) => run(saveUnit, { ...values, name: canonicalUnit(values.name), id }, { operationId, quiet: true }),
    done,
  });
  const { form } = edit;

  /** A flat typed as 3栋2单元1502 lies in building 3, where nobody said otherwise. */
  function guessBuilding(): void {
    const parsed = parseUnit(form.values.name);
    if (parsed === null || form.values.buildingId !== '') return;
    const building = buildings.find((one) => /^\d+/.exec(one.name)?.[0] === parsed.building);
    if (building !== undefined) form.setFieldValue('buildingId', building.id);
  }

  return (
    <RecordForm
      title={record === null ? t('new.unit') : record.name}
      record={edit}
      table="units"
      storedId={record?.id ?? ''}
      readOnly={!may('save-unit')}
    >
      {record !== null && <UnitHouseholds unitId={record.id} />}
      <SimpleGrid cols={3} spacing="sm">
        <TextInput
          label={t('field.unitName')}
          withAsterisk
          maxLength={60}
          autoFocus={record === null}
          {...form.getInputProps('name')}
          onBlur={guessBuilding}
        />
        <Select
          label={t('field.kind')}
          data={UNIT_KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
          {...form.getInputProps('kind')}
        />
        <Select
          label={t('field.buildingId')}
          searchable
          clearable
          data={buildings.map((building) => ({ value: building.id, label: building.name }))}
          value={form.values.buildingId === '' ? null : form.values.buildingId}
          onChange={(value) => form.setFieldValue('buildingId', value ?? '')}
        />
        <NumberInput
          label={t('field.areaHundredths')}
          min={0}
          max={1_000_000}
          decimalScale={2}
          hideControls
          value={form.values.areaHundredths === 0 ? '' : form.values.areaHundredths / 100}
          onChange={(value) => form.setFieldValue('areaHundredths', Math.round(Number(value) * 100))}
        />
        <TextInput label={t('field.layout')} maxLength={100} {...form.getInputProps('layout')} />
        <DateField
          label={t('field.handoverDate')}
          value={form.values.handoverDate}
          keptAs="handoverDate"
          onChange={(value) => form.setFieldValue('handoverDate', value)}
        />
      </SimpleGrid>
      <SimpleGrid cols={2} spacing="sm">
        <TagsInput
          label={t('field.aliases')}
          placeholder={t('aliasesHelp')}
          acceptValueOnBlur
          value={form.values.aliases}
          onChange={(aliases) => form.setFieldValue('aliases', aliases)}
        />
        <Textarea label={t('field.note')} maxLength={5000} minRows={1} {...form.getInputProps('note')} />
      </SimpleGrid>
    </RecordForm>
  );
}
