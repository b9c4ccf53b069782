import { Button, Group, Text, Tooltip } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OutboxState } from '../../data/outbox.ts';
import { useDesk } from '../../ui/session.tsx';
import { useFailureText } from '../../ui/use-failure-text.ts';

/** Says whether everything is on disk twice: *saved* only when the journal has the last operation. */
export function SaveStatus({ outbox }: { outbox: OutboxState }) {
  const { t } = useTranslation('shell');
  const { session } = useDesk();
  const failureText = useFailureText();
  const pending = outbox.stored - outbox.saved;

  if (outbox.failure !== null) {
    const why = failureText(outbox.failure);
    return (
      <Group gap={4} wrap="nowrap" role="alert">
        <Tooltip label={t('notCopied', { why })} multiline maw={360}>
          <Text size="xs" c="red.8" fw={600} truncate maw={220}>
            {t('notCopied', { why })}
          </Text>
        </Tooltip>
        <Button size="compact-xs" color="red" onClick={() => session.outbox.retryNow()}>
          {t('retry')}
        </Button>
      </Group>
    );
  }
  return (
    <Text size="xs" c={pending > 0 ? 'orange.9' : 'gray.7'} role="status">
      {pending > 0 ? t('pending', { count: pending }) : t('saved')}
    </Text>
  );
}
