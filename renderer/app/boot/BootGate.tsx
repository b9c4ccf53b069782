import { Alert, Button, Center, Group, Loader, Stack, Text, Title } from '@mantine/core';
import { lazy, Suspense, useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureError, type Failure } from '../../../shared/contract/result.ts';
import { useFailureText } from '../../ui/use-failure-text.ts';
import { Desk } from '../shell/Desk.tsx';
import { LanguageSwitch } from '../shell/LanguageSwitch.tsx';
import type { BootOutcome } from './open-book.ts';
import type { Passing } from './passing.ts';

// Seen once in the life of a book, or never: not loaded at every start.
const SetUpWizard = lazy(async () => ({ default: (await import('./SetUpWizard.tsx')).SetUpWizard }));
const RecoveryScreen = lazy(async () => ({ default: (await import('./RecoveryScreen.tsx')).RecoveryScreen }));

interface BootGateProps {
  passing: Passing;
}

/** Shows how the book is being opened and what came of it; no screen of the book renders before the gate has passed. */
export function BootGate({ passing }: BootGateProps) {
  const { t } = useTranslation('boot');
  const failureText = useFailureText();
  const [outcome, setOutcome] = useState<BootOutcome | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const progress = useSyncExternalStore(passing.subscribe, passing.progress);

  useEffect(() => {
    passing.outcome.then(setOutcome, (error: unknown) =>
      setFailure(error instanceof FailureError ? error.failure : { code: 'unknown', parameters: { code: String(error) } }),
    );
  }, [passing]);

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
  const waiting = <Waiting text={t(`stage.${progress.stage}`, { done: progress.done })} />;
  if (outcome === null) return waiting;
  switch (outcome.step) {
    case 'elsewhere':
      return <Message title={t('elsewhere.title')} text={t('elsewhere.text')} action={t('elsewhere.retry')} onAction={reload} />;
    case 'newer':
      return <Message title={t('newer.title')} text={t('newer.text', { found: outcome.found, supported: outcome.supported })} />;
    case 'recover':
      return (
        <Suspense fallback={waiting}>
          <RecoveryScreen outcome={outcome} />
        </Suspense>
      );
    case 'ready':
      return outcome.firstStart ? (
        <Suspense fallback={waiting}>
          <SetUpWizard book={outcome.book} onDone={enter} />
        </Suspense>
      ) : (
        <Desk book={outcome.book} />
      );
  }
}

/** Shown while the gate is being passed, with what it is doing. */
function Waiting({ text }: { text: string }) {
  const { t } = useTranslation('boot');
  return (
    <Center h="100%">
      <Stack align="center" gap="xs">
        <Loader />
        <Text>{t('starting')}</Text>
        <Text c="dimmed" size="sm" aria-live="polite">
          {text}
        </Text>
      </Stack>
    </Center>
  );
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
          <Group justify="space-between">
            {action !== undefined && <Button onClick={onAction}>{action}</Button>}
            <LanguageSwitch />
          </Group>
        </Stack>
      </Alert>
    </Center>
  );
}
