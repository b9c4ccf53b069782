import { beforeEach, expect, it } from 'vitest';
import { z } from 'zod';
import { receptionInput } from '../../shared/domain/reception.ts';
import { letterInput } from '../../shared/domain/letter.ts';
import { sampleDesk, type SampleDesk } from '../../tests/support/sample-desk.ts';
import { linkSource, numberLink, unlinkSource } from './links.ts';
import { logReception } from './operations/log-reception.ts';
import { registerLetter } from './operations/register-letter.ts';
import { defineOperation, nothingToPrepare } from './perform.ts';
import type { WriteContext } from './write-context.ts';

const SUPERVISOR = '沈国华';

/** Does something to links, as one part of an operation. */
const changeLinks = defineOperation({
  name: 'go-back-to-snapshot',
  input: z.array(z.custom<(context: WriteContext) => Promise<void>>()),
  tables: ['receptions', 'letters', 'dispatchOrders'],
  prepare: nothingToPrepare,
  run: async (context, [change]) => {
    await change?.(context);
    return 'links';
  },
});

const FIRST = { table: 'replies', id: 'first', number: '' };
const SECOND = { table: 'dispatchOrders', id: 'second', number: 'PG-2026-000001' };

let desk: SampleDesk;
beforeEach(async () => {
  desk = await sampleDesk();
  const call = { ...receptionInput.parse({ channel: 'visit', category: 'enquiry', content: '问路' }), id: 'source' };
  await desk.as(SUPERVISOR, logReception, call);
  await desk.as(SUPERVISOR, registerLetter, { ...letterInput.parse({ subject: '电梯', category: 'other' }), id: 'source' });
});

it.each(['receptions', 'letters'] as const)('of %s: one link is numbered or taken off, and the others stay as they are', async (table) => {
  const source = { table, id: 'source' };
  const change = (step: (context: WriteContext) => Promise<void>) => desk.as(SUPERVISOR, changeLinks, [step]);
  const links = async () => (await desk.session.database.table(table).get('source'))?.links;
  for (const to of [FIRST, SECOND, FIRST]) expect(await change((context) => linkSource(context, source, to))).toBe('');
  expect(await links()).toEqual([FIRST, SECOND]);
  expect(await change((context) => numberLink(context, source, { id: 'first', number: '客函〔2026〕1号' }))).toBe('');
  expect(await links()).toEqual([{ ...FIRST, number: '客函〔2026〕1号' }, SECOND]);
  expect(await change((context) => unlinkSource(context, source, 'first'))).toBe('');
  expect(await links()).toEqual([SECOND]);
});

it('nowhere to link is nothing to do, and an unknown register is said', async () => {
  const change = (step: (context: WriteContext) => Promise<void>) => desk.as(SUPERVISOR, changeLinks, [step]);
  for (const table of ['', 'receptions']) {
    expect(await change((context) => linkSource(context, { table, id: '' }, FIRST))).toBe('');
    expect(await change((context) => unlinkSource(context, { table, id: '' }, 'first'))).toBe('');
  }
  expect(await change((context) => linkSource(context, { table: 'units', id: 'x' }, FIRST))).toBe('sourceUnknown');
  expect(await change((context) => unlinkSource(context, { table: 'units', id: 'x' }, 'first'))).toBe('sourceUnknown');
});
