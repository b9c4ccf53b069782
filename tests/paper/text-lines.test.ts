import { describe, expect, it } from 'vitest';
import { breakLines, textWidthMm, type TextStyle } from '../../renderer/print/text-lines.ts';

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
