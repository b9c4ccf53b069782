import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { memorySession, type MemorySession } from '../../../tests/support/memory-session.ts';
import { loadSample } from '../operations/load-sample.ts';
import { saveOutsideNumber } from '../operations/save-outside-number.ts';
import { perform } from '../perform.ts';
import { buildSampleEstate } from '../sample/sample-estate.ts';
import { openBookSearch, type BookSearch } from './book-search.ts';
import { createSearchIndex } from './search-index.ts';
import { needlesOf } from './search-query.ts';

describe('createSearchIndex', () => {
  const letters = fc.string({ unit: fc.constantFrom(...'ab水漏-1'), maxLength: 6 });
  it('finds the same as looking through every text, the newest first', () => {
    fc.assert(
      fc.property(
        fc.array(letters, { maxLength: 40 }),
        fc.array(
          letters.filter((word) => word !== ''),
          { minLength: 1, maxLength: 2 },
        ),
        (texts, words) => {
          const index = createSearchIndex();
          texts.forEach((text, at) => index.put(String(at), text));
          const expected = texts
            .map((text, at) => ({ text, id: String(at) }))
            .filter(({ text }) => words.every((word) => text.includes(word)))
            .map(({ id }) => id)
            .toReversed();
          expect(index.find([words], 1000)).toEqual(expected);
          expect(index.find([words], 3)).toEqual(expected.slice(0, 3));
        },
      ),
    );
  });
  it('finds key by key what it finds at once, whatever was put between two keys', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ text: letters, typed: letters }), { maxLength: 12 }), (steps) => {
        const index = createSearchIndex();
        steps.forEach(({ text, typed }, at) => {
          index.put(String(at), text);
          for (let keys = 1; keys <= typed.length; keys += 1) {
            const word = typed.slice(0, keys);
            const expected = steps.flatMap((step, place) => (place <= at && step.text.includes(word) ? [String(place)] : [])).toReversed();
            expect(index.find([[word]], 1000)).toEqual(expected);
          }
        });
      }),
    );
  });
  it('follows changes and removals', () => {
    const index = createSearchIndex();
    index.put('a', 'leak');
    index.put('b', 'leak');
    index.put('a', 'dry');
    expect(index.find([['leak']], 9)).toEqual(['b']);
    expect(index.find([['dry']], 9)).toEqual(['a']);
    index.remove('b');
    expect(index.find([['leak']], 9)).toEqual([]);
    expect(index.size()).toBe(1);
  });
  it('never joins two records into a hit, and finds nothing for nothing', () => {
    const index = createSearchIndex();
    index.put('a', 'ab');
    index.put('b', 'cd');
    expect(index.find([['bc']], 9)).toEqual([]);
    expect(index.find([['b\u0000c']], 9)).toEqual([]);
    expect(index.find([[]], 9)).toEqual([]);
    expect(index.find([['']], 9)).toEqual([]);
  });
  it('finds no more than were asked for, however many ways it looks for them', () => {
    const index = createSearchIndex();
    for (const [id, text] of [
      ['a', '漏水'],
      ['b', '停水'],
      ['c', '漏水'],
    ] as const)
      index.put(id, text);
    expect(index.find([['漏'], ['停']], 2)).toEqual(['c', 'a']);
    expect(index.find([['漏'], ['停']], 3)).toEqual(['c', 'a', 'b']);
  });
  it('is right at 200,000 records', () => {
    const index = createSearchIndex();
    const word = (at: number) =>
      `厨房下水道堵了,编号 jd-2026-${String(at).padStart(6, '0')} 房号 ${(at % 30) + 1}-${(at % 3) + 1}-${(at % 18) + 1}02`;
    for (let at = 0; at < 200_000; at += 1) index.put(String(at), at % 50_000 === 7 ? `${word(at)} 秋千` : word(at));
    expect(index.size()).toBe(200_000);
    expect(index.find([['秋千']], 50)).toEqual(['150007', '100007', '50007', '7']);
    expect(index.find([['jd-2026-123456']], 50)).toEqual(['123456']);
    expect(index.find([['没有这个词']], 50)).toEqual([]);
    expect(index.find([['下水道']], 3)).toEqual(['199999', '199998', '199997']);
    expect(index.find([['秋千', 'jd-2026-100007']], 50)).toEqual(['100007']);
    index.put('100007', '换了内容');
    expect(index.find([['秋千']], 50)).toEqual(['150007', '50007', '7']);
  });
});

describe('needlesOf', () => {
  it.each([
    ['', []],
    ['  ', []],
    ['单雄信', [['单雄信']]],
    ['3栋2单元1502', [['3栋2单元1502'], ['3-2-1502']]],
    ['3栋2', [['3栋2'], ['3-2']]],
    ['138 0571 0099', [['138 0571 0099'], ['138-0571-0099'], ['13805710099'], ['138', '0571', '0099']]],
    ['0571—88123456转802', [['0571—88123456转802'], ['0571-88123456转802'], ['571-88123456转802'], ['057188123456x802']]],
    ['(0571)88123456', [['(0571)88123456'], ['057188123456']]],
    ['123', [['123']]],
    ['1 23', [['1 23'], ['1-23'], ['1', '23']]],
    ['1 234', [['1 234'], ['1-234'], ['1234'], ['1', '234']]],
    ['停_水 周五', [['停_水 周五'], ['停_水', '周五']]],
    ['B2_117 漏水', [['b2_117 漏水'], ['b2-117漏水'], ['b2-117', '漏水'], ['b2_117', '漏水']]],
    ['张 强', [['张 强'], ['张', '强']]],
    ['３栋２单元１５０２', [['3栋2单元1502'], ['3-2-1502']]],
    ['+86 138 05', [['+86 138 05'], ['+86-138-05'], ['+8613805'], ['+86', '138', '05']]],
    ['95598', [['95598']]],
    ['漏水 8812', [['漏水 8812'], ['漏水8812'], ['漏水', '8812']]],
    ['1-3 12栋801', [['1-3 12栋801'], ['1-3-12栋801'], ['1-3', '12-801'], ['1-3', '12栋801']]],
    ['XT-2026-0045', [['xt-2026-0045']]],
    ['12栋801 漏水', [['12栋801 漏水'], ['12栋801漏水'], ['12-801漏水'], ['12-801', '漏水'], ['12栋801', '漏水']]],
  ])('%s', (typed, needles) => {
    expect(needlesOf(typed)).toEqual(needles);
  });
});

describe('search over the sample estate', () => {
  let session: MemorySession;
  let search: BookSearch;
  beforeAll(async () => {
    session = await memorySession();
    const { input } = buildSampleEstate('zh', []);
    session.become(input.people[0]?.id ?? '');
    await perform(session, loadSample, input);
    search = await openBookSearch(session.database);
  });

  async function names(typed: string): Promise<string[]> {
    const groups = await search.search(typed, 8);
    const found = await Promise.all(
      groups.map(async ({ table, ids }) => {
        const rows = await session.database.table(table).bulkGet(ids);
        return rows.map((row: { name?: string; members?: { name: string }[] }) => row.name ?? row.members?.[0]?.name ?? '');
      }),
    );
    return found.flat();
  }

  it.each([
    ['单雄信', '单雄信'],
    ['shan', '单雄信'],
    ['sxx', '单雄信'],
    ['2236', '单雄信'],
    ['3栋2单元1502', '3-2-1502'],
    ['3 2 1502', '3-2-1502'],
    ['A座2203', '10-2203'],
    ['b2-117', 'B2-117'],
    ['138 0571 0099', '尉迟恭'],
    ['𠮷', '龔𠮷祥'],
    ['䶮骏', '马䶮骏'],
    ['johnsmith', ''],
    ['john smith', 'John Smith'],
    ['smith john', 'John Smith'],
    ['工程', '工程部'],
    ['zhoujg', ''],
    ['zjg', '周建国'],
    ['95598', '供电抢修'],
  ])('%s finds %s', async (typed, name) => {
    const found = await names(typed);
    expect(found.includes(name) || (name === '' && found.length === 0)).toBe(true);
  });

  it('finds what was stored a moment ago, and no longer what it was before', async () => {
    await perform(session, saveOutsideNumber, { id: 'o', name: '白蚁防治所', phone: '88001122' });
    expect(await names('白蚁')).toEqual(['白蚁防治所']);
    await perform(session, saveOutsideNumber, { id: 'o', name: '防治所', phone: '88001122' });
    expect(await names('白蚁')).toEqual([]);
    expect(await names('byfzs')).toEqual([]);
    expect(await names('fzs')).toEqual(['防治所']);
  });
});
