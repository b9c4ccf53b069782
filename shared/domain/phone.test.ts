import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPhone, lastFour, maskIdNumber, maskPhone, normalisePhone } from './phone.ts';

describe('normalisePhone', () => {
  it.each([
    ['13805712236', '13805712236'],
    ['138 0571 0099', '13805710099'],
    ['138-0571-0099', '13805710099'],
    ['１３８０５７１００９９', '13805710099'],
    ['0571-88123456 转 802', '057188123456x802'],
    ['0571-88123456转802', '057188123456x802'],
    ['(0571) 8812 3456 ext. 802', '057188123456x802'],
    ['057188123456x802', '057188123456x802'],
    ['0571-88123456-802', '057188123456x802'],
    ['0571—88123456—802', '057188123456x802'],
    ['0571——88123456——802', '057188123456x802'],
    ['0571－88123456－802', '057188123456x802'],
    ['0571–88123456‒802', '057188123456x802'],
    ['0571−88123456', '057188123456'],
    ['+86 138 0571 0099', '13805710099'],
    ['0086-13805710099', '13805710099'],
    ['+1 (415) 555-0100', '+14155550100'],
    ['', ''],
    ['未显示', ''],
  ])('%s → %s', (text, number) => {
    expect(normalisePhone(text)).toBe(number);
  });
  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789+- 转x()ext.'), maxLength: 20 }), (text) => {
        const once = normalisePhone(text);
        expect(normalisePhone(once)).toBe(once);
      }),
    );
  });
});

describe('maskPhone', () => {
  it.each([
    ['13805712236', '138****2236'],
    ['138 0571 0099', '138****0099'],
    ['+86 138 0571 0099', '138****0099'],
    ['0571-88123456', '0571****56'],
    ['0571-88123456 转 802', '0571****56 x802'],
    ['010-62345678', '010****78'],
    ['88123456', '88****56'],
    ['+1 415 555 0100', '+14****00'],
    ['110', '*10'],
    ['12', '**'],
    ['', ''],
    ['未显示', '未显示'],
  ])('%s → %s', (text, masked) => {
    expect(maskPhone(text)).toBe(masked);
  });
  it('never shows more than three leading and four trailing digits of a mobile number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 13_000_000_000, max: 19_999_999_999 }), (number) => {
        const text = String(number);
        expect(maskPhone(text)).toBe(`${text.slice(0, 3)}****${text.slice(-4)}`);
      }),
    );
  });
  it('always hides at least four digits of a number of seven or more', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 7, maxLength: 15 }), (text) => {
        const digits = normalisePhone(text).length;
        expect(maskPhone(text).replaceAll(/[^\d]/g, '').length).toBeLessThanOrEqual(digits - 3);
      }),
    );
  });
});

describe('maskIdNumber', () => {
  it.each([
    ['330106197001011234', '330***********1234'],
    ['33010619700101123X', '330***********123X'],
    ['E1234567', 'E12*4567'],
    ['1234567', '*******'],
    ['', ''],
  ])('%s → %s', (text, masked) => {
    expect(maskIdNumber(text)).toBe(masked);
  });
});

describe('lastFour', () => {
  it.each([
    ['13805712236', '2236'],
    ['0571-88123456 转 802', '3456'],
    ['110', ''],
    ['', ''],
  ])('%s → %s', (text, four) => {
    expect(lastFour(text)).toBe(four);
  });
});

describe('isPhone', () => {
  it.each([
    '13805712236',
    '138 0571 0099',
    '0571-88123456 转 802',
    '0571-88123456-802',
    '0571—88123456—802',
    '０５７１－８８１２３４５６－８０２',
    '0571–88123456–802',
    '+86 13805710099',
    '110',
    '(0571)88123456',
    '12345',
    '95598',
  ])('%s is one', (text) => {
    expect(isPhone(text)).toBe(true);
  });
  it.each(['', '12', '未留', 'abc', '13805712236 单先生', '1380571223613805712236', 'x802'])('%s is none', (text) => {
    expect(isPhone(text)).toBe(false);
  });
});
