import { expect, it } from 'vitest';
import { praiseRecord, type Praise } from '../../../shared/domain/praise-posting.ts';
import { memorySession } from '../../../tests/support/memory-session.ts';
import { readOpenPraises } from './praise-board.ts';

const NOW = '2026-11-30T01:00:00.000Z';

function praise(id: string, createdAt: string, fields: Partial<Praise> = {}): Praise {
  const base = { id, createdAt, changedAt: createdAt, desk: 'A', number: id, numberYear: 2026, numberDesk: 'A', numberSerial: 1 };
  return { ...praiseRecord.parse({ ...base, praisedBy: '单雄信', original: null, state: 'closed' }), ...fields };
}

it('asks for thirty days whether the customer was thanked, and as long as it takes for what has to hang', async () => {
  const { database } = await memorySession(NOW);
  await database.praises.bulkAdd([
    praise('this day', NOW),
    praise('thirty days', '2026-10-31T01:00:00.000Z'),
    praise('a moment more', '2026-10-31T00:59:59.999Z'),
    praise('thanked', NOW, { thankedAt: NOW, thankedHow: 'call' }),
    praise('nobody to thank', NOW, { praisedBy: '' }),
    praise('not hung', '2026-01-05T01:00:00.000Z', { state: 'open' }),
    praise('cancelled', NOW, { state: 'cancelled' }),
  ]);
  const open = await readOpenPraises(database, NOW);
  expect(open.map((one) => [one.praise.id, one.thanks])).toEqual([
    ['not hung', true],
    ['thirty days', true],
    ['this day', true],
  ]);
});
