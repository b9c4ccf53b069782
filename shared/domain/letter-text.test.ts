import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillTemplate, hasBlank, normaliseLetterText, normaliseLine } from './letter-text.ts';

describe('normaliseLetterText', () => {
  it.each([
    ['line ends of Windows and old Macs', '一\r\n二\r三', '一\n二\n三'],
    ['Word’s line break within a paragraph', '一\v二', '一\n二'],
    ['indents typed by hand', '　　一是修好。\n  二是赔偿。', '一是修好。\n二是赔偿。'],
    ['non-breaking blanks and tabs', '第\u00A01\t项', '第 1 项'],
    ['bullets of a symbol font', '\uF0B7 修漏\n\uF0B7\t赔偿', '修漏\n赔偿'],
    ['what nobody sees', '车\u200B位\uFEFF漏\u00AD水', '车位漏水'],
    ['a stray control character', '车\u0007位', '车位'],
    ['empty lines beyond one', '一\n\n\n\n二\n', '一\n\n二'],
    ['two empty lines', '一\n\n\n二', '一\n\n二'],
    ['rare characters stay', '𠮷㛃䶮𬭎', '𠮷㛃䶮𬭎'],
    ['quotes and dashes stay', '“您好”——公司', '“您好”——公司'],
  ])('%s', (_name, given, kept) => {
    expect(normaliseLetterText(given)).toBe(kept);
  });
  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const once = normaliseLetterText(text);
        expect(normaliseLetterText(once)).toBe(once);
      }),
    );
  });
  it('puts a title on one line', () => {
    expect(normaliseLine(' 关于漏水\r\n的答复函 ')).toBe('关于漏水 的答复函');
  });
});

describe('fillTemplate', () => {
  it('writes in what is known and leaves a blank for what is not', () => {
    const text = fillTemplate('{{customer}}：您 {{letterDate}} 来函收悉', { customer: '马䶮骏' });
    expect(text).toBe('马䶮骏：您 ____ 来函收悉');
    expect(hasBlank(text)).toBe(true);
  });
});
