import { describe, expect, it } from 'vitest';
import { cameOut, isReprint, takeBackProblem } from './print-log.ts';

const sheet = { printout: 'coordinationForm', table: 'coordinationForms', recordId: 'x1' } as const;
const first = { ...sheet, id: 'p1', by: 'lin', at: '2026-11-24T01:00:00.000Z', reprint: false };
const second = { ...first, id: 'p2', by: 'su', at: '2026-11-24T02:00:00.000Z', reprint: true };
const tried = { failedAt: '2026-11-24T02:00:05.000Z' };

describe('isReprint', () => {
  it.each([
    ['the first', [], false],
    ['one after another', [first], true],
    ['one after a try that never came out', [{ ...first, ...tried }], false],
    ['another printout of the record', [{ ...first, printout: 'messageSlip' as const }], false],
    ['another record', [{ ...first, recordId: 'x2' }], false],
    ['a record of another register', [{ ...first, table: 'letters' }], false],
  ])('%s', (_name, log, reprint) => {
    expect(isReprint(sheet, log)).toBe(reprint);
  });
  it('is never one of no record', () => {
    expect(isReprint({ ...sheet, recordId: '' }, [{ ...first, recordId: '' }])).toBe(false);
  });
});

it.each([
  [{}, true],
  [{ failedAt: '' }, true],
  [tried, false],
])('%o came out: %s', (entry, out) => {
  expect(cameOut(entry)).toBe(out);
});

describe('takeBackProblem', () => {
  it.each([
    ['whoever printed it', first, 'lin', [first], null],
    ['somebody else', first, 'su', [first], 'printedByAnother'],
    ['after a reprint', first, 'lin', [first, second], 'printedAgain'],
    ['a reprint after the first', second, 'su', [first, second], null],
    ['after a reprint that never came out', first, 'lin', [first, { ...second, ...tried }], null],
    ['after another printout', first, 'lin', [first, { ...second, printout: 'messageSlip' as const }], null],
    ['after a reprint in the same moment', first, 'lin', [first, { ...second, at: first.at }], 'printedAgain'],
    ['after a first print of others', first, 'lin', [first, { ...second, reprint: false }], null],
  ] as const)('%s', (_name, entry, personId, log, problem) => {
    expect(takeBackProblem(entry, personId, log)).toBe(problem);
  });
});
