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
    ['１，２３４，５６７．８', 123_456_780],
    ['86。50', 8650],
    ['８６。５', 8650],
    [' 86 . 5 元', 8650],
    ['86.', 8600],
    ['0', 0],
    ['007', 700],
    ['100000000', 10_000_000_000],
    ['100000000.01', null],
    ['86元5', null],
    ['元', null],
    ['12,3456', null],
    ['1234,567', null],
    ['1,234,56', null],
    ['1..5', null],
    ['¥¥5', null],
    ['5¥', null],
    ['5￥', null],
    ['1e3', null],
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

it.each([
  [0, '¥0.00', '0.00'],
  [5, '¥0.05', '0.05'],
  [99, '¥0.99', '0.99'],
  [100, '¥1.00', '1.00'],
  [123_456_789, '¥1234567.89', '1234567.89'],
  [-50, '-¥0.50', '-0.50'],
  [-1234, '-¥12.34', '-12.34'],
])('%i fen is %s', (fen, headed, plain) => {
  expect(formatYuan(fen)).toBe(headed);
  expect(plainYuan(fen)).toBe(plain);
});

describe('quantities', () => {
  it.each([
    ['2', 2000],
    ['1.5', 1500],
    ['０．２５', 250],
    ['1。5', 1500],
    ['1 . 5', 1500],
    ['0.001', 1],
    ['1.2345', null],
    ['1000000', 1_000_000_000],
    ['1000000.001', null],
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
