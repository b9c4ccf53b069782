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
