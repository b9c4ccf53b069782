import { describe, expect, it } from 'vitest';
import { dispatchRecord, type DispatchOrder } from './dispatch-order.ts';
import { archiveObstacles, settleNeed, wordHolds } from './dispatch-steps.ts';

const AT = '2026-11-24T01:00:00.000Z';
const ORDER = dispatchRecord.parse({
  id: 'o1',
  createdAt: AT,
  changedAt: AT,
  desk: 'A',
  number: 'PG-2026-000001',
  numberYear: 2026,
  numberDesk: 'A',
  numberSerial: 1,
  state: 'finished',
  departmentId: 'desk',
  charge: 'paid',
  labourFen: 100,
  headsWord: null,
});

describe('the head’s word (4:职责4)', () => {
  it.each([
    ['unit', { unit: '3-2-1502' }],
    ['public place', { publicArea: '大堂' }],
    ['trade', { trade: 'electric' as const }],
    ['matter', { content: '灯不亮' }],
    ['what was done', { done: '换灯' }],
    ['charge', { charge: 'free' as const }],
    ['materials', { materials: [{ name: '灯管', size: '', quantityThousandths: 1000, measure: '', priceFen: 100 }] }],
    ['labour', { labourFen: 200 }],
  ])('no longer holds once the %s is another', (_what, fields) => {
    expect(wordHolds(ORDER, { ...ORDER, ...fields })).toBe(false);
  });
  it('holds through everything else', () => {
    const noted: DispatchOrder = { ...ORDER, note: '补', phone: '13805710099', worker: '张强', customer: '单雄信' };
    expect(wordHolds(ORDER, noted)).toBe(true);
  });
});

it.each([
  [100, []],
  [99, ['moneyOpen']],
])('an order of one yuan of which %i fen came in waits for %o', (receivedFen, obstacles) => {
  expect(archiveObstacles({ ...ORDER, payment: { ...ORDER.payment, receivedFen } }, 'desk')).toEqual(obstacles);
});

describe('what a finished order waits for', () => {
  const said = { outcome: 'reached' as const, overall: 'notSatisfied' as const, at: '2', spotCheck: false };
  it.each([
    ['nobody was asked', [], 'followUp'],
    ['the customer was not satisfied', [said], 'callAgain'],
    // As they come from the book: by their ids, not by when the call was.
    ['and not asked again after that', [said, { ...said, at: '1', overall: 'satisfied' as const }], 'callAgain'],
    ['nobody was reached again', [said, { ...said, at: '3', outcome: 'notReached' as const, overall: '' as const }], 'callAgain'],
    ['only in a spot check', [{ ...said, spotCheck: true }], 'followUp'],
  ])('%s', (_what, followUps, need) => {
    expect(settleNeed(ORDER, followUps, 'desk')).toBe(need);
  });
});
