import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { createFaults } from '../../electron/services/faults.ts';
import { createScans } from '../../electron/services/scans.ts';
import { openSealing } from '../../electron/services/sealing.ts';
import { openSecondFolder } from '../../electron/services/second-folder.ts';
import { CONTENT, header, PASSPHRASE, readAll, restoreOn, take, withStick } from './take-snapshot.ts';
import { codeOf, endOf, openedDesk, startDesk, temporaryFolder, valueOf } from './test-host.ts';

afterEach(() => vi.restoreAllMocks());

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

test('the recovery code is that of the backup that was read last', async () => {
  const first = await withStick();
  valueOf(await first.api.setSnapshotPassphrase({ passphrase: PASSPHRASE }));
  const { code: earlier } = valueOf(await first.api.makeRecoveryCode());
  const early = valueOf(await take(first.api, first.lease, { takenAt: '2026-03-01T01:00:00.000Z' }));
  const { code } = valueOf(await first.api.makeRecoveryCode());
  const late = valueOf(await take(first.api, first.lease));
  const { api } = await startDesk();
  const settings = valueOf(await api.readHostSettings());
  valueOf(await api.writeHostSettings({ ...settings, secondFolder: first.stick }));
  for (const { name } of [early, late]) await readAll(api, { name, place: 'second' }, PASSPHRASE);
  expect(valueOf(await api.useRecoveryCode({ code: earlier, personId: 'zhang', newPin: '2222' })).outcome).toBe('wrong');
  expect(valueOf(await api.useRecoveryCode({ code, personId: 'zhang', newPin: '2222' })).outcome).toBe('unlocked');
});

test('a code that was printed here stays, whatever backup is looked at', async () => {
  const first = await withStick();
  valueOf(await first.api.setSnapshotPassphrase({ passphrase: PASSPHRASE }));
  const { code: theirs } = valueOf(await first.api.makeRecoveryCode());
  const { name } = valueOf(await take(first.api, first.lease));
  const { api } = await openedDesk();
  const { code } = valueOf(await api.makeRecoveryCode());
  const settings = valueOf(await api.readHostSettings());
  valueOf(await api.writeHostSettings({ ...settings, secondFolder: first.stick }));
  await readAll(api, { name, place: 'second' }, PASSPHRASE);
  expect(valueOf(await api.useRecoveryCode({ code: theirs, personId: 'thief', newPin: '2222' })).outcome).toBe('wrong');
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
    const read = valueOf(await api.readSnapshot({ name, place: 'second', offset: 0, passphrase }));
    // What lies there under the other key is no scan of this backup's that did not come back.
    expect(read.scansFailed).toBe(0);
    expect(valueOf(await api.readScan({ sha256: scan.sha256 })).type).toBe('application/pdf');
  }
});

test('each scan and each backup on the stick is a sign of life: there may be thousands of them', async () => {
  const { api, lease, stick, sealedFolder } = await withStick();
  valueOf(await api.setSnapshotPassphrase({ passphrase: PASSPHRASE }));
  const days = ['01', '02', '03'];
  for (const day of days) await take(api, lease, { takenAt: `2026-03-${day}T01:00:00.000Z` });
  const sealing = await openSealing(path.join(temporaryFolder(), 'sealing.json'), 4);
  await sealing.setPassphrase(PASSPHRASE);
  const key = sealing.current();
  if (key === null) throw new Error('no key');
  const alive = vi.fn<() => void>();
  const folder = openSecondFolder(stick, alive);
  expect(await folder.list()).toHaveLength(days.length);
  expect(alive).toHaveBeenCalledTimes(days.length);

  const hashes = Array.from({ length: 100 }, (_one, index) => String(index).padStart(64, '0'));
  const scans = { ...createScans(temporaryFolder(), createFaults(false, '')), list: () => Promise.resolve(hashes) };
  alive.mockClear();
  const file = path.join(temporaryFolder(), 'snapshot-2026-03-02T04-00-00-000Z-3-manual-abcdef.json.gz');
  writeFileSync(file, 'content');
  await folder.copy(file, { ...header, contentHash: '', contentBytes: 7, recovery: null }, key, scans);
  expect(alive.mock.calls.length).toBeGreaterThanOrEqual(hashes.length);

  for (const sha256 of hashes) writeFileSync(path.join(sealedFolder, 'scans', `${sha256}.age`), '');
  alive.mockClear();
  expect(await folder.restoreScans({ ...key, identity: '' }, { ...scans, has: () => Promise.resolve(true) })).toBe(0);
  expect(alive).toHaveBeenCalledTimes(hashes.length);
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
