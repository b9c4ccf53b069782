import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { SnapshotEntry } from '../../../shared/contract/host-calls.ts';
import type { Failure } from '../../../shared/contract/result.ts';
import { restoreBook } from '../../data/restore-book.ts';
import { failureOf } from '../../data/store-failure.ts';
import { goToWrongField } from '../../ui/go-to-wrong-field.ts';
import { FailureWords } from '../../ui/FailureWords.tsx';
import { formatDateTime } from '../../ui/format.ts';
import { PasswordField } from '../../ui/PasswordField.tsx';
import { useDesk } from '../../ui/session.tsx';
import { useFocusBack } from '../../ui/use-focus-back.ts';
import { useSayLacks } from '../../ui/use-say-lacks.ts';

/** Rebuilds the book from a backup and the journal; the page reloads after it. */
export function RestoreDialog({ entry, onClose }: { entry: SnapshotEntry; onClose: () => void }) {
  const { t } = useTranslation('settings');
  const { t: common } = useTranslation('common');
  const { session, settings } = useDesk();
  const say = useSayLacks();
  const [passphrase, setPassphrase] = useState('');
  useFocusBack();
  const [done, setDone] = useState<number | null>(null);
  const [problem, setProblem] = useState<Failure | null>(null);

  async function restore(): Promise<void> {
    setProblem(null);
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
      setProblem(await failureOf(session.host, error));
    }
  }

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    if (done !== null) return;
    const lacksPassphrase = entry.sealed && passphrase === '';
    // Drawn at once, for the cursor to go there.
    flushSync(() => say.ask(lacksPassphrase));
    if (lacksPassphrase) goToWrongField(event.currentTarget);
    else void restore();
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
      <form noValidate onSubmit={submit}>
        <Stack>
          <Text size="sm">{t('restoreText', { at: formatDateTime(entry.takenAt, settings.desk.zone) })}</Text>
          {entry.sealed && (
            <PasswordField
              label={t('passphrase')}
              value={passphrase}
              error={say.missing(passphrase)}
              onChange={(event) => setPassphrase(event.currentTarget.value)}
              data-autofocus
            />
          )}
          {problem !== null && (
            <Alert color="red" role="alert">
              <FailureWords failure={problem} />
            </Alert>
          )}
          <Group>
            <Button variant="default" onClick={onClose} disabled={done !== null}>
              {common('cancel')}
            </Button>
            <Button color="red" type="submit" loading={done !== null}>
              {t('restore')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
