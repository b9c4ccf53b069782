import { Alert, Button, Center, Loader, Stack, Text, Title } from '@mantine/core';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HostApi } from '../../../shared/contract/host-calls.ts';
import { FailureError, type Failure } from '../../../shared/contract/result.ts';
import { useFailureText } from '../../ui/use-failure-text.ts';
import { Desk } from '../shell/Desk.tsx';
import { openBook, type BootOutcome, type BootStage } from './open-book.ts';
import { RecoveryScreen } from './RecoveryScreen.tsx';
import { SetUpWizard } from './SetUpWizard.tsx';

interface BootGateProps {
  host: HostApi;
}

interface Progress {
  stage: BootStage;
  done: number;
}

/** Opens the book and shows what came of it; no screen of the book renders before the gate has passed. */
export function BootGate({ host }: BootGateProps) {
  const { t } = useTranslation('boot');
  const failureText = useFailureText();
  const [outcome, setOutcome] = useState<BootOutcome | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [progress, setProgress] = useState<Progress>({ stage: 'lease', done: 0 });
  const started = useRef(false);

  useEffect(() => {
    // Strict mode runs effects twice; the write lease must be taken once.
    if (started.current) return;
    started.current = true;
    openBook(host, (stage, done = 0) => setProgress({ stage, done })).then(setOutcome, (error: unknown) =>
      setFailure(error instanceof FailureError ? error.failure : { code: 'unknown', parameters: { code: String(error) } }),
    );
  }, [host]);

  const reload = useCallback(() => globalThis.location.reload(), []);
  const enter = useCallback(() => setOutcome((known) => (known?.step === 'ready' ? { ...known, firstStart: false } : known)), []);

  if (failure !== null) {
    return (
      <Message
        title={t('failed.title')}
        text={t('failed.text', { why: failureText(failure) })}
        action={t('failed.retry')}
        onAction={reload}
      />
    );
  }
  if (outcome === null) {
    return (
      <Center h="100%">
        <Stack align="center" gap="xs">
          <Loader />
          <Text>{t('starting')}</Text>
          <Text c="dimmed" size="sm" aria-live="polite">
            {t(`stage.${progress.stage}`, { done: progress.done })}
          </Text>
        </Stack>
      </Center>
    );
  }
  switch (outcome.step) {
    case 'elsewhere':
      return <Message title={t('elsewhere.title')} text={t('elsewhere.text')} action={t('elsewhere.retry')} onAction={reload} />;
    case 'newer':
      return <Message title={t('newer.title')} text={t('newer.text', { found: outcome.found, supported: outcome.supported })} />;
    case 'recover':
      return <RecoveryScreen outcome={outcome} />;
    case 'ready':
      return outcome.firstStart ? <SetUpWizard book={outcome.book} onDone={enter} /> : <Desk book={outcome.book} />;
  }
}

interface MessageProps {
  title: string;
  text: string;
  action?: string;
  onAction?: () => void;
}

function Message({ title, text, action, onAction }: MessageProps) {
  return (
    <Center h="100%" p="md">
      <Alert color="orange" maw={560} p="lg" role="alert">
        <Stack>
          <Title order={1}>{title}</Title>
          <Text>{text}</Text>
          {action !== undefined && (
            <Button onClick={onAction} w="fit-content">
              {action}
            </Button>
          )}
        </Stack>
      </Alert>
    </Center>
  );
}
