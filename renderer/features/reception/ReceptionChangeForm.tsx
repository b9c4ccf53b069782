import { Badge, Button, Flex, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changeNeedsReason, type Reception } from '../../../shared/domain/reception.ts';
import type { DraftRow } from '../../data/database.ts';
import { changeReception } from '../../data/operations/change-reception.ts';
import { useDraftKeeper } from '../../ui/drafts.tsx';
import { PageForm } from '../../ui/PageForm.tsx';
import { FormReasonField } from '../../ui/FormReasonField.tsx';
import { useOperation } from '../../ui/use-operation.ts';
import { usePageForm } from '../../ui/use-page-form.ts';
import { CallerFields } from './CallerFields.tsx';
import { ContentFields } from './ContentFields.tsx';
import { EarlierContacts } from './EarlierContacts.tsx';
import { changeStart, ownValues, type ReceptionValues } from './reception-values.ts';

interface ReceptionChangeFormProps {
  draft: DraftRow;
  entry: Reception;
}

/** Beside the fields, and below them on a screen that is too narrow for both. */
const CONTACTS_WIDTH = { base: '100%', lg: 300 };

/** Completes an open entry, or corrects a closed or checked one with a reason (DOMAIN §15). */
export function ReceptionChangeForm({ draft, entry }: ReceptionChangeFormProps) {
  const { t } = useTranslation(['reception', 'common']);
  const run = useOperation();
  const keeper = useDraftKeeper(draft);
  const needsReason = changeNeedsReason(entry);
  const [own] = useState(() => ownValues(entry));
  const form = useForm<ReceptionValues>({
    initialValues: changeStart(entry, draft),
    onValuesChange: (values) => keeper.keep(values, form.getInitialValues(), own),
    validate: { reason: (value) => (needsReason && value.trim() === '' ? t('common:required') : null) },
  });
  const { values } = form;
  const page = usePageForm(keeper, form);

  function save(): void {
    void page.save(
      () => run(changeReception, { ...values, id: entry.id }, { reason: values.reason, quiet: true }),
      `/reception/${entry.id}`,
    );
  }

  const follows = values.followsId !== '' && (
    <>
      <Badge variant="light">{t('followed', { number: values.followsNumber })}</Badge>
      <Button size="compact-xs" variant="subtle" onClick={() => form.setValues({ followsId: '', followsNumber: '' })}>
        {t('unfollow')}
      </Button>
    </>
  );
  return (
    <PageForm
      page={page}
      title={t(needsReason ? 'editTitle' : 'editOpen', { number: entry.number })}
      beside={follows}
      submit={t('saveChange')}
      meanwhile={{ table: 'receptions', draft, own }}
      onSave={save}
      onCancel={() => void page.giveUp(`/reception/${entry.id}`)}
    >
      <Flex direction={{ base: 'column', lg: 'row' }} align={{ base: 'stretch', lg: 'flex-start' }} gap="md">
        <Stack gap="xs" flex={1} miw={0}>
          <CallerFields form={form} beside={false} />
          <ContentFields form={form} owes={null} />
          {needsReason && <FormReasonField form={form} />}
        </Stack>
        <EarlierContacts form={form} entryId={entry.id} width={CONTACTS_WIDTH} />
      </Flex>
    </PageForm>
  );
}
