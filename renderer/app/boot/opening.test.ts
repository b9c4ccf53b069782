import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { BookState, HostApi } from '../../../shared/contract/host-calls.ts';
import { createHostApi } from '../../../shared/contract/host-api.ts';
import { success, type Result } from '../../../shared/contract/result.ts';
import { beginOpening } from './opening.ts';

/** What is on disk, after so many lines. */
function stateAfter(sequence: number): BookState {
  const journal = { state: 'healthy' as const, sequence, hash: 'h', book: 'b', lastAt: '', brokenAt: '' };
  return { database: 'qiantai-1', schemaVersion: 2, journal, freeBytes: 1, snapshots: 0 };
}

/** A host that answers about the lease when it is told to, and gives it after so many refusals; its journal grows with each look. */
function hostGivingLease({ refusals }: { refusals: number }) {
  const heard: string[] = [];
  let answerLease = (): void => undefined;
  const mayAnswer = new Promise<void>((resolve) => (answerLease = resolve));
  let asked = 0;
  let looks = 0;
  const host: HostApi = createHostApi(async (name): Promise<Result<never>> => {
    heard.push(name);
    if (name === 'takeLease') {
      await mayAnswer;
      asked += 1;
      return success((asked > refusals ? { token: 'mine' } : { heldElsewhere: true }) as never);
    }
    return success((name === 'openBook' ? stateAfter((looks += 1)) : {}) as never);
  });
  return { host, heard, answerLease };
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('navigator', {
    locks: { request: (_name: string, _options: object, held: (lock: object) => unknown) => Promise.resolve(held({})) },
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('asks what is on disk without waiting for the answer about the lease, so that the host looks meanwhile', async () => {
  const { host, heard, answerLease } = hostGivingLease({ refusals: 0 });
  const opening = beginOpening(host);
  await vi.advanceTimersByTimeAsync(0);
  expect(heard).toEqual(['describeHost', 'takeLease', 'openBook']);
  answerLease();
  expect(await opening.lease).toBe('mine');
  expect(await opening.state).toEqual(stateAfter(1));
});

it('knows nothing of what is on disk while another window has the desk, though the host has said it', async () => {
  const { host, answerLease } = hostGivingLease({ refusals: Number.POSITIVE_INFINITY });
  const opening = beginOpening(host);
  answerLease();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(await opening.lease).toBeNull();
  expect(await opening.state).toBeNull();
});

it('takes what the host said together with the lease, not what it said while the page before still had it', async () => {
  const { host, answerLease } = hostGivingLease({ refusals: 2 });
  const opening = beginOpening(host);
  answerLease();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(await opening.lease).toBe('mine');
  expect(await opening.state).toEqual(stateAfter(3));
});
