import { execFileSync } from 'node:child_process';
import {
  closeSync,
  constants,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { armor, Decrypter } from 'age-encryption';
import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import { appendOnlyHandles } from './append-only.ts';
import { secondFolderFailure } from '../../electron/services/second-folder.ts';
import { CONTENT, PASSPHRASE, readAll, take, withStick } from './take-snapshot.ts';
import { codeOf, valueOf } from './test-host.ts';

afterEach(() => vi.restoreAllMocks());

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
  const howTo = readFileSync(path.join(sealedFolder, 'how-to-open.txt'), 'utf8');
  expect(howTo.match(/age -d -i identity/g)).toHaveLength(2);
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

/** A file of the second folder whose reader hangs until the test lets it go, as one of a share whose server is gone. */
function hangingFile(file: string): { release(): void } {
  execFileSync('mkfifo', [file]);
  // A writer that writes nothing: whoever reads waits for it, and reads to the end once it has gone.
  let writer: number | null = openSync(file, constants.O_RDWR);
  const release = (): void => {
    rmSync(file, { force: true });
    if (writer !== null) closeSync(writer);
    writer = null;
  };
  onTestFinished(release);
  return { release };
}

test.skipIf(process.platform === 'win32')(
  'a second folder that hangs keeps no backup from this PC, and is used again when it answers',
  async () => {
    const { api, lease, sealedFolder } = await withStick({ silence: { lookMs: 1000, stepMs: 60_000, endMs: 1000 } });
    valueOf(await api.setSnapshotPassphrase({ passphrase: PASSPHRASE }));
    mkdirSync(sealedFolder);
    const other = 'snapshot-2026-03-01T01-00-00-000Z-1-manual-abcdef.json.gz';
    writeFileSync(path.join(sealedFolder, `${other}.age`), '');
    const { release } = hangingFile(path.join(sealedFolder, `${other}.note.json`));
    const taken = [];
    for (const hour of [1, 2, 3]) taken.push(valueOf(await take(api, lease, { takenAt: `2026-03-0${hour + 1}T01:00:00.000Z` })));
    expect(taken.slice(1).map(({ second, secondError }) => [second, secondError])).toEqual([
      ['failed', 'secondFolderSilent'],
      ['failed', 'secondFolderSilent'],
    ]);
    const listed = valueOf(await api.listSnapshots());
    expect(listed.map(({ name, place }) => [name, place])).toEqual(taken.toReversed().map(({ name }) => [name, 'main']));
    expect(codeOf(await api.checkSecondFolder())).toBe('secondFolderSilent');
    release();
    await expect.poll(async () => codeOf(await api.checkSecondFolder())).toBe('');
    expect(valueOf(await take(api, lease, { takenAt: '2026-03-05T01:00:00.000Z' })).second).toBe('written');
  },
);

test.skipIf(process.platform === 'win32')(
  'a host that closes knows of a call into the second folder that hangs, and of none where none does',
  async () => {
    const { api, host, sealedFolder } = await withStick({ silence: { lookMs: 500, stepMs: 60_000, endMs: 100 } });
    mkdirSync(sealedFolder);
    const other = 'snapshot-2026-03-01T01-00-00-000Z-1-manual-abcdef.json.gz';
    writeFileSync(path.join(sealedFolder, `${other}.age`), '');
    hangingFile(path.join(sealedFolder, `${other}.note.json`));
    expect(valueOf(await api.listSnapshots())).toEqual([]);
    await host.close();
    expect(host.hangs()).toBe(true);
    const sound = await withStick();
    valueOf(await sound.api.listSnapshots());
    await sound.host.close();
    expect(sound.host.hangs()).toBe(false);
  },
);

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
