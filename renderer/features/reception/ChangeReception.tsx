import { Alert, Badge, Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { receptionInput, type Reception } from '../../../shared/domain/reception.ts';
import { changeReception } from '../../data/operations/change-reception.ts';
import { useGuardedClose } from '../../ui/use-guarded-close.tsx';
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
  const [problem, setProblem] = useState('');
  const { close, onInput, warning } = useGuardedClose(onClose);
  const needsReason = entry.state === 'closed' || entry.checkedAt !== '';
  const form = useForm<ReceptionValues>({ initialValues: restoreValues({ ...entry }) });

  async function save(): Promise<void> {
    const values = receptionInput.parse(form.values);
    const result = await run(changeReception, { ...values, takenBy: form.values.takenBy, id: entry.id }, { reason, quiet: true });
    if (result.ok) onClose();
    else setProblem(result.text);
  }

  return (
    <Modal opened onClose={close} title={`${t(needsReason ? 'correct' : 'change')} ${entry.number}`} size="xl">
      <form
        onInput={onInput}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Stack gap="xs">
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
          {needsReason && (
            <TextInput
              label={t('common:reason')}
              description={t('common:reasonHelp')}
              withAsterisk
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
          )}
          {warning}
          {problem !== '' && (
            <Alert color="red" role="alert">
              {problem}
            </Alert>
          )}
          <Button type="submit" w="fit-content">
            {t('common:save')}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
