import { z } from 'zod';
import { count, decision, fen, instant, line, localDate, numbered, paragraph, recordBase, reference } from './fields.ts';

/** Handover 交接班 (DOMAIN §11; 5:3). */

export const HANDOVER_ITEM_KINDS = ['order', 'form', 'promise', 'letterToConfirm', 'mail', 'serviceRequest', 'other'] as const;

const itemSchema = z.object({
  kind: z.enum(HANDOVER_ITEM_KINDS),
  table: line,
  id: reference,
  number: line,
  summary: line,
  /** Ticked one by one by whoever takes over. */
  ticked: z.boolean().default(false),
  /** To be dealt with by the night manager. */
  forNightManager: z.boolean().default(false),
  note: line,
});
export type HandoverItem = z.infer<typeof itemSchema>;

export const handoverInput = z.object({
  shift: line,
  on: localDate,
  fromPersonId: reference,
  toPersonId: reference,
  nightManagerId: reference,
  /** Counts of the day as they stood: calls, visits, letters, orders … keyed by what is counted. */
  counts: z.record(z.string(), z.int().min(0)).default({}),
  items: z.array(itemSchema).default([]),
  ordersFromAbove: paragraph,
  cashDueFen: fen,
  cashCountedFen: fen,
  cashNote: line,
  keysAndDevices: paragraph,
  /** Why it is handed over although an item is unticked. */
  untickedReason: paragraph,
  objection: paragraph,
  note: paragraph,
});
export type HandoverInput = z.infer<typeof handoverInput>;

export const handoverRecord = recordBase.extend({
  ...handoverInput.shape,
  ...numbered.shape,
  state: z.enum(['open', 'handedOver']),
  handedOverAt: instant,
  givenBy: decision.nullable(),
  takenBy: decision.nullable(),
  nightManagersWord: decision.nullable(),
  /** The journal's last line at that moment: both signatures seal the book as well. */
  journalSequence: z.int().min(0),
  journalHash: line,
  timesPrinted: count,
});
export type Handover = z.infer<typeof handoverRecord>;

/** Counted less due, in fen: below zero when money is missing. */
export function cashDifferenceFen(handover: Pick<HandoverInput, 'cashDueFen' | 'cashCountedFen'>): number {
  return handover.cashCountedFen - handover.cashDueFen;
}

export const HANDOVER_OBSTACLES = ['unticked', 'samePerson', 'nobody', 'nightManager', 'cashNote'] as const;
export type HandoverObstacle = (typeof HANDOVER_OBSTACLES)[number];

/** What stands against handing over: an unticked item without a reason, work for a night manager who is not named. */
export function handoverObstacles(
  handover: Pick<
    HandoverInput,
    'items' | 'untickedReason' | 'fromPersonId' | 'toPersonId' | 'nightManagerId' | 'cashDueFen' | 'cashCountedFen' | 'cashNote'
  >,
): HandoverObstacle[] {
  const obstacles: HandoverObstacle[] = [];
  if (handover.items.some((item) => !item.ticked) && handover.untickedReason.trim() === '') obstacles.push('unticked');
  if (handover.toPersonId === '') obstacles.push('nobody');
  else if (handover.toPersonId === handover.fromPersonId) obstacles.push('samePerson');
  if (handover.items.some((item) => item.forNightManager) && handover.nightManagerId === '') obstacles.push('nightManager');
  if (cashDifferenceFen(handover) !== 0 && handover.cashNote.trim() === '') obstacles.push('cashNote');
  return obstacles;
}
