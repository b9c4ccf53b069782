import { z } from 'zod';
import { count, fen, headsWord, instant, line, link, localDate, numbered, paragraph, recordBase, reference, scans } from './fields.ts';
import type { Role } from './person.ts';
import type { StateTable } from './state-table.ts';

/** Dispatch orders 派工单 (DOMAIN §7). Due times, money and warnings: `dispatch-rules.ts`. */

export const DISPATCH_STATES = [
  'waiting',
  'dispatched',
  'accepted',
  'arrived',
  'paused',
  'finished',
  'followedUp',
  'archived',
  'cancelled',
] as const;
export type DispatchState = (typeof DISPATCH_STATES)[number];
export const DISPATCH_ACTIONS = [
  'dispatch',
  'accept',
  'arrive',
  'pause',
  'resume',
  'finish',
  'followUp',
  'archive',
  'return',
  'reassign',
  'cancel',
] as const;
export type DispatchAction = (typeof DISPATCH_ACTIONS)[number];

const DESK: readonly Role[] = ['receptionist', 'assistant', 'supervisor'];

/**
 * Every step of an order. The desk enters what the workers report. After a pause the worker comes a second time, so the
 * order goes on as accepted; the first arrival stays on record.
 */
export const DISPATCH_TABLE: StateTable<DispatchState, DispatchAction> = [
  { from: 'waiting', action: 'dispatch', who: DESK, to: 'dispatched' },
  { from: 'dispatched', action: 'accept', who: DESK, to: 'accepted' },
  { from: 'accepted', action: 'arrive', who: DESK, to: 'arrived' },
  { from: 'arrived', action: 'finish', who: DESK, to: 'finished' },
  { from: 'accepted', action: 'pause', who: DESK, to: 'paused' },
  { from: 'arrived', action: 'pause', who: DESK, to: 'paused' },
  { from: 'paused', action: 'resume', who: DESK, to: 'accepted' },
  { from: 'dispatched', action: 'return', who: DESK, to: 'waiting' },
  { from: 'accepted', action: 'return', who: DESK, to: 'waiting' },
  { from: 'arrived', action: 'return', who: DESK, to: 'waiting' },
  { from: 'paused', action: 'return', who: DESK, to: 'waiting' },
  { from: 'dispatched', action: 'reassign', who: DESK, to: 'dispatched' },
  { from: 'accepted', action: 'reassign', who: DESK, to: 'dispatched' },
  { from: 'arrived', action: 'reassign', who: DESK, to: 'dispatched' },
  { from: 'paused', action: 'reassign', who: DESK, to: 'dispatched' },
  { from: 'finished', action: 'followUp', who: DESK, to: 'followedUp' },
  { from: 'followedUp', action: 'archive', who: DESK, to: 'archived' },
  { from: 'waiting', action: 'cancel', who: DESK, to: 'cancelled' },
  { from: 'dispatched', action: 'cancel', who: DESK, to: 'cancelled' },
  { from: 'accepted', action: 'cancel', who: DESK, to: 'cancelled' },
  { from: 'arrived', action: 'cancel', who: DESK, to: 'cancelled' },
  { from: 'paused', action: 'cancel', who: DESK, to: 'cancelled' },
];

export const OPEN_DISPATCH_STATES: readonly DispatchState[] = ['waiting', 'dispatched', 'accepted', 'arrived', 'paused'];

export const TRADES = [
  'plumbing',
  'electric',
  'building',
  'doorsWindows',
  'cleaning',
  'security',
  'greenery',
  'household',
  'other',
] as const;
export type Trade = (typeof TRADES)[number];

/** Trades that repair the house itself 工程维修 (1:3.7.1): cleaning, security and services to a household do not. */
const ENGINEERING_TRADES: readonly string[] = ['plumbing', 'electric', 'building', 'doorsWindows'] satisfies Trade[];

/** Whether the work of an order is an engineering repair (1:3.7.1). */
export function isEngineeringRepair(order: { trade: string }): boolean {
  return ENGINEERING_TRADES.includes(order.trade);
}
export const DISPATCH_URGENCIES = ['urgent', 'normal', 'planned'] as const;
export const CHARGES = ['paid', 'free', 'warranty'] as const;
export type Charge = (typeof CHARGES)[number];
export const PAYMENT_MEANS = ['cash', 'wechat', 'alipay', 'card', 'account'] as const;
export type PaymentMeans = (typeof PAYMENT_MEANS)[number];
export const DISPATCH_SOURCES = ['call', 'visit', 'outgoing', 'letter', 'form', 'patrol', 'steward', 'other'] as const;

export const dispatchInput = z.object({
  source: z.enum(DISPATCH_SOURCES).default('other'),
  sourceTable: line,
  sourceId: reference,
  sourceNumber: line,
  unit: line,
  unitId: reference,
  /** Instead of a unit: the building's stairs, the playground, the garage. */
  publicArea: line,
  householdId: reference,
  customer: line,
  customerReading: line,
  phone: line,
  reportedAt: instant,
  content: paragraph,
  trade: z.enum(['', ...TRADES]).default(''),
  urgency: z.enum(DISPATCH_URGENCIES).default('normal'),
  charge: z.enum(CHARGES).default('free'),
  appointmentAt: instant,
  /** The finished order this one repairs again. */
  reworkOfId: reference,
  reworkOfNumber: line,
  note: paragraph,
});
export type DispatchInput = z.infer<typeof dispatchInput>;

/** What is kept of an order beside the steps of its table; none of them changes its state. */
export const DISPATCH_EVENTS = ['issue', 'urge', 'rework', 'confirm', 'pay'] as const;

const hopSchema = z.object({
  action: z.enum([...DISPATCH_ACTIONS, ...DISPATCH_EVENTS]),
  at: z.string(),
  by: z.string(),
  from: line,
  to: line,
  opinion: paragraph,
});
/**
 * One hop: who passed it from whom to whom, when, with what opinion. Urging 催办, rework, the head's word and a payment are
 * kept among them.
 */
export type DispatchHop = z.infer<typeof hopSchema>;

export const materialLine = z.object({
  name: z.string().trim().min(1).max(100),
  size: line,
  /** Thousandths of the unit of measure: 1.5 m = 1500. */
  quantityThousandths: z.int().min(0).max(1_000_000_000),
  measure: line,
  priceFen: fen,
});
export type MaterialLine = z.infer<typeof materialLine>;

export const paymentSchema = z.object({
  means: z.enum(['', ...PAYMENT_MEANS]).default(''),
  receivedFen: fen,
  receiptNumber: line,
  receivedAt: instant,
  collectedBy: reference,
});

export const dispatchRecord = recordBase.extend({
  ...dispatchInput.shape,
  ...numbered.shape,
  reportedOn: line,
  state: z.enum(DISPATCH_STATES),
  departmentId: reference,
  /** Worker or team as written on the ticket. */
  worker: line,
  workerId: reference,
  dispatchedAt: instant,
  acceptedAt: instant,
  arrivedAt: instant,
  quoteFen: fen,
  quoteAgreedBy: line,
  finishedAt: instant,
  finishedOn: line,
  done: paragraph,
  materials: z.array(materialLine).default([]),
  labourFen: fen,
  waivedFen: fen,
  waivedBy: reference,
  waivedReason: line,
  payment: paymentSchema.default({ means: '', receivedFen: 0, receiptNumber: '', receivedAt: '', collectedBy: '' }),
  unfinishedReason: paragraph,
  passedOnTo: line,
  customerSigned: z.boolean().default(false),
  satisfaction: z.enum(['', 'satisfied', 'fairly', 'notSatisfied']).default(''),
  workerSigned: z.boolean().default(false),
  headsWord: headsWord.nullable(),
  /** Pauses; an open one has no end. */
  pauses: z.array(z.object({ from: z.string(), until: instant, reason: line })).default([]),
  hops: z.array(hopSchema).default([]),
  arrivalDueAt: instant,
  finishDueAt: instant,
  links: z.array(link).default([]),
  photos: scans,
  archivedBy: reference,
  archivedAt: instant,
  archivedOn: localDate,
  cancelledOn: localDate,
  cancelReason: paragraph,
  timesPrinted: count,
  keys: z.array(z.string()).default([]),
});
export type DispatchOrder = z.infer<typeof dispatchRecord>;

/** Who has the order: the worker or team, else the department it was sent to; `''` while it waits at the desk. */
export function sentTo(order: Pick<DispatchOrder, 'worker' | 'departmentId'>, departmentOf: (id: string) => string): string {
  return order.worker === '' ? departmentOf(order.departmentId) : order.worker;
}

/** What an order still lacks before a worker can be sent. */
export function dispatchGaps(
  order: Pick<DispatchInput, 'unit' | 'publicArea' | 'trade' | 'content' | 'urgency' | 'appointmentAt'>,
): ('place' | 'trade' | 'content' | 'appointment')[] {
  const gaps: ReturnType<typeof dispatchGaps> = [];
  if (order.unit.trim() === '' && order.publicArea.trim() === '') gaps.push('place');
  if (order.trade === '') gaps.push('trade');
  if (order.content.trim() === '') gaps.push('content');
  if (order.urgency === 'planned' && order.appointmentAt === '') gaps.push('appointment');
  return gaps;
}
