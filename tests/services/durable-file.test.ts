import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { z } from 'zod';
import * as durable from '../../electron/services/durable-file.ts';
import { makeFolder, renamePatiently, writeDurably } from '../../electron/services/durable-file.ts';
import { closeToOthers, openDataFolder } from '../../electron/services/data-folder.ts';
import { openRecordLog } from '../../electron/services/record-log.ts';
import { openBookPointer } from '../../electron/services/book-pointer.ts';
import { createFaults } from '../../electron/services/faults.ts';
import { openConvenienceFile, openStateFile } from '../../electron/services/state-file.ts';
import { lockFolder } from '../../electron/services/folder-lock.ts';
import { openConfirmations } from '../../electron/services/confirmations.ts';
import { createScans } from '../../electron/services/scans.ts';
import { openPresence } from '../../electron/services/presence.ts';
import { appendOnlyHandles } from './append-only.ts';
import { manualClock, temporaryFolder } from './test-host.ts';

afterEach(() => vi.restoreAllMocks());

const noWait = (): Promise<void> => Promise.resolve();

test('a file held by a virus scanner is renamed once it is let go', async () => {
  let tries = 0;
  await renamePatiently(
    'a',
    'b',
    () => {
      tries += 1;
      return tries < 4 ? Promise.reject(Object.assign(new Error('busy'), { code: 'EBUSY' })) : Promise.resolve();
    },
    noWait,
  );
  expect(tries).toBe(4);
});

test.each([
  ['EBUSY', 9],
  ['ENOENT', 1],
])('a rename that fails with %s is tried %i times, then said', async (code, expected) => {
  let tries = 0;
  const move = (): Promise<void> => {
    tries += 1;
    return Promise.reject(Object.assign(new Error(code), { code }));
  };
  await expect(renamePatiently('a', 'b', move, noWait)).rejects.toThrow(code);
  expect(tries).toBe(expected);
});

test.runIf(process.platform === 'linux').each([
  ['EINVAL', 'resolves'],
  ['ENOTSUP', 'resolves'],
  ['EIO', 'rejects'],
])('on a share that answers %s when its folder is to be flushed, the write %s', async (code, way) => {
  const folder = temporaryFolder();
  const handles = await appendOnlyHandles();
  const { sync } = handles;
  vi.spyOn(handles, 'sync').mockImplementation(function answer(this: FileHandle) {
    const isFolder = readlinkSync(`/proc/self/fd/${this.fd}`) === folder;
    return isFolder ? Promise.reject(Object.assign(new Error(code), { code, syscall: 'fsync' })) : sync.call(this);
  });
  const outcome = await writeDurably(path.join(folder, 'note.json'), 'text').then(
    () => 'resolves',
    () => 'rejects',
  );
  expect(outcome).toBe(way);
});

test('a write that fails leaves the old file and nothing beside it', async () => {
  const folder = temporaryFolder();
  const file = path.join(folder, 'state.json');
  await writeDurably(file, 'old');
  await expect(writeDurably(path.join(folder, 'missing', 'x'), 'new')).rejects.toThrow('ENOENT');
  expect(readFileSync(file, 'utf8')).toBe('old');
  expect(readdirSync(folder)).toEqual(['state.json']);
});

test.runIf(process.platform === 'linux')(
  'what is written durably is on the disk before it has its name, and its name before the call ends',
  async () => {
    const folder = temporaryFolder();
    const file = path.join(folder, 'state.json');
    await writeDurably(file, 'old');
    const handles = await appendOnlyHandles();
    const { sync } = handles;
    const synced: string[] = [];
    vi.spyOn(handles, 'sync').mockImplementation(function note(this: FileHandle) {
      synced.push(`${path.basename(readlinkSync(`/proc/self/fd/${this.fd}`)).replace(/[0-9a-f]{12}/, 'X')} ${readFileSync(file, 'utf8')}`);
      return sync.call(this);
    });
    await writeDurably(file, 'new');
    expect(synced).toEqual(['state.json.X.tmp old', `${path.basename(folder)} new`]);
  },
);

/** Notes the files and folders that are synced from now on, by their names below `root`, and lets the first sync of `failing` fail. */
async function noteSyncs(root: string, failing = ''): Promise<string[]> {
  const handles = await appendOnlyHandles();
  const { sync } = handles;
  const synced: string[] = [];
  let failures = failing === '' ? 0 : 1;
  vi.spyOn(handles, 'sync').mockImplementation(function note(this: FileHandle) {
    const name = path.relative(root, readlinkSync(`/proc/self/fd/${this.fd}`)) || '.';
    if (name === failing && failures > 0) {
      failures -= 1;
      return Promise.reject(Object.assign(new Error('EIO'), { code: 'EIO', syscall: 'fsync' }));
    }
    synced.push(name);
    return sync.call(this);
  });
  return synced;
}

test.runIf(process.platform === 'linux')('a folder that is made has its name on the disk, and each one made on the way to it', async () => {
  const root = temporaryFolder();
  const synced = await noteSyncs(root);
  await makeFolder(path.join(root, 'a/b/c'));
  expect(synced).toEqual(['a/b', 'a', '.']);
  synced.length = 0;
  await makeFolder(path.join(root, 'a/b/c'));
  await makeFolder(path.join(root, 'a/b/d/'));
  expect(synced).toEqual(['a/b']);
});

test.runIf(process.platform === 'linux')(
  'the folders of a new desk have their names on the disk before anything is written into them',
  async () => {
    const root = temporaryFolder();
    const synced = await noteSyncs(root);
    await openDataFolder(path.join(root, 'desk'), false);
    expect(synced).toEqual(['.', ...Array.from({ length: 6 }, () => 'desk')]);
  },
);

test.runIf(process.platform === 'linux')(
  'a first line whose name the disk refused is not in the log, and not twice when it comes again',
  async () => {
    const folder = temporaryFolder();
    const file = path.join(folder, 'log');
    const log = await openRecordLog(file, z.number());
    await noteSyncs(folder, '.');
    await expect(log.append(1)).rejects.toThrow('EIO');
    await log.append(1);
    expect((await openRecordLog(file, z.number())).entries()).toEqual([1]);
  },
);

test.runIf(process.platform === 'linux')('a temp file that the system holds on to takes not the place of what went wrong', async () => {
  const folder = temporaryFolder();
  const handles = await appendOnlyHandles();
  vi.spyOn(handles, 'sync').mockImplementationOnce(function hold(this: FileHandle) {
    // What cannot be removed as a file stands for one that somebody holds.
    const temporary = readlinkSync(`/proc/self/fd/${this.fd}`);
    rmSync(temporary);
    mkdirSync(temporary);
    return Promise.reject(Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' }));
  });
  await expect(writeDurably(path.join(folder, 'state.json'), 'new')).rejects.toMatchObject({ code: 'ENOSPC' });
});

test('a note of the running host that cannot be removed keeps the folder from nobody', async () => {
  const folder = temporaryFolder();
  const first = await lockFolder(folder, () => undefined);
  rmSync(path.join(folder, 'running.json'));
  mkdirSync(path.join(folder, 'running.json'));
  if ('held' in first) await first.held.release();
  const second = await lockFolder(folder, () => undefined);
  expect(second).toHaveProperty('held');
  if ('held' in second) await second.held.release();
});

test('the temp files of a crash are swept at the next start, wherever the host writes', async () => {
  const folder = temporaryFolder();
  const { root, desk, snapshots } = await openDataFolder(folder, false);
  const left = [path.join(root, 'current.json.abc.tmp'), path.join(desk, 'pins.json.abc.tmp'), path.join(snapshots, 'abc.reading.tmp')];
  for (const file of left) writeFileSync(file, '{');
  await openDataFolder(folder, false);
  expect(left.filter((file) => existsSync(file))).toEqual([]);
});

test.runIf(process.platform !== 'win32')('a folder that others could look into is closed to them', async () => {
  const folder = temporaryFolder();
  chmodSync(folder, 0o755);
  await openDataFolder(folder, false);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
});

test.runIf(process.platform !== 'win32').each([
  ['a disk that keeps no permissions', 'EPERM', 'folderNotPrivate'],
  ['one that says so otherwise', 'ENOTSUP', 'folderNotPrivate'],
  ['one that may not be written', 'EROFS', 'EROFS'],
])('on %s a folder that cannot be closed is refused, and by its name', (_name, code, said) => {
  const close = () => {
    throw Object.assign(new Error(code), { code });
  };
  expect(() => closeToOthers(temporaryFolder(), close)).toThrow(said);
});

test.runIf(process.platform === 'linux')('so is what a crash left of a scan', async () => {
  const folder = temporaryFolder();
  const atCrash = temporaryFolder();
  const { scans } = await openDataFolder(folder, false);
  const handles = await appendOnlyHandles();
  vi.spyOn(handles, 'sync').mockImplementationOnce(() => {
    cpSync(folder, atCrash, { recursive: true });
    return Promise.reject(new Error('the power went'));
  });
  const storing = createScans(scans, createFaults(false, '')).store(new TextEncoder().encode('%PDF-1.7'));
  await expect(storing).rejects.toThrow('the power went');
  await openDataFolder(atCrash, false);
  expect(readdirSync(atCrash, { recursive: true }).filter((name) => String(name).endsWith('.tmp'))).toEqual([]);
});

test('a temp file that the system holds on to does not keep the desk closed, nor the others from being swept', async () => {
  const folder = temporaryFolder();
  // What cannot be removed as a file stands for one that a virus scanner reads.
  mkdirSync(path.join(folder, 'current.json.abc.tmp'));
  writeFileSync(path.join(folder, 'current.json.def.tmp'), '{');
  await openDataFolder(folder, false);
  expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual(['current.json.abc.tmp']);
});

test('the pointer stays where it was when the disk is full', async () => {
  const file = path.join(temporaryFolder(), 'current.json');
  const pointer = await openBookPointer(file, 'app://qiantai 1', createFaults(true, 'pointer=ENOSPC@1'));
  await pointer.point('qiantai-1', 1);
  await expect(pointer.point('qiantai-2', 1)).rejects.toThrow('ENOSPC');
  expect(pointer.database()).toBe('qiantai-1');
});

test('in another store no database is in force yet, but the barrier stands', async () => {
  const file = path.join(temporaryFolder(), 'current.json');
  await (await openBookPointer(file, 'app://qiantai 1', createFaults(false, ''))).point('qiantai-1', 3);
  const moved = await openBookPointer(file, 'http://127.0.0.1:17930 2', createFaults(false, ''));
  expect([moved.database(), moved.schemaVersion()]).toEqual(['', 3]);
});

test('a torn line of a log is dropped, and the next one stands alone', async () => {
  const file = path.join(temporaryFolder(), 'presence.log');
  const schema = z.object({ at: z.number() });
  await (await openRecordLog(file, schema)).append({ at: 1 });
  writeFileSync(file, '{"at":2}\n{"at"', { flag: 'a' });
  const log = await openRecordLog(file, schema);
  await log.append({ at: 3 });
  expect((await openRecordLog(file, schema)).entries()).toEqual([{ at: 1 }, { at: 2 }, { at: 3 }]);
});

test('a folder of real data is never opened as a sample, a sample stays one', async () => {
  const real = temporaryFolder();
  await openDataFolder(real, false);
  await expect(openDataFolder(real, true)).rejects.toThrow('notASample');
  // A journal that was lost is no leave to take the rest for a sample.
  rmSync(path.join(real, 'journal'), { recursive: true });
  await expect(openDataFolder(real, true)).rejects.toThrow('notASample');
  const sample = temporaryFolder();
  expect((await openDataFolder(sample, true)).sample).toBe(true);
  expect((await openDataFolder(sample, false)).sample).toBe(true);
});

test('a damaged convenience file stands for none and is replaced', async () => {
  const file = path.join(temporaryFolder(), 'window.json');
  writeFileSync(file, '{"x":');
  const state = await openConvenienceFile(file, z.number(), 7);
  expect(state.read()).toBe(7);
  await state.write(8);
  expect(readFileSync(file, 'utf8')).toBe('8\n');
});

test.runIf(process.platform === 'linux')(
  'a line that the disk refused is cut off the log again, also where append handles cannot cut',
  async () => {
    const file = path.join(temporaryFolder(), 'log');
    const log = await openRecordLog(file, z.number());
    await log.append(1);
    const handles = await appendOnlyHandles();
    vi.spyOn(handles, 'sync').mockRejectedValueOnce(Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' }));
    await expect(log.append(2)).rejects.toMatchObject({ code: 'ENOSPC' });
    expect(readFileSync(file, 'utf8')).toBe('1\n');
    await log.append(3);
    expect(readFileSync(file, 'utf8')).toBe('1\n3\n');
  },
);

test('a torn log opens on a full disk, and its next line stands alone', async () => {
  const folder = temporaryFolder();
  const file = path.join(folder, 'log');
  writeFileSync(file, '1\n{"be');
  const full = vi.spyOn(durable, 'writeDurably').mockRejectedValueOnce(Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' }));
  const log = await openRecordLog(file, z.number());
  full.mockRestore();
  await log.append(2);
  expect(log.entries()).toEqual([1, 2]);
  expect((await openRecordLog(file, z.number())).entries()).toEqual([1, 2]);
});

test('a long record of who was at the desk does not keep it shut on a full disk', async () => {
  const file = path.join(temporaryFolder(), 'presence.log');
  const clock = manualClock('2026-11-25T01:00:00.000Z');
  const line = (at: number) => `${JSON.stringify(at % 2 === 0 ? { begin: 'p', at } : { end: at })}\n`;
  writeFileSync(file, Array.from({ length: 5002 }, (_none, at) => line(at)).join(''));
  const full = vi.spyOn(durable, 'writeDurably').mockRejectedValue(Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' }));
  const presence = await openPresence(file, clock, createFaults(false, ''));
  expect(full).toHaveBeenCalledOnce();
  await presence.begin('q');
  expect(await presence.admits(1, 'q', clock.now())).toBe(true);
});

test('nor does a long record of decisions by PIN', async () => {
  const file = path.join(temporaryFolder(), 'confirmations.log');
  const line = `${JSON.stringify({ operationId: 'o', personId: 'p', at: 0 })}\n`;
  writeFileSync(file, line.repeat(20_001));
  const full = vi.spyOn(durable, 'writeDurably').mockRejectedValue(Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' }));
  const confirmations = await openConfirmations(file, manualClock('2026-11-25T01:00:00.000Z'));
  expect(full).toHaveBeenCalledOnce();
  await confirmations.remember('o-2', 'q');
  expect(confirmations.has('o-2', 'q')).toBe(true);
});

test('what two calls write into one file at once stands on the disk as it is remembered', async () => {
  const file = path.join(temporaryFolder(), 'state.json');
  const state = await openStateFile(file, z.number(), 0);
  for (let round = 0; round < 30; round += 1) {
    await Promise.all([state.write(round * 2), state.write(round * 2 + 1)]);
    expect(state.read()).toBe(round * 2 + 1);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toBe(state.read());
  }
});

test('a clock far ahead at the start does not make the host forget the last decisions by PIN', async () => {
  const file = path.join(temporaryFolder(), 'confirmations.log');
  const lineOf = (operationId: number) => `${JSON.stringify({ operationId: String(operationId), personId: 'p', at: operationId })}\n`;
  writeFileSync(file, Array.from({ length: 20_001 }, (_none, id) => lineOf(id)).join(''));
  const confirmations = await openConfirmations(file, manualClock('2036-11-25T01:00:00.000Z'));
  expect([confirmations.has('20000', 'p'), confirmations.has('0', 'p')]).toEqual([true, false]);
});

test('a log of confirmations that grew long keeps those of the last year, and the last ones whatever the clock says', async () => {
  const clock = manualClock();
  const day = 24 * 3600_000;
  const file = path.join(temporaryFolder(), 'confirmations.log');
  const ages = [
    ...Array.from({ length: 19_000 }, () => 500),
    ...Array.from({ length: 600 }, () => 300),
    ...Array.from({ length: 600 }, () => 500),
  ];
  const text = ages.map((age, index) => JSON.stringify({ operationId: `op-${index}`, personId: 'p', at: clock.now() - age * day }));
  writeFileSync(file, `${text.join('\n')}\n`);
  await openConfirmations(file, clock);
  const kept = await openConfirmations(file, clock);
  expect(readFileSync(file, 'utf8').split('\n')).toHaveLength(1101);
  expect([0, 18_999, 19_000, 19_599, 19_600, 19_699, 19_700, 20_199].map((index) => kept.has(`op-${index}`, 'p'))).toEqual([
    false,
    false,
    true,
    true,
    false,
    false,
    true,
    true,
  ]);
});
