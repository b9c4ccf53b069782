import { describe, expect, it } from 'vitest';
import { dispatchRecord, type DispatchOrder } from '../../../shared/domain/dispatch-order.ts';
import type { OperationName } from '../../../shared/domain/permissions.ts';
import { orderOffers } from './order-offers.ts';

const DESK_DEPARTMENT = 'desk';

const NOW = '2026-11-23T00:30:00.000Z';
const EMPTY = dispatchRecord.parse({
  id: 'o1',
  createdAt: NOW,
  changedAt: NOW,
  createdBy: 'p1',
  desk: 'A',
  number: 'PG-2026-000001',
  numberYear: 2026,
  numberDesk: 'A',
  numberSerial: 1,
  state: 'waiting',
  headsWord: null,
});

/** An order of another department with 200 yuan still to pay. */
function orderIn(state: DispatchOrder['state'], fields: Partial<DispatchOrder> = {}): DispatchOrder {
  return { ...EMPTY, state, departmentId: 'engineers', charge: 'paid', labourFen: 20_000, ...fields };
}

/** What is offered to somebody at the desk who may run these operations alone. */
function offered(order: DispatchOrder, ...granted: OperationName[]): string[] {
  const onLooker = { roles: ['receptionist' as const], may: (operation: OperationName) => granted.includes(operation) };
  const { forward, aside, ...rest } = orderOffers(order, onLooker, DESK_DEPARTMENT);
  const others = Object.entries(rest).flatMap(([name, on]) => (on ? [name] : []));
  return [...forward, ...aside, ...others];
}

describe('orderOffers', () => {
  it.each<[OperationName, DispatchOrder['state'], string[]]>([
    ['advance-dispatch-order', 'waiting', ['dispatch', 'cancel']],
    ['advance-dispatch-order', 'dispatched', ['accept', 'arrive', 'finish', 'reassign', 'return', 'cancel']],
    ['advance-dispatch-order', 'accepted', ['arrive', 'finish', 'reassign', 'return', 'cancel', 'pause']],
    ['advance-dispatch-order', 'finished', []],
    ['advance-dispatch-order', 'followedUp', ['archive']],
    ['record-follow-up', 'dispatched', []],
    ['record-follow-up', 'finished', ['followUp', 'spotCheck']],
    ['confirm-dispatch-order', 'dispatched', []],
    ['confirm-dispatch-order', 'followedUp', ['confirm']],
    ['record-payment', 'dispatched', []],
    ['record-payment', 'finished', ['pay']],
    ['urge-dispatch-order', 'waiting', []],
    ['urge-dispatch-order', 'dispatched', ['urge']],
    ['issue-dispatch-order', 'dispatched', []],
    ['issue-dispatch-order', 'archived', ['rework']],
    ['change-dispatch-order', 'dispatched', ['change']],
    ['change-dispatch-order', 'finished', ['change', 'changeWork']],
    ['change-dispatch-order', 'archived', []],
    ['record-print', 'archived', ['print']],
    ['save-reply', 'waiting', ['reply']],
    ['save-reply', 'archived', ['reply']],
    ['save-reply', 'cancelled', []],
  ])('whoever may %s alone is offered of one that is %s: %j', (operation, state, expected) => {
    expect(offered(orderIn(state), operation)).toEqual(expected);
  });

  it('offers nothing to whoever may nothing, in no state', () => {
    for (const state of ['waiting', 'dispatched', 'paused', 'finished', 'followedUp', 'archived', 'cancelled'] as const) {
      expect(offered(orderIn(state))).toEqual([]);
    }
  });

  it('asks neither for a word nor for a spot check of the desk’s own order, nor for money that is paid', () => {
    const own = orderIn('finished', { departmentId: DESK_DEPARTMENT, labourFen: 0 });
    expect(offered(own, 'confirm-dispatch-order', 'record-follow-up', 'record-payment')).toEqual(['followUp']);
  });
});
