import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createHostApi } from '../../shared/contract/host-api.ts';
import { failure, success, type Result } from '../../shared/contract/result.ts';
import { withLastingLock } from './lasting-lock.ts';

const PERSON = { personId: 'zhang', pin: '1357' };
const CODE = { code: 'ABCDE', personId: 'zhang', newPin: '1357' };

/** A host that notes what reaches it, in order, and that takes no lock while it is not up. */
function listeningHost() {
  const heard: string[] = [];
  const line = { up: true, answer: null as Promise<void> | null };
  const host = createHostApi(async (name): Promise<Result<never>> => {
    await line.answer;
    if (name === 'lock' && !line.up) return failure('hostUnreachable');
    heard.push(name);
    // Only whether it is a success matters here.
    return success(null as never);
  });
  return { host: withLastingLock(host), heard, line };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('a lock that did not reach the host is said again until it has, and then no more', async () => {
  const { host, heard, line } = listeningHost();
  line.up = false;
  expect(await host.lock()).toMatchObject({ ok: false });
  await vi.advanceTimersByTimeAsync(5000);
  expect(heard).toEqual([]);
  line.up = true;
  await vi.advanceTimersByTimeAsync(30_000);
  expect(heard).toEqual(['lock']);
  await vi.advanceTimersByTimeAsync(300_000);
  expect(heard).toEqual(['lock']);
});

it('a lock that broke off on its way is said again too', async () => {
  const { host, heard, line } = listeningHost();
  line.answer = Promise.reject(new Error('the host is gone'));
  expect(await host.lock()).toMatchObject({ ok: false, error: { code: 'hostUnreachable' } });
  line.answer = null;
  await vi.advanceTimersByTimeAsync(30_000);
  expect(heard).toEqual(['lock']);
});

it('goes on being said for as long as it takes, at least twice a minute', async () => {
  const { host, heard, line } = listeningHost();
  line.up = false;
  await host.lock();
  await vi.advanceTimersByTimeAsync(24 * 3600_000);
  line.up = true;
  await vi.advanceTimersByTimeAsync(30_000);
  expect(heard).toEqual(['lock']);
});

it.each(['unlock', 'useRecoveryCode'] as const)(
  'before %s lets somebody in, the host hears of the lock of before, and never after it',
  async (name) => {
    const { host, heard, line } = listeningHost();
    const letIn = (): Promise<Result<unknown>> => (name === 'unlock' ? host.unlock(PERSON) : host.useRecoveryCode(CODE));
    line.up = false;
    await host.lock();
    expect(await letIn()).toMatchObject({ ok: false, error: { code: 'hostUnreachable' } });
    line.up = true;
    expect(await letIn()).toMatchObject({ ok: true });
    await vi.advanceTimersByTimeAsync(300_000);
    expect(heard).toEqual(['lock', name]);
  },
);

it('whoever unlocks while the lock is on its way is let in behind it', async () => {
  const { host, heard, line } = listeningHost();
  let answer: () => void = () => undefined;
  line.answer = new Promise((resolve) => {
    answer = resolve;
  });
  const locked = host.lock();
  const unlocked = host.unlock(PERSON);
  answer();
  await Promise.all([locked, unlocked]);
  expect(heard).toEqual(['lock', 'unlock']);
});

it('a lock that was heard keeps nobody waiting, and the next one is said anew', async () => {
  const { host, heard } = listeningHost();
  await host.lock();
  await host.unlock(PERSON);
  await host.lock();
  expect(heard).toEqual(['lock', 'unlock', 'lock']);
});
