import { Button, Group, Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { needsHeadsWord } from '../../../shared/domain/coordination-form.ts';
import { type DispatchAction, type DispatchOrder } from '../../../shared/domain/dispatch-order.ts';
import { dispatchTotals } from '../../../shared/domain/dispatch-rules.ts';
import {
  archiveObstacles,
  dispatchPath,
  mayChange,
  mayConfirm,
  mayPay,
  mayRework,
  mayUrge,
} from '../../../shared/domain/dispatch-steps.ts';
import { useMay } from '../../ui/may.tsx';
import { useDesk } from '../../ui/session.tsx';

export type OrderDialog = Exclude<DispatchAction, 'finish'> | 'urge' | 'confirm' | 'pay' | 'spotCheck' | 'print';

/** Steps that lead on, the nearest first; and those that lead aside, behind *more*. */
const FORWARD = ['dispatch', 'resume', 'accept', 'arrive', 'finish', 'followUp', 'archive'] as const satisfies readonly DispatchAction[];
const ASIDE = ['reassign', 'return', 'cancel'] as const satisfies readonly DispatchAction[];

interface OrderActionsProps {
  order: DispatchOrder;
  open: (dialog: OrderDialog) => void;
  rework: () => void;
}

/** What can be done with an order now. The next step is the one that stands out. */
export function OrderActions({ order, open, rework }: OrderActionsProps) {
  const { t } = useTranslation('dispatch');
  const { person, settings } = useDesk();
  const may = useMay();
  const [, go] = useLocation();
  const print = may('record-print') && (
    <Button variant="default" onClick={() => open('print')}>
      {t('action.print')}
    </Button>
  );
  if (!may('advance-dispatch-order')) return print;
  const can = (action: DispatchAction) => dispatchPath(order.state, action, person.roles) !== null;
  const { deskDepartmentId } = settings.estate;
  const obstacles = archiveObstacles(order, deskDepartmentId);
  const ofOthers = order.departmentId !== '' && needsHeadsWord(order, deskDepartmentId);
  const forward = FORWARD.filter(can);
  const aside = ASIDE.filter(can);
  const moneyOpen = dispatchTotals(order).openFen > 0;

  return (
    <Group gap="xs" justify="flex-end" flex={1}>
      {forward.map((action, index) => (
        <Button
          key={action}
          variant={index === 0 ? 'filled' : 'default'}
          disabled={action === 'archive' && obstacles.length > 0}
          onClick={() => (action === 'finish' ? go(`/dispatch/${order.id}/work`) : open(action))}
        >
          {t(`action.${action}`)}
        </Button>
      ))}
      {mayConfirm(order) && ofOthers && order.headsWord === null && (
        <Button variant={order.state === 'followedUp' ? 'filled' : 'default'} onClick={() => open('confirm')}>
          {t('action.confirm')}
        </Button>
      )}
      {mayPay(order) && moneyOpen && (
        <Button variant={order.state === 'followedUp' ? 'filled' : 'default'} onClick={() => open('pay')}>
          {t('action.pay')}
        </Button>
      )}
      {can('pause') && (
        <Button variant="default" onClick={() => open('pause')}>
          {t('action.pause')}
        </Button>
      )}
      {mayUrge(order) && order.state !== 'waiting' && (
        <Button variant="default" onClick={() => open('urge')}>
          {t('action.urge')}
        </Button>
      )}
      {mayRework(order) && (
        <Button variant="default" onClick={rework}>
          {t('action.rework')}
        </Button>
      )}
      {print}
      {(aside.length > 0 || mayChange(order) || mayRework(order)) && (
        <Menu position="bottom-end" withInitialFocusPlaceholder={false}>
          <Menu.Target>
            <Button variant="default">{t('action.more')}</Button>
          </Menu.Target>
          <Menu.Dropdown>
            {mayChange(order) && <Menu.Item onClick={() => go(`/dispatch/${order.id}/edit`)}>{t('action.change')}</Menu.Item>}
            {mayPay(order) && <Menu.Item onClick={() => go(`/dispatch/${order.id}/work`)}>{t('action.changeWork')}</Menu.Item>}
            {mayRework(order) && ofOthers && <Menu.Item onClick={() => open('spotCheck')}>{t('action.spotCheck')}</Menu.Item>}
            {aside.map((action) => (
              <Menu.Item key={action} onClick={() => open(action)} color={action === 'cancel' ? 'red.9' : undefined}>
                {t(`action.${action}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </Group>
  );
}
