import { SegmentedControl } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { DispatchOrder } from '../../../shared/domain/dispatch-order.ts';
import { printDispatchTicket } from '../../print/dispatch-ticket.tsx';
import { PrintDialog, type PrintRequest } from '../../ui/PrintDialog.tsx';
import { useScreenState } from '../../ui/screen-state.ts';
import { useDesk } from '../../ui/session.tsx';
import { ticketOf } from './ticket-of.ts';

const SIZES = ['A5', 'roll'] as const;
const sizeState = z.enum(SIZES);

/** 派工单 on A5 in three parts or on the 80 mm roll; the choice is remembered. The worker has to ring: phones stand in full. */
export function DispatchPrint({ order, onClose }: { order: DispatchOrder; onClose: () => void }) {
  const { t } = useTranslation('dispatch');
  const { people, departments, settings } = useDesk();
  const [size, setSize] = useScreenState('dispatch-paper', sizeState, 'A5');
  const { deskPhone } = settings.estate;
  const request = useMemo<PrintRequest | null>(
    () =>
      size === null
        ? null
        : {
            build: (context) => printDispatchTicket(ticketOf(order, { t, people, departments, deskPhone }), context, size),
            log: {
              printout: 'dispatchTicket',
              table: 'dispatchOrders',
              recordId: order.id,
              recordNumber: order.number,
              personalData: order.phone !== '',
              range: '',
            },
            roll: size === 'roll',
          },
    [order, size, people, departments, deskPhone, t],
  );
  if (request === null || size === null) return null;
  return (
    <PrintDialog request={request} onClose={onClose}>
      <SegmentedControl
        aria-label={t('paper.label')}
        w="fit-content"
        data={SIZES.map((value) => ({ value, label: t(value === 'A5' ? 'paper.a5' : 'paper.roll') }))}
        value={size}
        onChange={(next) => setSize(SIZES.find((one) => one === next) ?? 'A5')}
      />
    </PrintDialog>
  );
}
