import { Badge, Button, Group, Stack, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { RECEPTION_CATEGORIES, type Reception } from '../../../shared/domain/reception.ts';
import { formatDateTime } from '../../ui/format.ts';
import { RegisterFilterBar, INITIAL_LIST, listState, useRegisterFilter } from '../../ui/RegisterFilterBar.tsx';
import { RegisterGrid, type GridColumn } from '../../ui/RegisterGrid.tsx';
import { May } from '../../ui/may.tsx';
import { useScreenState } from '../../ui/screen-state.ts';
import { useDesk } from '../../ui/session.tsx';
import { useCallerName } from '../../ui/use-caller-name.ts';
import { useRegister } from '../../ui/use-register.ts';
import { ReceptionRegisterPrint } from './ReceptionRegisterPrint.tsx';

/** The reception log as a list. */
export function ReceptionList() {
  const { t } = useTranslation(['reception', 'common']);
  const { settings, people } = useDesk();
  const callerName = useCallerName();
  const [, go] = useLocation();
  const [list, setList] = useScreenState('reception-list', listState, INITIAL_LIST);
  const filter = useRegisterFilter(list);
  const { rows, more } = useRegister('receptions', filter);
  const [printing, setPrinting] = useState(false);
  if (list === null) return null;

  const columns: GridColumn<Reception>[] = [
    { key: 'number', header: t('list.number'), width: '148px', cell: (row) => row.number },
    { key: 'when', header: t('list.when'), width: '140px', cell: (row) => formatDateTime(row.occurredAt, settings.desk.zone) },
    { key: 'channel', header: t('list.channel'), width: '104px', cell: (row) => t(`channel.${row.channel}`) },
    { key: 'unit', header: t('list.unit'), width: '110px', cell: (row) => row.unit },
    { key: 'customer', header: t('list.customer'), width: '120px', cell: callerName },
    {
      key: 'category',
      header: t('list.category'),
      width: '116px',
      cell: (row) => (row.category === '' ? '' : t(`category.${row.category}`)),
    },
    { key: 'content', header: t('list.content'), width: 'minmax(160px, 1fr)', cell: (row) => row.content },
    { key: 'takenBy', header: t('list.takenBy'), width: '90px', cell: (row) => people.find((one) => one.id === row.takenBy)?.name ?? '' },
    {
      key: 'state',
      header: t('list.state'),
      width: '90px',
      cell: (row) => (
        <Badge size="sm" variant="light" color={row.state === 'open' ? 'orange' : 'gray'} c={row.state === 'open' ? 'orange.9' : 'gray.8'}>
          {t(`stateName.${row.state}`)}
        </Badge>
      ),
    },
  ];
  const choices = {
    states: (['open', 'closed'] as const).map((value) => ({ value, label: t(`stateName.${value}`) })),
    categories: RECEPTION_CATEGORIES.map((value) => ({ value, label: t(`category.${value}`) })),
  };
  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <Title order={1}>{t('title')}</Title>
        <May run="record-print">
          <Button variant="default" onClick={() => setPrinting(true)}>
            {t('printRegister')}
          </Button>
        </May>
      </Group>
      <RegisterFilterBar list={list} onChange={setList} {...choices} />
      <RegisterGrid
        label={t('title')}
        columns={columns}
        rows={rows}
        onOpen={(row) => go(`/reception/${row.id}`)}
        onEnd={more}
        empty={t(list.range === 'all' && list.state === '' && list.category === '' ? 'list.empty' : 'list.emptyFilter')}
      />
      {printing && filter !== null && (
        <ReceptionRegisterPrint list={list} filter={filter} choices={choices} onClose={() => setPrinting(false)} />
      )}
    </Stack>
  );
}
