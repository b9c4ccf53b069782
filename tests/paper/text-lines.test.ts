import { describe, expect, it } from 'vitest';
import { breakLines, sizeForOneLine, textWidthMm, type TextStyle } from '../../renderer/print/text-lines.ts';

const style: TextStyle = { font: 'serif-regular', sizePt: 10 };
const EM_MM = (10 * 25.4) / 72;

describe('breaking a text into printed lines', () => {
  it.each([
    ['fills a line with full-width characters', '一二三四五六七八', 4.1, ['一二三四', '五六七八']],
    ['never starts a line with a closing mark', '一二三四，五六', 4.1, ['一二三', '四，五六']],
    ['never ends a line with an opening mark', '一二三（四五', 4.1, ['一二三', '（四五']],
    ['keeps a double dash whole', '一二三——四', 4.1, ['一二', '三——四']],
    ['keeps a Latin word whole', '电梯口 lift', 4.1, ['电梯口', 'lift']],
    ['parts a word that is longer than a line', 'wwwwwwwwww', 4.1, ['wwww', 'wwww', 'ww']],
    ['parts between a Latin word and a character, on either side', '见lift口lift', 3.1, ['见lift', '口lift']],
    ['parts a compound word behind its hyphen', 'one-way', 3, ['one-', 'way']],
    ['but no number, as of a unit or a phone', '在12-1502室', 4.1, ['在', '12-1502', '室']],
    ['parts beside a quotation in Latin text', 'see“lift”nowhere', 4.7, ['see', '“lift”', 'nowhere']],
    ['keeps an accent with its letter', '一二三四\u0308五', 4.1, ['一二三', '四\u0308五']],
    ['hangs blanks at the end of a line, and begins none with them', 'lift     lift', 2.1, ['lift', 'lift']],
    ['reads a tab as a blank, and line ends of every PC', 'a\tb\r\nc', 4.1, ['a b', 'c']],
    ['keeps the line ends that were typed', '一\n\n二', 4.1, ['一', '', '二']],
    ['gives an empty text one empty line', '', 4.1, ['']],
    ['counts a character beyond the basic plane once', '𠮷𠮷𠮷𠮷𬭎', 4.1, ['𠮷𠮷𠮷𠮷', '𬭎']],
  ])('%s', (_what, text, ems, lines) => {
    expect(breakLines(text, style, ems * EM_MM)).toEqual(lines);
  });

  it('indents the first line of every paragraph', () => {
    expect(breakLines('一二三四\n五六七八', style, 4.1 * EM_MM, 2 * EM_MM)).toEqual(['一二', '三四', '五六', '七八']);
  });

  it('keeps every character of a long mixed text', () => {
    const text = '业主来函（2026年1月3日）反映：B2-117车位上方滴水，请“尽快”维修。Please call back on 13800138000. '.repeat(40);
    const lines = breakLines(text, style, 90);
    expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
    for (const line of lines) expect(textWidthMm(line, style)).toBeLessThanOrEqual(90);
  });
});

describe('the width of a text on one line', () => {
  it.each([
    ['a character is as wide as its type is high', '国', style, 1],
    ['one beyond the basic plane too', '𬭎', style, 1],
    ['two dashes are two, and one is one', '——', style, 2],
    ['a Latin letter has its own', 'i', style, 0.332],
    ['so has a wide one', 'W', style, 1.053],
    ['spacing goes behind every character', '国国', { ...style, letterSpacingPt: 1 }, 2.2],
    ['quotation marks are as wide as characters', '“”', style, 2],
    ['but not in English letters', '“”', { ...style, narrowQuotes: true }, 0.924],
  ])('%s', (_what, text, of, ems) => {
    expect(textWidthMm(text, of) / EM_MM).toBeCloseTo(ems, 3);
  });

  it('a line that does not fit is set in smaller type, one that does is not', () => {
    expect(sizeForOneLine('国'.repeat(10), style, 10 * EM_MM)).toBe(10);
    expect(sizeForOneLine('国'.repeat(10), style, 11 * EM_MM)).toBe(10);
    expect(sizeForOneLine('国'.repeat(20), style, 10 * EM_MM)).toBeCloseTo(5);
  });
});
