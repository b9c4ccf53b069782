import { Chip, Group, Input, SimpleGrid, Switch, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { personInput, roleSchema, ROLES, type PersonInput } from '../../../shared/domain/person.ts';
import { maskPhone } from '../../../shared/domain/phone.ts';
import { savePerson } from '../../data/operations/save-person.ts';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { ChooseDepartment } from '../../ui/choose.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { MaskedPhone } from '../../ui/MaskedPhone.tsx';
import { useOperation } from '../../ui/use-operation.ts';
import { PinPanel } from './PinPanel.tsx';
import { RecordForm } from '../../ui/RecordForm.tsx';
import type { RecordGateContent } from '../../ui/RecordGate.tsx';
import { SecretField } from '../../ui/SecretField.tsx';
import { startValues } from '../../ui/start-values.ts';
import { useRecordForm } from '../../ui/use-record-form.ts';
import { useMay } from '../../ui/may.tsx';

const EMPTY: PersonInput = {
  name: '',
  reading: '',
  staffNumber: '',
  organisation: 'propertyCompany',
  departmentId: '',
  title: '',
  phone: '',
  roles: [],
  clearedForDuty: false,
  clearedOn: '',
  active: true,
};

/** One person of the roster: roles, clearance for duty (2:3.1.7), PIN. */
export function PersonForm({ id, draft, record, done }: RecordGateContent<'people'> & { id: string }) {
  const { t } = useTranslation('directory');
  const { t: common } = useTranslation('common');
  const may = useMay();
  const run = useOperation();
  const edit = useRecordForm<PersonInput>({
    draft,
    start: startValues(personInput, record ?? EMPTY, draft.values, EMPTY),
    own: record,
    rules: { name: (name) => (name.trim() === '' ? common('required') : null) },
    save: (values, operationId) => run(savePerson, { ...values, id }, { operationId, quiet: true }),
    done,
  });
  const { form } = edit;
  const readOnly = !may('save-person');

  return (
    <RecordForm
      title={record === null ? t('new.person') : record.name}
      badge={record !== null && !record.active ? t('former') : ''}
      record={edit}
      table="people"
      storedId={record?.id ?? ''}
      readOnly={readOnly}
      actions={
        record !== null && (
          <Group gap="sm" wrap="nowrap">
            {readOnly && <MaskedPhone phone={record.phone} table="people" recordId={record.id} field="phone" />}
            <PinPanel person={record} />
          </Group>
        )
      }
    >
      <SimpleGrid cols={3} spacing="sm">
        <TextInput label={t('personName')} withAsterisk maxLength={60} autoFocus={record === null} {...form.getInputProps('name')} />
        <TextInput label={t('field.reading')} placeholder={t('readingHelp')} maxLength={100} {...form.getInputProps('reading')} />
        <TextInput label={t('field.staffNumber')} maxLength={60} {...form.getInputProps('staffNumber')} />
        <ChooseDepartment
          label={t('field.department')}
          value={form.values.departmentId}
          onChange={(value) => form.setFieldValue('departmentId', value)}
        />
        <TextInput label={t('field.title')} maxLength={100} {...form.getInputProps('title')} />
        <SecretField
          label={t('field.phone')}
          value={form.values.phone}
          onChange={(value) => form.setFieldValue('phone', value)}
          stored={record?.phone ?? ''}
          mask={maskPhone}
          table="people"
          recordId={id}
          field="phone"
        />
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
      <Input.Wrapper label={t('field.roles')} labelElement="div" description={t('rolesHelp')}>
        <Chip.Group
          multiple
          value={form.values.roles}
          onChange={(roles) =>
            form.setFieldValue(
              'roles',
              roles.map((role) => roleSchema.parse(role)),
            )
          }
        >
          <Group gap={6} my={4} role="group" aria-label={t('field.roles')}>
            {ROLES.map((role) => (
              <Chip key={role} value={role} size="xs" radius="sm">
                {common(`role.${role}`)}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
      </Input.Wrapper>
      <Group align="flex-end">
        <Switch
          label={t('field.clearedForDuty')}
          description={t('clearedHelp')}
          {...form.getInputProps('clearedForDuty', { type: 'checkbox' })}
        />
        <DateField
          label={t('field.clearedOn')}
          value={form.values.clearedOn}
          keptAs="clearedOn"
          onChange={(value) => form.setFieldValue('clearedOn', value)}
        />
      </Group>
      <Switch label={t('field.active')} description={t('activeHelp')} {...form.getInputProps('active', { type: 'checkbox' })} />
    </RecordForm>
  );
}
