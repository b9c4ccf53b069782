import { Button, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as newId } from 'uuid';
import { z } from 'zod';
import {
  coordinationInput,
  goesToAnother,
  type CoordinationForm,
  type CoordinationInput,
} from '../../../shared/domain/coordination-form.ts';
import { knownNumber, phoneOf, phoneOnFile, type PhoneFrom } from '../../../shared/domain/known-number.ts';
import type { DraftRow } from '../../data/database.ts';
import { changeCoordinationForm } from '../../data/operations/change-coordination-form.ts';
import { issueCoordinationForm } from '../../data/operations/issue-coordination-form.ts';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { ChooseDepartment, ChooseDepartments } from '../../ui/choose.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { useDraftKeeper } from '../../ui/drafts.tsx';
import { HouseholdField } from '../../ui/HouseholdField.tsx';
import { FormPhoneField } from '../../ui/FormPhoneField.tsx';
import { PageForm } from '../../ui/PageForm.tsx';
import { FormReasonField } from '../../ui/FormReasonField.tsx';
import { restoreFields } from '../../ui/restore-fields.ts';
import { useDesk } from '../../ui/session.tsx';
import { useOperation } from '../../ui/use-operation.ts';
import { usePageForm } from '../../ui/use-page-form.ts';

interface CoordinationEditorProps {
  id: string;
  draft: DraftRow;
  /** The issued form being corrected; `null` for a new one. */
  form: CoordinationForm | null;
  source: CoordinationInput & PhoneFrom;
}

const formValues = coordinationInput.extend({ phoneFrom: knownNumber.nullable(), reason: z.string().default('') });
type FormValues = z.output<typeof formValues>;

/** Where a form may come from that has no entry or letter behind it: a patrol above all (DOMAIN §4). */
const OWN_SOURCES = ['patrol', 'call', 'visit', 'letter', 'other'] as const;

/** Issues a coordination form, or corrects one with a reason. */
export function CoordinationEditor({ id, draft, form: issued, source }: CoordinationEditorProps) {
  const { t } = useTranslation(['coordination', 'common']);
  const { settings } = useDesk();
  const run = useOperation();
  const keeper = useDraftKeeper(draft);
  const operationId = useRef(newId());
  const [own] = useState(() => (issued === null ? null : coordinationInput.parse(issued)));
  const form = useForm<FormValues>({
    initialValues: restoreFields(
      formValues,
      {
        ...(issued === null ? source : { ...coordinationInput.parse(issued), phoneFrom: phoneOf('coordinationForms', issued) }),
        reason: '',
      },
      draft.values,
    ),
    onValuesChange: (values) => keeper.keep(values, form.getInitialValues(), own),
    validate: {
      departmentId: (value) => (value === '' ? t('common:required') : null),
      subject: (value) => (value.trim() === '' ? t('common:required') : null),
      reason: (value) => (issued !== null && value.trim() === '' ? t('common:required') : null),
    },
  });
  const { values } = form;

  const page = usePageForm(keeper, form);

  function save(print: boolean): void {
    const input = { ...values, id };
    void page.save(
      () =>
        issued === null
          ? run(issueCoordinationForm, input, { operationId: operationId.current, quiet: true })
          : run(changeCoordinationForm, input, { reason: values.reason, quiet: true }),
      `/coordination/${id}${print ? '?print=1' : ''}`,
    );
  }

  const saveOnly = (
    <Button variant="default" onClick={() => save(false)} disabled={page.saving}>
      {t('save')}
    </Button>
  );
  return (
    <PageForm
      page={page}
      title={issued === null ? t('new') : t('editTitle', { number: issued.number })}
      submit={issued === null ? t('saveAndPrint') : t('saveChange')}
      others={issued === null && saveOnly}
      meanwhile={{ table: 'coordinationForms', draft, own }}
      onSave={() => save(issued === null)}
      onCancel={() => void page.giveUp()}
    >
      {issued === null && values.sourceId === '' && (
        <ChoiceField
          label={t('field.source')}
          value={values.source}
          onChange={(source) => form.setValues({ source })}
          choices={OWN_SOURCES.map((value) => ({ value, label: t(`source.${value}`) }))}
        />
      )}
      <SimpleGrid cols={3} spacing="sm" verticalSpacing="xs">
        <ChooseDepartment
          label={t('field.department')}
          withAsterisk
          value={values.departmentId}
          // Who undertakes it does not help itself.
          onChange={(departmentId) => form.setValues({ departmentId, helpingIds: values.helpingIds.filter((id) => id !== departmentId) })}
          error={form.errors['departmentId']}
          description={issued?.state === 'received' && goesToAnother(issued, values) ? t('receivedAnew') : undefined}
          autoFocus
        />
        <ChooseDepartments
          label={t('field.helping')}
          among={({ id }) => id !== values.departmentId}
          value={values.helpingIds}
          onChange={(helpingIds) => form.setValues({ helpingIds })}
        />
        <DateField
          label={t('field.dueOn')}
          lean="future"
          description={t('dueHelp', { count: settings.rules.formWorkingDays })}
          value={values.dueOn}
          keptAs="dueOn"
          onChange={(dueOn) => form.setValues({ dueOn })}
          error={form.errors['dueOn']}
        />
        <HouseholdField
          label={t('field.unit')}
          value={values.unit}
          onChange={(unit) => form.setValues({ unit, unitId: '' })}
          onChoose={({ hit, member }) =>
            form.setValues({
              unit: hit.unit.name,
              unitId: hit.unit.id,
              ...(member === null ? {} : { customer: member.name, phone: member.phone, phoneFrom: phoneOnFile(hit.household, member) }),
            })
          }
        />
        <TextInput label={t('field.customer')} {...form.getInputProps('customer')} />
        <FormPhoneField form={form} label={t('field.phone')} />
      </SimpleGrid>
      <TextInput label={t('field.subject')} withAsterisk {...form.getInputProps('subject')} />
      <Textarea label={t('field.content')} minRows={5} maxRows={12} {...form.getInputProps('content')} />
      <TextInput label={t('field.note')} {...form.getInputProps('note')} />
      {issued !== null && <FormReasonField form={form} />}
    </PageForm>
  );
}
