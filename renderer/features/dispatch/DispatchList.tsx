import { Group, SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { DISPATCH_STATES, sentTo, TRADES, type DispatchOrder } from '../../../shared/domain/dispatch-order.ts';
import { formatDateTime } from '../../ui/format.ts';
import type { GridColumn } from '../../ui/RegisterGrid.tsx';
import { RegisterPage } from '../../ui/RegisterPage.tsx';
import { useScreenState } from '../../ui/screen-state.ts';
import { useDesk } from '../../ui/session.tsx';
import { useNow } from '../../ui/use-now.ts';
import { DispatchBoard } from './DispatchBoard.tsx';
import { OrderStateBadge, UrgencyBadge, WarningBadges } from './OrderBadges.tsx';
import { useOrderColumns } from './order-columns.ts';
import { placeOf } from './order-words.ts';

const VIEWS = ['list', 'board'] as const;
const viewState = z.enum(VIEWS);

/** Dispatch orders as a list, or as a board by state; which of them is remembered. */
export function DispatchList() {
  const { t } = useTranslation('dispatch');
  const { settings, departmentOf } = useDesk();
  const now = useNow();
  const [view, setView] = useScreenState('dispatch-view', viewState, 'list');
  const paper = useOrderColumns();
  if (view === null) return null;
  const { zone } = settings.desk;

  const columns: GridColumn<DispatchOrder>[] = [
    { key: 'number', header: t('field.number'), width: 'minmax(115px, 132px)', cell: (row) => row.number },
    { key: 'reported', header: t('field.reportedAt'), width: 'minmax(121px, 136px)', cell: (row) => formatDateTime(row.reportedAt, zone) },
    { key: 'place', header: t('field.place'), width: 'minmax(78px, max(112px, 8vw))', cell: placeOf },
    {
      key: 'trade',
      header: t('field.trade'),
      width: 'minmax(78px, 148px)',
      cell: (row) => (row.trade === '' ? '' : t(`trade.${row.trade}`)),
    },
    { key: 'content', header: t('field.content'), width: 'minmax(86px, 1fr)', cell: (row) => row.content },
    { key: 'worker', header: t('list.sentTo'), width: 'minmax(84px, max(100px, 7vw))', cell: (row) => sentTo(row, departmentOf) },
    {
      key: 'state',
      header: t('field.state'),
      width: 'minmax(250px, 256px)',
      cell: (row) => (
        <Group gap={4} wrap="nowrap">
          <OrderStateBadge order={row} size="sm" />
          <UrgencyBadge order={row} size="sm" />
          <WarningBadges order={row} now={now} size="sm" />
        </Group>
      ),
    },
  ];
  return (
    <RegisterPage
      remembered="dispatch-list"
      table="dispatchOrders"
      title={t('title')}
      paperTitle={t('register')}
      choices={{
        states: DISPATCH_STATES.map((value) => ({ value, label: t(`stateName.${value}`) })),
        categories: TRADES.map((value) => ({ value, label: t(`trade.${value}`) })),
      }}
      categoryLabel={t('field.trade')}
      columns={columns}
      paper={paper}
      pathOf={(row) => `/dispatch/${row.id}`}
      begin={{ path: '/dispatch/new', run: 'issue-dispatch-order', word: t('new'), keys: 'F8' }}
      empty={{ yet: t('list.empty'), filtered: t('list.emptyFilter') }}
      beside={
        <SegmentedControl
          aria-label={t('view.label')}
          data={VIEWS.map((value) => ({ value, label: t(`view.${value}`) }))}
          value={view}
          onChange={(next) => setView(VIEWS.find((one) => one === next) ?? 'list')}
        />
      }
      instead={view === 'board' ? <DispatchBoard /> : undefined}
    />
  );
}
