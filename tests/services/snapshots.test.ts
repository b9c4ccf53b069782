import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { createHash, randomBytes } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { armor, Decrypter } from 'age-encryption';
import { afterEach, expect, test, vi } from 'vitest';
import type { HostApi, SnapshotEntry } from '../../shared/contract/host-calls.ts';
import { appendOnlyHandles } from './append-only.ts';
import { secondFolderFailure } from '../../electron/services/second-folder.ts';
import { CONTENT, header, PASSPHRASE, sha256, take, withStick } from './take-snapshot.ts';
import { joinSnapshot } from '../../electron/services/snapshot-file.ts';
import { codeOf, endOf, FIRST_PERSON, leaseOf, openedDesk, startDesk, temporaryFolder, valueOf, type TestDesk } from './test-host.ts';

async function readAll(api: HostApi, entry: Pick<SnapshotEntry, 'name' | 'place'>, passphrase = ''): Promise<string> {
  const pieces: Uint8Array[] = [];
  for (let offset = 0, done = false; !done;) {
    const piece = valueOf(await api.readSnapshot({ name: entry.name, place: entry.place, offset, passphrase }));
    pieces.push(piece.chunk);
    ({ next: offset, done } = piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}

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

test('a passphrase that was set here stays, whatever backup is read', async () => {
  const first = await withStick();
  valueOf(await first.api.setSnapshotPassphrase({ passphrase: PASSPHRASE }));
  const { name } = valueOf(await take(first.api, first.lease));
  const { api } = await startDesk();
  valueOf(await api.setSnapshotPassphrase({ passphrase: 'of this very PC' }));
  const { lease } = await restoreOn({ ...first, api }, first.stick, name);
  const later = valueOf(await take(api, lease, { takenAt: '2026-03-02T02:00:00.000Z' }));
  expect(await readAll(api, { name: later.name, place: 'second' }, 'of this very PC')).toBe(CONTENT);
});

test('without a passphrase nothing is written to the second folder', async () => {
  const { api, lease, stick } = await withStick();
  expect(valueOf(await take(api, lease)).second).toBe('noPassphrase');
  expect(readdirSync(stick)).toEqual([]);
});

test('the second folder holds sealed copies only, openable by age with the passphrase alone', async () => {
  const { api, lease, sealedFolder } = await withStick();
  valueOf(await api.setSnapshotPassphrase({ passphrase: PASSPHRASE }));
  const { sha256: scan } = valueOf(await api.storeScan({ bytes: new TextEncoder().encode('%PDF-1.7 secret') }));
  const { name, second } = valueOf(await take(api, lease));
  expect(second).toBe('written');

  const files = readdirSync(sealedFolder, { recursive: true }).map(String);
  expect(files.filter((file) => file.startsWith(path.join('scans', scan)) && file.endsWith('.age'))).toHaveLength(1);
  for (const file of files.filter((part) => path.extname(part) !== '')) {
    const text = readFileSync(path.join(sealedFolder, file)).toString('latin1');
    expect(text).not.toContain('secret');
    expect(text).not.toContain('AGE-SECRET-KEY');
  }
  const identityName = files.find((file) => file.startsWith('identity-')) ?? '';
  const locked = new Decrypter();
  locked.addPassphrase(PASSPHRASE);
  const identity = await locked.decrypt(armor.decode(readFileSync(path.join(sealedFolder, identityName), 'utf8')), 'text');
  const opener = new Decrypter();
  opener.addIdentity(/AGE-SECRET-KEY-\S+/.exec(identity)?.[0] ?? '');
  const plain = gunzipSync(await opener.decrypt(new Uint8Array(readFileSync(path.join(sealedFolder, `${name}.age`))))).toString('utf8');
  expect(plain.endsWith(CONTENT)).toBe(true);
});

test('a sealed snapshot is read with the passphrase, and with no other', async () => {
  const { api, lease } = await withStick();
  valueOf(await api.setSnapshotPassphrase({ passphrase: PASSPHRASE }));
  const { name } = valueOf(await take(api, lease));
  const ask = (passphrase: string) => api.readSnapshot({ name, place: 'second', offset: 0, passphrase });
  expect(codeOf(await ask(''))).toBe('passphraseNeeded');
  expect(codeOf(await ask('wrong passphrase'))).toBe('wrongPassphrase');
  expect(await readAll(api, { name, place: 'second' }, PASSPHRASE)).toBe(CONTENT);
});

test('a sealed file that was cut is listed as damaged', async () => {
  const { api, lease, sealedFolder } = await withStick();
  valueOf(await api.setSnapshotPassphrase({ passphrase: PASSPHRASE }));
  const { name } = valueOf(await take(api, lease));
  const file = path.join(sealedFolder, `${name}.age`);
  truncateSync(file, statSync(file).size - 1);
  expect(valueOf(await api.listSnapshots()).find(({ place }) => place === 'second')).toMatchObject({ name, damaged: true });
});

test('a note on the stick leads to no file outside of it', async () => {
  const { api, lease, sealedFolder, stick } = await withStick();
  valueOf(await api.setSnapshotPassphrase({ passphrase: PASSPHRASE }));
  const { name } = valueOf(await take(api, lease));
  const note = path.join(sealedFolder, `${name}.note.json`);
  const { identityName } = JSON.parse(readFileSync(note, 'utf8'));
  renameSync(path.join(sealedFolder, identityName), path.join(stick, 'elsewhere'));
  writeFileSync(note, readFileSync(note, 'utf8').replace(identityName, '../elsewhere'));
  expect(codeOf(await api.readSnapshot({ name, place: 'second', offset: 0, passphrase: PASSPHRASE }))).toBe('snapshotMissing');
});

test('a changed sealed file is refused', async () => {
  const { api, lease, sealedFolder } = await withStick();
  valueOf(await api.setSnapshotPassphrase({ passphrase: PASSPHRASE }));
  const { name } = valueOf(await take(api, lease));
  const file = path.join(sealedFolder, `${name}.age`);
  const bytes = readFileSync(file);
  bytes[bytes.length - 9] = (bytes.at(-9) ?? 0) ^ 1;
  writeFileSync(file, bytes);
  expect(codeOf(await api.readSnapshot({ name, place: 'second', offset: 0, passphrase: PASSPHRASE }))).toBe('snapshotDamaged');
});

test('snapshots of an earlier passphrase stay readable with it', async () => {
  const { api, lease } = await withStick();
  valueOf(await api.setSnapshotPassphrase({ passphrase: PASSPHRASE }));
  const early = valueOf(await take(api, lease, { takenAt: '2026-03-01T01:00:00.000Z' }));
  valueOf(await api.setSnapshotPassphrase({ passphrase: 'a newer passphrase' }));
  const late = valueOf(await take(api, lease));
  expect(await readAll(api, { name: early.name, place: 'second' }, PASSPHRASE)).toBe(CONTENT);
  expect(await readAll(api, { name: late.name, place: 'second' }, 'a newer passphrase')).toBe(CONTENT);
});

test.runIf(process.platform === 'linux')(
  'what a copy that was cut short left on the stick goes with the next, and another PC’s copy goes on',
  async () => {
    const { api, lease, sealedFolder } = await withStick();
    valueOf(await api.setSnapshotPassphrase({ passphrase: PASSPHRASE }));
    valueOf(await api.storeScan({ bytes: new TextEncoder().encode('%PDF-1.7 letter') }));
    const temporary = () =>
      readdirSync(sealedFolder, { recursive: true })
        .map(String)
        .filter((name) => /(scans|snapshot-.*)\W.*\.tmp$/.test(name) && !name.includes('.note.json'));
    const seen = new Set<string>();
    const handles = await appendOnlyHandles();
    const { sync } = handles;
    const syncing = vi.spyOn(handles, 'sync').mockImplementation(function look(this: FileHandle) {
      if (existsSync(sealedFolder)) for (const name of temporary()) seen.add(name);
      return sync.call(this);
    });
    valueOf(await take(api, lease));
    syncing.mockRestore();
    expect(seen.size).toBe(2);
    const theirs = 'snapshot-2026-03-01-theirs.json.gz.age.identity-0123456789ab.tmp';
    for (const name of [...seen, theirs]) writeFileSync(path.join(sealedFolder, name), 'half a file');
    valueOf(await take(api, lease));
    expect(temporary()).toEqual([theirs]);
  },
);

test('a stick that was pulled out does not cost the snapshot', async () => {
  const { api, lease, stick } = await withStick();
  valueOf(await api.setSnapshotPassphrase({ passphrase: PASSPHRASE }));
  rmSync(stick, { recursive: true });
  expect(valueOf(await take(api, lease))).toMatchObject({ damaged: false, second: 'failed', secondError: 'secondFolderMissing' });
  expect(existsSync(stick)).toBe(false);
});

test('the second folder is looked at: whether one was named, whether it is there, whether anything is written to it', async () => {
  const { api, stick } = await withStick();
  const settings = valueOf(await api.readHostSettings());
  expect(valueOf(await api.checkSecondFolder())).toEqual({ named: true, passphraseSet: false });
  valueOf(await api.setSnapshotPassphrase({ passphrase: PASSPHRASE }));
  expect(valueOf(await api.checkSecondFolder())).toEqual({ named: true, passphraseSet: true });
  writeFileSync(path.join(stick, 'qiantai-backup'), 'no folder');
  expect(codeOf(await api.checkSecondFolder())).toBe('secondFolderFailed');
  rmSync(stick, { recursive: true });
  expect(codeOf(await api.checkSecondFolder())).toBe('secondFolderMissing');
  valueOf(await api.writeHostSettings({ ...settings, secondFolder: '' }));
  expect(valueOf(await api.checkSecondFolder())).toEqual({ named: false, passphraseSet: true });
});

test.each([
  ['ENOSPC', 'secondFolderFull'],
  ['EFBIG', 'secondFolderFull'],
  ['EROFS', 'secondFolderNotWritable'],
  ['EIO', 'secondFolderFailed'],
])('what the disk of the second folder says (%s) is said as %s', (code, said) => {
  expect(secondFolderFailure(Object.assign(new Error(code), { code })).failure.code).toBe(said);
});

test('a copy that the stick refuses says why', async () => {
  const { api, lease, stick } = await withStick();
  valueOf(await api.setSnapshotPassphrase({ passphrase: PASSPHRASE }));
  writeFileSync(path.join(stick, 'qiantai-backup'), 'no folder');
  expect(valueOf(await take(api, lease))).toMatchObject({ second: 'failed', secondError: 'secondFolderFailed' });
});

test('on another PC the stick brings back the book, its scans and its recovery code', async () => {
  const first = await withStick();
  const lines = [first.line(), first.line(), first.line()];
  valueOf(await first.api.appendLines({ lease: first.lease, lines }));
  valueOf(await first.api.setSnapshotPassphrase({ passphrase: PASSPHRASE }));
  const { code } = valueOf(await first.api.makeRecoveryCode());
  const scan = valueOf(await first.api.storeScan({ bytes: new TextEncoder().encode('%PDF-1.7 letter') }));
  const { name } = valueOf(await take(first.api, first.lease, endOf(lines)));

  const second = await restoreOn(await startDesk(), first.stick, name);
  const { api, lease } = second;
  expect(valueOf(await api.readScan({ sha256: scan.sha256 })).type).toBe('application/pdf');
  expect(valueOf(await api.appendLines({ lease, lines })).sequence).toBe(3);
  const next = first.line();
  expect(codeOf(await api.appendLines({ lease, lines: [next] }))).toBe('actorNotUnlocked');
  expect(codeOf(await api.setPin({ personId: 'thief', pin: '1111', mayManage: true }))).toBe('notAllowed');
  expect(valueOf(await api.useRecoveryCode({ code, personId: 'zhang', newPin: '2222' })).outcome).toBe('unlocked');
  // The backups of this PC go on there, under the same passphrase.
  const later = valueOf(await take(api, lease, { ...endOf(lines), takenAt: '2026-03-02T02:00:00.000Z' }));
  expect(later.second).toBe('written');
  expect(await readAll(api, { name: later.name, place: 'second' }, PASSPHRASE)).toBe(CONTENT);
});

test('a first start that was cut short on the other PC keeps nobody out of the book that is brought there', async () => {
  const first = await withStick();
  const lines = [first.line(), first.line(), first.line()];
  valueOf(await first.api.appendLines({ lease: first.lease, lines }));
  valueOf(await first.api.setSnapshotPassphrase({ passphrase: PASSPHRASE }));
  const { code } = valueOf(await first.api.makeRecoveryCode());
  const { name } = valueOf(await take(first.api, first.lease, endOf(lines)));

  const cutShort = await openedDesk();
  await cutShort.host.close();
  const { api, lease } = await restoreOn(await startDesk({ folder: cutShort.folder }), first.stick, name);
  expect(valueOf(await api.appendLines({ lease, lines })).sequence).toBe(3);
  expect(valueOf(await api.useRecoveryCode({ code, personId: 'zhang', newPin: '2222' })).outcome).toBe('unlocked');
});

test('after a new passphrase the scans of before come back with the new one, and with the old one from the old snapshot', async () => {
  const first = await withStick();
  valueOf(await first.api.setSnapshotPassphrase({ passphrase: 'an earlier passphrase' }));
  const scan = valueOf(await first.api.storeScan({ bytes: new TextEncoder().encode('%PDF-1.7 letter') }));
  const early = valueOf(await take(first.api, first.lease, { takenAt: '2026-03-01T01:00:00.000Z' }));
  valueOf(await first.api.setSnapshotPassphrase({ passphrase: PASSPHRASE }));
  const late = valueOf(await take(first.api, first.lease));
  for (const [name, passphrase] of [
    [early.name, 'an earlier passphrase'],
    [late.name, PASSPHRASE],
  ] as const) {
    const { api } = await startDesk();
    const settings = valueOf(await api.readHostSettings());
    valueOf(await api.writeHostSettings({ ...settings, secondFolder: first.stick }));
    await readAll(api, { name, place: 'second' }, passphrase);
    expect(valueOf(await api.readScan({ sha256: scan.sha256 })).type).toBe('application/pdf');
  }
});

test('a restore says how many scans it could not bring back', async () => {
  const first = await withStick();
  valueOf(await first.api.setSnapshotPassphrase({ passphrase: PASSPHRASE }));
  const { name } = valueOf(await take(first.api, first.lease));
  writeFileSync(path.join(first.sealedFolder, 'scans', `${'ab'.repeat(32)}.age`), 'no age file');
  const piece = valueOf(await first.api.readSnapshot({ name, place: 'second', offset: 0, passphrase: PASSPHRASE }));
  expect(piece).toMatchObject({ done: true, scansFailed: 1 });
});

test('a scan that is damaged here comes back whole from the stick', async () => {
  const { api, lease, folder } = await withStick();
  valueOf(await api.setSnapshotPassphrase({ passphrase: PASSPHRASE }));
  const { sha256: scan } = valueOf(await api.storeScan({ bytes: new TextEncoder().encode('%PDF-1.7 letter') }));
  const { name } = valueOf(await take(api, lease));
  writeFileSync(path.join(folder, 'scans', scan.slice(0, 2), scan), '%PDF-1.7 half a lett');
  await readAll(api, { name, place: 'second' }, PASSPHRASE);
  expect(codeOf(await api.readScan({ sha256: scan }))).toBe('');
});

test('nor is a damaged scan sealed for the stick, and it is once it is mended', async () => {
  const { api, lease, folder, sealedFolder } = await withStick();
  const bytes = new TextEncoder().encode('%PDF-1.7 letter');
  valueOf(await api.setSnapshotPassphrase({ passphrase: PASSPHRASE }));
  const { sha256: scan } = valueOf(await api.storeScan({ bytes }));
  writeFileSync(path.join(folder, 'scans', scan.slice(0, 2), scan), '%PDF-1.7 half a lett');
  expect(valueOf(await take(api, lease)).second).toBe('written');
  expect(readdirSync(path.join(sealedFolder, 'scans'))).toEqual([]);
  valueOf(await api.storeScan({ bytes }));
  valueOf(await take(api, lease));
  expect(readdirSync(path.join(sealedFolder, 'scans'))).toHaveLength(1);
});

test('a sealed scan under the name of another is counted as one that did not come back', async () => {
  const first = await withStick();
  valueOf(await first.api.setSnapshotPassphrase({ passphrase: PASSPHRASE }));
  const { sha256: scan } = valueOf(await first.api.storeScan({ bytes: new TextEncoder().encode('%PDF-1.7 letter') }));
  const { name } = valueOf(await take(first.api, first.lease));
  const [file = ''] = readdirSync(path.join(first.sealedFolder, 'scans'));
  renameSync(path.join(first.sealedFolder, 'scans', file), path.join(first.sealedFolder, 'scans', file.replace(scan, 'ab'.repeat(32))));
  const { api } = await startDesk();
  const settings = valueOf(await api.readHostSettings());
  valueOf(await api.writeHostSettings({ ...settings, secondFolder: first.stick }));
  const piece = valueOf(await api.readSnapshot({ name, place: 'second', offset: 0, passphrase: PASSPHRASE }));
  expect(piece).toMatchObject({ done: true, scansFailed: 1 });
});

test('scans that find no room here end the restore, which says so', async () => {
  const first = await withStick();
  valueOf(await first.api.setSnapshotPassphrase({ passphrase: PASSPHRASE }));
  valueOf(await first.api.storeScan({ bytes: new TextEncoder().encode('%PDF-1.7 letter') }));
  const { name } = valueOf(await take(first.api, first.lease));
  const { api } = await startDesk({ faults: 'scan=ENOSPC' });
  const settings = valueOf(await api.readHostSettings());
  valueOf(await api.writeHostSettings({ ...settings, secondFolder: first.stick }));
  expect(codeOf(await api.readSnapshot({ name, place: 'second', offset: 0, passphrase: PASSPHRASE }))).toBe('diskFull');
});

test('one note on the stick that cannot be read hides no other backup', async () => {
  const { api, lease, sealedFolder } = await withStick();
  valueOf(await api.setSnapshotPassphrase({ passphrase: PASSPHRASE }));
  const bad = valueOf(await take(api, lease, { takenAt: '2026-03-01T01:00:00.000Z' }));
  const sound = valueOf(await take(api, lease));
  rmSync(path.join(sealedFolder, `${bad.name}.note.json`));
  mkdirSync(path.join(sealedFolder, `${bad.name}.note.json`));
  const listed = valueOf(await api.listSnapshots()).filter(({ place }) => place === 'second');
  expect(listed.map(({ name, damaged }) => ({ name, damaged }))).toEqual([
    { name: sound.name, damaged: false },
    { name: bad.name, damaged: true },
  ]);
});

test('scans that an earlier version sealed without naming the key come back too', async () => {
  const first = await withStick();
  valueOf(await first.api.setSnapshotPassphrase({ passphrase: PASSPHRASE }));
  const { sha256: scan } = valueOf(await first.api.storeScan({ bytes: new TextEncoder().encode('%PDF-1.7 letter') }));
  const { name } = valueOf(await take(first.api, first.lease));
  const scans = path.join(first.sealedFolder, 'scans');
  renameSync(path.join(scans, readdirSync(scans)[0] ?? ''), path.join(scans, `${scan}.age`));
  const { api } = await restoreOn(await startDesk(), first.stick, name);
  expect(valueOf(await api.readScan({ sha256: scan })).type).toBe('application/pdf');
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

async function restoreOn(desk: TestDesk, stick: string, name: string) {
  const settings = valueOf(await desk.api.readHostSettings());
  valueOf(await desk.api.writeHostSettings({ ...settings, secondFolder: stick }));
  valueOf(await desk.api.openBook());
  expect(valueOf(await desk.api.listSnapshots())).toMatchObject([{ name, place: 'second', sealed: true }]);
  expect(await readAll(desk.api, { name, place: 'second' }, PASSPHRASE)).toBe(CONTENT);
  return { api: desk.api, lease: await leaseOf(desk.api) };
}

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
