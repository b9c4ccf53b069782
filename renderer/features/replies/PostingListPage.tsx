import { Button, Group, Paper, Stack, Table, Text, Title } from '@mantine/core';
import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useSearchParams } from 'wouter';
import { plainYuan } from '../../../shared/domain/money.ts';
import { postingListTotals, type PostingList } from '../../../shared/domain/posting-list.ts';
import { printPostingList } from '../../print/posting-list.tsx';
import { HistoryPanel } from '../../ui/HistoryPanel.tsx';
import { LinkList } from '../../ui/LinkList.tsx';
import { PrintDialog } from '../../ui/PrintDialog.tsx';
import type { PrintRequest } from '../../ui/print-sheet.ts';
import { May } from '../../ui/may.tsx';
import { useDesk } from '../../ui/session.tsx';

/** One list of letters handed in together, to be printed in two copies. */
export function PostingListPage({ id }: { id: string }) {
  const { t } = useTranslation('replies');
  const { session } = useDesk();
  const [, go] = useLocation();
  const [search] = useSearchParams();
  const [printing, setPrinting] = useState(search.get('print') === '1');
  const list = useLiveQuery(() => session.database.postingLists.get(id), [session.database, id]);
  if (list === undefined) return null;
  const { pieces, weightGrams, totalFen } = postingListTotals(list.rows);

  function close(): void {
    setPrinting(false);
    if (search.has('print')) go(`/replies/postings/${id}`, { replace: true });
  }

  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <Title order={1}>{list.number}</Title>
        <May run="record-print">
          <Button onClick={() => setPrinting(true)}>{t('postingList.print')}</Button>
        </May>
      </Group>
      <Paper withBorder p="md">
        <Stack gap="xs">
          <Text size="sm">{[list.postedOn, list.postOffice].filter((part) => part !== '').join(' · ')}</Text>
          <Table verticalSpacing={4}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('field.number')}</Table.Th>
                <Table.Th>{t('post.postalNumber')}</Table.Th>
                <Table.Th>{t('field.postalName')}</Table.Th>
                <Table.Th>{t('field.postalAddress')}</Table.Th>
                <Table.Th>{t('post.weight')}</Table.Th>
                <Table.Th>{t('post.charges')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {list.rows.map((row) => (
                <Table.Tr key={row.replyId}>
                  <Table.Td>
                    <LinkList links={[{ table: 'replies', id: row.replyId, number: row.letterNumber }]} />
                  </Table.Td>
                  <Table.Td>{row.postalNumber}</Table.Td>
                  <Table.Td>{row.addressee}</Table.Td>
                  <Table.Td>{row.address}</Table.Td>
                  <Table.Td>{row.weightGrams}</Table.Td>
                  <Table.Td>{plainYuan(row.postageFen + row.registrationFen + row.returnReceiptFen)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
          <Text fw={600}>{t('postingList.total', { count: pieces, grams: weightGrams, sum: plainYuan(totalFen) })}</Text>
        </Stack>
      </Paper>
      <HistoryPanel table="postingLists" id={id} />
      {printing && <PostingListPrint list={list} onClose={close} />}
    </Stack>
  );
}

function PostingListPrint({ list, onClose }: { list: PostingList; onClose: () => void }) {
  const { settings } = useDesk();
  const request = useMemo<PrintRequest>(() => {
    const totals = postingListTotals(list.rows);
    return {
      // The post office reads Chinese, whatever the screen speaks.
      build: (context) =>
        printPostingList(
          {
            number: list.number,
            sender: settings.estate.developer,
            postedOn: list.postedOn,
            postOffice: list.postOffice,
            pieces: list.rows.map((row) => ({
              postalNumber: row.postalNumber,
              addressee: row.addressee,
              address: row.address,
              postcode: row.postcode,
              weight: String(row.weightGrams),
              postage: plainYuan(row.postageFen),
              registration: plainYuan(row.registrationFen),
              returnReceipt: row.returnReceiptFen === 0 ? '' : plainYuan(row.returnReceiptFen),
              letterNumber: row.letterNumber,
            })),
            totals: {
              weight: String(totals.weightGrams),
              postage: plainYuan(totals.postageFen),
              registration: plainYuan(totals.registrationFen),
              returnReceipt: plainYuan(totals.returnReceiptFen),
              sum: plainYuan(totals.totalFen),
            },
          },
          { ...context, language: 'zh' },
        ),
      log: {
        printout: 'postingList',
        table: 'postingLists',
        recordId: list.id,
        recordNumber: list.number,
        personalData: true,
        range: '',
      },
    };
  }, [list, settings]);
  return <PrintDialog request={request} onClose={onClose} />;
}
