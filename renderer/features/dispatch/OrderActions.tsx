import { Button, Group, Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { v7 as newId } from 'uuid';
import { useLocation } from 'wouter';
import type { DispatchOrder } from '../../../shared/domain/dispatch-order.ts';
import { archiveObstacles } from '../../../shared/domain/dispatch-steps.ts';
import { useDesk } from '../../ui/session.tsx';
import type { OrderDialog, OrderOffers } from './order-offers.ts';

interface OrderActionsProps {
  order: DispatchOrder;
  offers: OrderOffers;
  open: (dialog: OrderDialog) => void;
  rework: () => void;
}

/** What can be done with an order now. The next step is the one that stands out. */
export function OrderActions({ order, offers, open, rework }: OrderActionsProps) {
  const { t } = useTranslation('dispatch');
  const { settings } = useDesk();
  const [, go] = useLocation();
  const { deskDepartmentId } = settings.estate;
  const obstacles = archiveObstacles(order, deskDepartmentId);

  return (
    <Group gap="xs" justify="flex-end" flex={1}>
      {offers.forward.map((action, index) => (
        <Button
          key={action}
          variant={index === 0 ? 'filled' : 'default'}
          disabled={action === 'archive' && obstacles.length > 0}
          onClick={() => (action === 'finish' ? go(`/dispatch/${order.id}/work`) : open(action))}
        >
          {t(`action.${action}`)}
        </Button>
      ))}
      {offers.confirm && (
        <Button variant={order.state === 'followedUp' ? 'filled' : 'default'} onClick={() => open('confirm')}>
          {t('action.confirm')}
        </Button>
      )}
      {offers.pay && (
        <Button variant={order.state === 'followedUp' ? 'filled' : 'default'} onClick={() => open('pay')}>
          {t('action.pay')}
        </Button>
      )}
      {offers.pause && (
        <Button variant="default" onClick={() => open('pause')}>
          {t('action.pause')}
        </Button>
      )}
      {offers.urge && (
        <Button variant="default" onClick={() => open('urge')}>
          {t('action.urge')}
        </Button>
      )}
      {offers.rework && (
        <Button variant="default" onClick={rework}>
          {t('action.rework')}
        </Button>
      )}
      {offers.print && (
        <Button variant="default" onClick={() => open('print')}>
          {t('action.print')}
        </Button>
      )}
      <MoreMenu order={order} offers={offers} open={open} />
    </Group>
  );
}

/** What leads aside, where there is any. */
function MoreMenu({ order, offers, open }: Pick<OrderActionsProps, 'order' | 'offers' | 'open'>) {
  const { t } = useTranslation('dispatch');
  const [, go] = useLocation();
  const { aside, change, changeWork, spotCheck, reply } = offers;
  if (aside.length === 0 && !change && !changeWork && !spotCheck && !reply) return null;
  return (
    <Menu position="bottom-end" withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <Button variant="default">{t('action.more')}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        {change && <Menu.Item onClick={() => go(`/dispatch/${order.id}/edit`)}>{t('action.change')}</Menu.Item>}
        {changeWork && <Menu.Item onClick={() => go(`/dispatch/${order.id}/work`)}>{t('action.changeWork')}</Menu.Item>}
        {spotCheck && <Menu.Item onClick={() => open('spotCheck')}>{t('action.spotCheck')}</Menu.Item>}
        {reply && (
          <Menu.Item onClick={() => go(`/replies/new/${newId()}?from=dispatchOrders&id=${order.id}`)}>{t('action.reply')}</Menu.Item>
        )}
        {aside.map((action) => (
          <Menu.Item key={action} onClick={() => open(action)} color={action === 'cancel' ? 'red.9' : undefined}>
            {t(`action.${action}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
