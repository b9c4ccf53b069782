import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { createHash, randomBytes } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterEach, expect, test, vi } from 'vitest';
import { appendOnlyHandles } from './append-only.ts';
import { CONTENT, header, PASSPHRASE, readAll, restoreOn, sha256, take, withStick } from './take-snapshot.ts';
import { joinSnapshot } from '../../electron/services/snapshot-file.ts';
import { codeOf, endOf, FIRST_PERSON, leaseOf, openedDesk, startDesk, temporaryFolder, valueOf } from './test-host.ts';

afterEach(() => vi.restoreAllMocks());

test('a snapshot is written, listed and read back', async () => {
  const { api, lease, folder } = await openedDesk();
  const entry = valueOf(await take(api, lease));
  expect(entry).toMatchObject({ ...header, place: 'main', sealed: false, damaged: false, second: 'none', contentHash: sha256(CONTENT) });
  expect(valueOf(await api.listSnapshots())).toHaveLength(1);
  expect(await readAll(api, entry)).toBe(CONTENT);
  expect(readdirSync(path.join(folder, 'snapshots'))).toEqual([entry.name]);
});

test('the file opens without the app: a header line, then the export', async () => {
  const { api, lease, folder } = await openedDesk();
  const { name } = valueOf(await take(api, lease));
  const text = gunzipSync(readFileSync(path.join(folder, 'snapshots', name))).toString('utf8');
  expect(text.slice(text.indexOf('\n') + 1)).toBe(CONTENT);
  expect(JSON.parse(text.slice(0, text.indexOf('\n')))).toMatchObject(header);
});

test('what arrived otherwise than it was sent is no snapshot', async () => {
  const { api, lease, folder } = await openedDesk();
  const { id } = valueOf(await api.beginSnapshot({ lease, header }));
  valueOf(await api.writeSnapshot({ id, chunk: new Uint8Array([1, 2, 3]) }));
  expect(codeOf(await api.finishSnapshot({ id, contentHash: sha256('other') }))).toBe('snapshotDamaged');
  expect(readdirSync(path.join(folder, 'snapshots'))).toEqual([]);
  expect(codeOf(await api.writeSnapshot({ id, chunk: new Uint8Array(1) }))).toBe('snapshotNotBegun');
});

test('a full disk leaves no half snapshot', async () => {
  const { api, lease, folder } = await openedDesk({ faults: 'snapshot=ENOSPC@1' });
  const { id } = valueOf(await api.beginSnapshot({ lease, header }));
  valueOf(await api.writeSnapshot({ id, chunk: new Uint8Array(10) }));
  expect(codeOf(await api.writeSnapshot({ id, chunk: new Uint8Array(10) }))).toBe('diskFull');
  expect(readdirSync(path.join(folder, 'snapshots'))).toEqual([]);
  expect(codeOf(await api.writeSnapshot({ id, chunk: new Uint8Array(10) }))).toBe('snapshotNotBegun');
});

test('nor does one that is given up while its file is still being opened', async () => {
  const { api, lease, folder } = await openedDesk({});
  for (let tries = 0; tries < 200; tries += 1) valueOf(await api.beginSnapshot({ lease, header }));
  // Every one gives up the one before.
  const { name } = valueOf(await take(api, lease));
  await expect.poll(() => readdirSync(path.join(folder, 'snapshots'))).toEqual([name]);
});

test('what the disk garbled while it was written is no snapshot', async () => {
  const { api, lease, folder } = await openedDesk();
  const content = randomBytes(1024 * 1024);
  const { id } = valueOf(await api.beginSnapshot({ lease, header }));
  valueOf(await api.writeSnapshot({ id, chunk: content }));
  const body = path.join(folder, 'snapshots', `${id}.body.tmp`);
  await expect.poll(() => statSync(body).size).toBeGreaterThan(1000);
  const handle = openSync(body, 'r+');
  writeSync(handle, 'garbled', 100);
  closeSync(handle);
  const contentHash = createHash('sha256').update(content).digest('hex');
  expect(codeOf(await api.finishSnapshot({ id, contentHash }))).toBe('snapshotDamaged');
  expect(readdirSync(path.join(folder, 'snapshots'))).toEqual([]);
});

test.runIf(process.platform === 'linux')('a snapshot is on the disk before it has its name, here and sealed, or it is none', async () => {
  const { api, lease, folder, sealedFolder } = await withStick();
  valueOf(await api.setSnapshotPassphrase({ passphrase: PASSPHRASE }));
  const { name } = valueOf(await take(api, lease));
  const sealed = readdirSync(sealedFolder);
  const handles = await appendOnlyHandles();
  const { sync } = handles;
  let refused = '';
  vi.spyOn(handles, 'sync').mockImplementation(function refuse(this: FileHandle) {
    const file = readlinkSync(`/proc/self/fd/${this.fd}`);
    return refused !== '' && file.startsWith(refused) && file.includes('snapshot-') && !file.includes('.note.json')
      ? Promise.reject(Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' }))
      : sync.call(this);
  });
  refused = path.join(folder, 'snapshots');
  const { id } = valueOf(await api.beginSnapshot({ lease, header }));
  valueOf(await api.writeSnapshot({ id, chunk: new Uint8Array(10) }));
  expect(codeOf(await api.finishSnapshot({ id, contentHash: createHash('sha256').update(new Uint8Array(10)).digest('hex') }))).toBe(
    'diskFull',
  );
  expect(readdirSync(refused)).toEqual([name]);
  refused = sealedFolder;
  expect(valueOf(await take(api, lease))).toMatchObject({ second: 'failed', secondError: 'secondFolderFull' });
  expect(readdirSync(sealedFolder)).toEqual(sealed);
});

test('a snapshot that cannot be put together leaves nothing behind', async () => {
  const folder = temporaryFolder();
  const body = path.join(folder, 'body');
  mkdirSync(body);
  const file = { ...header, contentHash: sha256(CONTENT), contentBytes: 0, recovery: null };
  await expect(joinSnapshot(path.join(folder, 'snapshot'), file, body)).rejects.toMatchObject({ code: 'EISDIR' });
  expect(readdirSync(folder)).toEqual(['body']);
});

test('old snapshots that cannot be removed do not cost the new one', async () => {
  const { api, lease } = await openedDesk({ faults: 'expire=EACCES' });
  expect(valueOf(await take(api, lease)).damaged).toBe(false);
});

test('a day’s snapshots of another book on the same share stay', async () => {
  const one = await withStick();
  const other = await openedDesk();
  for (const desk of [one, other]) {
    const settings = valueOf(await desk.api.readHostSettings());
    valueOf(await desk.api.writeHostSettings({ ...settings, secondFolder: one.stick, keepDaily: 1, keepMonthly: 0 }));
    valueOf(await desk.api.setSnapshotPassphrase({ passphrase: PASSPHRASE }));
  }
  const theirs = valueOf(await take(other.api, other.lease, { book: 'book-2' }));
  const early = valueOf(await take(one.api, one.lease, { takenAt: '2026-03-02T02:00:00.000Z' }));
  const late = valueOf(await take(one.api, one.lease, { takenAt: '2026-03-02T03:00:00.000Z' }));
  const names = valueOf(await one.api.listSnapshots()).flatMap(({ name, place }) => (place === 'second' ? [name] : []));
  expect(names).not.toContain(early.name);
  expect(names.toSorted()).toEqual([late.name, theirs.name].toSorted());
});

test.each([
  ['cut', (file: string) => truncateSync(file, readFileSync(file).length - 20)],
  [
    'changed',
    (file: string) => {
      const bytes = readFileSync(file);
      const at = bytes.length - 60;
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      writeFileSync(file, bytes);
    },
  ],
  ['emptied', (file: string) => writeFileSync(file, '')],
  ['rewritten', (file: string) => writeFileSync(file, gzipSync(gunzipSync(readFileSync(file)).toString('utf8').replace('张伟', '张韦')))],
])('a %s snapshot is listed as damaged and not read', async (_name, damage) => {
  const desk = await openedDesk();
  const entry = valueOf(await take(desk.api, desk.lease));
  damage(path.join(desk.folder, 'snapshots', entry.name));
  expect(valueOf(await desk.api.listSnapshots())).toMatchObject([{ name: entry.name, damaged: true }]);
  const answer = await desk.api.readSnapshot({ name: entry.name, place: 'main', offset: 0, passphrase: '' });
  expect(codeOf(answer)).toBe('snapshotDamaged');
  expect(readdirSync(path.join(desk.folder, 'snapshots'))).toEqual([entry.name]);
});

test('what lies unpacked for the page and is cut short is not filled up with zeros', async () => {
  const { api, lease, folder } = await openedDesk();
  const long = JSON.stringify({ filler: 'x'.repeat(5 * 1024 * 1024) });
  const { name } = valueOf(await take(api, lease, {}, long));
  const { next } = valueOf(await api.readSnapshot({ name, place: 'main', offset: 0, passphrase: '' }));
  const unpacked = readdirSync(path.join(folder, 'snapshots')).find((file) => file.endsWith('.tmp')) ?? '';
  truncateSync(path.join(folder, 'snapshots', unpacked), next);
  expect(codeOf(await api.readSnapshot({ name, place: 'main', offset: next, passphrase: '' }))).toBe('snapshotUnreadable');
  expect(await readAll(api, { name, place: 'main' })).toBe(long);
  expect(readdirSync(path.join(folder, 'snapshots'))).toEqual([name]);
});

test.each(['../pins.json', '/etc/passwd', 'snapshot-../../x.json.gz', 'checked.json'])('%s is no snapshot', async (name) => {
  const { api } = await withStick();
  expect(codeOf(await api.readSnapshot({ name, place: 'main', offset: 0, passphrase: '' }))).toBe('snapshotMissing');
  expect(codeOf(await api.readSnapshot({ name, place: 'second', offset: 0, passphrase: 'x' }))).toBe('snapshotMissing');
});

test('without the lease no snapshot begins', async () => {
  const { api } = await openedDesk();
  expect(codeOf(await api.beginSnapshot({ lease: 'x', header }))).toBe('leaseLost');
});

test('old snapshots go, milestones stay', async () => {
  const { api, lease } = await openedDesk();
  const settings = valueOf(await api.readHostSettings());
  valueOf(await api.writeHostSettings({ ...settings, keepDaily: 2, keepMonthly: 0 }));
  valueOf(await take(api, lease, { takenAt: '2026-03-01T04:00:00.000Z', reason: 'beforeMigration' }));
  for (const day of [1, 2, 3, 4]) valueOf(await take(api, lease, { takenAt: `2026-03-0${day}T05:00:00.000Z` }));
  const kept = valueOf(await api.listSnapshots()).map(({ takenAt, reason }) => `${takenAt.slice(0, 10)} ${reason}`);
  expect(kept).toEqual(['2026-03-04 manual', '2026-03-03 manual', '2026-03-01 beforeMigration']);
});

test('one from when the clock stood wrong does not cost today’s', async () => {
  const { api, lease } = await openedDesk();
  const settings = valueOf(await api.readHostSettings());
  valueOf(await api.writeHostSettings({ ...settings, keepDaily: 1, keepMonthly: 0 }));
  const times = ['2036-01-01T05:00:00.000Z', '2026-03-02T05:00:00.000Z', '2026-03-02T06:00:00.000Z'];
  for (const takenAt of times) valueOf(await take(api, lease, { takenAt }));
  expect(valueOf(await api.listSnapshots()).map(({ takenAt }) => takenAt)).toEqual([times[0], times[2]]);
});

test('a snapshot vouches for its own lines only', async () => {
  const first = await withStick();
  valueOf(await first.api.setSnapshotPassphrase({ passphrase: PASSPHRASE }));
  const { name } = valueOf(await take(first.api, first.lease, { sequence: 2, hash: 'ab'.repeat(32) }));
  const { api, lease } = await restoreOn(await startDesk(), first.stick, name);
  const lines = [first.line(), first.line()];
  expect(codeOf(await api.appendLines({ lease, lines }))).toBe('journalDiverged');
});

test('a snapshot read before the book was opened vouches for no line of a journal that has some', async () => {
  const desk = await openedDesk();
  valueOf(await desk.api.appendLines({ lease: desk.lease, lines: [desk.line()] }));
  const entry = valueOf(await take(desk.api, desk.lease, { sequence: 9 }));
  await desk.host.close();
  const { api } = await startDesk({ folder: desk.folder, clock: desk.clock });
  await readAll(api, entry);
  const lease = await leaseOf(api);
  valueOf(await api.openBook());
  expect(codeOf(await api.appendLines({ lease, lines: [desk.line({ actor: 'stranger' })] }))).toBe('actorNotUnlocked');
});

test('only while somebody who may manage is unlocked is a journal written anew', async () => {
  const desk = await openedDesk();
  const lines = [desk.line()];
  valueOf(await desk.api.appendLines({ lease: desk.lease, lines }));
  const rewrite = { lease: desk.lease, book: 'book-1', ...endOf([desk.line({ actor: 'gone' })]) };
  valueOf(await desk.api.setPin({ personId: 'li', pin: '2468', mayManage: false }));
  valueOf(await desk.api.lock());
  expect(codeOf(await desk.api.rewriteJournal(rewrite))).toBe('notAllowed');
  valueOf(await desk.api.unlock({ personId: 'li', pin: '2468' }));
  expect(codeOf(await desk.api.rewriteJournal(rewrite))).toBe('notAllowed');
  expect(valueOf(await desk.api.openBook()).journal.sequence).toBe(1);
  valueOf(await desk.api.unlock(FIRST_PERSON));
  valueOf(await desk.api.rewriteJournal(rewrite));
});

test('a rewritten journal takes the lines of the sound database, to the last one it named', async () => {
  const desk = await openedDesk();
  const lines = [desk.line(), desk.line({ actor: 'gone' }), desk.line()];
  const end = { book: 'book-1', ...endOf(lines) };
  valueOf(await desk.api.rewriteJournal({ lease: desk.lease, ...end }));
  expect(valueOf(await desk.api.appendLines({ lease: desk.lease, lines })).sequence).toBe(3);
  expect(codeOf(await desk.api.appendLines({ lease: desk.lease, lines: [desk.line({ actor: 'gone' })] }))).toBe('actorNotUnlocked');
});
