import { readdirSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { openIdentity, openSealing, sealFile, unsealFile } from '../../electron/services/sealing.ts';
import { temporaryFolder } from './test-host.ts';

const PASSPHRASE = 'correct horse 电池';

async function sealedFile() {
  const folder = temporaryFolder();
  const sealing = await openSealing(path.join(folder, 'sealing.json'), 4);
  await sealing.setPassphrase(PASSPHRASE);
  const key = sealing.current();
  if (key === null) throw new Error('expected a key');
  const plain = path.join(folder, 'plain');
  writeFileSync(plain, Buffer.alloc(2 * 1024 * 1024, 'line of a customer\n'));
  const sealed = path.join(folder, 'sealed.age');
  await sealFile(plain, sealed, key.recipient);
  return { folder, plain, sealed, recipient: key.recipient, identity: await openIdentity(key.identityFile, PASSPHRASE) };
}

/** Handles that this process holds on a file. */
function handlesOn(file: string): number {
  return readdirSync('/proc/self/fd').filter((fd) => {
    try {
      return readlinkSync(path.join('/proc/self/fd', fd)) === file;
    } catch {
      // Closed while the folder was read.
      return false;
    }
  }).length;
}

test('what was sealed is unsealed byte for byte', async () => {
  const { plain, sealed, identity } = await sealedFile();
  const pieces: Buffer[] = [];
  for await (const piece of await unsealFile(sealed, identity)) pieces.push(Buffer.from(piece));
  expect(Buffer.concat(pieces).equals(readFileSync(plain))).toBe(true);
});

test('sealing and unsealing give a sign of life for each piece, not one for the whole file', async () => {
  const { folder, plain, recipient, identity } = await sealedFile();
  const again = path.join(folder, 'again.age');
  const alive = vi.fn<() => void>();
  await sealFile(plain, again, recipient, { alive });
  expect(alive.mock.calls.length).toBeGreaterThan(10);
  alive.mockClear();
  for await (const _piece of await unsealFile(again, identity, alive)) continue;
  expect(alive.mock.calls.length).toBeGreaterThan(10);
});

test('sealing that is given up leaves no half file', async () => {
  const { folder, plain, recipient } = await sealedFile();
  const before = readdirSync(folder);
  const giveUp = () => {
    throw new Error('given up');
  };
  await expect(sealFile(plain, path.join(folder, 'again.age'), recipient, { alive: giveUp })).rejects.toThrow('given up');
  expect(readdirSync(folder)).toEqual(before);
});

test.runIf(process.platform === 'linux')('a stick that takes no file leaves no handle open on what was to be sealed', async () => {
  const { folder, plain, recipient } = await sealedFile();
  await expect(sealFile(plain, path.join(folder, 'gone', 'sealed.age'), recipient)).rejects.toMatchObject({ code: 'ENOENT' });
  await expect.poll(() => handlesOn(plain)).toBe(0);
});

test.runIf(process.platform === 'linux')('nor does reading that is given up half way on what was sealed', async () => {
  const { sealed, identity } = await sealedFile();
  for await (const piece of await unsealFile(sealed, identity)) {
    expect(piece.length).toBeGreaterThan(0);
    break;
  }
  await expect.poll(() => handlesOn(sealed)).toBe(0);
});

test.runIf(process.platform === 'linux')('nor does a file that was never sealed', async () => {
  const { plain, identity } = await sealedFile();
  await expect(unsealFile(plain, identity)).rejects.toMatchObject({ failure: { code: 'snapshotDamaged' } });
  await expect.poll(() => handlesOn(plain)).toBe(0);
});

test('of several backups that were opened the last one’s passphrase is gone on with, of none where one was set here', async () => {
  const keyOf = async (passphrase: string) => {
    const sealing = await openSealing(path.join(temporaryFolder(), 'sealing.json'), 4);
    await sealing.setPassphrase(passphrase);
    const key = sealing.current();
    if (key === null) throw new Error('expected a key');
    return { ...key, identity: await openIdentity(key.identityFile, passphrase) };
  };
  const [first, second] = [await keyOf('first phrase 一'), await keyOf('second phrase 二')];
  const here = await openSealing(path.join(temporaryFolder(), 'sealing.json'), 4);
  await here.adopt(first);
  expect(here.current()?.identityName).toBe(first.identityName);
  await here.adopt(second);
  const { identity: _opened, ...sealed } = second;
  expect(here.current()).toEqual(sealed);
  await here.setPassphrase(PASSPHRASE);
  const own = here.current();
  await here.adopt(first);
  expect(here.current()).toEqual(own);
});
