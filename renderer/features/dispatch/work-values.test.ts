import { describe, expect, it } from 'vitest';
import { readWork, workValues, type WorkValues } from './work-values.ts';

const TAPS = { name: '龙头', size: 'DN15', quantity: '2', measure: '个', price: '86.50' };
const values = (fields: object): WorkValues =>
  workValues.parse({ done: '更换龙头', charge: 'paid', materials: [TAPS], labour: '60', ...fields });

describe('readWork', () => {
  it('reads what was typed into fen', () => {
    const { work } = readWork(values({ received: '¥233.00', means: 'wechat', receiptNumber: ' 0012873 ' }));
    expect(work).toMatchObject({
      materials: [{ name: '龙头', size: 'DN15', quantityThousandths: 2000, measure: '个', priceFen: 8650 }],
      labourFen: 6000,
      payment: { means: 'wechat', receivedFen: 23_300, receiptNumber: '0012873' },
    });
  });
  it('leaves out a row nobody has begun', () => {
    const { work } = readWork(values({ materials: [TAPS, { quantity: '1' }] }));
    expect(work?.materials).toHaveLength(1);
  });
  it.each<[string, object, Record<string, string>]>([
    ['no word of what was done', { done: ' ' }, { done: 'required' }],
    ['an amount in words', { labour: '六十' }, { labour: 'moneyRule' }],
    ['a quantity in words', { materials: [{ ...TAPS, quantity: '两' }] }, { 'materials.0.quantity': 'quantityRule' }],
    ['a price with three places', { materials: [{ ...TAPS, price: '86.505' }] }, { 'materials.0.price': 'moneyRule' }],
    ['a material without a name', { materials: [{ ...TAPS, name: '' }] }, { 'materials.0.name': 'nameRule' }],
    ['money by no means', { received: '233' }, { means: 'problem.meansMissing' }],
    ['more than is due', { received: '233.01', means: 'cash' }, { received: 'problem.paidTooMuch' }],
    ['money for a free order', { charge: 'free', received: '1', means: 'cash' }, { received: 'problem.paidTooMuch' }],
    ['a waiver without a reason', { waived: '33', waivedBy: 'x' }, { waivedReason: 'problem.waiverReasonMissing' }],
  ])('%s is said beside its field', (_name, fields, problems) => {
    expect(readWork(values(fields))).toEqual({ work: null, problems });
  });
});
