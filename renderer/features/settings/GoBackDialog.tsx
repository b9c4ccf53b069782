import { Text, TextInput } from '@mantine/core';
import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { SnapshotEntry } from '../../../shared/contract/host-calls.ts';
import { localDateOf } from '../../../shared/domain/due-time.ts';
import { lastOperation } from '../../data/database.ts';
import { goBack } from '../../data/go-back.ts';
import { failureOf } from '../../data/store-failure.ts';
import { FormModal } from '../../ui/FormModal.tsx';
import { formatDateTime } from '../../ui/format.ts';
import { KeptStep } from '../../ui/KeptDialog.tsx';
import { PasswordField } from '../../ui/PasswordField.tsx';
import { useDesk } from '../../ui/session.tsx';
import { useFailureText } from '../../ui/use-failure-text.ts';
import { useKeptFields } from '../../ui/use-kept-fields.ts';
import { useSayLacks } from '../../ui/use-say-lacks.ts';

/** Where the backups are listed. */
export const BACKUP_PAGE = '/settings/backup';
/** The dialog's name in the address, and among the drafts. */
export const GO_BACK = 'goBack';

const keptFields = z.object({ reason: z.string() });

interface GoBackDialogProps {
  /** The backup's place and name. */
  to: string;
  /** Itself; `undefined` where there is no good one of that name any more. */
  found: SnapshotEntry | undefined;
  onClose: () => void;
}

/**
 * Going back to an earlier snapshot. The reason is kept while it is typed, as in the dialogs of the records: where the backup is
 * gone by the time somebody goes on, it is read there and given up.
 */
export function GoBackDialog({ to, found, onClose }: GoBackDialogProps) {
  // As it was opened: the list is read anew while the dialog stands.
  const [entry] = useState(found);
  return (
    <KeptStep
      path={`${BACKUP_PAGE}?dialog=${GO_BACK}&of=${encodeURIComponent(to)}`}
      form={GO_BACK}
      name="unfinished.goBack"
      table="settings"
      possible={entry !== undefined}
      onClose={onClose}
    >
      {entry !== undefined && <GoBackForm entry={entry} onClose={onClose} />}
    </KeptStep>
  );
}

/** What it undoes is said in numbers, and the date is typed by whoever goes back: it is not kept, no more than a passphrase is. */
function GoBackForm({ entry, onClose }: { entry: SnapshotEntry; onClose: () => void }) {
  const say = useSayLacks();
  const { t } = useTranslation('settings');
  const { session, settings } = useDesk();
  const failureText = useFailureText();
  const [typed, setTyped] = useState('');
  const { values, set, operationId, drop, modal } = useKeptFields(keptFields, { reason: '' }, onClose);
  const { reason } = values;
  const [passphrase, setPassphrase] = useState('');
  const last = useLiveQuery(() => lastOperation(session.database), [session.database]);
  const { zone } = settings.desk;
  const date = localDateOf(entry.takenAt, zone);

  async function submit(): Promise<string> {
    const { lease, description } = session;
    try {
      const result = await goBack(session, {
        snapshot: entry,
        passphrase,
        reason,
        operationId,
        lease,
        appVersion: description.appVersion,
      });
      if (!result.ok) return failureText(result.error);
      await result.value.saved;
      await drop();
      // Forms and lists may still hold what is no longer there.
      globalThis.location.reload();
      return '';
    } catch (error) {
      return failureText(await failureOf(session.host, error));
    }
  }

  return (
    <FormModal
      {...modal}
      title={t('goBackTitle')}
      submit={t('goBack')}
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
        onChange={(event) => set({ reason: event.currentTarget.value })}
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
