import { Dexie } from 'dexie';
import { OPEN_DISPATCH_STATES, type DispatchOrder, type DispatchState } from '../../../shared/domain/dispatch-order.ts';
import { repeatedOrders } from '../../../shared/domain/dispatch-rules.ts';
import { addDays, addHours, localDateOf } from '../../../shared/domain/due-time.ts';
import type { FollowUp } from '../../../shared/domain/follow-up.ts';
import type { BookDatabase } from '../database.ts';
import { namesOfPlace } from './units-called.ts';

/** How far back the department that last took a trade is looked for. */
const LOOK_BACK = 200;

/** Every order in one of these states, the oldest first. Reads only those, however large the book is. */
export async function ordersIn(database: BookDatabase, states: readonly DispatchState[]): Promise<DispatchOrder[]> {
  const found = await Promise.all(
    states.map((state) =>
      database.dispatchOrders.where('[state+reportedAt]').between([state, Dexie.minKey], [state, Dexie.maxKey]).toArray(),
    ),
  );
  return found.flat().toSorted((left, right) => left.reportedAt.localeCompare(right.reportedAt));
}

export function openOrders(database: BookDatabase): Promise<DispatchOrder[]> {
  return ordersIn(database, OPEN_DISPATCH_STATES);
}

interface Report {
  id: string;
  unit: string;
  unitId: string;
  publicArea: string;
  trade: string;
  /** Instant of the report. */
  reportedAt: string;
}

/** Earlier orders of the same place and trade within so many days: offered as rework, or to be urged. */
export async function repeatedOf(database: BookDatabase, report: Report, days: number, zone: string): Promise<DispatchOrder[]> {
  const unitNames = await namesOfPlace(database, report.unit);
  const publicArea = report.publicArea.trim();
  if (report.trade === '' || (unitNames.length === 0 && publicArea === '')) return [];
  const reportedOn = localDateOf(report.reportedAt, zone);
  const near =
    unitNames.length === 0
      ? // A public area is not indexed: the orders of these days are few.
        await database.dispatchOrders
          .where('reportedAt')
          .above(addHours(`${addDays(reportedOn, -days)}T00:00:00.000Z`, -24))
          .toArray()
      : await database.dispatchOrders.where('unit').anyOf(unitNames).toArray();
  return repeatedOrders({ ...report, unitNames, publicArea, reportedOn }, near, days);
}

/** The department that last took an order of this trade: most likely it takes the next one too. */
export async function departmentForTrade(database: BookDatabase, trade: string): Promise<string> {
  const latest = await database.dispatchOrders.orderBy('reportedAt').reverse().limit(LOOK_BACK).toArray();
  return latest.find((order) => order.trade === trade && order.departmentId !== '')?.departmentId ?? '';
}

/** Finished orders that wait for a follow-up or for filing, each with its follow-ups, oldest first. */
export async function ordersToSettle(database: BookDatabase): Promise<{ order: DispatchOrder; followUps: FollowUp[] }[]> {
  const orders = await ordersIn(database, ['finished', 'followedUp']);
  const followUps = await database.followUps
    .where('orderId')
    .anyOf(orders.map((order) => order.id))
    .toArray();
  return orders.map((order) => ({ order, followUps: followUps.filter((one) => one.orderId === order.id) }));
}
