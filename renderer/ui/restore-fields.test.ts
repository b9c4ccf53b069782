import { expect, it } from 'vitest';
import { z } from 'zod';
import { restoreFields } from './restore-fields.ts';

const schema = z.object({
  name: z.string().max(4),
  urgency: z.enum(['urgent', 'normal']),
  postcode: z.string().regex(/^\d{6}$/),
  rows: z.array(z.object({ price: z.string() })).default([]),
});
const begun = { name: '', urgency: 'normal' as const, postcode: '310000', rows: [] };

it.each([
  ['nothing', {}, begun],
  ['what was typed', { name: '单雄信', rows: [{ price: '1' }] }, { ...begun, name: '单雄信', rows: [{ price: '1' }] }],
  ['a text that is too long or half typed', { name: '尉迟恭的邻居', postcode: '31' }, { ...begun, name: '尉迟恭的邻居', postcode: '31' }],
  ['the rest beside a choice that is gone', { name: '单', urgency: 'planned' }, { ...begun, name: '单' }],
  ['the rest beside a field of another type', { name: 7, postcode: '320000' }, { ...begun, postcode: '320000' }],
  ['the rest beside rows of another shape', { name: '单', rows: [{ amount: 1 }] }, { ...begun, name: '单' }],
  ['no field that the form has not', { name: '单', colour: 'red' }, { ...begun, name: '单' }],
  ['neither that beside a broken rule', { name: '尉迟恭的邻居', colour: 'red' }, { ...begun, name: '尉迟恭的邻居' }],
])('keeps %s', (_what, kept, expected) => {
  expect(restoreFields(schema, begun, kept)).toEqual(expected);
});
