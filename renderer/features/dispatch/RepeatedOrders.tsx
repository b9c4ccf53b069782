import { Alert, Anchor, Button, Group, Stack, Text } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useDebouncedValue } from '@mantine/hooks';
import { useLiveQuery } from 'dexie-react-hooks';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as newId } from 'uuid';
import { sentTo, type DispatchOrder } from '../../../shared/domain/dispatch-order.ts';
import { mayRework, mayUrge } from '../../../shared/domain/dispatch-steps.ts';
import { urgeDispatchOrder } from '../../data/operations/urge-dispatch-order.ts';
import { repeatedOf } from '../../data/queries/dispatch-orders.ts';
import { formatShortTime } from '../../ui/format.ts';
import { useMay } from '../../ui/may.tsx';
import { useDesk } from '../../ui/session.tsx';
import { useOperation } from '../../ui/use-operation.ts';
import type { OrderValues } from './order-values.ts';

interface RepeatedOrdersProps {
  form: UseFormReturnType<OrderValues>;
  orderId: string;
  /** The open order was urged instead of issuing another. */
  onUrged: (id: string) => Promise<void>;
}

const SHOWN = 3;

/** The same place and trade again within so many days: one that was finished is reworked, one still open is urged. */
export function RepeatedOrders({ form, orderId, onUrged }: RepeatedOrdersProps) {
  const { t } = useTranslation('dispatch');
  const { session, settings, departmentOf } = useDesk();
  const run = useOperation();
  const may = useMay();
  const urgeId = useRef(newId());
  const { unit, unitId, publicArea, trade, reportedAt, content, sourceTable, sourceId, reworkOfId, reworkOfNumber } = form.values;
  const { zone } = settings.desk;
  const now = session.clock.now();
  const days = settings.rules.repeatedDays;
  const [place] = useDebouncedValue(JSON.stringify([unit, unitId, publicArea]), 150);
  const found = useLiveQuery(
    () => repeatedOf(session.database, { id: orderId, unit, unitId, publicArea, trade, reportedAt: reportedAt || now }, days, zone),
    [session.database, place, trade, reportedAt, orderId, days, zone],
  );

  if (reworkOfId !== '') {
    return (
      <Alert color="orange" py={6}>
        <Group gap="sm">
          <Text size="sm">{t('repeated.isRework', { number: reworkOfNumber })}</Text>
          <Button size="compact-xs" variant="default" onClick={() => form.setValues({ reworkOfId: '', reworkOfNumber: '' })}>
            {t('repeated.notRework')}
          </Button>
        </Group>
      </Alert>
    );
  }
  if (found === undefined || found.length === 0) return null;

  async function urge(order: DispatchOrder): Promise<void> {
    const result = await run(urgeDispatchOrder, { id: order.id, note: content, sourceTable, sourceId }, { operationId: urgeId.current });
    if (result.ok) await onUrged(order.id);
  }

  return (
    <Alert color="orange" py={6} role="status" title={t('repeated.title', { count: days, times: found.length })}>
      <Stack gap={4}>
        {found.slice(0, SHOWN).map((order) => (
          <Group key={order.id} gap="sm">
            <Anchor size="sm" href={`#/dispatch/${order.id}`}>
              {[order.number, formatShortTime(order.reportedAt, now, zone), t(`stateName.${order.state}`), sentTo(order, departmentOf)]
                .filter((part) => part !== '')
                .join(' · ')}
            </Anchor>
            {mayRework(order) && (
              <Button size="compact-xs" onClick={() => form.setValues({ reworkOfId: order.id, reworkOfNumber: order.number })}>
                {t('repeated.rework', { number: order.number })}
              </Button>
            )}
            {mayUrge(order) && may('urge-dispatch-order') && (
              <Button size="compact-xs" onClick={() => void urge(order)}>
                {t('repeated.urge', { number: order.number })}
              </Button>
            )}
          </Group>
        ))}
      </Stack>
    </Alert>
  );
}
