import { Button, Group, SegmentedControl, Stack, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { z } from 'zod';
import { DISPATCH_STATES, TRADES, type DispatchOrder } from '../../../shared/domain/dispatch-order.ts';
import { formatDateTime } from '../../ui/format.ts';
import {
  INITIAL_LIST,
  listState,
  RegisterFilterBar,
  useRegisterFilter,
  type ListChoices,
  type ListState,
} from '../../ui/RegisterFilterBar.tsx';
import { RegisterGrid, type GridColumn } from '../../ui/RegisterGrid.tsx';
import { May } from '../../ui/may.tsx';
import { useScreenState } from '../../ui/screen-state.ts';
import { useDesk } from '../../ui/session.tsx';
import { useRegister } from '../../ui/use-register.ts';
import { DispatchBoard } from './DispatchBoard.tsx';
import { DispatchRegisterPrint } from './DispatchRegisterPrint.tsx';
import { StateBadge, UrgencyBadge, WarningBadges } from './OrderBadges.tsx';
import { placeOf } from './order-words.ts';

const VIEWS = ['list', 'board'] as const;
const viewState = z.enum(VIEWS);

/** Dispatch orders as a list, or as a board by state; which of them is remembered. */
export function DispatchList() {
  const { t } = useTranslation(['dispatch', 'reception']);
  const [view, setView] = useScreenState('dispatch-view', viewState, 'list');
  const [list, setList] = useScreenState('dispatch-list', listState, INITIAL_LIST);
  const [printing, setPrinting] = useState(false);
  const filter = useRegisterFilter(list);
  if (view === null || list === null || filter === null) return null;
  const choices = {
    states: DISPATCH_STATES.map((value) => ({ value, label: t(`stateName.${value}`) })),
    categories: TRADES.map((value) => ({ value, label: t(`trade.${value}`) })),
  };
  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <Group gap="md">
          <Title order={1}>{t('title')}</Title>
          <SegmentedControl
            aria-label={t('view.label')}
            data={VIEWS.map((value) => ({ value, label: t(`view.${value}`) }))}
            value={view}
            onChange={(next) => setView(VIEWS.find((one) => one === next) ?? 'list')}
          />
        </Group>
        <May run="record-print">
          <Button variant="default" onClick={() => setPrinting(true)}>
            {t('reception:printRegister')}
          </Button>
        </May>
      </Group>
      {view === 'board' ? <DispatchBoard /> : <OrderGrid list={list} choices={choices} onChange={setList} />}
      {printing && <DispatchRegisterPrint list={list} filter={filter} choices={choices} onClose={() => setPrinting(false)} />}
    </Stack>
  );
}

interface OrderGridProps {
  list: ListState;
  choices: ListChoices;
  onChange: (list: ListState) => void;
}

function OrderGrid({ list, choices, onChange }: OrderGridProps) {
  const { t } = useTranslation('dispatch');
  const { session, settings } = useDesk();
  const [, go] = useLocation();
  const filter = useRegisterFilter(list);
  const { rows, more } = useRegister('dispatchOrders', filter);
  const { zone } = settings.desk;
  const now = session.clock.now();
  const columns: GridColumn<DispatchOrder>[] = [
    { key: 'number', header: t('field.number'), width: '132px', cell: (row) => row.number },
    { key: 'reported', header: t('field.reportedAt'), width: '136px', cell: (row) => formatDateTime(row.reportedAt, zone) },
    { key: 'place', header: t('field.place'), width: '112px', cell: placeOf },
    { key: 'trade', header: t('field.trade'), width: '148px', cell: (row) => (row.trade === '' ? '' : t(`trade.${row.trade}`)) },
    { key: 'content', header: t('field.content'), width: 'minmax(120px, 1fr)', cell: (row) => row.content },
    { key: 'worker', header: t('field.worker'), width: '92px', cell: (row) => row.worker },
    {
      key: 'state',
      header: t('field.state'),
      width: '256px',
      cell: (row) => (
        <Group gap={4} wrap="nowrap">
          <StateBadge order={row} size="sm" />
          <UrgencyBadge order={row} size="sm" />
          <WarningBadges order={row} now={now} size="sm" />
        </Group>
      ),
    },
  ];
  return (
    <>
      <RegisterFilterBar list={list} onChange={onChange} {...choices} categoryLabel={t('field.trade')} />
      <RegisterGrid
        label={t('title')}
        columns={columns}
        rows={rows}
        onOpen={(row) => go(`/dispatch/${row.id}`)}
        onEnd={more}
        empty={t(list.range === 'all' && list.state === '' && list.category === '' ? 'list.empty' : 'list.emptyFilter')}
      />
    </>
  );
}
