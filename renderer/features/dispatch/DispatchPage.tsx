import { Alert, Group, Paper, Stack, Title } from '@mantine/core';
import { useLiveQuery } from 'dexie-react-hooks';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { v7 as newId } from 'uuid';
import type { DispatchOrder } from '../../../shared/domain/dispatch-order.ts';
import { dispatchTotals } from '../../../shared/domain/dispatch-rules.ts';
import { archiveObstacles, mayRework, settleNeed } from '../../../shared/domain/dispatch-steps.ts';
import type { FollowUp } from '../../../shared/domain/follow-up.ts';
import { formatYuan } from '../../../shared/domain/money.ts';
import { countSuperseded } from '../../data/prints.ts';
import { FollowUpDialog } from '../../ui/FollowUpDialog.tsx';
import { FollowUpList } from '../../ui/FollowUpList.tsx';
import { HistoryPanel } from '../../ui/HistoryPanel.tsx';
import { KeptDialog } from '../../ui/KeptDialog.tsx';
import { useMay } from '../../ui/may.tsx';
import { useDesk } from '../../ui/session.tsx';
import { useNow } from '../../ui/use-now.ts';
import { useRecordDialog } from '../../ui/use-record-dialog.ts';
import { DispatchPrint } from './DispatchPrint.tsx';
import { HeadsWordDialog } from './HeadsWordDialog.tsx';
import { orderOffers, possibleDialogs, type OrderDialog } from './order-offers.ts';
import { OrderActions } from './OrderActions.tsx';
import { OrderStateBadge, UrgencyBadge, WarningBadges } from './OrderBadges.tsx';
import { OrderFields } from './OrderFields.tsx';
import { OrderMoney } from './OrderMoney.tsx';
import { OrderTrail } from './OrderTrail.tsx';
import { PaymentDialog } from './PaymentDialog.tsx';
import { SendDialog, StepDialog, UrgeDialog } from './step-dialogs.tsx';

/** The print of a new order is opened with its page. */
const firstDialog = (search: URLSearchParams) => (search.get('print') === '1' ? 'print' : '');

/** One dispatch order: where it stands, the next step in front, its trail, its money, its follow-ups. */
export function DispatchPage({ id }: { id: string }) {
  const { session, settings, person } = useDesk();
  const may = useMay();
  const now = useNow();
  const [, go] = useLocation();
  const over = useRecordDialog<'dispatch', OrderDialog>('dispatch', id, firstDialog);
  const { dialog, open, close } = over;
  const order = useLiveQuery(() => session.database.dispatchOrders.get(id), [session.database, id]);
  const followUps = useLiveQuery(() => session.database.followUps.where('orderId').equals(id).sortBy('at'), [session.database, id]);
  const superseded = useLiveQuery(() => countSuperseded(session.database, id), [session.database, id]);
  if (order === undefined || followUps === undefined || superseded === undefined) return null;
  const offers = orderOffers(order, { roles: person.roles, may }, settings.estate.deskDepartmentId);

  function rework(followUpId: string): void {
    go(`/dispatch/new/${newId()}?from=dispatchOrders&id=${id}&followUp=${followUpId}`);
  }

  return (
    <Stack gap="sm">
      <Group justify="space-between" align="flex-start">
        <Group gap="xs">
          <Title order={1}>{order.number}</Title>
          <OrderStateBadge order={order} />
          <UrgencyBadge order={order} />
          <WarningBadges order={order} now={now} />
        </Group>
        <OrderActions order={order} offers={offers} open={open} rework={() => rework('')} />
      </Group>
      <NextStep order={order} followUps={followUps} />
      <Paper withBorder p="md">
        <OrderFields order={order} superseded={superseded} />
      </Paper>
      <OrderMoney order={order} />
      <OrderTrail order={order} />
      <FollowUpList followUps={followUps} rework={mayRework(order) && may('issue-dispatch-order') ? rework : undefined} />
      <HistoryPanel table="dispatchOrders" id={id} />
      <KeptDialog place={over} possible={possibleDialogs(offers)} onClose={close}>
        {dialog !== '' && <Dialogs order={order} dialog={dialog} close={close} />}
      </KeptDialog>
    </Stack>
  );
}

/** What the order waits for, in one line. */
function NextStep({ order, followUps }: { order: DispatchOrder; followUps: readonly FollowUp[] }) {
  const { t } = useTranslation('dispatch');
  const { settings } = useDesk();
  if (order.state === 'archived' || order.state === 'cancelled') return null;
  const { deskDepartmentId } = settings.estate;
  const obstacles = order.finishedAt === '' ? [] : archiveObstacles(order, deskDepartmentId);
  const hints = [
    settleNeed(order, followUps, deskDepartmentId) === 'callAgain' ? t('nextCallAgain') : '',
    obstacles.includes('headsWord') ? t('nextHead') : '',
    obstacles.includes('moneyOpen') ? t('nextMoney', { amount: formatYuan(dispatchTotals(order).openFen) }) : '',
  ].filter((hint) => hint !== '');
  // What stands in the way of archiving comes first: archiving is not the next step yet.
  const step = order.state === 'followedUp' && obstacles.length > 0 ? [] : [t('nextStep', { step: t(`next.${order.state}`) })];
  return (
    <Alert color={hints.length === 0 ? 'teal' : 'orange'} py="xs">
      {[...step, ...hints].join(' · ')}
    </Alert>
  );
}

interface DialogsProps {
  order: DispatchOrder;
  dialog: OrderDialog;
  close: () => void;
}

function Dialogs({ order, dialog, close }: DialogsProps) {
  switch (dialog) {
    case 'print':
      return <DispatchPrint order={order} onClose={close} />;
    case 'dispatch':
    case 'reassign':
      return <SendDialog order={order} action={dialog} onClose={close} />;
    case 'urge':
      return <UrgeDialog order={order} onClose={close} />;
    case 'confirm':
      return <HeadsWordDialog order={order} onClose={close} />;
    case 'pay':
      return <PaymentDialog order={order} onClose={close} />;
    case 'followUp':
    case 'spotCheck':
      return (
        <FollowUpDialog
          work={{ orderId: order.id, formId: '', number: order.number, unit: order.unit, customer: order.customer }}
          spotCheck={dialog === 'spotCheck'}
          onClose={close}
        />
      );
    default:
      return <StepDialog order={order} action={dialog} onClose={close} />;
  }
}
