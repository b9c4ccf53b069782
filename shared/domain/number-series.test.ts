import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DEFAULT_NUMBER_FORMATS,
  formatNumber,
  nextInSeries,
  prefixProblem,
  REGISTERS,
  seriesId,
  type NumberFormats,
  type Register,
  type Series,
} from './number-series.ts';

function given(register: Register, desk: string, last: number, year = 2026): Series {
  return { id: seriesId(register, year, desk), register, year, desk, last };
}

it.each<[Register, number, string]>([
  ['reception', 123, 'JD-2026-000123'],
  ['letter', 12, 'LH-2026-0012'],
  ['coordination', 45, 'XT-2026-0045'],
  ['dispatch', 678, 'PG-2026-000678'],
  ['praise', 3, 'BY-2026-003'],
  ['mail', 9, 'YJ-2026-0009'],
  ['check', 101, 'JC-2026-0101'],
  ['reply', 12, '客函〔2026〕12号'],
])('the numbers of %s are as DOMAIN §12 and §5 write them', (register, serial, number) => {
  const parts = { year: 2026, desk: 'A', serial, severalDesks: false };
  expect(formatNumber(register, DEFAULT_NUMBER_FORMATS[register], parts)).toBe(number);
});

describe('nextInSeries (DOMAIN §12)', () => {
  const BOOK = [given('reception', 'A', 5), given('reception', 'B', 2), given('reply', 'A', 1), given('letter', 'A', 9, 2027)];
  it.each<[string, Register, { localYear: number; desk: string; severalDesks: boolean }, { year: number; serial: number }]>([
    ['begins at 1', 'praise', { localYear: 2026, desk: 'A', severalDesks: false }, { year: 2026, serial: 1 }],
    ['goes on', 'reception', { localYear: 2026, desk: 'A', severalDesks: false }, { year: 2026, serial: 6 }],
    ['goes on under another code', 'reception', { localYear: 2026, desk: 'B7', severalDesks: false }, { year: 2026, serial: 6 }],
    [
      'has a series per desk when the code is in it',
      'reception',
      { localYear: 2026, desk: 'B', severalDesks: true },
      { year: 2026, serial: 3 },
    ],
    [
      'of letters of the house is one for all desks',
      'reply',
      { localYear: 2026, desk: 'B', severalDesks: true },
      { year: 2026, serial: 2 },
    ],
    ['begins anew with the year', 'reception', { localYear: 2027, desk: 'A', severalDesks: false }, { year: 2027, serial: 1 }],
    ['never returns to a year', 'letter', { localYear: 2026, desk: 'B7', severalDesks: false }, { year: 2027, serial: 10 }],
  ])('%s: %s', (_what, register, place, next) => {
    expect(nextInSeries(register, place, BOOK)).toEqual(next);
  });
});

/** The formats with other prefixes. */
function withPrefixes(prefixes: Partial<Record<Register, string>>): NumberFormats {
  const changed = { ...DEFAULT_NUMBER_FORMATS };
  for (const register of REGISTERS) changed[register] = { ...changed[register], prefix: prefixes[register] ?? changed[register].prefix };
  return changed;
}

describe('prefixProblem', () => {
  it.each<[string, Partial<Record<Register, string>>, Partial<Record<Register, string>>[], ReturnType<typeof prefixProblem>]>([
    ['the defaults', {}, [], null],
    ['another of its own', { letter: 'L' }, [{}], null],
    ['back to its own', {}, [{ letter: 'L' }], null],
    ['another register has it', { letter: 'XT' }, [], { problem: 'prefixTaken', register: 'letter', takenBy: 'coordination' }],
    ['in other letters', { letter: 'ｘt' }, [], { problem: 'prefixTaken', register: 'letter', takenBy: 'coordination' }],
    ['the bar codes of letters begin so', { letter: 'ｋh' }, [], { problem: 'prefixTaken', register: 'letter', takenBy: 'reply' }],
    ['another register had it', { letter: 'L', praise: 'LH' }, [{}], { problem: 'prefixTaken', register: 'praise', takenBy: 'letter' }],
    ['small letters, which a scan brings in capitals', { letter: 'lh' }, [], null],
    ['marks that a scan brings', { letter: ' L_1.2/H ' }, [], null],
    ['a word', { letter: '来函' }, [], { problem: 'prefixNotScannable', register: 'letter' }],
    ['full width', { letter: 'ＬＨ' }, [], { problem: 'prefixNotScannable', register: 'letter' }],
    ['a blank within', { letter: 'L H' }, [], { problem: 'prefixNotScannable', register: 'letter' }],
    ['a mark no scan brings', { letter: 'LH#' }, [], { problem: 'prefixNotScannable', register: 'letter' }],
    ['a word that is in force', { letter: '来函' }, [{ letter: '来函' }], null],
    ['a word of a reply’s 文号', { reply: '客复' }, [], null],
    ['ends like a year', { letter: 'LH-2026' }, [], { problem: 'prefixEndsInYear', register: 'letter' }],
  ])('%s', (_what, prefixes, former, problem) => {
    expect(prefixProblem(withPrefixes(prefixes), former.map(withPrefixes))).toEqual(problem);
  });
});

describe('whatever is set, and whenever a number is drawn', () => {
  const register = fc.constantFrom<Register>('reception', 'letter', 'reply');
  const step = fc.oneof(
    { weight: 3, arbitrary: fc.record({ do: fc.constant('draw' as const), register, localYear: fc.constantFrom(2026, 2027) }) },
    fc.record({ do: fc.constant('desk' as const), desk: fc.constantFrom('A', 'B7', '2026', '2027'), severalDesks: fc.boolean() }),
    fc.record({
      do: fc.constant('format' as const),
      register,
      prefix: fc.constantFrom('JD', 'LH', '客函', 'X', 'X-2026', 'JD-2027'),
      digits: fc.integer({ min: 1, max: 6 }),
    }),
  );

  it('no number is given twice', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        let formats: NumberFormats = DEFAULT_NUMBER_FORMATS;
        const former = [formats];
        let desk = { desk: 'A', severalDesks: false };
        const series = new Map<string, Series>();
        const texts: string[] = [];
        for (const one of steps) {
          if (one.do === 'desk') desk = { desk: one.desk, severalDesks: one.severalDesks };
          if (one.do === 'format') {
            const wanted = { ...formats, [one.register]: { prefix: one.prefix, digits: one.digits } };
            if (prefixProblem(wanted, former) !== null) continue;
            formats = wanted;
            former.push(wanted);
          }
          if (one.do === 'draw') {
            const next = nextInSeries(one.register, { ...desk, localYear: one.localYear }, [...series.values()]);
            const row = given(one.register, desk.desk, next.serial, next.year);
            series.set(row.id, row);
            texts.push(formatNumber(one.register, formats[one.register], { ...desk, ...next }));
          }
        }
        expect(new Set(texts).size).toBe(texts.length);
      }),
      { numRuns: 500 },
    );
  });
});
