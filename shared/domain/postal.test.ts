import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkPostalNumber, normalisePostalNumber, postalCheckDigit } from './postal-number.ts';
import { defaultPostage, postageOf, postageSettings, sameCity } from './postage.ts';
import { postingListTotals } from './posting-list.ts';

describe('postalCheckDigit (UPU S10)', () => {
  it.each([
    ['47312482', 9],
    ['24435342', 1],
    ['12345678', 5],
    ['00000000', 5],
    ['00000008', 0],
  ])('%s → %i', (serial, digit) => {
    expect(postalCheckDigit(serial)).toBe(digit);
  });
  it.each(['1234567', '123456789', 'ABCDEFGH', ''])('refuses %s', (serial) => {
    expect(() => postalCheckDigit(serial)).toThrow(RangeError);
  });
  it('catches every single wrong digit', () => {
    const serial = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(serial, fc.integer({ min: 0, max: 7 }), fc.integer({ min: 1, max: 9 }), (digits, place, by) => {
        const other = (Number(digits[place]) + by) % 10;
        const wrong = `${digits.slice(0, place)}${other}${digits.slice(place + 1)}`;
        // 11 → 5 folds eleven remainders into ten digits: those that give 5 cannot be told apart.
        const digit = postalCheckDigit(digits);
        expect(digit !== postalCheckDigit(wrong) || digit === 5).toBe(true);
      }),
    );
  });
});

describe('checkPostalNumber', () => {
  it.each([
    ['XA24435342142', 'domestic', [], []],
    ['XA24435342133', 'domestic', [], []],
    ['XA12345678533', 'domestic', [], []],
    ['XA24435342942', 'domestic', [], ['checkDigitDomestic']],
    ['RA473124829CN', 'international', [], []],
    ['RA473124828CN', 'international', ['checkDigit'], []],
    ['ra 473 124 829 cn', 'international', [], []],
    ['ＲＡ４７３１２４８２９ＣＮ', 'international', [], []],
    ['XA2443534214', 'unknown', ['form'], []],
    ['12345678901', 'unknown', ['form'], []],
    ['SF1234567890', 'unknown', ['form'], []],
    ['ra-473-124-829-cn', 'international', [], []],
    ['ＸＡ２４４３５３４２１　４２', 'domestic', [], []],
    ['XA244353421421', 'unknown', ['form'], []],
    ['XAA24435342142', 'unknown', ['form'], []],
    ['A24435342142', 'unknown', ['form'], []],
    ['XA24435342142X', 'unknown', ['form'], []],
    ['1XA24435342142', 'unknown', ['form'], []],
    ['RA473124829C', 'unknown', ['form'], []],
    ['RA473124829CNN', 'unknown', ['form'], []],
    ['RA4731248299CN', 'unknown', ['form'], []],
    ['RRA473124829CN', 'unknown', ['form'], []],
    ['RA000000005CN', 'international', [], []],
    ['RA000000000CN', 'international', ['checkDigit'], []],
    ['RA000000080CN', 'international', [], []],
    ['R473124829CN', 'unknown', ['form'], []],
    ['RA47312482CN', 'unknown', ['form'], []],
    ['RA4731248A9CN', 'unknown', ['form'], []],
    ['RA47312482ACN', 'unknown', ['form'], []],
    ['XA2443534A142', 'unknown', ['form'], []],
    ['XA24435342A42', 'unknown', ['form'], []],
    ['XA244353421A2', 'unknown', ['form'], []],
    ['', 'unknown', ['missing'], []],
  ] as const)('%s', (text, kind, errors, warnings) => {
    expect(checkPostalNumber(text, true)).toEqual({ number: normalisePostalNumber(text), kind, errors, warnings });
  });
  it('lets EMS and couriers number as they like', () => {
    expect(checkPostalNumber('SF1234567890', false).errors).toEqual([]);
    expect(checkPostalNumber('', false).errors).toEqual([]);
    expect(checkPostalNumber('RA473124828CN', false)).toMatchObject({ kind: 'unknown', errors: [], warnings: [] });
    expect(checkPostalNumber('sf 123', false, new Set(['SF123'])).warnings).toEqual(['usedBefore']);
  });
  it('warns of a number used within twelve months', () => {
    expect(checkPostalNumber('xa12345678533', true, new Set(['XA12345678533'])).warnings).toEqual(['usedBefore']);
  });
});

describe('sameCity', () => {
  it.each([
    ['310012', '310000', true],
    ['310012', '310', true],
    ['310012', '311000', false],
    ['310012', '200000', false],
    ['310012', '', false],
    ['31001', '310000', false],
    ['3100123', '310000', false],
    ['', '', false],
  ])('%s and %s: %s', (postcode, other, same) => {
    expect(sameCity(postcode, other)).toBe(same);
  });
});

describe('postageOf, in fen', () => {
  const prices = defaultPostage();
  it.each([
    [1, true, 80],
    [20, true, 80],
    [21, true, 160],
    [100, true, 400],
    [101, true, 520],
    [200, true, 520],
    [201, true, 640],
    [0.5, true, 80],
    [20.1, true, 160],
    [100.5, false, 800],
    [300, false, 1000],
    [301, false, 1200],
    [20, false, 120],
    [100, false, 600],
    [150, false, 800],
    [2000, false, 600 + 19 * 200],
  ])('%i g, local %s: %i', (grams, local, postageFen) => {
    const plain = postageOf({ grams, local, registered: false, returnReceipt: false }, prices);
    expect(plain).toEqual({ ok: true, postageFen, registrationFen: 0, returnReceiptFen: 0, totalFen: postageFen });
    const registered = postageOf({ grams, local, registered: true, returnReceipt: true }, prices);
    expect(registered).toEqual({ ok: true, postageFen, registrationFen: 300, returnReceiptFen: 300, totalFen: postageFen + 600 });
  });
  it('refuses no weight and too much', () => {
    expect(postageOf({ grams: 0, local: true, registered: false, returnReceipt: false }, prices)).toEqual({
      ok: false,
      problem: 'noWeight',
    });
    expect(postageOf({ grams: 2001, local: true, registered: false, returnReceipt: false }, prices)).toEqual({
      ok: false,
      problem: 'tooHeavy',
    });
  });
  it.each([-1, Number.NaN])('has no postage for %d g', (grams) => {
    expect(postageOf({ grams, local: true, registered: false, returnReceipt: false }, prices)).toEqual({ ok: false, problem: 'noWeight' });
  });
  it('takes what is at most the heaviest, and each part for itself', () => {
    const heaviest = { grams: 60, local: false, registered: true, returnReceipt: false };
    expect(postageOf(heaviest, { ...prices, maxGrams: 60 })).toMatchObject({ registrationFen: 300, returnReceiptFen: 0, totalFen: 660 });
    expect(postageOf({ ...heaviest, registered: false, returnReceipt: true }, prices)).toMatchObject({ registrationFen: 0, totalFen: 660 });
    expect(postageOf(heaviest, { ...prices, maxGrams: 59 })).toEqual({ ok: false, problem: 'tooHeavy' });
  });
  it.each([
    ['localPer20g', -1, false],
    ['localPer20g', 0, true],
    ['registration', 100_000, true],
    ['registration', 100_001, false],
    ['registration', 0.5, false],
    ['maxGrams', 19, false],
    ['maxGrams', 20, true],
    ['maxGrams', 100_000, true],
    ['maxGrams', 100_001, false],
  ])('Settings take %s %d: %s', (field, value, fits) => {
    expect(postageSettings.safeParse({ [field]: value }).success).toBe(fits);
  });
  it('begins with the prices of DOMAIN §13', () => {
    expect(prices).toEqual({
      localPer20g: 80,
      elsewherePer20g: 120,
      localPer100g: 120,
      elsewherePer100g: 200,
      registration: 300,
      returnReceipt: 300,
      maxGrams: 2000,
    });
  });
  it('never grows cheaper with weight', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1999 }), fc.boolean(), (grams, local) => {
        const one = postageOf({ grams, local, registered: true, returnReceipt: false }, prices);
        const more = postageOf({ grams: grams + 1, local, registered: true, returnReceipt: false }, prices);
        expect(one.ok && more.ok && one.totalFen <= more.totalFen).toBe(true);
      }),
    );
  });
});

describe('postingListTotals', () => {
  it('adds each column up', () => {
    const row = {
      replyId: '',
      letterNumber: '',
      postalNumber: '',
      addressee: '',
      address: '',
      postcode: '',
      weightGrams: 20,
      postageFen: 120,
      registrationFen: 300,
      returnReceiptFen: 0,
    };
    expect(postingListTotals([row, { ...row, returnReceiptFen: 300 }])).toEqual({
      pieces: 2,
      weightGrams: 40,
      postageFen: 240,
      registrationFen: 600,
      returnReceiptFen: 300,
      totalFen: 1140,
    });
  });
});
