import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalUnit, formatUnit, normaliseUnitText, parseUnit, unitBeginnings, unitPrefix, unitSortKey } from './unit-notation.ts';

describe('canonicalUnit', () => {
  it.each([
    ['3栋2单元1502', '3-2-1502'],
    ['3-2-1502', '3-2-1502'],
    ['3#2-1502', '3-2-1502'],
    ['３－２－１５０２', '3-2-1502'],
    ['3 2 1502', '3-2-1502'],
    ['3 栋 2 单元 1502 室', '3-2-1502'],
    ['3栋 2单元 1502', '3-2-1502'],
    ['3幢2单元1502室', '3-2-1502'],
    ['3号楼2单元1502号', '3-2-1502'],
    ['03-02-1502', '3-2-1502'],
    ['3—2—1502', '3-2-1502'],
    ['3/2/1502', '3-2-1502'],
    ['3.2.1502', '3-2-1502'],
    ['3、2、1502', '3-2-1502'],
    ['2#3-1102', '2-3-1102'],
    ['2#3单元1102', '2-3-1102'],
    ['2#楼3单元1102室', '2-3-1102'],
    ['３＃楼 １５０２', '3-1502'],
    ['03#0201', '3-0201'],
    ['9-2-602', '9-2-602'],
    ['5栋1单元1203', '5-1-1203'],
    ['12栋801', '12-801'],
    ['12栋 801', '12-801'],
    ['12 栋801室', '12-801'],
    ['12-801', '12-801'],
    ['12 801', '12-801'],
    ['10栋 2203', '10-2203'],
    ['10栋-2203', '10-2203'],
    ['7-1-301', '7-1-301'],
    ['第3栋第2单元1502', '3-2-1502'],
    ['三栋二单元1502', '3-2-1502'],
    ['十二栋801', '12-801'],
    ['二十一幢101', '21-101'],
    ['一百零一栋1502', '101-1502'],
    ['一百一十二栋二单元1502', '112-2-1502'],
    ['第一百栋801', '100-801'],
    ['3号1502', '3-1502'],
    ['3号1502室', '3-1502'],
    ['3号 1502', '3-1502'],
    ['3号2单元1502', '3-2-1502'],
    ['第三号1502', '3-1502'],
    ['3栋2门1502', '3-2-1502'],
    ['3号楼2门1502室', '3-2-1502'],
    ['三栋二门1502', '3-2-1502'],
    ['3-2门1502', '3-2-1502'],
    ['3，2，1502', '3-2-1502'],
    ['3。2。1502', '3-2-1502'],
    ['3·2·1502', '3-2-1502'],
    ['b2-117', 'B2-117'],
    ['B2－117', 'B2-117'],
    ['B2 - 117', 'B2-117'],
    ['B2 117', 'B2-117'],
    ['B2-117车位', 'B2-117'],
    ['B2 -117', 'B2-117'],
    ['B2- 117', 'B2-117'],
    ['B2--117', 'B2-117'],
    ['3 # 2 - 1502', '3-2-1502'],
    ['第3幢801', '3-801'],
    ['第3座801', '3-801'],
    ['第3号楼801', '3-801'],
    ['第12栋801', '12-801'],
    ['3\t2\t1502', '3-2-1502'],
    ['3  2  1502', '3-2-1502'],
    ['B2-117号车位', 'B2-117'],
    ['12栋801房', '12-801'],
    ['3栋12单元1502', '3-12-1502'],
    ['0120-01-101', '120-1-101'],
    ['3-00-1502', '3-0-1502'],
    ['3-012-1502', '3-12-1502'],
    // What is no numbered flat keeps its own name.
    ['A12栋801', 'A12栋801'],
    ['栋801', '栋801'],
    ['1234栋801', '1234栋801'],
    ['A3-2单元1502', 'A3-2单元1502'],
    ['-2单元1502', '-2单元1502'],
    ['1234-2单元1502', '1234-2单元1502'],
    ['3-单元1502', '3-单元1502'],
    ['3栋123单元1502', '3栋123单元1502'],
    ['B02-117', 'B02-117'],
    ['01234-05-101', '01234-05-101'],
    ['3-0123-1502', '3-0123-1502'],
    ['3-A-1502', '3-A-1502'],
    ['第五大道3栋801', '第五大道3栋801'],
    ['文三路3号1502', '文三路3号1502'],
    ['3号车库', '3号车库'],
    ['3号车库12', '3号车库12'],
    ['南三门', '南三门'],
    ['3栋2门', '3栋2门'],
    ['3号商铺12', '3号商铺12'],
    ['百栋801', '百栋801'],
    ['一百一栋801', '一百一栋801'],
    ['零一栋801', '零一栋801'],
    ['会议室', '会议室'],
    ['A 12', 'A 12'],
    ['12 A', '12 A'],
    ['十十栋801', '十十栋801'],
    ['一二栋801', '一二栋801'],
    ['十一一栋801', '十一一栋801'],
    ['商铺12', '商铺12'],
    ['商铺 12', '商铺12'],
    ['A座1502', 'A座1502'],
    ['Ａ座 1502', 'A座1502'],
    ['a座1502室', 'A座1502'],
    ['', ''],
  ])('%s is %s', (text, canonical) => {
    expect(canonicalUnit(text)).toBe(canonical);
  });

  it.each([...'‐‑‒–—―−_/\\－'])('reads 3%s2%s1502 as the flat 3-2-1502', (dash) => {
    expect(canonicalUnit(`3${dash}2${dash}1502`)).toBe('3-2-1502');
  });

  it('reads every Chinese numeral of a building and a unit', () => {
    const ones = [...'一二三四五六七八九'];
    const tens = ['', '十', ...ones.slice(1).map((one) => `${one}十`)];
    const short = tens.flatMap((ten) => ['', ...ones].map((one) => `${ten}${one}`));
    const behindHundred = ['', ...ones.map((one) => `零${one}`), ...short.slice(10).map((said) => said.replace(/^十/, '一十'))];
    const numerals = [...short, ...ones.flatMap((hundred) => behindHundred.map((rest) => `${hundred}百${rest}`))].slice(1);
    expect(numerals).toHaveLength(999);
    for (const [at, numeral] of numerals.slice(0, 99).entries()) {
      expect(canonicalUnit(`${numeral}栋${numeral}单元1502`)).toBe(`${at + 1}-${at + 1}-1502`);
    }
    for (const [at, numeral] of numerals.entries()) {
      for (const mark of ['栋', '幢', '座', '号楼']) expect(canonicalUnit(`${numeral}${mark}1502`)).toBe(`${at + 1}-1502`);
    }
  });

  it.each(['第第0座', '第0第0号楼'])('changes nothing the second time, however often 第 was typed: %s', (text) => {
    expect(canonicalUnit(canonicalUnit(text))).toBe(canonicalUnit(text));
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'0123456789-#/ 栋幢单元号楼室座AB商铺车位.、三十第门百零，。'), maxLength: 14 }),
        (text) => {
          const once = canonicalUnit(text);
          expect(canonicalUnit(once)).toBe(once);
        },
      ),
    );
  });

  it('reads every notation of one flat alike', () => {
    const flat = fc.record({
      building: fc.integer({ min: 1, max: 120 }),
      unit: fc.integer({ min: 1, max: 9 }),
      room: fc.integer({ min: 101, max: 4099 }),
    });
    fc.assert(
      fc.property(flat, ({ building, unit, room }) => {
        const short = `${building}-${unit}-${room}`;
        for (const text of [
          `${building}栋${unit}单元${room}`,
          `${building}#${unit}-${room}`,
          `${building} ${unit} ${room}`,
          `${building}幢${unit}单元${room}室`,
          `${building}号楼${unit}-${room}`,
          `${building}栋${unit}门${room}`,
          `${building}号${unit}单元${room}`,
          `${building}，${unit}，${room}`,
        ]) {
          expect(canonicalUnit(text)).toBe(short);
        }
        for (const mark of ['栋', '号']) expect(canonicalUnit(`${building}${mark}${room}`)).toBe(`${building}-${room}`);
      }),
    );
  });
});

describe('parseUnit', () => {
  it('reads building, unit and room', () => {
    expect(parseUnit('3栋2单元1502')).toEqual({ building: '3', unit: '2', room: '1502' });
    expect(parseUnit('12栋 801')).toEqual({ building: '12', unit: '', room: '801' });
  });
  it.each(['120-2-1502', '3-12-1502', '3-2-15', '3-2-15021', '3-2-1502A'])('%s is one', (text) => {
    expect(formatUnit(parseUnit(text) ?? { building: '', unit: '', room: '' })).toBe(text);
  });
  it.each([
    'B2-117',
    '商铺12',
    'A座1502',
    '',
    '3',
    '3-2',
    '1502',
    '-1502',
    '-2-1502',
    '1234-1502',
    '3-123-1502',
    '3-2-1',
    '3-2-150212',
    '3-2-1502AB',
    '3-2-A1502',
    '3-2-1502-1',
    '3-A-1502',
  ])('%s is no numbered flat', (text) => {
    expect(parseUnit(text)).toBeNull();
  });
  it('keeps leading zeros of a room, which are part of its name', () => {
    expect(formatUnit(parseUnit('3-2-0102') ?? { building: '', unit: '', room: '' })).toBe('3-2-0102');
  });
});

describe('unitSortKey', () => {
  it('sorts by number, buildings without units first', () => {
    const sorted = ['10-2203', '2-3-1102', '12-1-101', '12-801', '3-2-1502', '3-2-202', '2-10-101'].toSorted((left, right) =>
      unitSortKey(left) < unitSortKey(right) ? -1 : 1,
    );
    expect(sorted).toEqual(['2-3-1102', '2-10-101', '3-2-202', '3-2-1502', '10-2203', '12-801', '12-1-101']);
  });
  it('sorts what is no flat by its numbers too', () => {
    const sorted = ['商铺12', 'B2-117', '商铺2', 'B2-17'].toSorted((left, right) => (unitSortKey(left) < unitSortKey(right) ? -1 : 1));
    expect(sorted).toEqual(['B2-17', 'B2-117', '商铺2', '商铺12']);
  });
});

/** Whether a partly typed place finds one of this name. */
function unitMatches(typed: string, canonical: string): boolean {
  return unitBeginnings(typed).some((beginning) => canonical.startsWith(beginning));
}

describe('unitBeginnings', () => {
  it.each([
    ['3', '3-2-1502', true],
    ['3-', '3-2-1502', true],
    ['3栋', '3-2-1502', true],
    ['3栋2', '3-2-1502', true],
    ['3栋2单元', '3-2-1502', true],
    ['3栋2门', '3-2-1502', true],
    ['3号', '3-2-1502', true],
    ['3号15', '3-1502', true],
    ['3号车', '3号车库', true],
    ['3栋2单元15', '3-2-1502', true],
    ['3-2-15', '3-2-1502', true],
    ['3 2 15', '3-2-1502', true],
    ['3#2-15', '3-2-1502', true],
    ['3-2-1502', '3-2-1502', true],
    ['3-2-16', '3-2-1502', false],
    ['3', '30-2-1502', true],
    ['3栋', '30-2-1502', false],
    ['3栋2单元', '3-21-1502', false],
    ['03栋2', '3-2-1502', true],
    ['三栋', '3-2-1502', true],
    ['12栋8', '12-801', true],
    ['12 8', '12-801', true],
    ['12栋 801', '12-801', true],
    ['1', '12-801', true],
    ['b2', 'B2-117', true],
    ['b2-1', 'B2-117', true],
    ['商铺', '商铺12', true],
    // A name that begins like a flat's and is none.
    ['6栋', '6栋地下室', true],
    ['6栋', '6-1-101', true],
    ['6栋地', '6栋地下室', true],
    ['６栋 地下', '6栋地下室', true],
    ['3栋商铺12', '3栋商铺12', true],
    ['3栋A单元15', '3栋A单元1502', true],
    ['', '3-2-1502', false],
  ])('%s finds %s: %s', (typed, canonical, found) => {
    expect(unitMatches(typed, canonical)).toBe(found);
  });

  it('finds a flat by every beginning of its short form that ends on a whole part', () => {
    const flat = fc.tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 9 }), fc.integer({ min: 101, max: 3399 }));
    fc.assert(
      fc.property(flat, ([building, unit, room]) => {
        const canonical = `${building}-${unit}-${room}`;
        expect(unitMatches(`${building}-${unit}-${String(room).slice(0, 2)}`, canonical)).toBe(true);
        expect(unitMatches(`${building}栋${unit}单元`, canonical)).toBe(true);
      }),
    );
  });
});

describe('unitPrefix', () => {
  it.each([
    ['03-02-', '3-2-'],
    ['3栋A单元15', '3-A单元15'],
    // What no flat begins like stands as it was typed.
    ['A12栋8', 'A12栋8'],
    ['栋8', '栋8'],
    ['1234栋8', '1234栋8'],
    ['A3-2单元15', 'A3-2单元15'],
    ['-2单元15', '-2单元15'],
    ['1234-2单元15', '1234-2单元15'],
    ['3-单元15', '3-单元15'],
    ['3-123单元15', '3-123单元15'],
    ['3-A单元15', '3-A单元15'],
    ['A03-2', 'A03-2'],
    ['01234-2', '01234-2'],
    ['03-0123-15', '3-0123-15'],
  ])('%s → %s', (typed, prefix) => {
    expect(unitPrefix(typed)).toBe(prefix);
  });
});

describe('normaliseUnitText', () => {
  it('folds full width, dashes and spaces', () => {
    expect(normaliseUnitText(' Ｂ２　－　１１７ ')).toBe('B2-117');
  });
});
