import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { KeptEntry } from '../../shared/contract/host-calls.ts';
import type { Failure } from '../../shared/contract/result.ts';
import { ConfirmModal } from './ConfirmModal.tsx';
import { FailureWords } from './FailureWords.tsx';
import { useKeptWords } from './use-kept-data.ts';

interface KeptDataListProps {
  entries: readonly KeptEntry[];
  /** Puts one back and reloads; returns what went wrong. Not there for somebody who may only look. */
  putBack: ((name: string) => Promise<Failure | null>) | null;
}

/** Data that were put aside, each with the way back. */
export function KeptDataList({ entries, putBack }: KeptDataListProps) {
  const { t } = useTranslation('common');
  const words = useKeptWords();
  const [asked, setAsked] = useState<KeptEntry | null>(null);
  const [working, setWorking] = useState(false);
  const [problem, setProblem] = useState<Failure | null>(null);

  async function run(name: string): Promise<void> {
    if (putBack === null) return;
    setProblem(null);
    setWorking(true);
    setProblem(await putBack(name));
    setWorking(false);
  }

  return (
    <Stack gap="xs">
      <Text size="sm">{t('kept.intro')}</Text>
      {entries.map((entry) => {
        const { label, details } = words(entry);
        return (
          <Group key={entry.name} justify="space-between" wrap="nowrap">
            <div>
              <Text size="sm">{label}</Text>
              <Text size="xs" c="gray.7">
                {details}
              </Text>
            </div>
            {putBack !== null && entry.withPins && (
              <Button
                size="compact-sm"
                variant="default"
                style={{ flex: 'none' }}
                aria-label={t('kept.putBackThis', { entry: label })}
                disabled={working}
                onClick={() => setAsked(entry)}
              >
                {t('kept.putBack')}
              </Button>
            )}
          </Group>
        );
      })}
      {problem !== null && (
        <Alert color="red" role="alert">
          <FailureWords failure={problem} />
        </Alert>
      )}
      <ConfirmModal
        opened={asked !== null}
        text={asked === null ? '' : t('kept.ask', { entry: words(asked).label })}
        confirm={t('kept.putBack')}
        refuse={t('cancel')}
        onConfirm={() => asked !== null && void run(asked.name)}
        onClose={() => setAsked(null)}
      />
    </Stack>
  );
}
