import { z } from 'zod';
import type { DispatchOrder, Trade } from './dispatch-order.ts';
import { doneInTime, pausedMs } from './dispatch-rules.ts';
import { instant, line, localDate, paragraph, recordBase, reference } from './fields.ts';

/** Monthly statistics 月派工报事统计分析表 (DOMAIN §11; 4:职责4, 职权4). */

export const monthlyReportRecord = recordBase.extend({
  /** `YYYY-MM`, local. */
  month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/),
  analysis: paragraph,
  preparedBy: reference,
  preparedOn: localDate,
  reviewedBy: reference,
  reviewedOn: localDate,
  /** Whoever edits the bulletin 简报 received it. */
  handedTo: line,
  handedAt: instant,
});
export type MonthlyReport = z.infer<typeof monthlyReportRecord>;

/** One order as the statistics see it; dates are local. */
export interface CountedOrder extends Pick<
  DispatchOrder,
  | 'trade'
  | 'charge'
  | 'reportedOn'
  | 'reportedAt'
  | 'arrivedAt'
  | 'finishedAt'
  | 'finishedOn'
  | 'cancelledOn'
  | 'arrivalDueAt'
  | 'finishDueAt'
  | 'pauses'
  | 'reworkOfId'
> {
  followedUp: boolean;
  satisfied: boolean;
  becameComplaint: boolean;
}

/** Counts of one row; rates are tenths of a percent and `null` where there is nothing to divide by. */
export interface StatisticsRow {
  carriedOver: number;
  reported: number;
  finished: number;
  cancelled: number;
  unfinished: number;
  finishedRate: number | null;
  inTime: number;
  inTimeRate: number | null;
  /** Minutes from report to arrival, paused time out; `null` when nobody arrived. */
  meanResponseMinutes: number | null;
  /** Hours from report to completion in tenths, paused time out. */
  meanCompletionTenthHours: number | null;
  rework: number;
  reworkRate: number | null;
  followedUp: number;
  followedUpRate: number | null;
  satisfied: number;
  satisfiedRate: number | null;
  complaints: number;
}

/** Tenths of a percent, rounded; `null` for nothing of nothing. */
export function rate(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((part * 1000) / whole);
}

/** Mean of milliseconds in a unit, rounded. Divided once: a sum of fractions may fall short of the half it comes to. */
function mean(values: readonly number[], unitMs: number): number | null {
  return values.length === 0 ? null : Math.round(values.reduce((total, value) => total + value, 0) / (values.length * unitMs));
}

function endedOn(order: CountedOrder): string {
  return order.cancelledOn === '' ? order.finishedOn : order.cancelledOn;
}

/** An order touches the month when it was reported by its end and had not ended before its start. */
function touches(order: CountedOrder, month: string): boolean {
  const ended = endedOn(order);
  return order.reportedOn.slice(0, 7) <= month && (ended === '' || ended.slice(0, 7) >= month);
}

/**
 * One row over the given orders for a month `YYYY-MM`. Always: carried over + new = finished + cancelled + unfinished. An
 * order both finished and cancelled counts as cancelled; one ended before it was reported (a late entry with a wrong date)
 * counts as ended in the month of its report.
 */
export function statisticsRow(orders: readonly CountedOrder[], month: string): StatisticsRow {
  const sound = orders.map((order) => inOrder(order)).filter((order) => touches(order, month));
  const reported = sound.filter((order) => order.reportedOn.slice(0, 7) === month);
  const cancelled = sound.filter((order) => order.cancelledOn.slice(0, 7) === month);
  const finished = sound.filter((order) => order.cancelledOn === '' && order.finishedOn.slice(0, 7) === month);
  const inTime = finished.filter((order) => doneInTime(order) === true).length;
  const rework = reported.filter((order) => order.reworkOfId !== '').length;
  const followedUp = finished.filter((order) => order.followedUp);
  const satisfied = followedUp.filter((order) => order.satisfied).length;
  return {
    carriedOver: sound.length - reported.length,
    reported: reported.length,
    finished: finished.length,
    cancelled: cancelled.length,
    unfinished: sound.length - finished.length - cancelled.length,
    finishedRate: rate(finished.length, sound.length - cancelled.length),
    inTime,
    inTimeRate: rate(inTime, finished.length),
    meanResponseMinutes: mean(
      finished.filter((order) => order.arrivedAt !== '').map((order) => workedMs(order, order.arrivedAt)),
      60_000,
    ),
    meanCompletionTenthHours: mean(
      finished.map((order) => workedMs(order, order.finishedAt)),
      360_000,
    ),
    rework,
    reworkRate: rate(rework, reported.length),
    followedUp: followedUp.length,
    followedUpRate: rate(followedUp.length, finished.length),
    satisfied,
    satisfiedRate: rate(satisfied, followedUp.length),
    complaints: finished.filter((order) => order.becameComplaint).length,
  };
}

function inOrder(order: CountedOrder): CountedOrder {
  const notBefore = (date: string) => (date !== '' && date < order.reportedOn ? order.reportedOn : date);
  return { ...order, finishedOn: notBefore(order.finishedOn), cancelledOn: notBefore(order.cancelledOn) };
}

function workedMs(order: CountedOrder, until: string): number {
  return Math.max(0, Date.parse(until) - Date.parse(order.reportedAt) - pausedMs(order.pauses, until));
}

export interface StatisticsTable {
  rows: { trade: Trade | ''; paid: boolean; row: StatisticsRow }[];
  total: StatisticsRow;
}

/** The table: trade × (paid, free); warranty counts as free. Rows without any order are left out. */
export function statisticsTable(orders: readonly CountedOrder[], trades: readonly (Trade | '')[], month: string): StatisticsTable {
  const rows = trades.flatMap((trade) =>
    [true, false].map((paid) => {
      const own = orders.filter((order) => order.trade === trade && (order.charge === 'paid') === paid);
      return { trade, paid, row: statisticsRow(own, month) };
    }),
  );
  return { rows: rows.filter(({ row }) => row.carriedOver + row.reported > 0), total: statisticsRow(orders, month) };
}

/** Month before a month `YYYY-MM`, for the change on last month. */
export function monthBefore(month: string): string {
  return new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)) - 2, 1)).toISOString().slice(0, 7);
}
