import { Badge, Button, Group } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { knownNumberOf } from '../../../shared/domain/known-number.ts';
import type { Reception } from '../../../shared/domain/reception.ts';
import { changeReception } from '../../data/operations/change-reception.ts';
import { FormModal } from '../../ui/FormModal.tsx';
import { ReasonField } from '../../ui/ReasonField.tsx';
import { useOperation } from '../../ui/use-operation.ts';
import { CallerFields } from './CallerFields.tsx';
import { ContentFields } from './ContentFields.tsx';
import { EarlierContacts } from './EarlierContacts.tsx';
import { restoreValues, type ReceptionValues } from './reception-values.ts';

/** Completes an open entry, or corrects a closed or checked one with a reason (DOMAIN §15). */
export function ChangeReception({ entry, onClose }: { entry: Reception; onClose: () => void }) {
  const { t } = useTranslation(['reception', 'common']);
  const run = useOperation();
  const [reason, setReason] = useState('');
  const needsReason = entry.state === 'closed' || entry.checkedAt !== '';
  const form = useForm<ReceptionValues>({
    initialValues: restoreValues({
      ...entry,
      callingNumberFrom: knownNumberOf('receptions', entry, 'callingNumber', entry.callingNumber),
      numberLeftFrom: knownNumberOf('receptions', entry, 'numberLeft', entry.numberLeft),
    }),
  });

  async function save(): Promise<string> {
    const result = await run(changeReception, { ...form.values, id: entry.id }, { reason, quiet: true });
    return result.ok ? '' : result.text;
  }

  return (
    <FormModal
      title={`${t(needsReason ? 'correct' : 'change')} ${entry.number}`}
      submit={t('common:save')}
      onClose={onClose}
      onSubmit={save}
      size="xl"
    >
      <CallerFields form={form} beside />
      <ContentFields form={form} owes={null} />
      {form.values.followsId !== '' && (
        <Group gap="xs">
          <Badge variant="light">{t('followed', { number: form.values.followsNumber })}</Badge>
          <Button size="compact-xs" variant="subtle" onClick={() => form.setValues({ followsId: '', followsNumber: '' })}>
            {t('unfollow')}
          </Button>
        </Group>
      )}
      <EarlierContacts form={form} entryId={entry.id} width="100%" opens={false} />
      {needsReason && <ReasonField value={reason} onChange={setReason} />}
    </FormModal>
  );
}
