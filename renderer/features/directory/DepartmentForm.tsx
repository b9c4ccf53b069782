import { SimpleGrid, Switch, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { departmentInput, type DepartmentInput } from '../../../shared/domain/person.ts';
import { saveDepartment } from '../../data/operations/save-department.ts';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { ChoosePerson } from '../../ui/choose.tsx';
import { useOperation } from '../../ui/use-operation.ts';
import { RecordForm } from '../../ui/RecordForm.tsx';
import type { RecordGateContent } from '../../ui/RecordGate.tsx';
import { startValues } from '../../ui/start-values.ts';
import { useRecordForm } from '../../ui/use-record-form.ts';
import { useMay } from '../../ui/may.tsx';

const EMPTY: DepartmentInput = { name: '', organisation: 'propertyCompany', headId: '', phone: '', isAdministration: false, active: true };

/** One department: its head gives the word for archiving (4:职责4); the administration takes over work letters (2:3.3.4). */
export function DepartmentForm({ id, draft, record, done }: RecordGateContent<'departments'> & { id: string }) {
  const { t } = useTranslation('directory');
  const { t: common } = useTranslation('common');
  const may = useMay();
  const run = useOperation();
  const edit = useRecordForm<DepartmentInput>({
    draft,
    start: startValues(departmentInput, record ?? EMPTY, draft.values, EMPTY),
    own: record,
    rules: { name: (name) => (name.trim() === '' ? common('required') : null) },
    save: (values, operationId) => run(saveDepartment, { ...values, id }, { operationId, quiet: true }),
    done,
  });
  const { form } = edit;
  return (
    <RecordForm
      title={record === null ? t('new.department') : record.name}
      record={edit}
      table="departments"
      storedId={record?.id ?? ''}
      readOnly={!may('save-department')}
    >
      <SimpleGrid cols={2} spacing="sm">
        <TextInput label={t('field.name')} withAsterisk maxLength={60} autoFocus={record === null} {...form.getInputProps('name')} />
        <ChoosePerson label={t('field.head')} value={form.values.headId} onChange={(value) => form.setFieldValue('headId', value)} />
        <TextInput label={t('field.phone')} maxLength={60} {...form.getInputProps('phone')} />
      </SimpleGrid>
      <ChoiceField
        label={t('field.organisation')}
        value={form.values.organisation}
        onChange={(value) => form.setFieldValue('organisation', value)}
        choices={[
          { value: 'propertyCompany', label: common('organisation.propertyCompany') },
          { value: 'developer', label: common('organisation.developer') },
        ]}
      />
      <Switch
        label={t('field.isAdministration')}
        description={t('administrationHelp')}
        {...form.getInputProps('isAdministration', { type: 'checkbox' })}
      />
      <Switch label={t('field.departmentActive')} {...form.getInputProps('active', { type: 'checkbox' })} />
    </RecordForm>
  );
}
