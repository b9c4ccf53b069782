import { expect, it, vi } from 'vitest';
import { hashText, lineHash, ORIGIN_HASH } from '../../shared/journal/line.ts';
import type { JournalLine } from '../../shared/contract/host-calls.ts';
import type { OperationPayload } from '../../shared/journal/operation-payload.ts';
import { openTestDatabase } from '../../tests/support/test-databases.ts';
import { createHostApi } from '../../shared/contract/host-api.ts';
import { failure, success } from '../../shared/contract/result.ts';
import { applyLines, replayJournal } from './replay.ts';

type Change = OperationPayload['changes'][number];

/** Lines of a book with these changes each; `null` for one whose words were erased. */
function linesWith(all: readonly (readonly Change[] | null)[]): JournalLine[] {
  const lines: JournalLine[] = [];
  let previousHash = ORIGIN_HASH;
  for (const [index, changes] of all.entries()) {
    const payload = JSON.stringify({
      id: `op-${index + 1}`,
      book: 'book',
      sequence: index + 1,
      at: '2026-11-23T00:00:00.000Z',
      actor: 'zhang',
      desk: 'A',
      name: 'log-reception',
      reason: '',
      confirmations: [],
      changes: [...(changes ?? [])],
      resultId: 'r',
    } satisfies OperationPayload);
    const line = { sequence: index + 1, previousHash, payloadHash: hashText(payload), payload: changes === null ? null : payload };
    previousHash = lineHash(line);
    lines.push(line);
  }
  return lines;
}

/** Lines of a book in which every operation draws a number and writes a row, as most of them do. */
function linesOf(count: number): JournalLine[] {
  return linesWith(
    Array.from({ length: count }, (_one, index) => {
      const series = { id: 'reception/2026/A', last: index + 1 };
      const drawn = index === 0 ? { before: null, after: series } : { before: { last: index }, after: { last: index + 1 } };
      return [{ table: 'series', key: series.id, ...drawn }, promise(`p-${index + 1}`)];
    }),
  );
}

const promise = (id: string): Change => ({ table: 'promises', key: id, before: null, after: { id, state: 'open' } });

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
  const heard: number[] = [];
  const onProgress = (done: number) => heard.push(done);
  expect(await replayJournal(database, host, { version: 1, linesBetweenRests: 10, restMs: 0, onProgress })).toBe(1);
  expect(heard).toEqual([5, 10, 15, 20, 25]);
  expect(shut).toHaveBeenCalledTimes(2);
  expect(await database.promises.count()).toBe(25);
  expect(await database.operations.count()).toBe(25);
});

it('says what kept the host from reading its lines', async () => {
  const host = createHostApi(() => Promise.resolve(failure('journalUnreadable', { sequence: 7 })));
  const replaying = replayJournal(await openTestDatabase(), host, { version: 1 });
  await expect(replaying).rejects.toMatchObject({ failure: { code: 'journalUnreadable', parameters: { sequence: 7 } } });
});

it('finds the history of a record by its operations, and none by a number that was drawn', async () => {
  const database = await openTestDatabase();
  await applyLines(database, linesOf(2), 1);
  const operations = await database.operations.toArray();
  expect(operations.map(({ id, records, resultId }) => ({ id, records, resultId }))).toEqual([
    { id: 'op-1', records: ['promises/p-1'], resultId: 'r' },
    { id: 'op-2', records: ['promises/p-2'], resultId: 'r' },
  ]);
});

it('keeps the place of an erased line, and goes on behind it', async () => {
  const database = await openTestDatabase();
  const lines = linesWith([[promise('p-1')], null, [promise('p-3')]]);
  await applyLines(database, lines, 1);
  expect(await database.operations.get(2)).toMatchObject({ id: 'erased-2', payload: null, records: [] });
  expect((await database.promises.toArray()).map(({ id }) => id)).toEqual(['p-1', 'p-3']);
});

it('takes a single row away again, in the same stretch of lines or in a later one', async () => {
  const database = await openTestDatabase();
  const gone = (id: string): Change => ({ table: 'promises', key: id, before: { id, state: 'open' }, after: null });
  const lines = linesWith([[promise('p-1'), promise('p-2')], [gone('p-1')], [gone('p-2')]]);
  await applyLines(database, lines.slice(0, 2), 1);
  expect((await database.promises.toArray()).map(({ id }) => id)).toEqual(['p-2']);
  await applyLines(database, lines.slice(2), 1);
  expect(await database.promises.count()).toBe(0);
});

it('passes over a table that a later format has given up', async () => {
  const database = await openTestDatabase();
  const old = { table: 'pigeonholes', key: 'h' };
  const lines = linesWith([
    [{ ...old, before: null, after: { id: 'h' } }],
    [promise('p-2'), { ...old, before: { at: 1 }, after: { at: 2 } }],
  ]);
  await applyLines(database, lines.slice(0, 1), 1);
  await applyLines(database, lines.slice(1), 1);
  expect(await database.promises.count()).toBe(1);
});

const unreadable = JSON.stringify({ id: 'op-2' });
/** Two lines, the second of which says something else. */
const secondAs = (changed: Partial<JournalLine>) => linesOf(2).map((line) => (line.sequence === 2 ? { ...line, ...changed } : line));

it.each([
  ['a line is missing', linesOf(3).toSpliced(1, 1), 'journalGap'],
  ['a line comes twice', [...linesOf(1), ...linesOf(1)], 'journalGap'],
  ['a line is of another chain', secondAs({ previousHash: ORIGIN_HASH }), 'journalGap'],
  ['the first is not the first', linesOf(2).slice(1), 'journalGap'],
  ['a line is no operation', secondAs({ payload: unreadable, payloadHash: hashText(unreadable) }), 'journalUnreadable'],
])('puts nothing in where %s', async (_what, lines, code) => {
  const database = await openTestDatabase();
  await expect(applyLines(database, lines, 1)).rejects.toMatchObject({ failure: { code, parameters: { sequence: expect.any(Number) } } });
  expect(await database.operations.count()).toBe(0);
  expect(await database.promises.count()).toBe(0);
});
