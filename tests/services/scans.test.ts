import { createHash } from 'node:crypto';
import { chmodSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { codeOf, startDesk, temporaryFolder, valueOf } from './test-host.ts';

const PDF = new TextEncoder().encode('%PDF-1.7\n…');
const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1]);
const JPEG = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1]);

test.each([
  ['application/pdf', PDF],
  ['image/png', PNG],
  ['image/jpeg', JPEG],
])('%s is stored under its SHA-256 and read back', async (type, bytes) => {
  const { api } = await startDesk();
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  expect(valueOf(await api.storeScan({ bytes }))).toEqual({ sha256, type, bytes: bytes.length });
  const read = valueOf(await api.readScan({ sha256 }));
  expect(read.type).toBe(type);
  expect(new Uint8Array(read.bytes)).toEqual(bytes);
});

test.each([
  ['an SVG', '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'],
  ['a web page', '<!doctype html>'],
  ['a PDF that begins with something else', ' %PDF-1.7'],
  ['nothing', ''],
])('%s is refused by its bytes', async (_name, text) => {
  const { api } = await startDesk();
  expect(codeOf(await api.storeScan({ bytes: new TextEncoder().encode(text) }))).toBe('scanType');
});

test('a scan beyond the size is refused', async () => {
  const { api } = await startDesk();
  const bytes = new Uint8Array(50 * 1024 * 1024 + 1);
  bytes.set(PDF);
  expect(codeOf(await api.storeScan({ bytes }))).toBe('scanTooLarge');
});

test('a damaged scan is said, and mended by storing the paper again', async () => {
  const { api, folder } = await startDesk();
  const { sha256 } = valueOf(await api.storeScan({ bytes: PDF }));
  writeFileSync(path.join(folder, 'scans', sha256.slice(0, 2), sha256), '%PDF-1.7 other');
  expect(codeOf(await api.readScan({ sha256 }))).toBe('scanDamaged');
  valueOf(await api.storeScan({ bytes: PDF }));
  expect(codeOf(await api.readScan({ sha256 }))).toBe('');
});

test('a scan that is not there is said', async () => {
  const { api } = await startDesk();
  expect(codeOf(await api.readScan({ sha256: 'ab'.repeat(32) }))).toBe('scanMissing');
});

test('a full disk leaves no half scan', async () => {
  const { api, folder } = await startDesk({ faults: 'scan=ENOSPC' });
  expect(codeOf(await api.storeScan({ bytes: PDF }))).toBe('diskFull');
  expect(readdirSync(path.join(folder, 'scans'))).toEqual([]);
});

test.runIf(process.platform !== 'win32')('the data folder is its owner’s alone', async () => {
  const folder = temporaryFolder();
  chmodSync(folder, 0o755);
  await startDesk({ folder });
  expect(statSync(folder).mode & 0o777).toBe(0o700);
});
