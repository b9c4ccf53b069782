import { Button, Stack, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { KeptEntry } from '../../../shared/contract/host-calls.ts';
import type { Failure } from '../../../shared/contract/result.ts';
import { failureOf } from '../../data/store-failure.ts';
import { KeptDataList } from '../../ui/KeptDataList.tsx';
import type { OpenBook } from './open-book.ts';
import { putBackBook } from './recover-book.ts';

interface PutBackDataProps {
  book: OpenBook;
  entries: readonly KeptEntry[];
  onBack: () => void;
}

/** At the first start after a book was put aside, say for a backup that then could not be opened: the way back to it. */
export function PutBackData({ book, entries, onBack }: PutBackDataProps) {
  const { t } = useTranslation('common');

  async function putBack(name: string): Promise<Failure | null> {
    try {
      await putBackBook(book, name);
      globalThis.location.reload();
      return null;
    } catch (error) {
      return failureOf(book.host, error);
    }
  }

  return (
    <Stack>
      <Title order={1}>{t('kept.title')}</Title>
      <KeptDataList entries={entries} putBack={putBack} />
      <Button variant="default" w="fit-content" onClick={onBack}>
        {t('back')}
      </Button>
    </Stack>
  );
}
