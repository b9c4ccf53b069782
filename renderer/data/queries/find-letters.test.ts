import { expect, it } from 'vitest';
import { sampleDesk } from '../../../tests/support/sample-desk.ts';
import { registerLetter } from '../operations/register-letter.ts';
import { letterWithPostalNumber } from './find-letters.ts';

it.each([
  ['as it was typed', 'XA12345678533'],
  ['in groups', 'xa 1234-5678 533'],
  ['full-width', 'ＸＡ１２３４５６７８５３３'],
])('a postal number is recognised %s, whichever way it was entered', async (_how, typed) => {
  const desk = await sampleDesk();
  const { database } = desk.session;
  expect(await desk.as('林晓燕', registerLetter, { id: 'l1', postalNumber: 'ｘａ１２３４　５６７８-533' })).toBe('');
  expect((await letterWithPostalNumber(database, typed, ''))?.id).toBe('l1');
  expect(await letterWithPostalNumber(database, typed, 'l1')).toBeNull();
  expect(await letterWithPostalNumber(database, ' ', '')).toBeNull();
});
