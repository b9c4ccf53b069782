import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextCareContactOn } from './care-contact.ts';
import { CHECK_KINDS } from './check.ts';
import { CHECK_RULES, dueChecks, periodOf } from './check-due.ts';
import { contactDue, notHandedInFen, outstandingFen } from './collection.ts';
import { coordinationDue, coordinationWarnings } from './coordination-form.ts';
import { addDays, addHours, instantOf, isOverdue, localDateOf, localTimeOf } from './due-time.ts';
import { cashDifferenceFen, handoverObstacles } from './handover.ts';
import { isoWeek, isoWeekday, mondayOfWeek, weeksFrom } from './iso-week.ts';
import { mailGaps, mailWarnings } from './mail-item.ts';
import { type CountedOrder, monthBefore, rate, statisticsRow, statisticsTable } from './monthly-statistics.ts';
import { formatNumber, numberYear, seriesId } from './number-series.ts';
import { addYears, erasableFrom, isDueForErasure } from './personal-data.ts';
import { praiseGaps } from './praise-posting.ts';
import { promiseOrder } from './promise.ts';
import { hasHealthConsent } from './property.ts';
import { itemsToRoll, onPlan, planItemRecord, planWeeks, rolled } from './rolling-plan.ts';
import { missingServiceRecords } from './service-record.ts';

describe('time', () => {
  it('is local at the desk', () => {
    expect(localDateOf('2026-11-22T16:00:00.000Z', 'Asia/Shanghai')).toBe('2026-11-23');
    expect(localTimeOf('2026-11-22T16:05:00.000Z', 'Asia/Shanghai')).toBe('00:05');
    expect(addHours('2026-12-31T23:00:00.000Z', 2)).toBe('2027-01-01T01:00:00.000Z');
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(isOverdue('', '2026-11-23T00:00:00.000Z')).toBe(false);
    // Still in time at the very moment.
    expect(isOverdue('2026-11-23T00:00:00.000Z', '2026-11-23T00:00:00.000Z')).toBe(false);
    expect(isOverdue('2026-11-23T00:00:00.000Z', '2026-11-23T00:00:00.001Z')).toBe(true);
  });
  it.each(['Asia/Shanghai', 'Europe/Berlin', 'America/New_York', 'UTC'])('goes there and back in %s', (zone) => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 20_000 }),
        fc.integer({ min: 0, max: 23 }),
        fc.integer({ min: 0, max: 59 }),
        (day, hour, minute) => {
          const date = addDays('1990-01-01', day);
          const time = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
          const at = instantOf(date, time, zone);
          // A time the clock change skips becomes the time after it; every other one comes back as it was.
          const shown = localTimeOf(at, zone);
          expect(shown === time ? localDateOf(at, zone) === date : shown > time).toBe(true);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('ISO weeks', () => {
  it.each([
    ['2026-11-23', '2026-W48'],
    ['2026-01-01', '2026-W01'],
    ['2025-12-29', '2026-W01'],
    ['2027-01-01', '2026-W53'],
    ['2027-01-04', '2027-W01'],
    ['2024-12-30', '2025-W01'],
  ])('%s lies in %s', (date, week) => {
    expect(isoWeek(date)).toBe(week);
  });
  it('every date lies in the week its Monday begins', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), (day) => {
        const date = addDays('1990-01-01', day);
        const monday = mondayOfWeek(isoWeek(date));
        expect(isoWeekday(monday)).toBe(1);
        expect(monday <= date && date <= addDays(monday, 6)).toBe(true);
      }),
    );
  });
  it('the plan holds five weeks across the year end', () => {
    expect(weeksFrom('2026-12-17', 5)).toEqual(['2026-W51', '2026-W52', '2026-W53', '2027-W01', '2027-W02']);
    expect(planWeeks('2026-11-23')).toHaveLength(5);
    expect(onPlan({ week: '2027-W01' }, '2026-12-17')).toBe(true);
    expect(onPlan({ week: '2026-W50' }, '2026-12-17')).toBe(false);
    expect(
      itemsToRoll(
        [
          { state: 'open', week: '2026-W53' },
          { state: 'done', week: '2026-W53' },
          { state: 'open', week: '2027-W01' },
        ],
        '2027-01-04',
      ),
    ).toEqual([{ state: 'open', week: '2026-W53' }]);
  });
  it('an item that rolls on keeps from where, why, and how often', () => {
    const at = '2027-01-04T01:00:00.000Z';
    const base = { id: 'p', createdAt: at, changedAt: at, desk: 'A', item: '换灯', state: 'open', firstWeek: '2026-W52', timesMoved: 1 };
    const move = { from: '2026-W52', to: '2026-W53', at: '2026-12-28T01:00:00.000Z', whyNot: '缺人' };
    const item = planItemRecord.parse({ ...base, week: '2026-W53', whyNot: '缺货', moves: [move] });
    expect(rolled(item, '2027-01-04', at)).toMatchObject({
      week: '2027-W01',
      firstWeek: '2026-W52',
      timesMoved: 2,
      whyNot: '',
      moves: [move, { from: '2026-W53', to: '2027-W01', at, whyNot: '缺货' }],
    });
  });
});

describe('checks', () => {
  const desk = { since: '2026-11-22', stewardIds: ['s1', 's2'], lookBackDays: 3 };
  it('every kind has a cadence', () => {
    expect(Object.keys(CHECK_RULES).toSorted()).toEqual([...CHECK_KINDS].toSorted());
  });
  it.each([
    ['daily', '2026-11-23', '2026-11-23', '2026-11-23'],
    ['weekly', '2026-W48', '2026-11-23', '2026-11-29'],
    ['monthly', '2026-11', '2026-11-01', '2026-11-30'],
    ['quarterly', '2026-Q4', '2026-10-01', '2026-12-31'],
    ['halfYearly', '2026-H2', '2026-07-01', '2026-12-31'],
    ['yearly', '2026', '2026-01-01', '2026-12-31'],
  ] as const)('%s period of 23 November: %s', (cadence, name, first, last) => {
    expect(periodOf(cadence, '2026-11-23')).toEqual({ name, first, last });
  });
  it('the 18:00 check is not yet due at noon, due at six, missed the day after', () => {
    const state = (date: string, time: string) =>
      dueChecks({ date, time }, [], desk).find((check) => check.kind === 'dispatchDay' && check.period === '2026-11-23')?.state;
    expect(state('2026-11-23', '12:00')).toBe('notYet');
    expect(state('2026-11-23', '18:00')).toBe('due');
    expect(state('2026-11-24', '08:00')).toBe('missed');
  });
  it('asks each steward for the own patrol and takes what was made', () => {
    const done = [{ kind: 'stewardPatrol' as const, period: '2026-11-23', personId: 's1' }];
    const patrols = dueChecks({ date: '2026-11-23', time: '12:00' }, done, desk).filter(
      (check) => check.kind === 'stewardPatrol' && check.period === '2026-11-23',
    );
    expect(patrols.map((check) => check.personId)).toEqual(['s2']);
  });
  it('misses nothing from before the book began', () => {
    const due = dueChecks({ date: '2026-11-23', time: '12:00' }, [], { ...desk, since: '2026-11-23' });
    expect(due.filter((check) => check.state === 'missed')).toEqual([]);
  });
});

describe('monthly statistics', () => {
  const date = fc.integer({ min: 0, max: 120 }).map((days) => addDays('2026-09-01', days));
  const maybe = fc.option(date, { nil: '' });
  const order: fc.Arbitrary<CountedOrder> = fc
    .record({
      reportedOn: date,
      finishedOn: maybe,
      cancelledOn: maybe,
      charge: fc.constantFrom('paid' as const, 'free' as const, 'warranty' as const),
      followedUp: fc.boolean(),
      satisfied: fc.boolean(),
      rework: fc.boolean(),
      trade: fc.constantFrom('plumbing' as const, 'electric' as const),
    })
    .map(({ rework, ...fields }) => ({
      ...fields,
      reportedAt: `${fields.reportedOn}T01:00:00.000Z`,
      arrivedAt: '',
      finishedAt: fields.finishedOn === '' ? '' : `${fields.finishedOn}T02:00:00.000Z`,
      arrivalDueAt: '',
      finishDueAt: '',
      pauses: [],
      reworkOfId: rework ? 'x' : '',
      becameComplaint: false,
    }));
  it('carried over + new = finished + cancelled + unfinished, and unfinished is carried over', () => {
    fc.assert(
      fc.property(fc.array(order, { maxLength: 60 }), (orders) => {
        const months = ['2026-09', '2026-10', '2026-11', '2026-12', '2027-01'];
        let carried = 0;
        for (const month of months) {
          const row = statisticsRow(orders, month);
          expect(row.carriedOver).toBe(carried);
          expect(row.carriedOver + row.reported).toBe(row.finished + row.cancelled + row.unfinished);
          carried = row.unfinished;
          const table = statisticsTable(orders, ['plumbing', 'electric'], month);
          for (const column of ['carriedOver', 'reported', 'finished', 'cancelled', 'unfinished', 'rework', 'followedUp'] as const) {
            expect(table.rows.reduce((total, entry) => total + entry.row[column], 0)).toBe(row[column]);
          }
        }
      }),
    );
  });
  it('rates are tenths of a percent, none of nothing', () => {
    expect(rate(2, 3)).toBe(667);
    expect(rate(0, 0)).toBeNull();
    expect(monthBefore('2026-01')).toBe('2025-12');
  });
});

describe('mail', () => {
  const item = {
    addressee: '龔𠮷祥',
    unit: '5-1-1203',
    kind: 'registered' as const,
    legal: true,
    authorisedBy: '',
    condition: 'intact' as const,
    conditionNote: '',
  };
  it('asks for the word of the addressee, and what is broken', () => {
    expect(mailGaps(item)).toEqual(['authorisation']);
    expect(mailGaps({ ...item, kind: 'courierParcel', legal: false, condition: 'damaged' })).toEqual(['conditionNote']);
  });
  it('warns after two hours and on day thirty', () => {
    const kept = { state: 'received' as const, receivedAt: '2026-11-23T00:40:00.000Z', receivedOn: '2026-11-23' };
    const rules = { mailHandOverHours: 2, mailReturnDays: 30 };
    expect(mailWarnings(kept, '2026-11-23T02:39:00.000Z', '2026-11-23', rules)).toEqual([]);
    expect(mailWarnings(kept, '2026-11-23T02:41:00.000Z', '2026-11-23', rules)).toEqual(['tellLate']);
    expect(mailWarnings({ ...kept, state: 'told' }, '2026-12-23T00:00:00.000Z', '2026-12-23', rules)).toEqual(['returnDue']);
    expect(mailWarnings({ ...kept, state: 'collected' }, '2026-12-23T00:00:00.000Z', '2026-12-23', rules)).toEqual([]);
  });
});

describe('handover', () => {
  const item = { kind: 'order' as const, table: '', id: '', number: '', summary: '', ticked: true, forNightManager: false, note: '' };
  const sheet = {
    items: [item],
    untickedReason: '',
    fromPersonId: 'a',
    toPersonId: 'b',
    nightManagerId: '',
    cashDueFen: 100,
    cashCountedFen: 100,
    cashNote: '',
  };
  it.each([
    ['whole', {}, []],
    ['unticked', { items: [{ ...item, ticked: false }] }, ['unticked']],
    ['unticked with a reason', { items: [{ ...item, ticked: false }], untickedReason: '停电' }, []],
    ['to nobody', { toPersonId: '' }, ['nobody']],
    ['to oneself', { toPersonId: 'a' }, ['samePerson']],
    ['night work, no night manager', { items: [{ ...item, forNightManager: true }] }, ['nightManager']],
    ['some night work, no night manager', { items: [item, { ...item, forNightManager: true }] }, ['nightManager']],
    ['night work, night manager', { items: [{ ...item, forNightManager: true }], nightManagerId: 'n' }, []],
    ['money missing', { cashCountedFen: 90 }, ['cashNote']],
  ])('%s', (_name, fields, obstacles) => {
    expect(handoverObstacles({ ...sheet, ...fields })).toEqual(obstacles);
  });
  it('the difference is counted less due', () => {
    expect(cashDifferenceFen({ cashDueFen: 100, cashCountedFen: 90 })).toBe(-10);
  });
});

describe('money owed', () => {
  const receipt = { on: '', receivedFen: 300, means: '' as const, receiptNumber: '', by: '', handedToFinanceOn: '', financeReceivedBy: '' };
  const owed = { dueFen: 1000, waivedFen: 100, receipts: [receipt], contacts: [], dueOn: '2026-11-01', state: 'open' as const };
  it('outstanding, not handed in, contact due', () => {
    expect(outstandingFen(owed)).toBe(600);
    expect(notHandedInFen(owed)).toBe(300);
    expect(contactDue(owed, '2026-11-02')).toBe(true);
    expect(contactDue(owed, '2026-11-01')).toBe(false);
    expect(contactDue({ ...owed, waivedFen: 1000 }, '2026-11-02')).toBe(false);
  });
});

describe('numbers (DOMAIN §12)', () => {
  it('never returns to a finished year', () => {
    expect(numberYear(2025, 2026)).toBe(2026);
    expect(numberYear(2027, 2026)).toBe(2027);
    expect(seriesId('letter', 2026, 'A')).toBe('letter/2026/A');
  });
  it.each([
    ['reception', { prefix: 'JD', digits: 6 }, 123, false, 'JD-2026-000123'],
    ['reception', { prefix: 'JD', digits: 6 }, 123, true, 'JD-2026-B-000123'],
    ['letter', { prefix: 'LH', digits: 4 }, 123_456, false, 'LH-2026-123456'],
    ['reply', { prefix: '客函', digits: 1 }, 12, false, '客函〔2026〕12号'],
  ] as const)('%s %o %i', (register, format, serial, severalDesks, text) => {
    expect(formatNumber(register, format, { year: 2026, desk: 'B', serial, severalDesks })).toBe(text);
  });
});

describe('small rules', () => {
  it('coordination forms: not taken up, late', () => {
    const form = { state: 'issued' as const, receiptDueAt: '2026-11-23T04:00:00.000Z', dueOn: '2026-11-26' };
    expect(coordinationWarnings(form, '2026-11-23T03:00:00.000Z', '2026-11-23')).toEqual([]);
    expect(coordinationWarnings(form, '2026-11-27T03:00:00.000Z', '2026-11-27')).toEqual(['notReceived', 'late']);
    expect(coordinationWarnings({ ...form, state: 'done' }, '2026-11-27T03:00:00.000Z', '2026-11-27')).toEqual([]);
    expect(coordinationDue(form, [])).toEqual({ at: '', on: '2026-11-26' });
    expect(coordinationDue(form, ['notReceived'])).toEqual({ at: '2026-11-23T04:00:00.000Z', on: '' });
    expect(coordinationDue(form, ['notReceived', 'late'])).toEqual({ at: '', on: '2026-11-26' });
  });
  it('promises: overdue first, what waits for a visit last', () => {
    expect([{ dueAt: '' }, { dueAt: '2' }, { dueAt: '1' }].toSorted(promiseOrder)).toEqual([{ dueAt: '1' }, { dueAt: '2' }, { dueAt: '' }]);
  });
  it('a praise letter for two people in two departments hangs three times', () => {
    const employees = [
      { personId: 'zhang', name: '张强', departmentId: 'engineering' },
      { personId: 'wang', name: '王磊', departmentId: 'security' },
    ];
    const hung = { place: '', on: '2026-11-23', by: '', takenDownOn: '' };
    expect(praiseGaps({ employees, departmentIds: [], original: null, copies: [] })).toEqual([
      'original',
      { copyIn: 'engineering' },
      { copyIn: 'security' },
    ]);
    expect(
      praiseGaps({
        employees,
        departmentIds: [],
        original: hung,
        copies: [
          { ...hung, departmentId: 'security' },
          { ...hung, departmentId: 'engineering' },
        ],
      }),
    ).toEqual([]);
    expect(praiseGaps({ employees: [], departmentIds: [], original: hung, copies: [] })).toEqual(['noDepartment']);
  });
  it('health notes need a consent in force', () => {
    const consent = { givenOn: '2026-11-23', scope: '', until: '', withdrawnOn: '' };
    expect(hasHealthConsent(consent, '2026-11-23')).toBe(true);
    expect(hasHealthConsent(consent, '2026-11-22')).toBe(false);
    expect(hasHealthConsent({ ...consent, until: '2026-11-22' }, '2026-11-23')).toBe(false);
    expect(hasHealthConsent({ ...consent, until: '2026-11-23' }, '2026-11-23')).toBe(true);
    expect(hasHealthConsent({ ...consent, withdrawnOn: '2026-11-23' }, '2026-11-23')).toBe(false);
    expect(hasHealthConsent({ ...consent, givenOn: '' }, '2026-11-23')).toBe(false);
  });
  it('care contacts', () => {
    expect(nextCareContactOn('2026-11-23', 'weekly')).toBe('2026-11-30');
    expect(nextCareContactOn('2027-01-31', 'monthly')).toBe('2027-02-28');
    expect(nextCareContactOn('2026-12-15', 'monthly')).toBe('2027-01-15');
    expect(nextCareContactOn('2026-12-15', '')).toBe('');
  });
  it('service records not in', () => {
    const handedIn = { stewardId: 's1', on: '2026-11-23', handedInAt: '2026-11-23T09:00:00.000Z' };
    expect(missingServiceRecords(['s1', 's2', 's3'], [handedIn, { ...handedIn, stewardId: 's2', handedInAt: '' }], '2026-11-23')).toEqual([
      's2',
      's3',
    ]);
  });
  it('retention', () => {
    const years = { retentionReceptionYears: 2, retentionLetterYears: 3 };
    expect(erasableFrom('reception', '2026-11-23', years)).toBe('2028-11-23');
    expect(erasableFrom('letter', '2028-02-29', years)).toBe('2031-02-28');
    expect(erasableFrom('reception', '', years)).toBe('');
    expect(addYears('2024-02-29', 4)).toBe('2028-02-29');
    expect(isDueForErasure('', '2099-01-01')).toBe(false);
    expect(isDueForErasure('2028-11-23', '2028-11-23')).toBe(true);
  });
});
