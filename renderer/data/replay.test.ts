import { expect, it, vi } from 'vitest';
import { hashText, lineHash, ORIGIN_HASH } from '../../shared/journal/line.ts';
import type { JournalLine } from '../../shared/contract/host-calls.ts';
import type { OperationPayload } from '../../shared/journal/operation-payload.ts';
import { openTestDatabase } from '../../tests/support/test-databases.ts';
import { createHostApi } from '../../shared/contract/host-api.ts';
import { failure, success } from '../../shared/contract/result.ts';
import { applyLines, replayJournal } from './replay.ts';

/** Lines of a book in which every operation draws a number and writes a row, as most of them do. */
function linesOf(count: number): JournalLine[] {
  const lines: JournalLine[] = [];
  let previousHash = ORIGIN_HASH;
  for (let sequence = 1; sequence <= count; sequence += 1) {
    const first = sequence === 1;
    const series = { id: 'reception/2026/A', last: sequence };
    const payload = JSON.stringify({
      id: `op-${sequence}`,
      book: 'book',
      sequence,
      at: '2026-11-23T00:00:00.000Z',
      actor: 'zhang',
      desk: 'A',
      name: 'log-reception',
      reason: '',
      confirmations: [],
      changes: [
        { table: 'series', key: series.id, before: first ? null : { last: sequence - 1 }, after: first ? series : { last: sequence } },
        { table: 'promises', key: `p-${sequence}`, before: null, after: { id: `p-${sequence}`, state: 'open' } },
      ],
      resultId: '',
    } satisfies OperationPayload);
    const line = { sequence, previousHash, payloadHash: hashText(payload), payload };
    previousHash = lineHash(line);
    lines.push(line);
  }
  return lines;
}

it('replays more lines at once than Dexie follows awaits that are not its own', async () => {
  const database = await openTestDatabase();
  await applyLines(database, linesOf(1000), 1);
  expect(await database.promises.count()).toBe(1000);
  expect(await database.series.get('reception/2026/A')).toEqual({ id: 'reception/2026/A', last: 1000 });
  expect(await database.operations.count()).toBe(1000);
});

it('shuts the store between long stretches of lines, and goes on where it was', async () => {
  const database = await openTestDatabase();
  const lines = linesOf(25);
  const host = createHostApi((name, input) => {
    if (name !== 'readLines' || input === undefined || !('from' in input)) return Promise.resolve(failure('notInMemory', { name }));
    return Promise.resolve(success({ lines: lines.slice(input.from - 1, input.from + 4) }));
  });
  const shut = vi.spyOn(database, 'close');
  expect(await replayJournal(database, host, { version: 1, linesBetweenRests: 10, restMs: 0 })).toBe(1);
  expect(shut).toHaveBeenCalledTimes(2);
  expect(await database.promises.count()).toBe(25);
  expect(await database.operations.count()).toBe(25);
});
