import { z } from 'zod';
import { count, line, paragraph, recordBase, reference } from './fields.ts';
import { isoWeek, weeksFrom } from './iso-week.ts';

/** Five-week rolling plan 五周滚动计划 (DOMAIN §11; 4:职权5): five ISO weeks from the current one, rolled each Monday. */

export const PLAN_WEEKS = 5;

const week = z.string().regex(/^\d{4}-W\d{2}$/);

export const planItemInput = z.object({
  item: z.string().trim().min(1).max(300),
  aim: paragraph,
  responsibleId: reference,
  helping: line,
  /** The week it is planned for. */
  week,
  note: paragraph,
});
export type PlanItemInput = z.infer<typeof planItemInput>;

export const planItemRecord = recordBase.extend({
  ...planItemInput.shape,
  firstWeek: week,
  state: z.enum(['open', 'done', 'cancelled']),
  doneOn: line,
  whyNot: paragraph,
  /** How often it rolled on unfinished. */
  timesMoved: count,
  moves: z.array(z.object({ from: week, to: week, at: z.string(), whyNot: z.string() })).default([]),
});
export type PlanItem = z.infer<typeof planItemRecord>;

/** The five week columns that stand on the plan on this date. */
export function planWeeks(today: string): string[] {
  return weeksFrom(today, PLAN_WEEKS);
}

/** Open items of past weeks, which roll on into the current one; each move counts. Years sort right, `YYYY-Www` being fixed width. */
export function itemsToRoll<Item extends Pick<PlanItem, 'state' | 'week'>>(items: readonly Item[], today: string): Item[] {
  const current = isoWeek(today);
  return items.filter((item) => item.state === 'open' && item.week < current);
}

/** The item moved on to the current week. */
export function rolled(item: PlanItem, today: string, at: string): PlanItem {
  const to = isoWeek(today);
  return {
    ...item,
    week: to,
    timesMoved: item.timesMoved + 1,
    moves: [...item.moves, { from: item.week, to, at, whyNot: item.whyNot }],
    whyNot: '',
  };
}

/** Whether the item's week stands on the plan today. */
export function onPlan(item: Pick<PlanItem, 'week'>, today: string): boolean {
  return planWeeks(today).includes(item.week);
}
