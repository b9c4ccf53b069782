import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { DispatchOrder } from '../../../shared/domain/dispatch-order.ts';
import { printDispatchTicket } from '../../print/dispatch-ticket.tsx';
import { usePaperChoice } from '../../ui/paper-choice.tsx';
import { PrintDialog } from '../../ui/PrintDialog.tsx';
import type { PrintRequest } from '../../ui/print-sheet.ts';
import { useDesk } from '../../ui/session.tsx';
import { ticketOf } from './ticket-of.ts';

const PAPERS = { A5: 'threeParts', roll: 'roll' } as const;

/** 派工单 on A5 in three parts or on the 80 mm roll; the choice is remembered. The worker has to ring: phones stand in full. */
export function DispatchPrint({ order, onClose }: { order: DispatchOrder; onClose: () => void }) {
  const { t } = useTranslation('dispatch');
  const { nameOf, departmentOf, settings } = useDesk();
  const paper = usePaperChoice('dispatch-paper', PAPERS, 'A5');
  const size = paper?.size;
  const { deskPhone } = settings.estate;
  const request = useMemo<PrintRequest | null>(
    () =>
      size === undefined
        ? null
        : {
            build: (context, phone) =>
              printDispatchTicket({ ...ticketOf(order, { t, nameOf, departmentOf, deskPhone }), phone: phone(order.phone) }, context, size),
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
    [order, size, nameOf, departmentOf, deskPhone, t],
  );
  if (request === null) return null;
  return (
    <PrintDialog request={request} onClose={onClose}>
      {paper?.control}
    </PrintDialog>
  );
}
