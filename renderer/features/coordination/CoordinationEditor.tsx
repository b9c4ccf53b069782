import { Alert, Button, Group, MultiSelect, Paper, SimpleGrid, Stack, Textarea, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as newId } from 'uuid';
import type { z } from 'zod';
import { coordinationInput, type CoordinationForm, type CoordinationInput } from '../../../shared/domain/coordination-form.ts';
import { knownNumber, phoneOf, phoneOnFile, type PhoneFrom } from '../../../shared/domain/known-number.ts';
import type { DraftRow } from '../../data/database.ts';
import { changeCoordinationForm } from '../../data/operations/change-coordination-form.ts';
import { issueCoordinationForm } from '../../data/operations/issue-coordination-form.ts';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { ChooseDepartment } from '../../ui/choose.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { useDraftKeeper } from '../../ui/drafts.tsx';
import { HouseholdField } from '../../ui/HouseholdField.tsx';
import { formKeys } from '../../ui/form-keys.ts';
import { SaveKey } from '../../ui/KeyHint.tsx';
import { FormPhoneField } from '../../ui/FormPhoneField.tsx';
import { ReasonField } from '../../ui/ReasonField.tsx';
import { useLeave } from '../../ui/use-leave.ts';
import { useDesk } from '../../ui/session.tsx';
import { useOperation } from '../../ui/use-operation.ts';

interface CoordinationEditorProps {
  id: string;
  draft: DraftRow;
  /** The issued form being corrected; `null` for a new one. */
  form: CoordinationForm | null;
  source: CoordinationInput & PhoneFrom;
}

const formValues = coordinationInput.extend({ phoneFrom: knownNumber.nullable() });
type FormValues = z.output<typeof formValues>;

/** Where a form may come from that has no entry or letter behind it: a patrol above all (DOMAIN §4). */
const OWN_SOURCES = ['patrol', 'call', 'visit', 'letter', 'other'] as const;

/** A kept draft on top of what the source fills in; what no longer fits is left out. */
function restoreForm(source: FormValues, kept: Record<string, unknown>): FormValues {
  const parsed = formValues.safeParse({ ...source, ...kept });
  return parsed.success ? parsed.data : source;
}

/** Issues a coordination form, or corrects one with a reason. */
export function CoordinationEditor({ id, draft, form: issued, source }: CoordinationEditorProps) {
  const { t } = useTranslation(['coordination', 'common']);
  const { departments, settings } = useDesk();
  const go = useLeave();
  const run = useOperation();
  const keeper = useDraftKeeper(draft);
  const operationId = useRef(newId());
  const element = useRef<HTMLFormElement>(null);
  const [saving, setSaving] = useState(false);
  // Stored, the form stands still until its safety copy is there: what was typed now would belong to no save.
  const [stored, setStored] = useState(false);
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState('');
  const form = useForm<FormValues>({
    initialValues: restoreForm(
      issued === null ? source : { ...coordinationInput.parse(issued), phoneFrom: phoneOf('coordinationForms', issued) },
      draft.values,
    ),
    onValuesChange: (values) => keeper.keep(values, form.getInitialValues()),
    validate: {
      departmentId: (value) => (value === '' ? t('common:required') : null),
      subject: (value) => (value.trim() === '' ? t('common:required') : null),
    },
  });
  const { values } = form;

  async function save(print: boolean): Promise<void> {
    // Not every button sends the form: a field whose text cannot be read says so itself.
    if (saving || form.validate().hasErrors || element.current?.reportValidity() === false) return;
    setSaving(true);
    setProblem('');
    const input = { ...values, id };
    const result =
      issued === null
        ? await run(issueCoordinationForm, input, { operationId: operationId.current, quiet: true })
        : await run(changeCoordinationForm, input, { reason, quiet: true });
    if (!result.ok) {
      setSaving(false);
      const field = result.error.parameters?.['field'];
      if (typeof field === 'string' && field in values) form.setFieldError(field, result.text);
      return setProblem(result.text);
    }
    setStored(true);
    await keeper.drop();
    await result.value.saved;
    go(`/coordination/${id}${print ? '?print=1' : ''}`);
  }

  return (
    <Paper
      withBorder
      p="md"
      component="form"
      inert={stored}
      ref={element}
      aria-label={t('new')}
      onSubmit={(event) => {
        event.preventDefault();
        void save(issued === null);
      }}
      onKeyDown={formKeys(() => void save(issued === null))}
    >
      <Stack gap="xs">
        <Title order={1}>{issued === null ? t('new') : t('editTitle', { number: issued.number })}</Title>
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
            onChange={(departmentId) => form.setValues({ departmentId })}
            error={form.errors['departmentId']}
            autoFocus
          />
          <MultiSelect
            label={t('field.helping')}
            searchable
            data={departments
              .filter((one) => one.active && one.id !== values.departmentId)
              .map((one) => ({ value: one.id, label: one.name }))}
            value={[...values.helpingIds]}
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
        {issued !== null && <ReasonField value={reason} onChange={setReason} />}
        {problem !== '' && (
          <Alert color="red" role="alert">
            {problem}
          </Alert>
        )}
        <Group gap="xs">
          <Button type="submit" loading={saving} rightSection={<SaveKey />}>
            {issued === null ? t('saveAndPrint') : t('saveChange')}
          </Button>
          {issued === null && (
            <Button variant="default" onClick={() => void save(false)} disabled={saving}>
              {t('save')}
            </Button>
          )}
          <Button
            variant="subtle"
            onClick={() => {
              void keeper.drop();
              globalThis.history.back();
            }}
          >
            {t('common:cancel')}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}
