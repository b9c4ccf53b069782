import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CountedOrder, monthBefore, monthlyReportRecord, rate, statisticsRow, statisticsTable } from './monthly-statistics.ts';

const MONTH = '2026-11';
/** Reported at nine on the 10th, somebody there at half past, finished at eleven, in time. */
const DONE: CountedOrder = {
  trade: 'plumbing',
  charge: 'free',
  reportedOn: '2026-11-10',
  reportedAt: '2026-11-10T01:00:00.000Z',
  arrivedAt: '2026-11-10T01:30:00.000Z',
  finishedAt: '2026-11-10T03:00:00.000Z',
  finishedOn: '2026-11-10',
  cancelledOn: '',
  arrivalDueAt: '',
  finishDueAt: '2026-11-11T01:00:00.000Z',
  pauses: [],
  reworkOfId: '',
  followedUp: false,
  satisfied: false,
  becameComplaint: false,
};
const OPEN: CountedOrder = { ...DONE, arrivedAt: '', finishedAt: '', finishedOn: '' };
const CANCELLED: CountedOrder = { ...OPEN, cancelledOn: '2026-11-12' };

describe('counts of a month', () => {
  it.each<[string, Partial<CountedOrder>, [number, number, number, number, number]]>([
    ['reported and finished', {}, [0, 1, 1, 0, 0]],
    ['reported on the first', { reportedOn: '2026-11-01' }, [0, 1, 1, 0, 0]],
    ['reported on the last, open', { ...OPEN, reportedOn: '2026-11-30' }, [0, 1, 0, 0, 1]],
    ['reported the day before the month', { reportedOn: '2026-10-31' }, [1, 0, 1, 0, 0]],
    ['reported in the year before', { ...OPEN, reportedOn: '2025-12-31' }, [1, 0, 0, 0, 1]],
    ['reported the day after the month', { ...OPEN, reportedOn: '2026-12-01' }, [0, 0, 0, 0, 0]],
    ['ended before the month', { reportedOn: '2026-10-30', finishedOn: '2026-10-31' }, [0, 0, 0, 0, 0]],
    ['ended after the month', { finishedOn: '2026-12-01' }, [0, 1, 0, 0, 1]],
    ['ended in the next year', { finishedOn: '2027-11-01' }, [0, 1, 0, 0, 1]],
    ['cancelled', CANCELLED, [0, 1, 0, 1, 0]],
    ['carried over and cancelled', { ...CANCELLED, reportedOn: '2026-09-01' }, [1, 0, 0, 1, 0]],
    ['cancelled after the month', { ...CANCELLED, cancelledOn: '2026-12-01' }, [0, 1, 0, 0, 1]],
    ['cancelled before the month', { ...CANCELLED, reportedOn: '2026-10-01', cancelledOn: '2026-10-02' }, [0, 0, 0, 0, 0]],
    ['finished, and cancelled all the same', { cancelledOn: '2026-11-12' }, [0, 1, 0, 1, 0]],
    ['finished before it was reported', { finishedOn: '2026-10-31' }, [0, 1, 1, 0, 0]],
    ['cancelled before it was reported', { ...CANCELLED, cancelledOn: '2026-10-31' }, [0, 1, 0, 1, 0]],
  ])('%s', (_what, fields, [carriedOver, reported, finished, cancelled, unfinished]) => {
    expect(statisticsRow([{ ...DONE, ...fields }], MONTH)).toMatchObject({ carriedOver, reported, finished, cancelled, unfinished });
  });
});

describe('rates and means of a month', () => {
  const nothing = { finishedRate: null, inTimeRate: null, reworkRate: null, followedUpRate: null, satisfiedRate: null };
  const noMeans = { meanResponseMinutes: null, meanCompletionTenthHours: null };
  it.each<[string, Partial<CountedOrder>[], Partial<ReturnType<typeof statisticsRow>>]>([
    ['no order', [], { ...nothing, ...noMeans, inTime: 0, rework: 0, followedUp: 0, satisfied: 0, complaints: 0 }],
    ['one of three finished, one cancelled', [{}, OPEN, CANCELLED], { finishedRate: 500 }],
    ['two of three finished', [{}, {}, OPEN], { finishedRate: 667 }],
    ['all cancelled', [CANCELLED], { finishedRate: null, inTimeRate: null }],
    ['one of two in time', [{}, { finishDueAt: '2026-11-10T02:59:59.000Z' }], { inTime: 1, inTimeRate: 500 }],
    ['an open one is not in time', [{}, OPEN], { inTime: 1, inTimeRate: 1000 }],
    ['one of four a rework', [{ reworkOfId: 'o1' }, {}, OPEN, CANCELLED], { rework: 1, reworkRate: 250 }],
    ['a rework of the month before', [{ reworkOfId: 'o1', reportedOn: '2026-10-31' }, {}], { rework: 0, reworkRate: 0 }],
    [
      'one of two followed up, not satisfied',
      [{ followedUp: true }, {}],
      { followedUp: 1, followedUpRate: 500, satisfied: 0, satisfiedRate: 0 },
    ],
    [
      'two followed up, one satisfied',
      [{ followedUp: true, satisfied: true }, { followedUp: true }],
      { followedUp: 2, satisfied: 1, satisfiedRate: 500 },
    ],
    ['satisfied is who was followed up', [{ satisfied: true }], { followedUp: 0, satisfied: 0, satisfiedRate: null }],
    ['a complaint', [{ becameComplaint: true }, {}, { ...OPEN, becameComplaint: true }], { complaints: 1 }],
    ['half an hour and two hours', [{}], { meanResponseMinutes: 30, meanCompletionTenthHours: 20 }],
    [
      'the mean of two',
      [{}, { arrivedAt: '2026-11-10T01:10:00.000Z', finishedAt: '2026-11-10T02:00:00.000Z' }],
      { meanResponseMinutes: 20, meanCompletionTenthHours: 15 },
    ],
    [
      'rounded to a minute and a tenth of an hour',
      [{ arrivedAt: '2026-11-10T01:00:31.000Z', finishedAt: '2026-11-10T01:14:00.000Z' }],
      { meanResponseMinutes: 1, meanCompletionTenthHours: 2 },
    ],
    [
      'fourteen hours and forty-five minutes on the mean, half a tenth up',
      [
        { finishedAt: '2026-11-10T23:40:00.000Z', finishDueAt: '' },
        { finishedAt: '2026-11-10T11:42:00.000Z', finishDueAt: '' },
        { finishedAt: '2026-11-10T11:53:00.000Z', finishDueAt: '' },
      ],
      { meanCompletionTenthHours: 148 },
    ],
    ['who arrived only', [{}, { arrivedAt: '' }], { meanResponseMinutes: 30, meanCompletionTenthHours: 20 }],
    ['nobody noted the arrival', [{ arrivedAt: '' }], { meanResponseMinutes: null, meanCompletionTenthHours: 20 }],
    ['finished only', [OPEN], noMeans],
    ['before the report, by a slip of the clock', [{ arrivedAt: '2026-11-10T00:59:00.000Z' }], { meanResponseMinutes: 0 }],
    [
      'without the hour it was paused',
      [{ pauses: [{ from: '2026-11-10T01:40:00.000Z', until: '2026-11-10T02:40:00.000Z', reason: '等料' }] }],
      { meanResponseMinutes: 30, meanCompletionTenthHours: 10 },
    ],
  ])('%s', (_what, orders, row) => {
    expect(
      statisticsRow(
        orders.map((fields) => ({ ...DONE, ...fields })),
        MONTH,
      ),
    ).toMatchObject(row);
  });
  it.each([
    [0, 3, 0],
    [1, 3, 333],
    [2, 3, 667],
    [3, 3, 1000],
    [1, 2000, 1],
    [0, 0, null],
  ])('%i of %i is %s', (part, whole, tenths) => {
    expect(rate(part, whole)).toBe(tenths);
  });
});

it('has a row for each trade, paid and free; warranty counts as free, and a row with no order is left out', () => {
  const orders: CountedOrder[] = [
    DONE,
    { ...DONE, charge: 'paid' },
    { ...DONE, charge: 'warranty' },
    { ...OPEN, trade: 'electric', reportedOn: '2026-10-10' },
    { ...OPEN, trade: 'other', reportedOn: '2026-12-10' },
  ];
  const { rows, total } = statisticsTable(orders, ['plumbing', 'electric', 'other'], MONTH);
  expect(rows.map(({ trade, paid, row }) => [trade, paid, row.carriedOver, row.reported])).toEqual([
    ['plumbing', true, 0, 1],
    ['plumbing', false, 0, 2],
    ['electric', false, 1, 0],
  ]);
  expect(total).toMatchObject({ carriedOver: 1, reported: 3, finished: 3, unfinished: 1 });
});

it.each([
  ['2026-01', '2025-12'],
  ['2026-03', '2026-02'],
  ['2026-12', '2026-11'],
  ['2026-10', '2026-09'],
])('the month before %s is %s', (month, before) => {
  expect(monthBefore(month)).toBe(before);
});

it.each([
  ['2026-11', true],
  ['2026-1', false],
  ['26-11', false],
  ['12026-11', false],
  ['2026-111', false],
  ['2026年11', false],
])('%s is a month: %s', (month, fits) => {
  expect(monthlyReportRecord.shape.month.safeParse(month).success).toBe(fits);
});

/** A made order in whole minutes after the end of October; what is negative has not happened. */
interface MadeOrder {
  reported: number;
  arrivedAfter: number;
  finishedAfter: number;
  cancelledAfter: number;
  /** Minutes after the report, each ending where the next begins at the earliest. */
  pauses: { after: number; minutes: number }[];
  arrivalWithin: number;
  finishWithin: number;
  paid: boolean;
  rework: boolean;
  followedUp: boolean;
  satisfied: boolean;
  becameComplaint: boolean;
}

const BEGIN = Date.parse('2026-11-01T00:00:00.000Z');
const instantAt = (minute: number) => new Date(BEGIN + minute * 60_000).toISOString();
const dayAt = (minute: number) => instantAt(minute).slice(0, 10);

function asCounted(made: MadeOrder): CountedOrder {
  const after = (minutes: number) => (minutes < 0 ? '' : instantAt(made.reported + minutes));
  const finishedAt = after(made.finishedAfter);
  return {
    trade: 'plumbing',
    charge: made.paid ? 'paid' : 'free',
    reportedOn: dayAt(made.reported),
    reportedAt: instantAt(made.reported),
    arrivedAt: after(made.arrivedAfter),
    finishedAt,
    finishedOn: finishedAt.slice(0, 10),
    cancelledOn: after(made.cancelledAfter).slice(0, 10),
    arrivalDueAt: after(made.arrivalWithin),
    finishDueAt: after(made.finishWithin),
    pauses: made.pauses.map(({ after: from, minutes }) => ({
      from: instantAt(made.reported + from),
      until: instantAt(made.reported + from + minutes),
      reason: '等料',
    })),
    reworkOfId: made.rework ? 'o1' : '',
    followedUp: made.followedUp,
    satisfied: made.satisfied,
    becameComplaint: made.becameComplaint,
  };
}

/** Minutes of the first so many after the report in which nobody waited for anything, counted one by one. */
function unpaused(made: MadeOrder, minutes: number): number {
  return Array.from({ length: minutes }, (_none, minute) => minute).filter(
    (minute) => !made.pauses.some(({ after, minutes: long }) => minute >= after && minute < after + long),
  ).length;
}

/** The row as somebody would count it with the paper forms on the table. */
function countedByHand(orders: readonly MadeOrder[], month: string): ReturnType<typeof statisticsRow> {
  const monthOf = (minute: number) => dayAt(minute).slice(0, 7);
  const endOf = (made: MadeOrder) => {
    if (made.cancelledAfter >= 0) return { how: 'cancelled', month: monthOf(made.reported + made.cancelledAfter) };
    return made.finishedAfter >= 0
      ? { how: 'finished', month: monthOf(made.reported + made.finishedAfter) }
      : { how: 'open', month: '9999-12' };
  };
  const there = orders.filter((made) => monthOf(made.reported) <= month && endOf(made).month >= month);
  const ended = (how: string) => there.filter((made) => endOf(made).how === how && endOf(made).month === month);
  const fresh = there.filter((made) => monthOf(made.reported) === month);
  const finished = ended('finished');
  const inTime = finished.filter((made) => {
    const reached = made.arrivedAfter < 0 ? made.finishedAfter : made.arrivedAfter;
    const arrived = made.arrivalWithin < 0 || unpaused(made, reached) <= made.arrivalWithin;
    return arrived && (made.finishWithin < 0 || unpaused(made, made.finishedAfter) <= made.finishWithin);
  });
  const asked = finished.filter((made) => made.followedUp);
  const content = asked.filter((made) => made.satisfied);
  const reworked = fresh.filter((made) => made.rework);
  const tenths = (part: readonly unknown[], whole: number) => (whole === 0 ? null : Math.round((1000 * part.length) / whole));
  const average = (minutes: readonly number[], unit: number) =>
    minutes.length === 0 ? null : Math.round(minutes.reduce((sum, one) => sum + one, 0) / (unit * minutes.length));
  return {
    carriedOver: there.length - fresh.length,
    reported: fresh.length,
    finished: finished.length,
    cancelled: ended('cancelled').length,
    unfinished: there.filter((made) => endOf(made).month > month).length,
    finishedRate: tenths(finished, there.length - ended('cancelled').length),
    inTime: inTime.length,
    inTimeRate: tenths(inTime, finished.length),
    meanResponseMinutes: average(
      finished.filter((made) => made.arrivedAfter >= 0).map((made) => unpaused(made, made.arrivedAfter)),
      1,
    ),
    meanCompletionTenthHours: average(
      finished.map((made) => unpaused(made, made.finishedAfter)),
      6,
    ),
    rework: reworked.length,
    reworkRate: tenths(reworked, fresh.length),
    followedUp: asked.length,
    followedUpRate: tenths(asked, finished.length),
    satisfied: content.length,
    satisfiedRate: tenths(content, asked.length),
    complaints: finished.filter((made) => made.becameComplaint).length,
  };
}

describe('a month of made orders', () => {
  const maybe = (max: number) => fc.oneof(fc.constant(-1), fc.integer({ min: 0, max }));
  const pause = fc.record({ after: fc.integer({ min: 0, max: 200 }), minutes: fc.integer({ min: 1, max: 120 }) });
  const made: fc.Arbitrary<MadeOrder> = fc
    .record({
      // Around the first and the last of November.
      reported: fc.oneof(fc.integer({ min: -1500, max: 1500 }), fc.integer({ min: 30 * 1440 - 1500, max: 30 * 1440 + 1500 })),
      arrivedAfter: maybe(300),
      finishedAfter: maybe(2000),
      cancelledAfter: fc.oneof({ weight: 4, arbitrary: fc.constant(-1) }, { weight: 1, arbitrary: fc.integer({ min: 0, max: 2000 }) }),
      pauses: fc.array(pause, { maxLength: 2 }),
      arrivalWithin: maybe(120),
      finishWithin: maybe(1500),
      paid: fc.boolean(),
      rework: fc.boolean(),
      followedUp: fc.boolean(),
      satisfied: fc.boolean(),
      becameComplaint: fc.boolean(),
    })
    .map((order) => ({
      ...order,
      // Who is done was there before; the second pause begins after the first has ended.
      arrivedAfter: order.finishedAfter >= 0 ? Math.min(order.arrivedAfter, order.finishedAfter) : order.arrivedAfter,
      pauses: order.pauses.slice(0, 1).concat(
        order.pauses.slice(1).map(({ after, minutes }) => {
          const first = order.pauses[0] ?? { after: 0, minutes: 0 };
          return { after: first.after + first.minutes + after, minutes };
        }),
      ),
    }));
  it('is counted as by hand, from the forms one by one', () => {
    fc.assert(
      fc.property(fc.array(made, { maxLength: 12 }), fc.constantFrom('2026-10', '2026-11', '2026-12'), (orders, month) => {
        const counted = orders.map(asCounted);
        expect(statisticsRow(counted, month)).toEqual(countedByHand(orders, month));
        const { rows, total } = statisticsTable(counted, ['plumbing'], month);
        expect(total).toEqual(countedByHand(orders, month));
        for (const { paid, row } of rows) {
          expect(row).toEqual(
            countedByHand(
              orders.filter((order) => order.paid === paid),
              month,
            ),
          );
        }
      }),
    );
  });
});
