import { expect, it } from 'vitest';
import { changedMeanwhile } from './changed-meanwhile.ts';

it.each<[string, Record<string, unknown>, Record<string, unknown> | undefined, object | null, object]>([
  ['typed over what still stands there', { received: '50' }, { received: '' }, { received: '' }, {}],
  ['typed over what is another by now', { received: '50' }, { received: '' }, { received: '30' }, { received: '30' }],
  ['typed the same as somebody else', { received: '50' }, { received: '' }, { received: '50' }, {}],
  ['changed where nobody typed', { note: '补' }, { note: '' }, { note: '', received: '30' }, {}],
  ['a list that is merged', { photos: [1, 2] }, { photos: [1] }, { photos: [1, 3] }, {}],
  ['a list that is not', { scans: [1, 2] }, { scans: [1] }, { scans: [1, 3] }, { scans: [1, 3] }],
  ['left by a program that did not note it', { received: '50' }, undefined, { received: '30' }, {}],
  ['of a record that is not stored yet', { received: '50' }, { received: '' }, null, {}],
])('a half-filled change, %s', (_case, values, begun, own, found) => {
  expect(changedMeanwhile({ draft: { values, begun }, own, merged: ['photos'] })).toEqual(found);
});
