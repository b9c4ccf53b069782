import { Text, TextInput } from '@mantine/core';
import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SnapshotEntry } from '../../../shared/contract/host-calls.ts';
import { localDateOf } from '../../../shared/domain/due-time.ts';
import { lastOperation } from '../../data/database.ts';
import { goBack } from '../../data/go-back.ts';
import { failureOf } from '../../data/store-failure.ts';
import { FormModal } from '../../ui/FormModal.tsx';
import { formatDateTime } from '../../ui/format.ts';
import { PasswordField } from '../../ui/PasswordField.tsx';
import { useDesk } from '../../ui/session.tsx';
import { useFailureText } from '../../ui/use-failure-text.ts';
import { useSayLacks } from '../../ui/use-say-lacks.ts';

/** Going back to an earlier snapshot: what it undoes is said in numbers, the date is typed, the reason is kept. */
export function GoBackDialog({ entry, onClose }: { entry: SnapshotEntry; onClose: () => void }) {
  const say = useSayLacks();
  const { t } = useTranslation('settings');
  const { session, settings } = useDesk();
  const failureText = useFailureText();
  const [typed, setTyped] = useState('');
  const [reason, setReason] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const last = useLiveQuery(() => lastOperation(session.database), [session.database]);
  const { zone } = settings.desk;
  const date = localDateOf(entry.takenAt, zone);

  async function submit(): Promise<string> {
    const { lease, description } = session;
    try {
      const result = await goBack(session, { snapshot: entry, passphrase, reason, lease, appVersion: description.appVersion });
      if (!result.ok) return failureText(result.error);
      await result.value.saved;
      // Forms and lists may still hold what is no longer there.
      globalThis.location.reload();
      return '';
    } catch (error) {
      return failureText(await failureOf(session.host, error));
    }
  }

  return (
    <FormModal
      title={t('goBackTitle')}
      submit={t('goBack')}
      onClose={onClose}
      say={say}
      incomplete={typed.trim() !== date || reason.trim() === '' || (entry.sealed && passphrase === '')}
      onSubmit={submit}
    >
      <Text size="sm">{t('goBackText', { at: formatDateTime(entry.takenAt, zone), count: (last?.sequence ?? 0) - entry.sequence })}</Text>
      <TextInput
        label={t('goBackReason')}
        withAsterisk
        value={reason}
        error={say.missing(reason)}
        onChange={(event) => setReason(event.currentTarget.value)}
        data-autofocus
      />
      {entry.sealed && (
        <PasswordField
          label={t('passphrase')}
          withAsterisk
          value={passphrase}
          error={say.missing(passphrase)}
          onChange={(event) => setPassphrase(event.currentTarget.value)}
        />
      )}
      <TextInput
        label={t('goBackWord', { date })}
        withAsterisk
        autoComplete="off"
        value={typed}
        error={say.missing(typed) ?? say.wrong(typed.trim() !== date, t('goBackOtherDate', { date }))}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
    </FormModal>
  );
}
