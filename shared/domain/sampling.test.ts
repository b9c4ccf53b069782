import { expect, it } from 'vitest';
import { drawSample, sampleRecord } from './sampling.ts';

it('a stored seed draws the same orders for ever: the lowest SHA-256 of seed/number, listed by number', () => {
  const orders = Array.from({ length: 25 }, (_, at) => ({
    id: String(at + 1),
    number: `PG-2026-${String(at + 1).padStart(6, '0')}`,
    charge: 'free' as const,
  }));
  const paid = ['PG-2026-000099', 'PG-2026-000098'].map((number) => ({ id: number, number, charge: 'paid' as const }));
  const warranty = orders.map((order, at) => (at % 2 === 0 ? { ...order, charge: 'warranty' as const } : order));
  expect(drawSample([...paid, ...warranty], 'qiantai').map(({ order, why }) => [order.number, why])).toEqual([
    ['PG-2026-000098', 'paid'],
    ['PG-2026-000099', 'paid'],
    ['PG-2026-000020', 'drawn'],
    ['PG-2026-000023', 'drawn'],
    ['PG-2026-000024', 'drawn'],
  ]);
});

it('lists what was drawn by number, whatever its rank', () => {
  const numbers = Array.from({ length: 25 }, (_, at) => `PG-2026-${String(at + 1).padStart(6, '0')}`);
  const orders = numbers.map((number) => ({ id: number, number, charge: 'free' as const }));
  // By rank: 14, 11, 6.
  expect(drawSample(orders, 'a').map(({ order }) => order.number)).toEqual(['PG-2026-000006', 'PG-2026-000011', 'PG-2026-000014']);
});

const AT = '2026-11-24T01:00:00.000Z';
const sample = { id: 's', createdAt: AT, changedAt: AT, desk: 'A', month: '2026-11', seed: 's', drawnAt: AT, paidCount: 0, freeCount: 0 };

it.each<[object, boolean]>([
  [{}, true],
  [{ month: '2026-1' }, false],
  [{ month: '26-11' }, false],
  [{ month: '12026-11' }, false],
  [{ month: '2026-111' }, false],
  [{ seed: '' }, false],
  [{ seed: 's'.repeat(100) }, true],
  [{ seed: 's'.repeat(101) }, false],
  [{ paidCount: -1 }, false],
  [{ freeCount: -1 }, false],
  [{ freeCount: 0.5 }, false],
])('a sample with %o can be kept: %s', (fields, fits) => {
  expect(sampleRecord.safeParse({ ...sample, ...fields }).success).toBe(fits);
});
