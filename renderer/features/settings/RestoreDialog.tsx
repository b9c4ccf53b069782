import { Alert, Button, Group, Modal, PasswordInput, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SnapshotEntry } from '../../../shared/contract/host-calls.ts';
import { restoreBook } from '../../data/restore-book.ts';
import { failureOf } from '../../data/store-failure.ts';
import { formatDateTime } from '../../ui/format.ts';
import { useDesk } from '../../ui/session.tsx';
import { useFailureText } from '../../ui/use-failure-text.ts';
import { useFocusBack } from '../../ui/use-focus-back.ts';

/** Rebuilds the book from a backup and the journal; the page reloads after it. */
export function RestoreDialog({ entry, onClose }: { entry: SnapshotEntry; onClose: () => void }) {
  const { t } = useTranslation('settings');
  const { t: common } = useTranslation('common');
  const { session, settings } = useDesk();
  const failureText = useFailureText();
  const [passphrase, setPassphrase] = useState('');
  useFocusBack();
  const [done, setDone] = useState<number | null>(null);
  const [problem, setProblem] = useState('');

  async function restore(): Promise<void> {
    setProblem('');
    setDone(0);
    try {
      const { database, host, book, lease, clock, description } = session;
      await restoreBook(
        { database, host, book, lease, now: clock.now(), appVersion: description.appVersion, snapshot: entry, passphrase },
        setDone,
      );
      globalThis.location.reload();
    } catch (error) {
      setDone(null);
      setProblem(failureText(await failureOf(session.host, error)));
    }
  }

  return (
    <Modal
      opened
      // A restore cannot be called off; a second one beside it would build another database.
      onClose={done === null ? onClose : () => undefined}
      closeButtonProps={{ disabled: done !== null }}
      title={t('restoreTitle')}
      closeOnClickOutside={false}
    >
      <Stack>
        <Text size="sm">{t('restoreText', { at: formatDateTime(entry.takenAt, settings.desk.zone) })}</Text>
        {entry.sealed && (
          <PasswordInput
            label={t('passphrase')}
            value={passphrase}
            onChange={(event) => setPassphrase(event.currentTarget.value)}
            data-autofocus
          />
        )}
        {problem !== '' && (
          <Alert color="red" role="alert">
            {problem}
          </Alert>
        )}
        <Group>
          <Button variant="default" onClick={onClose} disabled={done !== null}>
            {common('cancel')}
          </Button>
          <Button color="red" onClick={() => void restore()} loading={done !== null}>
            {t('restore')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
