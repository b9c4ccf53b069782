import { Alert, Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OutboxState } from '../../data/outbox.ts';
import { useDesk } from '../../ui/session.tsx';
import { useFailureText } from '../../ui/use-failure-text.ts';

/** Says in a word whether everything is on disk twice: *saved* only when the journal has the last operation. */
export function SaveStatus({ outbox }: { outbox: OutboxState }) {
  const { t } = useTranslation('shell');
  const pending = outbox.stored - outbox.saved;
  const failed = outbox.failure !== null;
  const color = failed ? 'red.8' : pending > 0 ? 'orange.9' : 'gray.7';
  return (
    <Text size="xs" c={color} fw={failed ? 600 : undefined} role="status" style={{ whiteSpace: 'nowrap' }}>
      {failed ? t('notCopiedShort') : pending > 0 ? t('pending', { count: pending }) : t('saved')}
    </Text>
  );
}

/** Why the safety copy is missing, and the button to try again: too long a text for the frame's top. */
export function SafetyCopyMissing({ outbox }: { outbox: OutboxState }) {
  const { t } = useTranslation('shell');
  const { session } = useDesk();
  const failureText = useFailureText();
  if (outbox.failure === null) return null;
  return (
    <Alert color="red" role="alert" py="xs">
      <Group justify="space-between" wrap="nowrap">
        {t('notCopied', { why: failureText(outbox.failure) })}
        <Button size="compact-sm" color="red.9" onClick={() => session.outbox.retryNow()} style={{ flexShrink: 0 }}>
          {t('retry')}
        </Button>
      </Group>
    </Alert>
  );
}
