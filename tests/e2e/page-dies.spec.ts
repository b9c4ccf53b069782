import { readFileSync } from 'node:fs';
import path from 'node:path';
import { unlock } from '../support/desk-driver.ts';
import { expect, test } from './desk-test.ts';

test('a page that dies leaves the desk locked: nothing of it locks itself any more', async ({ startDesk, hostKind }) => {
  test.skip(hostKind === 'browser', 'a browser tells nobody; there the next page locks it (tests/services/lease.test.ts)');
  test.skip(process.platform !== 'linux', 'looks for the page among the processes of Linux');
  const { page, folder, processes } = await startDesk({ sample: true, clock: '2026-11-23T00:30:00.000Z' });
  await unlock(page, '林晓燕');
  const presence = (): string => readFileSync(path.join(folder, 'desk/presence.log'), 'utf8').trimEnd().split('\n').at(-1) ?? '';
  expect(presence()).toContain('begin');
  const pages = processes().filter((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('--type=renderer'));
  for (const pid of pages) process.kill(pid, 'SIGKILL');
  await expect.poll(presence).toContain('end');
});
