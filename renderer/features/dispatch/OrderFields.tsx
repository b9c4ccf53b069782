import { useTranslation } from 'react-i18next';
import type { DispatchOrder } from '../../../shared/domain/dispatch-order.ts';
import { dueAfterPauses } from '../../../shared/domain/dispatch-rules.ts';
import { openItemOf } from '../../../shared/domain/known-number.ts';
import { FieldList } from '../../ui/FieldList.tsx';
import { formatDateTime } from '../../ui/format.ts';
import { LinkList } from '../../ui/LinkList.tsx';
import { MaskedPhone } from '../../ui/MaskedPhone.tsx';
import { useDesk } from '../../ui/session.tsx';
import { useRecordWords } from '../../ui/use-record-words.ts';

interface OrderFieldsProps {
  order: DispatchOrder;
  /** Tickets printed before a correction. */
  superseded: number;
}

/** An order's fields as they stand. */
export function OrderFields({ order, superseded }: OrderFieldsProps) {
  const { t } = useTranslation(['dispatch', 'common']);
  const { session, settings, nameOf, departmentOf } = useDesk();
  const { zone } = settings.desk;
  const now = session.clock.now();
  const when = (at: string) => formatDateTime(at, zone);
  // A due time moves while the order is paused; once reached or done, it stays what it was.
  const due = (at: string, metAt: string) => when(dueAfterPauses(at, order.pauses, metAt === '' ? now : metAt));
  const words = useRecordWords();
  return (
    <FieldList
      fields={[
        { label: t('field.place'), value: order.unit === '' ? order.publicArea : order.unit },
        { label: t('field.customer'), value: order.customer },
        {
          label: t('field.phone'),
          value: order.phone !== '' && (
            <MaskedPhone
              phone={order.phone}
              table="dispatchOrders"
              recordId={order.id}
              field="phone"
              openItem={openItemOf('dispatchOrders', order)}
            />
          ),
        },
        { label: t('field.reportedAt'), value: when(order.reportedAt) },
        { label: t('field.content'), value: order.content, wide: true },
        {
          label: t('field.trade'),
          value: [order.trade === '' ? '' : t(`trade.${order.trade}`), t(`urgency.${order.urgency}`), t(`charge.${order.charge}`)]
            .filter((part) => part !== '')
            .join(' · '),
        },
        { label: t('field.appointmentAt'), value: when(order.appointmentAt) },
        { label: t('field.arrivalDueAt'), value: due(order.arrivalDueAt, order.arrivedAt) },
        { label: t('field.finishDueAt'), value: due(order.finishDueAt, order.finishedAt) },
        {
          label: t('field.source'),
          value:
            order.sourceId === '' ? (
              t(`source.${order.source}`)
            ) : (
              <LinkList links={[{ table: order.sourceTable, id: order.sourceId, number: order.sourceNumber }]} />
            ),
        },
        {
          label: t('field.reworkOf'),
          value: order.reworkOfId !== '' && (
            <LinkList links={[{ table: 'dispatchOrders', id: order.reworkOfId, number: order.reworkOfNumber }]} />
          ),
        },
        { label: t('field.links'), value: order.links.length > 0 && <LinkList links={order.links} /> },
        {
          label: t('field.enteredAt'),
          value: `${when(order.createdAt)} ${nameOf(order.createdBy)}`,
        },
        { label: t('field.department'), value: departmentOf(order.departmentId) },
        { label: t('field.worker'), value: order.worker },
        { label: t('field.dispatchedAt'), value: when(order.dispatchedAt) },
        { label: t('field.acceptedAt'), value: when(order.acceptedAt) },
        { label: t('field.arrivedAt'), value: when(order.arrivedAt) },
        { label: t('field.finishedAt'), value: when(order.finishedAt) },
        { label: t('field.customerSigned'), value: order.customerSigned && t('common:yes') },
        { label: t('field.workerSigned'), value: order.workerSigned && t('common:yes') },
        { label: t('field.satisfaction'), value: order.satisfaction === '' ? '' : t(`satisfaction.${order.satisfaction}`) },
        { label: t('field.done'), value: order.done, wide: true },
        {
          label: t('field.pauses'),
          value: order.pauses.map((pause) => `${when(pause.from)} – ${when(pause.until) || '…'} ${pause.reason}`).join('\n'),
          wide: true,
        },
        { label: t('field.passedOnTo'), value: order.passedOnTo },
        { label: t('field.headsWord'), value: words.headsWord(order.headsWord), wide: true },
        { label: t('field.archived'), value: words.archived(order), wide: true },
        { label: t('field.cancelReason'), value: order.cancelReason, wide: true },
        { label: t('field.timesPrinted'), value: words.printed(order.timesPrinted, superseded) },
        { label: t('field.note'), value: order.note, wide: true },
      ]}
    />
  );
}
