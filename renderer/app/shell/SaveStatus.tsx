import { Alert, Button, Group, Text } from '@mantine/core';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { isRefusedForGood } from '../../../shared/journal/refusals.ts';
import { useDesk } from '../../ui/session.tsx';
import { useFailureText } from '../../ui/use-failure-text.ts';

/**
 * Says in a word whether everything is on disk twice: *saved* only when the journal has the last operation. It listens by
 * itself: every save changes it twice, and the desk around it must not be drawn again for that.
 */
export function SaveStatus() {
  const { t } = useTranslation('shell');
  const { outbox } = useDesk().session;
  const pending = useSyncExternalStore(outbox.subscribe, () => outbox.state().stored - outbox.state().saved);
  const failed = useSyncExternalStore(outbox.subscribe, () => outbox.state().failure !== null);
  const color = failed ? 'red.8' : pending > 0 ? 'orange.9' : 'gray.7';
  return (
    <Text size="xs" c={color} fw={failed ? 600 : undefined} role="status" style={{ whiteSpace: 'nowrap' }}>
      {failed ? t('notCopiedShort') : pending > 0 ? t('pending', { count: pending }) : t('saved')}
    </Text>
  );
}

/** Why the safety copy is missing, and the button to try again: too long a text for the frame's top. */
export function SafetyCopyMissing() {
  const { t } = useTranslation('shell');
  const { outbox } = useDesk().session;
  const failure = useSyncExternalStore(outbox.subscribe, () => outbox.state().failure);
  const failureText = useFailureText();
  if (failure === null) return null;
  // No further try mends it: the boot gate says what can be done.
  const forGood = isRefusedForGood(failure);
  return (
    <Alert color="red" role="alert" py="xs">
      <Group justify="space-between" wrap="nowrap">
        {t('notCopied', { why: failureText(failure) })} {forGood && t('notCopiedForGood')}
        <Button
          size="compact-sm"
          color="red.9"
          onClick={() => (forGood ? globalThis.location.reload() : outbox.retryNow())}
          style={{ flexShrink: 0 }}
        >
          {t(forGood ? 'reload' : 'retry')}
        </Button>
      </Group>
    </Alert>
  );
}
