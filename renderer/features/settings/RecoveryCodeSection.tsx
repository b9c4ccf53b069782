import { Alert, Button, Group, Modal, Paper, Stack, Text, Title } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../shared/contract/result.ts';
import { takeSnapshot } from '../../data/snapshot.ts';
import { failureOf } from '../../data/store-failure.ts';
import { ConfirmModal } from '../../ui/ConfirmModal.tsx';
import { FailureWords } from '../../ui/FailureWords.tsx';
import { RecoveryCodeCard } from '../../ui/RecoveryCodeCard.tsx';
import { useDesk } from '../../ui/session.tsx';

/** Whether the book has a recovery code, and a new one: the sheet may be lost, or somebody who knew the code has left. */
export function RecoveryCodeSection({ onBackup }: { onBackup: () => void }) {
  const { t } = useTranslation('settings');
  const { t: common } = useTranslation('common');
  const { session } = useDesk();
  const { host } = session;
  const [exists, setExists] = useState<boolean | null>(null);
  const [asking, setAsking] = useState(false);
  const [code, setCode] = useState('');
  const [problem, setProblem] = useState<Failure | null>(null);

  useEffect(() => {
    void host.pinState().then((answer) => answer.ok && setExists(answer.value.recoveryCodeExists));
  }, [host]);

  async function make(): Promise<void> {
    setProblem(null);
    const made = await host.makeRecoveryCode();
    if (!made.ok) return setProblem(made.error);
    setExists(true);
    setCode(made.value.code);
    // A backup answers to the code of its time: one of now, so that the newest knows the sheet that is kept.
    const { lease, description, clock } = session;
    const taken = takeSnapshot(session, { lease, reason: 'manual', takenAt: clock.now(), appVersion: description.appVersion });
    await taken.then(onBackup, async (error: unknown) => setProblem(await failureOf(host, error)));
  }

  if (exists === null) return null;
  return (
    <Paper withBorder p="md">
      <Stack gap="xs">
        <Group justify="space-between">
          <Title order={2}>{common('recoveryCode.name')}</Title>
          <Button variant="default" onClick={() => (exists ? setAsking(true) : void make())}>
            {t('recoveryCode.make')}
          </Button>
        </Group>
        <Text size="sm">{t(exists ? 'recoveryCode.there' : 'recoveryCode.none')}</Text>
        {problem !== null && (
          <Alert color="red" role="alert">
            <FailureWords failure={problem} />
          </Alert>
        )}
      </Stack>
      <ConfirmModal
        opened={asking}
        text={t('recoveryCode.ask')}
        confirm={t('recoveryCode.make')}
        refuse={common('cancel')}
        onConfirm={() => void make()}
        onClose={() => setAsking(false)}
      />
      {code !== '' && (
        // Shown once: only its own button puts it away.
        <Modal
          opened
          onClose={() => undefined}
          title={t('recoveryCode.fresh')}
          withCloseButton={false}
          closeOnEscape={false}
          closeOnClickOutside={false}
        >
          <RecoveryCodeCard code={code} onDone={() => setCode('')} />
        </Modal>
      )}
    </Paper>
  );
}
