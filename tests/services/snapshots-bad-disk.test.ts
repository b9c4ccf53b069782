import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import { appendOnlyHandles } from './append-only.ts';
import * as durable from '../../electron/services/durable-file.ts';
import { codeOf, openedDesk, startDesk, valueOf } from './test-host.ts';
import { header, PASSPHRASE, take, withStick } from './take-snapshot.ts';

/** A file that cannot be read through, as on a bad sector or a stick that is pulled out; its first bytes can. */
const disk = vi.hoisted(() => ({ bad: '', pulled: '', full: false }));
const FULL = { code: 'ENOSPC', syscall: 'write' };

vi.mock('node:fs', async (importOriginal) => {
  const fs = await importOriginal<typeof import('node:fs')>();
  const createReadStream: typeof fs.createReadStream = (file, options) => {
    if (disk.pulled !== '' && String(file).startsWith(path.join(disk.pulled, 'qiantai-backup', 'scans'))) {
      fs.rmSync(disk.pulled, { recursive: true });
    }
    const stream = fs.createReadStream(file, options);
    const onlyBeginning = typeof options === 'object' && options.highWaterMark !== undefined;
    if (String(file) === disk.bad && !onlyBeginning) {
      stream.destroy(Object.assign(new Error('EIO: i/o error, read'), { code: 'EIO', syscall: 'read' }));
    }
    return stream;
  };
  const createWriteStream: typeof fs.createWriteStream = (file, options) => {
    const stream = fs.createWriteStream(file, options);
    if (disk.full)
      stream._write = (_chunk, _encoding, done) => done(Object.assign(new Error('ENOSPC: no space left on device, write'), FULL));
    return stream;
  };
  return { ...fs, createReadStream, createWriteStream };
});

beforeEach(() => {
  disk.bad = '';
  disk.pulled = '';
  disk.full = false;
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

test('a backup that was found whole is not read through again for each list', async () => {
  const { api, lease, folder } = await openedDesk();
  const { name } = valueOf(await take(api, lease));
  // From here on a look at more than its beginning would find it damaged.
  disk.bad = path.join(folder, 'snapshots', name);
  expect(valueOf(await api.listSnapshots())).toMatchObject([{ name, damaged: false }]);
});

test('a backup whose disk cannot read it is said to be unreadable, not damaged, and nothing of it is left here', async () => {
  const { api, lease, folder } = await openedDesk();
  const { name } = valueOf(await take(api, lease));
  disk.bad = path.join(folder, 'snapshots', name);
  expect(codeOf(await api.readSnapshot({ name, place: 'main', offset: 0, passphrase: '' }))).toBe('snapshotUnreadable');
  expect(readdirSync(path.join(folder, 'snapshots'))).toEqual([name]);
});

test('so is a sealed one on a stick', async () => {
  const { api, lease, sealedFolder } = await withStick();
  valueOf(await api.setSnapshotPassphrase({ passphrase: PASSPHRASE }));
  const { name } = valueOf(await take(api, lease));
  disk.bad = path.join(sealedFolder, `${name}.age`);
  expect(codeOf(await api.readSnapshot({ name, place: 'second', offset: 0, passphrase: PASSPHRASE }))).toBe('snapshotUnreadable');
});

test('a full disk here is told as such, not as a damaged backup, and what was unpacked is gone', async () => {
  const { api, lease, folder } = await openedDesk();
  const { name } = valueOf(await take(api, lease));
  const handles = await appendOnlyHandles();
  const full = Object.assign(new Error('ENOSPC: no space left on device, write'), FULL);
  vi.spyOn(handles, 'appendFile').mockRejectedValue(full);
  expect(codeOf(await api.readSnapshot({ name, place: 'main', offset: 0, passphrase: '' }))).toBe('diskFull');
  vi.restoreAllMocks();
  expect(readdirSync(path.join(folder, 'snapshots'))).toEqual([name]);
});

test('a stick that is pulled out among its scans ends the restore, instead of a book without them', async () => {
  const first = await withStick();
  valueOf(await first.api.setSnapshotPassphrase({ passphrase: PASSPHRASE }));
  valueOf(await first.api.storeScan({ bytes: new TextEncoder().encode('%PDF-1.7 letter') }));
  const { name } = valueOf(await take(first.api, first.lease));
  const { api } = await startDesk();
  const settings = valueOf(await api.readHostSettings());
  valueOf(await api.writeHostSettings({ ...settings, secondFolder: first.stick }));
  disk.pulled = first.stick;
  expect(codeOf(await api.readSnapshot({ name, place: 'second', offset: 0, passphrase: PASSPHRASE }))).toBe('secondFolderMissing');
});

test('a disk that is full under a backup is told at once, and the next backup does not wait for it', async () => {
  const { api, lease, folder } = await openedDesk();
  disk.full = true;
  const { id } = valueOf(await api.beginSnapshot({ lease, header }));
  // More than is taken before somebody has to wait for the disk.
  expect(codeOf(await api.writeSnapshot({ id, chunk: randomBytes(1024 * 1024) }))).toBe('diskFull');
  expect(readdirSync(path.join(folder, 'snapshots'))).toEqual([]);
  disk.full = false;
  expect(valueOf(await take(api, lease)).damaged).toBe(false);
});

test('a temp file that the system holds on to makes no failure of a backup that is written', async () => {
  const { api, lease, folder } = await openedDesk();
  const { syncFolder } = durable;
  vi.spyOn(durable, 'syncFolder').mockImplementation(async (place) => {
    const body = readdirSync(place).find((name) => name.endsWith('.body.tmp'));
    // What cannot be removed as a file stands for one that a virus scanner reads.
    if (body !== undefined) {
      rmSync(path.join(place, body));
      mkdirSync(path.join(place, body));
    }
    await syncFolder(place);
  });
  const { name } = valueOf(await take(api, lease));
  vi.restoreAllMocks();
  expect(readdirSync(path.join(folder, 'snapshots')).filter((one) => one.endsWith('.body.tmp'))).toHaveLength(1);
  expect(valueOf(await api.listSnapshots())).toMatchObject([{ name, damaged: false }]);
});
