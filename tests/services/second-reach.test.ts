import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createSecondReach } from '../../electron/services/second-reach.ts';

const SILENCE = { lookMs: 20_000, stepMs: 300_000, endMs: 3000 };
const SILENT = { failure: { code: 'secondFolderSilent' } };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A call into a share that is answered when the test says so. */
function held() {
  let answer: (value: string) => void = () => undefined;
  const asked = new Promise<string>((resolve) => {
    answer = resolve;
  });
  const work = vi.fn<(alive: () => void) => Promise<string>>(() => asked);
  return { work, answer };
}

/** What has come of it, without waiting for it. */
function outcomeOf(promise: Promise<unknown>) {
  const outcome: { value?: unknown; error?: unknown } = {};
  promise.then(
    (value) => (outcome.value = value),
    (error: unknown) => (outcome.error = error),
  );
  return outcome;
}

const nothing = (): Promise<void> => Promise.resolve();

test('a look is given up when the folder is silent for too long, and not before', async () => {
  const { look } = createSecondReach(SILENCE);
  const outcome = outcomeOf(look(held().work));
  await vi.advanceTimersByTimeAsync(SILENCE.lookMs - 1);
  expect(outcome).toEqual({});
  await vi.advanceTimersByTimeAsync(1);
  expect(outcome.error).toMatchObject(SILENT);
});

test('while a call hangs the folder is not asked again, and is as soon as it has answered', async () => {
  const reach = createSecondReach(SILENCE);
  const { work, answer } = held();
  outcomeOf(reach.look(work));
  await vi.advanceTimersByTimeAsync(SILENCE.lookMs);
  const asked = vi.fn<() => Promise<string>>(() => Promise.resolve('here'));
  await expect(reach.look(asked)).rejects.toMatchObject(SILENT);
  await expect(reach.carry(nothing, asked)).rejects.toMatchObject(SILENT);
  expect(asked).not.toHaveBeenCalled();
  answer('late');
  await vi.advanceTimersByTimeAsync(0);
  expect(await reach.look(asked)).toBe('here');
});

test('a call that hung and then failed is over too', async () => {
  const reach = createSecondReach(SILENCE);
  let fail: (error: Error) => void = () => undefined;
  outcomeOf(
    reach.look(
      () =>
        new Promise((_resolve, reject) => {
          fail = reject;
        }),
    ),
  );
  await vi.advanceTimersByTimeAsync(SILENCE.lookMs);
  fail(new Error('the network is gone'));
  await vi.advanceTimersByTimeAsync(0);
  expect(await reach.look(() => Promise.resolve('here'))).toBe('here');
});

test('one look at a time: those behind one that hangs hold no thread', async () => {
  const { look } = createSecondReach(SILENCE);
  const first = held();
  const second = held();
  outcomeOf(look(first.work));
  const outcome = outcomeOf(look(second.work));
  await vi.advanceTimersByTimeAsync(SILENCE.lookMs - 1);
  expect(second.work).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(outcome.error).toMatchObject(SILENT);
  expect(second.work).not.toHaveBeenCalled();
});

test('a look goes on as long as there are signs of life', async () => {
  const { look } = createSecondReach(SILENCE);
  const { work, answer } = held();
  const outcome = outcomeOf(look(work));
  await vi.advanceTimersByTimeAsync(SILENCE.lookMs - 1);
  work.mock.lastCall?.[0]();
  await vi.advanceTimersByTimeAsync(SILENCE.lookMs - 1);
  expect(outcome).toEqual({});
  answer('listed');
  await vi.advanceTimersByTimeAsync(0);
  expect(outcome.value).toBe('listed');
});

test('long work has longer for a step, and is given up when one takes too long', async () => {
  const { carry } = createSecondReach(SILENCE);
  const { work } = held();
  const outcome = outcomeOf(carry(nothing, work));
  await vi.advanceTimersByTimeAsync(SILENCE.stepMs - 1);
  work.mock.lastCall?.[0]();
  await vi.advanceTimersByTimeAsync(SILENCE.stepMs - 1);
  expect(outcome).toEqual({});
  await vi.advanceTimersByTimeAsync(1);
  expect(outcome.error).toMatchObject(SILENT);
});

test('what was given up ends at its next sign of life', async () => {
  const { carry } = createSecondReach(SILENCE);
  const { work } = held();
  outcomeOf(carry(nothing, work));
  await vi.advanceTimersByTimeAsync(SILENCE.stepMs);
  expect(() => work.mock.lastCall?.[0]()).toThrow('secondFolderSilent');
});

test('long work begins when somebody answers the look before it', async () => {
  const { carry } = createSecondReach(SILENCE);
  const { work } = held();
  const outcome = outcomeOf(
    carry(
      () =>
        held()
          .work(() => undefined)
          .then(() => undefined),
      work,
    ),
  );
  await vi.advanceTimersByTimeAsync(SILENCE.lookMs);
  expect(outcome.error).toMatchObject(SILENT);
  expect(work).not.toHaveBeenCalled();
});

test('a host that closes ends what is under way at its next sign of life, and begins nothing more', async () => {
  const reach = createSecondReach(SILENCE);
  const { work, answer } = held();
  const copied = outcomeOf(reach.carry(nothing, work));
  await vi.advanceTimersByTimeAsync(0);
  const all = outcomeOf(reach.end());
  expect(() => work.mock.lastCall?.[0]()).toThrow('secondFolderSilent');
  answer('copied');
  await vi.advanceTimersByTimeAsync(0);
  expect([copied.value, all.value]).toEqual(['copied', true]);
  await expect(reach.look(nothing)).rejects.toMatchObject(SILENT);
  expect(vi.getTimerCount()).toBe(0);
});

test('it does not wait for a call that hangs, given up or not', async () => {
  for (const waited of [0, SILENCE.lookMs]) {
    const reach = createSecondReach(SILENCE);
    outcomeOf(reach.look(held().work));
    await vi.advanceTimersByTimeAsync(waited);
    const all = outcomeOf(reach.end());
    await vi.advanceTimersByTimeAsync(SILENCE.endMs - 1);
    expect(all).toEqual({});
    await vi.advanceTimersByTimeAsync(1);
    expect(all.value).toBe(false);
  }
});

test('a failure of the work is told as it is, and leaves nothing hanging', async () => {
  const { look } = createSecondReach(SILENCE);
  await expect(look(() => Promise.reject(new Error('EIO')))).rejects.toThrow('EIO');
  expect(await look(() => Promise.resolve('here'))).toBe('here');
  expect(vi.getTimerCount()).toBe(0);
});
