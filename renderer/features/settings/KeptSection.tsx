import { Paper, Stack, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../shared/contract/result.ts';
import { KeptDataList } from '../../ui/KeptDataList.tsx';
import { useDesk } from '../../ui/session.tsx';
import { useKeptData } from '../../ui/use-kept-data.ts';

/** What was put aside on this PC, shown where there is any; a supervisor may change places with it. */
export function KeptSection({ mayPutBack }: { mayPutBack: boolean }) {
  const { t } = useTranslation('common');
  const { session } = useDesk();
  const entries = useKeptData(session.host);
  if (entries.length === 0) return null;

  async function putBack(name: string): Promise<Failure | null> {
    const answer = await session.host.putBack({ lease: session.lease, name });
    if (!answer.ok) return answer.error;
    globalThis.location.reload();
    return null;
  }

  return (
    <Paper withBorder p="md">
      <Stack gap="xs">
        <Title order={2}>{t('kept.title')}</Title>
        <KeptDataList entries={entries} putBack={mayPutBack ? putBack : null} />
      </Stack>
    </Paper>
  );
}
