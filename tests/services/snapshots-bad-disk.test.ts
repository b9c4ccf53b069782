import { symlinkSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import { openedDesk, startDesk, valueOf } from './test-host.ts';
import { take } from './take-snapshot.ts';

/** A file that cannot be read through, as on a bad sector or a stick that is pulled out; its first bytes can. */
const disk = vi.hoisted(() => ({ bad: '' }));

vi.mock('node:fs', async (importOriginal) => {
  const fs = await importOriginal<typeof import('node:fs')>();
  const createReadStream: typeof fs.createReadStream = (file, options) => {
    const stream = fs.createReadStream(file, options);
    const onlyBeginning = typeof options === 'object' && options.highWaterMark !== undefined;
    if (String(file) === disk.bad && !onlyBeginning) {
      stream.destroy(Object.assign(new Error('EIO: i/o error, read'), { code: 'EIO', syscall: 'read' }));
    }
    return stream;
  };
  return { ...fs, createReadStream };
});

beforeEach(() => {
  disk.bad = '';
});

test.runIf(process.platform !== 'win32')('a backup that cannot be read, or is a link that leads nowhere, hides no other', async () => {
  const { api, lease, folder, host } = await openedDesk();
  const sound = valueOf(await take(api, lease));
  const bad = valueOf(await take(api, lease, { takenAt: '2026-03-01T01:00:00.000Z' }));
  const place = (name: string): string => path.join(folder, 'snapshots', name);
  symlinkSync(place('gone'), place('snapshot-2026-03-01-gone.json.gz'));
  await host.close();
  disk.bad = place(bad.name);
  const again = await startDesk({ folder });
  const listed = valueOf(await again.api.listSnapshots()).map(({ name, damaged }) => ({ name, damaged }));
  expect(listed).toEqual([
    { name: sound.name, damaged: false },
    { name: bad.name, damaged: true },
  ]);
});
