import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatQuantity, formatYuan, parseQuantity, parseYuan, plainYuan } from './money.ts';

describe('yuan as typed', () => {
  it.each([
    ['86.50', 8650],
    ['86.5', 8650],
    ['¥86.50', 8650],
    ['￥60', 6000],
    ['８６．５０', 8650],
    ['1,234.00', 123_400],
    ['60 元', 6000],
    ['.5', 50],
    ['', 0],
    ['86.505', null],
    ['八十', null],
    ['-5', null],
    ['1,23', null],
    ['.', null],
    ['999999999999', null],
  ])('%s → %s', (text, fen) => {
    expect(parseYuan(text)).toBe(fen);
  });
  it('what is shown reads back as the same amount', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000_000 }), (fen) => {
        expect(parseYuan(formatYuan(fen))).toBe(fen);
        expect(parseYuan(plainYuan(fen))).toBe(fen);
      }),
    );
  });
});

describe('quantities', () => {
  it.each([
    ['2', 2000],
    ['1.5', 1500],
    ['０．２５', 250],
    ['', null],
    ['两个', null],
  ])('%s → %s', (text, thousandths) => {
    expect(parseQuantity(text)).toBe(thousandths);
  });
  it('reads back', () => {
    expect(formatQuantity(1500)).toBe('1.5');
    expect(formatQuantity(2000)).toBe('2');
  });
});
