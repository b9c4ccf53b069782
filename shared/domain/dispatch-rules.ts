import type { DispatchOrder, MaterialLine } from './dispatch-order.ts';
import { addDays, addHours } from './due-time.ts';

export interface DispatchDue {
  /** Instant by which somebody must be there; `''` when none is asked for. */
  arrivalDueAt: string;
  /** Instant by which it must be finished; `''` when none is asked for. */
  finishDueAt: string;
}

/**
 * Due times of an order (DOMAIN §7 [D]): urgent: arrival within so many minutes of the report; normal: finished within so
 * many clock hours; planned: somebody there at the appointment.
 */
export function dispatchDue(
  order: Pick<DispatchOrder, 'urgency' | 'reportedAt' | 'appointmentAt'>,
  rules: { urgentArrivalMinutes: number; normalFinishHours: number },
): DispatchDue {
  switch (order.urgency) {
    case 'urgent':
      return { arrivalDueAt: addHours(order.reportedAt, rules.urgentArrivalMinutes / 60), finishDueAt: '' };
    case 'normal':
      return { arrivalDueAt: '', finishDueAt: addHours(order.reportedAt, rules.normalFinishHours) };
    case 'planned':
      return { arrivalDueAt: order.appointmentAt, finishDueAt: '' };
  }
}

/** Milliseconds the order was paused up to `until`; an open pause counts as lasting until then. */
export function pausedMs(pauses: DispatchOrder['pauses'], until: string): number {
  return pauses.reduce((total, pause) => {
    const end = pause.until === '' || pause.until > until ? until : pause.until;
    return total + Math.max(0, Date.parse(end) - Date.parse(pause.from));
  }, 0);
}

/** A due time moved by the paused time, which does not count. */
export function dueAfterPauses(dueAt: string, pauses: DispatchOrder['pauses'], now: string): string {
  return dueAt === '' ? '' : new Date(Date.parse(dueAt) + pausedMs(pauses, now)).toISOString();
}

/** The due time that counts now, moved by the pauses: arrival until somebody is there, then the finish; `''` for none. */
export function dispatchDueNow(order: Pick<DispatchOrder, 'arrivalDueAt' | 'finishDueAt' | 'arrivedAt' | 'pauses'>, now: string): string {
  const due = order.arrivedAt === '' && order.arrivalDueAt !== '' ? order.arrivalDueAt : order.finishDueAt;
  return dueAfterPauses(due, order.pauses, now);
}

/** Since when an order waits, e.g. for material; `''` while it is not paused. */
export function pausedSince({ pauses }: Pick<DispatchOrder, 'pauses'>): string {
  return pauses.find((pause) => pause.until === '')?.from ?? '';
}

export const DISPATCH_WARNINGS = ['notDispatched', 'arrivalLate', 'finishLate', 'paused'] as const;
export type DispatchWarning = (typeof DISPATCH_WARNINGS)[number];

/** What Today and the board say of an open order. While it is paused nothing is late. */
export function dispatchWarnings(
  order: Pick<DispatchOrder, 'state' | 'arrivalDueAt' | 'finishDueAt' | 'arrivedAt' | 'pauses'>,
  now: string,
): DispatchWarning[] {
  if (order.state === 'paused') return ['paused'];
  if (order.state === 'finished' || order.state === 'followedUp' || order.state === 'archived' || order.state === 'cancelled') return [];
  const warnings: DispatchWarning[] = [];
  if (order.state === 'waiting') warnings.push('notDispatched');
  const arrivalDue = dueAfterPauses(order.arrivalDueAt, order.pauses, now);
  const finishDue = dueAfterPauses(order.finishDueAt, order.pauses, now);
  if (order.arrivedAt === '' && arrivalDue !== '' && arrivalDue < now) warnings.push('arrivalLate');
  if (finishDue !== '' && finishDue < now) warnings.push('finishLate');
  return warnings;
}

/**
 * Whether an order was done in time: there in time where an arrival was due, finished in time where a finish was due.
 * `null` while it is not finished.
 */
export function doneInTime(
  order: Pick<DispatchOrder, 'arrivalDueAt' | 'finishDueAt' | 'arrivedAt' | 'finishedAt' | 'pauses'>,
): boolean | null {
  if (order.finishedAt === '') return null;
  const reached = order.arrivedAt === '' ? order.finishedAt : order.arrivedAt;
  const arrivalDue = dueAfterPauses(order.arrivalDueAt, order.pauses, reached);
  const finishDue = dueAfterPauses(order.finishDueAt, order.pauses, order.finishedAt);
  return (arrivalDue === '' || reached <= arrivalDue) && (finishDue === '' || order.finishedAt <= finishDue);
}

/** Quantity × price of one material in fen, rounded to the nearest fen. */
export function materialAmountFen(material: Pick<MaterialLine, 'quantityThousandths' | 'priceFen'>): number {
  // BigInt: thousandths × fen of large lines leaves the safe integers.
  return Number((BigInt(material.quantityThousandths) * BigInt(material.priceFen) + 500n) / 1000n);
}

export interface DispatchTotals {
  materialsFen: number;
  labourFen: number;
  /** Materials and labour, whoever pays them. */
  totalFen: number;
  /** What the customer owes: the total of a paid order less what was waived, never below zero; else nothing. */
  dueFen: number;
  openFen: number;
}

/** Money of an order in fen. */
export function dispatchTotals(
  order: Pick<DispatchOrder, 'materials' | 'labourFen' | 'charge' | 'waivedFen'> & { payment: { receivedFen: number } },
): DispatchTotals {
  const materialsFen = order.materials.reduce((total, material) => total + materialAmountFen(material), 0);
  const totalFen = materialsFen + order.labourFen;
  const dueFen = order.charge === 'paid' ? Math.max(0, totalFen - order.waivedFen) : 0;
  return { materialsFen, labourFen: order.labourFen, totalFen, dueFen, openFen: Math.max(0, dueFen - order.payment.receivedFen) };
}

/**
 * Earlier orders of the same place and trade within so many days, the newest first: the repeated report is offered as
 * rework of one that was finished, or as urging of one still open. Cancelled ones do not count.
 * @param report its place, the unit by every name and alias; none for a public area
 */
export function repeatedOrders<
  Order extends Pick<DispatchOrder, 'id' | 'unit' | 'unitId' | 'publicArea' | 'trade' | 'reportedOn' | 'reportedAt' | 'state'>,
>(
  report: { id: string; unitNames: readonly string[]; unitId: string; publicArea: string; trade: string; reportedOn: string },
  orders: readonly Order[],
  days: number,
): Order[] {
  if (report.trade === '') return [];
  const since = addDays(report.reportedOn, -days);
  return orders
    .filter(
      (order) =>
        order.id !== report.id &&
        order.state !== 'cancelled' &&
        order.trade === report.trade &&
        order.reportedOn >= since &&
        order.reportedOn <= report.reportedOn &&
        samePlace(order, report),
    )
    .toSorted((left, right) => right.reportedAt.localeCompare(left.reportedAt));
}

function samePlace(
  order: Pick<DispatchOrder, 'unit' | 'unitId' | 'publicArea'>,
  report: { unitNames: readonly string[]; unitId: string; publicArea: string },
): boolean {
  if (order.unitId !== '' && report.unitId !== '') return order.unitId === report.unitId;
  if (order.unit !== '' || report.unitNames.length > 0) return report.unitNames.includes(order.unit);
  return order.publicArea !== '' && order.publicArea === report.publicArea;
}
