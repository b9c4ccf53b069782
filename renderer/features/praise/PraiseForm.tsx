import { Group, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as newId } from 'uuid';
import { phoneOf, phoneOnFile, type PhoneFrom } from '../../../shared/domain/known-number.ts';
import { PRAISE_FORMS, praiseInput, somethingHangs, type Praise, type PraiseInput } from '../../../shared/domain/praise-posting.ts';
import type { DraftRow } from '../../data/database.ts';
import { changePraisePosting } from '../../data/operations/change-praise-posting.ts';
import { openPraisePosting } from '../../data/operations/open-praise-posting.ts';
import { ChooseDepartments } from '../../ui/choose.tsx';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { useDraftKeeper } from '../../ui/drafts.tsx';
import { HouseholdField } from '../../ui/HouseholdField.tsx';
import { FormPhoneField } from '../../ui/FormPhoneField.tsx';
import { PageForm } from '../../ui/PageForm.tsx';
import { FormReasonField } from '../../ui/FormReasonField.tsx';
import { ScanField } from '../../ui/ScanField.tsx';
import { useOperation } from '../../ui/use-operation.ts';
import { usePageForm } from '../../ui/use-page-form.ts';
import { PraisedFields } from './PraisedFields.tsx';
import { restorePraise, type PraiseValues } from './praise-values.ts';

interface PraiseFormProps {
  id: string;
  draft: DraftRow;
  /** The posting being changed; `null` for a new one. */
  praise: Praise | null;
  source: PraiseInput & PhoneFrom;
}

/** Opens a praise posting, or changes one; with a reason once something hangs. */
export function PraiseForm({ id, draft, praise, source }: PraiseFormProps) {
  const { t } = useTranslation(['praise', 'common']);
  const run = useOperation();
  const keeper = useDraftKeeper(draft);
  const operationId = useRef(newId());
  const [own] = useState(() => (praise === null ? null : praiseInput.parse(praise)));
  const correcting = praise !== null && somethingHangs(praise);
  const form = useForm<PraiseValues>({
    initialValues: restorePraise(praise === null ? source : { ...praiseInput.parse(praise), phoneFrom: phoneOf('praises', praise) }, draft),
    onValuesChange: (values) => keeper.keep(values, form.getInitialValues(), own),
    validate: {
      whatFor: (value) => (value.trim() === '' ? t('common:required') : null),
      reason: (value) => (correcting && value.trim() === '' ? t('common:required') : null),
    },
  });
  const { values } = form;
  const title = praise === null ? t('new') : t(correcting ? 'editTitle' : 'editOpen', { number: praise.number });

  const page = usePageForm(keeper, form);

  function save(): void {
    const input = { ...values, id };
    void page.save(
      () =>
        praise === null
          ? run(openPraisePosting, input, { operationId: operationId.current, quiet: true })
          : run(changePraisePosting, input, { reason: values.reason, quiet: true }),
      `/praise/${id}`,
    );
  }

  return (
    <PageForm
      page={page}
      title={title}
      submit={t(praise === null ? 'save' : 'saveChange')}
      meanwhile={{ table: 'praises', draft, own, merged: ['photos'] }}
      onSave={save}
      onCancel={() => void page.giveUp()}
    >
      <Group gap="xl" align="flex-start">
        <ChoiceField
          label={t('field.form')}
          value={values.form}
          onChange={(next) => form.setValues({ form: next })}
          choices={PRAISE_FORMS.map((value) => ({ value, label: t(`form.${value}`) }))}
        />
        {values.letterNumber !== '' && <TextInput label={t('field.letterNumber')} value={values.letterNumber} readOnly w={140} />}
        <DateField
          label={t('field.receivedOn')}
          w={140}
          value={values.receivedOn}
          keptAs="receivedOn"
          onChange={(next) => form.setValues({ receivedOn: next })}
        />
      </Group>
      <SimpleGrid cols={3} spacing="sm" verticalSpacing="xs">
        <HouseholdField
          label={t('field.praisedBy')}
          value={values.praisedBy}
          autoFocus
          onChange={(praisedBy) => form.setValues({ praisedBy })}
          onChoose={({ hit, member }) =>
            form.setValues({
              unit: hit.unit.name,
              unitId: hit.unit.id,
              ...(member === null
                ? {}
                : {
                    praisedBy: member.name,
                    praisedByReading: member.reading,
                    phone: member.phone,
                    phoneFrom: phoneOnFile(hit.household, member),
                  }),
            })
          }
        />
        <TextInput
          label={t('field.unit')}
          value={values.unit}
          onChange={(event) => form.setValues({ unit: event.currentTarget.value, unitId: '' })}
        />
        <FormPhoneField form={form} label={t('field.phone')} />
      </SimpleGrid>
      <Textarea label={t('field.whatFor')} withAsterisk minRows={3} maxRows={8} {...form.getInputProps('whatFor')} />
      <PraisedFields employees={values.employees} onChange={(employees) => form.setValues({ employees })} />
      <SimpleGrid cols={2} spacing="sm" verticalSpacing="xs">
        <ChooseDepartments
          label={t('field.departmentIds')}
          value={values.departmentIds}
          onChange={(departmentIds) => form.setValues({ departmentIds })}
        />
        <TextInput label={t('field.note')} {...form.getInputProps('note')} />
      </SimpleGrid>
      <ScanField
        label={t('field.photos')}
        scans={values.photos}
        onChange={(change) => form.setValues(({ photos = [] }) => ({ photos: change(photos) }))}
      />
      {correcting && <FormReasonField form={form} />}
    </PageForm>
  );
}
