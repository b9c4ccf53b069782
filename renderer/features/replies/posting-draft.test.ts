import { expect, it } from 'vitest';
import { restorePosting } from './posting-draft.ts';

const row = { chosen: true, postalNumber: 'XA24', receiptNumber: '', weightGrams: null, local: false, returnReceipt: true };

it.each([
  ['nothing typed', {}, { postOffice: '', rows: {} }],
  ['a half list', { postOffice: 'o', rows: { a: row } }, { postOffice: 'o', rows: { a: row } }],
  ['a date that was typed', { postedOn: '2026-11-20' }, { postOffice: '', postedOn: '2026-11-20', rows: {} }],
  ['the rest beside rows of another form', { postOffice: 'o', rows: { a: { ...row, weightGrams: '20' } } }, { postOffice: 'o', rows: {} }],
])('%s', (_what, kept, values) => {
  expect(restorePosting(kept)).toEqual(values);
});
