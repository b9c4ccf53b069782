import fc from 'fast-check';
import { expect, it } from 'vitest';
import { centredLines, pourLetter, runningLines, type LetterLine } from '../../renderer/print/letter-lines.tsx';
import { bodyLines, closingLines, type ChineseLetterType } from '../../renderer/print/letter-text-zh.ts';
import { printWords } from '../../renderer/print/print-words.ts';
import { textWidthMm, type TextStyle } from '../../renderer/print/text-lines.ts';
import { zhLetter } from './letter-samples.ts';

const line = (text: string): LetterLine => ({ text, style: { font: 'serif-regular', sizePt: 11 }, leftMm: 0 });
const lines = (name: string, count: number) => Array.from({ length: count }, (_, index) => line(`${name} ${index}`));
const textsOf = (page: readonly LetterLine[]) => page.map(({ text }) => text);

it('a letter of any length keeps every line, in order, on sheets that hold them, and signature and date together with text', () => {
  const lengths = fc.record({
    // Lines of each paragraph; in an English letter an empty one stands below each, the last one too.
    paragraphs: fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 20 }),
    spaced: fc.boolean(),
    // Longer than two sheets: somebody pasted a whole inventory as enclosures.
    closing: fc.integer({ min: 1, max: 60 }),
    firstLines: fc.integer({ min: 1, max: 22 }),
    nextLines: fc.integer({ min: 8, max: 26 }),
  });
  fc.assert(
    fc.property(lengths, ({ paragraphs, spaced, closing, firstLines, nextLines }) => {
      const below = spaced ? [line('')] : [];
      const body = [2, ...paragraphs].flatMap((count, index) => [...lines(`body ${index}`, count), ...below]);
      const pages = pourLetter({ body, closing: lines('closing', closing), firstLines, nextLines });
      const said = (all: readonly LetterLine[]) => textsOf(all).filter((text) => text !== '');
      expect(pages.flatMap(said)).toEqual(said([...body, ...lines('closing', closing)]));
      pages.forEach((page, index) => expect(page.length).toBeLessThanOrEqual(index === 0 ? firstLines : nextLines));
      expect(pages.filter((page) => page.length === 0)).toEqual([]);
      // No sheet is begun by an empty line, nor at all where the letter fits on the first.
      expect(pages.filter(([head]) => head?.text === '')).toEqual([]);
      expect(pages.length === 1).toBe(body.length + closing <= firstLines);
      const signed = pages.find((page) => textsOf(page).includes('closing 0')) ?? [];
      expect(textsOf(signed)[0]).toMatch(/^body/);
      const together = Math.min(closing, nextLines - 2 - below.length);
      expect(textsOf(signed)).toContain(`closing ${together - 1}`);
    }),
    { numRuns: 2000 },
  );
});

const HAN: TextStyle = { font: 'serif-regular', sizePt: 10 };
/** One character of it. */
const EM_MM = textWidthMm('国', HAN);

it('running text: each paragraph begins indented, and every line but its last is as wide as the text', () => {
  const told = runningLines('国'.repeat(12) + '\n国', HAN, 10.5 * EM_MM, { indentMm: 2 * EM_MM });
  expect(told.map(({ text, leftMm, fillMm }) => [text.length, leftMm / EM_MM, fillMm === undefined ? 0 : fillMm / EM_MM])).toEqual([
    [8, 2, 8.5],
    [4, 0, 0],
    [1, 2, 0],
  ]);
  expect(runningLines('国'.repeat(12), HAN, 10.5 * EM_MM).map(({ text, leftMm, fillMm }) => [text.length, leftMm, fillMm])).toEqual([
    [10, 0, 10.5 * EM_MM],
    [2, 0, undefined],
  ]);
  expect(runningLines('国'.repeat(12), HAN, 10.5 * EM_MM, { justified: false }).map(({ fillMm }) => fillMm)).toEqual([
    undefined,
    undefined,
  ]);
});

it.each([
  [6, [6]],
  [11, [6, 5]],
  [21, [7, 7, 7]],
  [23, [8, 8, 7]],
])('a title of %i characters is set in the middle, its lines as even as they can be', (count, lengths) => {
  const set = centredLines('国'.repeat(count), HAN, 10.5 * EM_MM);
  expect(set.map(({ text }) => text.length)).toEqual(lengths);
  for (const { text, leftMm } of set) expect(leftMm).toBeCloseTo(((10.5 - text.length) / 2) * EM_MM);
});

const LETTER: ChineseLetterType = { body: HAN, copies: { ...HAN, sizePt: 8 }, widthMm: 28 * EM_MM, characterMm: EM_MM, pitchMm: 10 };
const words = printWords('zh');
const paper = { ...zhLetter, sender: '国'.repeat(8), date: '2026-11-05', sealed: true, contact: '', copiesTo: [], enclosures: [] };
const DATE = '2026年11月5日';
const dateMm = textWidthMm(DATE, HAN);
const from = (line: LetterLine | undefined) => (line?.leftMm ?? 0) / EM_MM;

it('with a seal the name stands centred over a date that ends four characters in, between lines that the seal needs', () => {
  const set = closingLines(paper, LETTER, words);
  expect(textsOf(set)).toEqual(['', '', paper.sender, DATE, '']);
  expect(from(set[3])).toBeCloseTo(28 - 4 - dateMm / EM_MM);
  expect(from(set[2])).toBeCloseTo(28 - 4 - dateMm / EM_MM / 2 - 4);
});

it('a long name to be sealed ends with the text, and the date is centred below it', () => {
  const set = closingLines({ ...paper, sender: '国'.repeat(20) }, LETTER, words);
  expect(from(set[2])).toBeCloseTo(8);
  expect(from(set[3])).toBeCloseTo(18 - dateMm / EM_MM / 2);
});

it.each([
  ['a long name ends two characters in', 20, 28 - 2 - 20],
  ['a short one gives way to its date, two characters to its right', 2, 28 - 2 - (dateMm / EM_MM + 2)],
])('without a seal %s', (_what, count, left) => {
  const set = closingLines({ ...paper, sealed: false, sender: '国'.repeat(count) }, LETTER, words);
  expect(textsOf(set)).toEqual(['', '国'.repeat(count), DATE]);
  expect(from(set[1])).toBeCloseTo(left);
  expect(from(set[2])).toBeCloseTo(left + 2);
});

it('whom to ask stands two characters in, who gets copies one and in smaller type, below an empty line', () => {
  const [ask, empty, copies] = closingLines({ ...paper, contact: '张三', copiesTo: ['甲', '乙'] }, LETTER, words).slice(5);
  expect([ask?.leftMm, empty?.text, copies?.leftMm, copies?.style.sizePt]).toEqual([2 * EM_MM, '', EM_MM, 8]);
  expect([ask?.text, copies?.text].map((text) => text?.match(/[张三甲乙]/g)?.join(''))).toEqual(['张三', '甲乙']);
});

it('enclosures are told below an empty line, numbered when there are several, their names under one another', () => {
  const told = (enclosures: string[]) => bodyLines({ ...paper, addressee: '', body: '国', enclosures }, LETTER, words).slice(2);
  const [empty, only, ...others] = told(['清单']);
  expect([empty?.text, only?.text, only?.leftMm, others]).toEqual(['', '附件：清单', 2 * EM_MM, []]);
  const [, first, second, rest] = told(['清单', '国'.repeat(24)]);
  expect([first?.text, second?.text.slice(0, 8)]).toEqual(['附件：1. 清单', '　　　2. 国国']);
  expect([first?.leftMm, second?.leftMm]).toEqual([2 * EM_MM, 2 * EM_MM]);
  expect(rest?.leftMm).toBeCloseTo(2 * EM_MM + textWidthMm('　　　2. ', HAN));
});
