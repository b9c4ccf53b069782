import { useLiveQuery } from 'dexie-react-hooks';
import { useTranslation } from 'react-i18next';
import { sentTo, type DispatchOrder } from '../../../shared/domain/dispatch-order.ts';
import { dispatchDueNow, dispatchWarnings, pausedSince, type DispatchWarning } from '../../../shared/domain/dispatch-rules.ts';
import { settleNeed } from '../../../shared/domain/dispatch-steps.ts';
import { openOrders, ordersToSettle } from '../../data/queries/dispatch-orders.ts';
import { formatShortTime } from '../../ui/format.ts';
import { useDesk } from '../../ui/session.tsx';
import type { OpenItem } from './OpenItems.tsx';
import { inOneLine, type TodayMoment, type TodaySection } from './today-section.ts';

const LATE: readonly DispatchWarning[] = ['arrivalLate', 'finishLate'];

/** Open orders, the late ones first, and finished ones that wait for a follow-up or for filing; `undefined` while they are read. */
export function useDispatchSections({ now, zone }: TodayMoment, minute: number): TodaySection[] | undefined {
  const { t } = useTranslation('dispatch');
  const { session, settings, departmentOf } = useDesk();
  const orders = useLiveQuery(() => openOrders(session.database), [session.database, minute]);
  const done = useLiveQuery(() => ordersToSettle(session.database), [session.database, minute]);
  if (orders === undefined || done === undefined) return undefined;

  // The trade stands with what is to be done: in the title a long one would push out who does it.
  const titleOf = (order: DispatchOrder) =>
    inOneLine([order.number, order.unit === '' ? order.publicArea : order.unit, sentTo(order, departmentOf)]);
  const textOf = (order: DispatchOrder, text: string) => inOneLine([order.trade === '' ? '' : t(`trade.${order.trade}`), text]);
  const openItem = (order: DispatchOrder): OpenItem => {
    const warnings = dispatchWarnings(order, now);
    const late = warnings.filter((warning) => LATE.includes(warning));
    // While it is paused nothing is due: what counts is how long it has waited.
    const paused = pausedSince(order);
    const due = paused === '' ? dispatchDueNow(order, now) : paused;
    return {
      id: order.id,
      path: `/dispatch/${order.id}`,
      when: formatShortTime(due === '' ? order.reportedAt : due, now, zone),
      overdue: late.length > 0,
      badge: inOneLine([t(`stateName.${order.state}`), ...late.map((warning) => t(`warning.${warning}`))]),
      title: titleOf(order),
      text: textOf(order, order.content),
    };
  };
  const toSettle = done
    .map(({ order, followUps }) => ({ order, need: settleNeed(order, followUps, settings.estate.deskDepartmentId) }))
    .toSorted((left, right) => Number(right.need === 'callAgain') - Number(left.need === 'callAgain'));
  return [
    {
      key: 'orders',
      title: t('today.orders'),
      items: orders.map(openItem).toSorted((left, right) => Number(right.overdue) - Number(left.overdue)),
    },
    {
      key: 'followUps',
      title: t('today.followUps'),
      items: toSettle.map(({ order, need }) => ({
        id: order.id,
        path: `/dispatch/${order.id}`,
        when: formatShortTime(order.finishedAt, now, zone),
        overdue: false,
        badge: need === null ? '' : t(`today.${need}`),
        title: titleOf(order),
        text: textOf(order, order.done),
      })),
    },
  ];
}
