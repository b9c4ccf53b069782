import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { OPEN_DISPATCH_STATES, type DispatchOrder } from '../../../shared/domain/dispatch-order.ts';
import { dispatchWarnings } from '../../../shared/domain/dispatch-rules.ts';
import { StateBadge } from '../../ui/StateBadge.tsx';

interface OrderBadgesProps {
  order: DispatchOrder;
  now: string;
  size?: 'sm' | 'md';
}

/** Where an order stands. */
export function OrderStateBadge({ order, size = 'md' }: Omit<OrderBadgesProps, 'now'>) {
  const { t } = useTranslation('dispatch');
  const open = OPEN_DISPATCH_STATES.includes(order.state) || order.state === 'finished' || order.state === 'followedUp';
  return (
    <StateBadge isOpen={open} size={size}>
      {t(`stateName.${order.state}`)}
    </StateBadge>
  );
}

/** What is late or stands still; the state alone says *waiting* and *paused* already. */
export function WarningBadges({ order, now, size = 'md' }: OrderBadgesProps) {
  const { t } = useTranslation('dispatch');
  return dispatchWarnings(order, now)
    .filter((warning) => warning === 'arrivalLate' || warning === 'finishLate')
    .map((warning) => (
      <Badge key={warning} size={size} color="red.9">
        {t(`warning.${warning}`)}
      </Badge>
    ));
}

/** Urgent work stands out. */
export function UrgencyBadge({ order, size = 'md' }: Omit<OrderBadgesProps, 'now'>) {
  const { t } = useTranslation('dispatch');
  if (order.urgency === 'normal') return null;
  return (
    <Badge size={size} color={order.urgency === 'urgent' ? 'red.9' : 'gray.7'} variant="outline">
      {t(`urgency.${order.urgency}`)}
    </Badge>
  );
}
