import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dispatchGaps, type DispatchOrder } from './dispatch-order.ts';
import {
  dispatchDue,
  dispatchTotals,
  dispatchWarnings,
  doneInTime,
  dueAfterPauses,
  materialAmountFen,
  pausedMs,
  pausedSince,
  repeatedOrders,
} from './dispatch-rules.ts';
import { followUpGaps, followUpSettled } from './follow-up.ts';
import { paidServiceAmounts } from './paid-service.ts';
import { drawSample, freeSampleSize } from './sampling.ts';

const rules = { urgentArrivalMinutes: 30, normalFinishHours: 24 };
const reportedAt = '2026-11-23T00:02:00.000Z';

describe('dispatchDue', () => {
  it.each([
    ['urgent', { arrivalDueAt: '2026-11-23T00:32:00.000Z', finishDueAt: '' }],
    ['normal', { arrivalDueAt: '', finishDueAt: '2026-11-24T00:02:00.000Z' }],
    ['planned', { arrivalDueAt: '2026-11-23T07:00:00.000Z', finishDueAt: '' }],
  ] as const)('%s', (urgency, due) => {
    expect(dispatchDue({ urgency, reportedAt, appointmentAt: '2026-11-23T07:00:00.000Z' }, rules)).toEqual(due);
  });
});

describe('pauses', () => {
  const pauses = [
    { from: '2026-11-23T01:00:00.000Z', until: '2026-11-23T03:00:00.000Z', reason: '' },
    { from: '2026-11-23T05:00:00.000Z', until: '', reason: '' },
  ];
  it('counts an open pause up to now', () => {
    expect(pausedMs(pauses, '2026-11-23T06:00:00.000Z')).toBe(3 * 3_600_000);
    expect(pausedMs(pauses, '2026-11-23T02:00:00.000Z')).toBe(3_600_000);
    expect(dueAfterPauses('2026-11-24T00:02:00.000Z', pauses, '2026-11-23T06:00:00.000Z')).toBe('2026-11-24T03:02:00.000Z');
  });
  it('says since when the order waits', () => {
    expect(pausedSince({ pauses })).toBe('2026-11-23T05:00:00.000Z');
    expect(pausedSince({ pauses: pauses.slice(0, 1) })).toBe('');
  });
  it('never moves a due time back', () => {
    const instant = fc.integer({ min: 0, max: 100 }).map((hours) => new Date(Date.parse(reportedAt) + hours * 3_600_000).toISOString());
    const pause = fc
      .tuple(instant, instant)
      .map(([left, right]) => ({ from: left < right ? left : right, until: left < right ? right : left, reason: '' }));
    fc.assert(
      fc.property(fc.array(pause, { maxLength: 5 }), instant, instant, (list, due, now) => {
        expect(dueAfterPauses(due, list, now) >= due).toBe(true);
      }),
    );
  });
});

describe('dispatchWarnings', () => {
  const urgent = { state: 'dispatched' as const, arrivalDueAt: '2026-11-23T00:32:00.000Z', finishDueAt: '', arrivedAt: '', pauses: [] };
  it.each<[string, Partial<DispatchOrder>, string, string[]]>([
    ['in time', {}, '2026-11-23T00:31:00.000Z', []],
    ['nobody there in time', {}, '2026-11-23T00:33:00.000Z', ['arrivalLate']],
    ['there', { arrivedAt: '2026-11-23T00:31:00.000Z', state: 'arrived' }, '2026-11-23T02:00:00.000Z', []],
    ['nobody sent', { state: 'waiting' }, '2026-11-23T00:33:00.000Z', ['notDispatched', 'arrivalLate']],
    ['not finished in time', { arrivalDueAt: '', finishDueAt: '2026-11-24T00:00:00.000Z' }, '2026-11-24T00:01:00.000Z', ['finishLate']],
    ['paused', { state: 'paused' }, '2026-12-24T00:01:00.000Z', ['paused']],
    ['finished', { state: 'finished' }, '2026-12-24T00:01:00.000Z', []],
    ['cancelled', { state: 'cancelled' }, '2026-12-24T00:01:00.000Z', []],
  ])('%s', (_name, fields, now, warnings) => {
    expect(dispatchWarnings({ ...urgent, ...fields }, now)).toEqual(warnings);
  });
});

describe('doneInTime', () => {
  const order = {
    arrivalDueAt: '2026-11-23T00:32:00.000Z',
    finishDueAt: '',
    arrivedAt: '2026-11-23T00:31:00.000Z',
    finishedAt: '2026-11-23T01:20:00.000Z',
    pauses: [],
  };
  it('the drain of 3-2-1502 was reached 29 minutes after the call', () => {
    expect(doneInTime(order)).toBe(true);
    expect(doneInTime({ ...order, arrivedAt: '2026-11-23T00:33:00.000Z' })).toBe(false);
    expect(doneInTime({ ...order, finishedAt: '' })).toBeNull();
  });
});

describe('money in fen', () => {
  const tap = { name: '龙头', size: '', quantityThousandths: 2000, measure: '个', priceFen: 8650 };
  const unpaid = { payment: { receivedFen: 0 }, waivedFen: 0 };
  it('two taps at 86.50 and 60.00 labour are 233.00', () => {
    expect(dispatchTotals({ materials: [tap], labourFen: 6000, charge: 'paid', ...unpaid })).toEqual({
      materialsFen: 17_300,
      labourFen: 6000,
      totalFen: 23_300,
      dueFen: 23_300,
      openFen: 23_300,
    });
  });
  it('nothing is due of a free order, nor what was waived', () => {
    expect(dispatchTotals({ materials: [tap], labourFen: 0, charge: 'warranty', ...unpaid }).dueFen).toBe(0);
    expect(
      dispatchTotals({ materials: [tap], labourFen: 0, charge: 'paid', payment: { receivedFen: 300 }, waivedFen: 17_000 }),
    ).toMatchObject({ dueFen: 300, openFen: 0 });
  });
  it.each([
    [1500, 333, 500],
    [1, 499, 0],
    [1, 500, 1],
    [1_000_000_000, 10_000_000_000, 10_000_000_000_000_000],
  ])('%i thousandths at %i fen = %i', (quantityThousandths, priceFen, amount) => {
    expect(materialAmountFen({ quantityThousandths, priceFen })).toBe(amount);
  });
  it('the paid-service row carries the sums of its order', () => {
    const payment = { means: 'wechat' as const, receivedFen: 23_300, receiptNumber: '0012873', receivedAt: '', collectedBy: '' };
    expect(paidServiceAmounts({ materials: [tap], labourFen: 6000, charge: 'paid', waivedFen: 0, payment })).toEqual({
      materialsFen: 17_300,
      labourFen: 6000,
      totalFen: 23_300,
      dueFen: 23_300,
      receivedFen: 23_300,
      waivedFen: 0,
    });
  });
});

describe('repeatedOrders', () => {
  const earlier = {
    id: 'a',
    unit: '3-2-1502',
    unitId: 'u',
    publicArea: '',
    trade: 'plumbing' as const,
    reportedOn: '2026-11-23',
    reportedAt,
    state: 'finished' as const,
  };
  const again = { id: 'b', unitNames: ['3-2-1502'], unitId: 'u', publicArea: '', trade: 'plumbing', reportedOn: '2026-11-23' };
  it.each<[string, Partial<typeof again>, number]>([
    ['same unit and trade', {}, 1],
    ['unit typed, not chosen', { unitId: '' }, 1],
    ['another trade', { trade: 'electric' }, 0],
    ['another unit', { unitNames: ['3-2-1602'], unitId: 'v' }, 0],
    ['another unit, typed', { unitNames: ['3-2-1602'], unitId: '' }, 0],
    ['another name of the unit, typed', { unitNames: ['A座1502', '3-2-1502'], unitId: '' }, 1],
    ['the thirtieth day', { reportedOn: '2026-12-23' }, 1],
    ['the thirty-first day', { reportedOn: '2026-12-24' }, 0],
    ['itself', { id: 'a' }, 0],
    ['trade unknown', { trade: '' }, 0],
  ])('%s', (_name, fields, hits) => {
    expect(repeatedOrders({ ...again, ...fields }, [earlier], 30)).toHaveLength(hits);
  });
  it('leaves cancelled ones out and sorts the newest first', () => {
    const later = { ...earlier, id: 'c', reportedAt: '2026-11-23T04:00:00.000Z' };
    expect(
      repeatedOrders(again, [earlier, later, { ...earlier, id: 'd', state: 'cancelled' as const }], 30).map((order) => order.id),
    ).toEqual(['c', 'a']);
  });
});

describe('dispatchGaps', () => {
  it('asks for place, trade, content and the appointment of a planned order', () => {
    const empty = { unit: '', publicArea: '', trade: '' as const, content: ' ', urgency: 'planned' as const, appointmentAt: '' };
    expect(dispatchGaps(empty)).toEqual(['place', 'trade', 'content', 'appointment']);
    expect(dispatchGaps({ ...empty, publicArea: '儿童乐园', trade: 'building', content: '秋千', urgency: 'urgent' })).toEqual([]);
  });
});

describe('follow-up', () => {
  const reached = { outcome: 'reached' as const, overall: 'satisfied' as const, at: '2', spotCheck: false };
  it.each([
    ['nobody asked yet', [], false],
    ['satisfied', [reached], true],
    ['not satisfied', [{ ...reached, overall: 'notSatisfied' as const }], false],
    [
      'not satisfied, then fairly',
      [
        { ...reached, overall: 'notSatisfied' as const, at: '1' },
        { ...reached, overall: 'fairly' as const },
      ],
      true,
    ],
    ['refused', [{ ...reached, outcome: 'refused' as const, overall: '' as const }], true],
    ['not reached once', [{ ...reached, outcome: 'notReached' as const, overall: '' as const }], false],
    [
      'not reached three times',
      [1, 2, 3].map((at) => ({ ...reached, outcome: 'notReached' as const, overall: '' as const, at: String(at) })),
      true,
    ],
    [
      'not satisfied, then not reached three times',
      [
        { ...reached, overall: 'notSatisfied' as const, at: '0' },
        ...[1, 2, 3].map((at) => ({ ...reached, outcome: 'notReached' as const, overall: '' as const, at: String(at) })),
      ],
      false,
    ],
    ['a spot check settles nothing', [{ ...reached, spotCheck: true }], false],
  ])('%s: %s %s', (_name, followUps, settled) => {
    expect(followUpSettled(followUps, { followUpTries: 3, notSatisfied: 'callAgain' })).toBe(settled);
  });
  it.each([
    ['not satisfied', { ...reached, overall: 'notSatisfied' as const }, true],
    ['not asked', { ...reached, overall: '' as const }, false],
    ['not reached', { ...reached, outcome: 'notReached' as const, overall: '' as const }, false],
  ])('%s, where nobody is called again: settled %s', (_what, followUp, settled) => {
    expect(followUpSettled([followUp], { followUpTries: 3, notSatisfied: 'settled' })).toBe(settled);
  });
  it('asks a dissatisfied customer for the opinion', () => {
    const said = { outcome: 'reached' as const, means: 'call' as const, spokenTo: '单', overall: 'notSatisfied' as const, opinion: '' };
    const call = { ...said, spotCheck: false, agreesWithDepartment: '' as const };
    expect(followUpGaps(call)).toEqual(['opinion']);
    expect(followUpGaps({ ...call, outcome: 'notReached', spokenTo: '', overall: '' })).toEqual([]);
    expect(followUpGaps({ ...call, outcome: '' })).toEqual(['outcome']);
  });
});

describe('drawSample (3:3.4)', () => {
  it.each([
    [0, 0],
    [1, 1],
    [10, 1],
    [11, 2],
    [100, 10],
    [101, 11],
  ])('%i free orders → %i checked', (free, size) => {
    expect(freeSampleSize(free)).toBe(size);
  });
  const order = fc.record({ charge: fc.constantFrom('paid' as const, 'free' as const, 'warranty' as const) });
  it('takes every paid one and a tenth of the rest, the same in any order of input', () => {
    fc.assert(
      fc.property(fc.array(order, { maxLength: 80 }), fc.string({ minLength: 1 }), (list, seed) => {
        const orders = list.map((entry, index) => ({ ...entry, id: String(index), number: `PG-2026-${String(index).padStart(6, '0')}` }));
        const drawn = drawSample(orders, seed);
        const free = orders.filter((entry) => entry.charge !== 'paid').length;
        expect(drawn.filter((entry) => entry.why === 'paid')).toHaveLength(orders.length - free);
        expect(drawn.filter((entry) => entry.why === 'drawn')).toHaveLength(freeSampleSize(free));
        expect(drawSample(orders.toReversed(), seed)).toEqual(drawn);
        expect(new Set(drawn.map((entry) => entry.order.id)).size).toBe(drawn.length);
      }),
    );
  });
  it('another seed draws others', () => {
    const orders = Array.from({ length: 100 }, (_, index) => ({ id: String(index), number: `PG-${index}`, charge: 'free' as const }));
    expect(drawSample(orders, 'a')).not.toEqual(drawSample(orders, 'b'));
  });
});
