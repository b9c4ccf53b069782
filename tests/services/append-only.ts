import { readFileSync } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { vi } from 'vitest';
import { temporaryFolder } from './test-host.ts';

const O_APPEND = 0o2000;

/** From now on what was opened to append can do nothing else, as on Windows (on Linux only). Returns what all handles share. */
export async function appendOnlyHandles(): Promise<FileHandle> {
  const probe = await open(path.join(temporaryFolder(), 'probe'), 'w');
  const shared: FileHandle = Object.getPrototypeOf(probe);
  await probe.close();
  const { truncate } = shared;
  vi.spyOn(shared, 'truncate').mockImplementation(function cut(this: FileHandle, length) {
    const flags = /flags:\s+(\d+)/.exec(readFileSync(`/proc/self/fdinfo/${this.fd}`, 'utf8'))?.[1] ?? '0';
    if ((Number.parseInt(flags, 8) & O_APPEND) === 0) return truncate.call(this, length);
    return Promise.reject(Object.assign(new Error('EPERM'), { code: 'EPERM' }));
  });
  return shared;
}
