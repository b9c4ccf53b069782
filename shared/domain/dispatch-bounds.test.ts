import { describe, expect, it } from 'vitest';
import type { DispatchOrder } from './dispatch-order.ts';
import { dispatchDueNow, dispatchWarnings, doneInTime, repeatedOrders } from './dispatch-rules.ts';
import { followUpGaps, type FollowUpInput } from './follow-up.ts';

const DUE = '2026-11-23T00:32:00.000Z';
const JUST_AFTER = '2026-11-23T00:32:00.001Z';

describe('the very moment a due time falls on', () => {
  const order = { state: 'dispatched' as const, arrivalDueAt: '', finishDueAt: '', arrivedAt: '', pauses: [] };
  it.each([
    ['arrival', { ...order, arrivalDueAt: DUE }, 'arrivalLate'],
    ['finish', { ...order, finishDueAt: DUE }, 'finishLate'],
  ])('is in time for the %s, and a thousandth later is not', (_what, due, warning) => {
    expect(dispatchWarnings(due, DUE)).toEqual([]);
    expect(dispatchWarnings(due, JUST_AFTER)).toEqual([warning]);
  });
  it('counts as done in time', () => {
    const arrival = { arrivalDueAt: DUE, finishDueAt: '', arrivedAt: DUE, finishedAt: '2026-11-23T02:00:00.000Z', pauses: [] };
    expect(doneInTime(arrival)).toBe(true);
    expect(doneInTime({ ...arrival, arrivedAt: JUST_AFTER })).toBe(false);
    const finish = { arrivalDueAt: '', finishDueAt: DUE, arrivedAt: '', finishedAt: DUE, pauses: [] };
    expect(doneInTime(finish)).toBe(true);
    expect(doneInTime({ ...finish, finishedAt: JUST_AFTER })).toBe(false);
  });
  it.each(['finished', 'followedUp', 'archived', 'cancelled'] as const)('says nothing of an order that is %s', (state) => {
    expect(dispatchWarnings({ ...order, state, arrivalDueAt: DUE, finishDueAt: DUE }, JUST_AFTER)).toEqual([]);
  });
});

describe('dispatchDueNow', () => {
  const FINISH = '2026-11-24T00:02:00.000Z';
  it.each([
    ['arrival while nobody is there', { arrivalDueAt: DUE, finishDueAt: FINISH, arrivedAt: '' }, DUE],
    ['finish once somebody is', { arrivalDueAt: DUE, finishDueAt: FINISH, arrivedAt: DUE }, FINISH],
    ['finish where no arrival is asked for', { arrivalDueAt: '', finishDueAt: FINISH, arrivedAt: '' }, FINISH],
    ['nothing', { arrivalDueAt: DUE, finishDueAt: '', arrivedAt: DUE }, ''],
  ])('%s', (_what, fields, due) => {
    expect(dispatchDueNow({ ...fields, pauses: [] }, '2026-11-23T00:00:00.000Z')).toBe(due);
  });
});

describe('the same place (DOMAIN §2)', () => {
  const earlier = { id: 'e', unit: '', unitId: '', publicArea: '', trade: 'plumbing' as const };
  const dated = { reportedOn: '2026-11-20', reportedAt: '2026-11-20T00:00:00.000Z', state: 'finished' as const };
  const report = { id: 'r', unitId: '', publicArea: '', trade: 'plumbing', reportedOn: '2026-11-23' };
  type Place = Partial<Pick<DispatchOrder, 'unit' | 'unitId' | 'publicArea'>>;
  it.each<[string, Place, Place, boolean]>([
    ['one unit under two names', { unitId: 'u', unit: '3-2-1502' }, { unitId: 'u', unit: '3-2-1502东' }, true],
    ['two units of one name', { unitId: 'u', unit: '3-2-1502' }, { unitId: 'v', unit: '3-2-1502' }, false],
    ['one name, chosen once and typed once', { unitId: 'u', unit: '3-2-1502' }, { unit: '3-2-1502' }, true],
    ['two names typed', { unit: '3-2-1502' }, { unit: '3-2-1501' }, false],
    ['a unit and a public area', { unit: '3-2-1502' }, { publicArea: '大堂' }, false],
    ['a unit beside a public area of the same name', { unit: '3-2-1502', publicArea: '大堂' }, { publicArea: '大堂' }, false],
    ['one public area', { publicArea: '大堂' }, { publicArea: '大堂' }, true],
    ['two public areas', { publicArea: '大堂' }, { publicArea: '车库' }, false],
    ['nowhere and nowhere', {}, {}, false],
  ])('%s: %o %o', (_what, one, other, same) => {
    const found = repeatedOrders(
      { ...report, ...other, unitNames: 'unit' in other ? [other.unit ?? ''] : [] },
      [{ ...earlier, ...dated, ...one }],
      30,
    );
    expect(found.length === 1).toBe(same);
  });
  it('is asked of a trade only', () => {
    const nowhere = { ...earlier, ...dated, unit: '3-2-1502', trade: '' as const };
    expect(repeatedOrders({ ...report, unitNames: ['3-2-1502'], trade: '' }, [nowhere], 30)).toEqual([]);
  });
});

describe('followUpGaps', () => {
  const said = { outcome: 'reached', means: 'call', spokenTo: '单雄信', overall: 'satisfied', opinion: '' } as const;
  const call = { ...said, spotCheck: false, agreesWithDepartment: '' } as const;
  it.each<[string, Partial<FollowUpInput>, string[]]>([
    ['whole', {}, []],
    ['an opinion nobody asked for', { opinion: '很好' }, []],
    ['by what means', { means: '' }, ['means']],
    ['with whom', { spokenTo: ' ' }, ['spokenTo']],
    ['how satisfied', { overall: '' }, ['overall']],
    ['why dissatisfied', { overall: 'notSatisfied' }, ['opinion']],
    ['whether the department’s record agrees', { spotCheck: true }, ['agreesWithDepartment']],
    ['nothing where it disagrees', { spotCheck: true, agreesWithDepartment: 'no' }, []],
    ['nothing to compare with who was not reached', { outcome: 'notReached', spotCheck: true }, []],
    ['nothing to compare with who refused', { outcome: 'refused', spotCheck: true }, []],
    ['all but the means of who was not reached', { outcome: 'notReached', means: '', spokenTo: '', overall: '' }, ['means']],
    ['nothing where nobody is to be asked', { outcome: 'notNeeded', means: '', spokenTo: '', overall: '' }, []],
  ])('%s', (_what, fields, gaps) => {
    expect(followUpGaps({ ...call, ...fields })).toEqual(gaps);
  });
});
