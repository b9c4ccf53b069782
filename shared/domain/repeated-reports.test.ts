import { expect, it } from 'vitest';
import { repeatedReports } from './repeated-reports.ts';

const NOW = '2026-11-30T01:00:00.000Z';
const CONTACT = { category: 'report' as const, occurredAt: '2026-11-29T01:00:00.000Z' };

it.each([
  ['a day ago', {}, 'report', 1],
  ['to the hour as long ago as is looked back', { occurredAt: '2026-10-31T01:00:00.000Z' }, 'report', 1],
  ['a moment longer ago', { occurredAt: '2026-10-31T00:59:59.999Z' }, 'report', 0],
  ['another category', { category: 'complaint' as const }, 'report', 0],
  ['a complaint again', { category: 'complaint' as const }, 'complaint', 1],
  ['help again', { category: 'help' as const }, 'help', 1],
  ['an enquiry again', { category: 'enquiry' as const }, 'enquiry', 0],
  ['no category yet', {}, '', 0],
])('%s: noticed within thirty days (DOMAIN §2)', (_what, fields, category, count) => {
  expect(repeatedReports([{ ...CONTACT, ...fields }], { category, now: NOW, withinDays: 30 })).toHaveLength(count);
});
