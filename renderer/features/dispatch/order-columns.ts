import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { sentTo, type DispatchOrder } from '../../../shared/domain/dispatch-order.ts';
import { dispatchTotals } from '../../../shared/domain/dispatch-rules.ts';
import { formatYuan } from '../../../shared/domain/money.ts';
import { maskPhone } from '../../../shared/domain/phone.ts';
import { formatDateTime } from '../../ui/format.ts';
import type { PaperColumn } from '../../ui/RegisterPrint.tsx';
import { useDesk } from '../../ui/session.tsx';
import { placeOf } from './order-words.ts';

/** Columns of the register of dispatch orders on paper, with the sums of its money; phones come masked (DOMAIN §15). */
export function useOrderColumns(): PaperColumn<DispatchOrder>[] {
  const { t } = useTranslation('dispatch');
  const { settings, departmentOf } = useDesk();
  const { zone } = settings.desk;
  return useMemo<PaperColumn<DispatchOrder>[]>(
    () => [
      { header: t('field.number'), widthMm: 29, text: (row) => row.number },
      { header: t('field.reportedAt'), widthMm: 27, text: (row) => formatDateTime(row.reportedAt, zone) },
      { header: t('field.place'), widthMm: 22, text: placeOf },
      { header: t('field.customer'), widthMm: 20, text: (row) => row.customer },
      { header: t('field.phone'), widthMm: 25, text: (row) => maskPhone(row.phone) },
      { header: t('field.trade'), widthMm: 14, text: (row) => (row.trade === '' ? '' : t(`trade.${row.trade}`)) },
      { header: t('field.content'), widthMm: 50, text: (row) => row.content },
      { header: t('list.sentTo'), widthMm: 18, text: (row) => sentTo(row, departmentOf) },
      { header: t('field.finishedAt'), widthMm: 27, text: (row) => formatDateTime(row.finishedAt, zone) },
      {
        header: t('field.due'),
        widthMm: 18,
        align: 'right',
        text: (row) => yuanOrBlank(dueOf(row)),
        total: (rows) => formatYuan(sumOf(rows, dueOf)),
      },
      {
        header: t('field.receivedFen'),
        widthMm: 18,
        align: 'right',
        text: (row) => yuanOrBlank(receivedOf(row)),
        total: (rows) => formatYuan(sumOf(rows, receivedOf)),
      },
      { header: t('field.state'), widthMm: 16, text: (row) => t(`stateName.${row.state}`) },
    ],
    [t, zone, departmentOf],
  );
}

function dueOf(order: DispatchOrder): number {
  return dispatchTotals(order).dueFen;
}

function receivedOf(order: DispatchOrder): number {
  return order.payment.receivedFen;
}

function sumOf(orders: readonly DispatchOrder[], fenOf: (order: DispatchOrder) => number): number {
  return orders.reduce((sum, order) => sum + fenOf(order), 0);
}

function yuanOrBlank(fen: number): string {
  return fen === 0 ? '' : formatYuan(fen);
}
