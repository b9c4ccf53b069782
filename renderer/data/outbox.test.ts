import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createHostApi } from '../../shared/contract/host-api.ts';
import type { JournalLine } from '../../shared/contract/host-calls.ts';
import { failure, success, type Result } from '../../shared/contract/result.ts';
import { openTestDatabase } from '../../tests/support/test-databases.ts';
import { soon } from '../../tests/support/soon.ts';
import type { OperationRow } from './database.ts';
import { createOutbox } from './outbox.ts';

type Answer = Result<{ sequence: number; hash: string }>;

/** A host that takes lines, or refuses them as long as it is told to, and the rows that are to be sent to it. */
async function openOutbox(start = { stored: 0, saved: 0 }) {
  const database = await openTestDatabase();
  const tries: number[][] = [];
  let answer = (lines: readonly JournalLine[]): Promise<Answer> =>
    Promise.resolve(success({ sequence: lines.at(-1)?.sequence ?? 0, hash: '' }));
  const host = createHostApi((name, input) => {
    if (name !== 'appendLines' || input === undefined || !('lines' in input)) return Promise.resolve(failure('unknownCall'));
    tries.push(input.lines.map((line) => line.sequence));
    // Only one call is served here, and this is its result.
    return answer(input.lines) as Promise<Result<never>>;
  });
  const outbox = createOutbox(database, host, 'lease', start);
  async function store(sequence: number): Promise<OperationRow> {
    const row = { sequence, id: `op-${sequence}`, previousHash: '', payloadHash: '', hash: '', payload: '{}', records: [], resultId: '' };
    await database.operations.add(row);
    return row;
  }
  return {
    database,
    outbox,
    tries,
    store,
    answerWith: (next: typeof answer) => {
      answer = next;
    },
  };
}

const full = (): Promise<Answer> => Promise.resolve(failure('diskFull'));
const taken = (lines: readonly JournalLine[]): Promise<Answer> =>
  Promise.resolve(success({ sequence: lines.at(-1)?.sequence ?? 0, hash: '' }));

// Only the waiting is imitated: IndexedDB in memory needs its own turns.
beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => vi.useRealTimers());

it('sends what was just stored, and says when it is saved', async () => {
  const { outbox, tries, store } = await openOutbox();
  outbox.stored(await store(1));
  await outbox.whenSaved(1);
  outbox.stored(await store(2));
  await outbox.whenSaved(2);
  expect(tries).toEqual([[1], [2]]);
  expect(outbox.state()).toEqual({ stored: 2, saved: 2, failure: null });
});

it('sends first what an earlier run stored and did not send', async () => {
  const { outbox, tries, store } = await openOutbox({ stored: 0, saved: 0 });
  for (const sequence of [1, 2, 3]) await store(sequence);
  outbox.stored(await store(4));
  await outbox.whenSaved(4);
  expect(tries).toEqual([[1, 2, 3, 4]]);
});

it('what is stored while a line is being sent goes with the next', async () => {
  const { outbox, tries, store, answerWith } = await openOutbox();
  let letGo = (): void => undefined;
  answerWith(async (lines) => {
    await new Promise<void>((resolve) => (letGo = resolve));
    return taken(lines);
  });
  outbox.stored(await store(1));
  outbox.stored(await store(2));
  outbox.stored(await store(3));
  await soon(() => expect(tries).toEqual([[1]]));
  answerWith(taken);
  letGo();
  await outbox.whenSaved(3);
  expect(tries).toEqual([[1], [2, 3]]);
});

it('once it is stopped, what is still missing is left to the next start', async () => {
  const { outbox, tries, store, answerWith } = await openOutbox();
  let letGo = (): void => undefined;
  answerWith(async (lines) => {
    await new Promise<void>((resolve) => (letGo = resolve));
    return taken(lines);
  });
  outbox.stored(await store(1));
  outbox.stored(await store(2));
  await soon(() => expect(tries).toEqual([[1]]));
  outbox.stop();
  answerWith(taken);
  letGo();
  await outbox.whenSaved(1);
  // A turn of the store, in which what is missing would have been read and sent.
  outbox.stored(await store(3));
  outbox.retryNow();
  await store(4);
  expect(tries).toEqual([[1]]);
  expect(vi.getTimerCount()).toBe(0);
});

it('says why the copy is missing, and tries again by itself, after ever longer pauses', async () => {
  const { outbox, tries, store, answerWith } = await openOutbox();
  answerWith(full);
  outbox.stored(await store(1));
  await soon(() => expect(outbox.state().failure).toEqual({ code: 'diskFull' }));
  expect(outbox.state()).toMatchObject({ stored: 1, saved: 0 });
  await vi.advanceTimersByTimeAsync(1000);
  await soon(() => expect(tries).toHaveLength(2));
  await vi.advanceTimersByTimeAsync(1000);
  expect(tries).toHaveLength(2);
  answerWith(taken);
  await vi.advanceTimersByTimeAsync(1000);
  await outbox.whenSaved(1);
  expect(outbox.state()).toEqual({ stored: 1, saved: 1, failure: null });
});

it('tries at once when somebody asks for it', async () => {
  const { outbox, tries, store, answerWith } = await openOutbox();
  answerWith(full);
  outbox.stored(await store(1));
  await soon(() => expect(outbox.state().failure).not.toBeNull());
  answerWith(taken);
  outbox.retryNow();
  await outbox.whenSaved(1);
  expect(tries).toEqual([[1], [1]]);
  expect(outbox.state().failure).toBeNull();
});

it('a host that cannot be reached is said too', async () => {
  const { outbox, store, answerWith } = await openOutbox();
  answerWith(() => Promise.reject(new Error('gone')));
  outbox.stored(await store(1));
  await soon(() => expect(outbox.state().failure).toEqual({ code: 'hostUnreachable' }));
  answerWith(taken);
  outbox.retryNow();
  await outbox.whenSaved(1);
});

it('where what is to be sent cannot be read, it says that the database failed, and goes on once it can be read again', async () => {
  const { database, outbox, tries, store } = await openOutbox();
  await store(1);
  const last = await store(2);
  database.close();
  outbox.stored(last);
  await soon(() => expect(outbox.state().failure).toMatchObject({ code: 'storeError' }));
  expect(String(outbox.state().failure?.parameters?.['detail'])).toContain('DatabaseClosedError');
  await database.open();
  outbox.retryNow();
  await outbox.whenSaved(2);
  expect(tries).toEqual([[1, 2]]);
  expect(outbox.state().failure).toBeNull();
});
