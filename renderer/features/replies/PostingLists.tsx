import { Button, Group, Stack, Title } from '@mantine/core';
import { useLiveQuery } from 'dexie-react-hooks';
import { useTranslation } from 'react-i18next';
import { v7 as newId } from 'uuid';
import { useLocation } from 'wouter';
import { plainYuan } from '../../../shared/domain/money.ts';
import { postingListTotals, type PostingList } from '../../../shared/domain/posting-list.ts';
import { RegisterGrid, type GridColumn } from '../../ui/RegisterGrid.tsx';
import { May } from '../../ui/may.tsx';
import { useDesk } from '../../ui/session.tsx';

/** Lists shown at once: two years of one a day. */
const LIMIT = 500;

/** Lists of letters that were handed to the post office together, the newest first. */
export function PostingLists() {
  const { t } = useTranslation('replies');
  const { session, nameOf } = useDesk();
  const [, go] = useLocation();
  const lists = useLiveQuery(() => session.database.postingLists.orderBy('postedOn').reverse().limit(LIMIT).toArray(), [session.database]);
  const columns: GridColumn<PostingList>[] = [
    { key: 'number', header: t('postingList.number'), width: '140px', cell: (row) => row.number },
    { key: 'on', header: t('post.postedOn'), width: '120px', cell: (row) => row.postedOn },
    { key: 'office', header: t('post.postOffice'), width: 'minmax(140px, 1fr)', cell: (row) => row.postOffice },
    {
      key: 'by',
      header: t('postingList.by'),
      width: '110px',
      cell: (row) => nameOf(row.handedInBy),
    },
    {
      key: 'total',
      header: t('postingList.contents'),
      width: '280px',
      cell: (row) => {
        const { pieces, weightGrams, totalFen } = postingListTotals(row.rows);
        return t('postingList.total', { count: pieces, grams: weightGrams, sum: plainYuan(totalFen) });
      },
    },
  ];
  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <Title order={1}>{t('postingList.title')}</Title>
        <May run="make-posting-list">
          <Button onClick={() => go(`/replies/postings/new/${newId()}`)}>{t('postingList.new')}</Button>
        </May>
      </Group>
      <RegisterGrid
        label={t('postingList.title')}
        columns={columns}
        rows={lists ?? []}
        onOpen={(row) => go(`/replies/postings/${row.id}`)}
        onEnd={() => undefined}
        empty={t('postingList.empty')}
        taken={224}
      />
    </Stack>
  );
}
