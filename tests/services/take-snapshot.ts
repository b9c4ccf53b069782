import { createHash } from 'node:crypto';
import path from 'node:path';
import { expect } from 'vitest';
import type { HostApi, SnapshotEntry, SnapshotHeader } from '../../shared/contract/host-calls.ts';
import { ORIGIN_HASH } from '../../shared/journal/line.ts';
import { leaseOf, openedDesk, temporaryFolder, valueOf, type TestDesk } from './test-host.ts';

export const header: SnapshotHeader = {
  reason: 'manual',
  book: 'book-1',
  schemaVersion: 1,
  appVersion: '0.0.0',
  sequence: 3,
  hash: ORIGIN_HASH,
  takenAt: '2026-03-02T01:00:00.000Z',
  rowCounts: { people: 1 },
};

export const CONTENT = JSON.stringify({ people: ['张伟'], filler: 'x'.repeat(100_000) });

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Writes a snapshot through the host, as the page does, in two pieces. */
export async function take(api: HostApi, lease: string, changes: Partial<SnapshotHeader> = {}, content = CONTENT) {
  const { id } = valueOf(await api.beginSnapshot({ lease, header: { ...header, ...changes } }));
  const bytes = new TextEncoder().encode(content);
  const half = bytes.length >> 1;
  valueOf(await api.writeSnapshot({ id, chunk: bytes.subarray(0, half) }));
  valueOf(await api.writeSnapshot({ id, chunk: bytes.subarray(half) }));
  return api.finishSnapshot({ id, contentHash: sha256(content) });
}

export const PASSPHRASE = 'correct horse 电池';

/** A desk with a second folder, on which nothing can be sealed yet. */
export async function withStick(options: Parameters<typeof openedDesk>[0] = {}) {
  const desk = await openedDesk(options);
  const stick = temporaryFolder();
  const settings = valueOf(await desk.api.readHostSettings());
  valueOf(await desk.api.writeHostSettings({ ...settings, secondFolder: stick }));
  return { ...desk, stick, sealedFolder: path.join(stick, 'qiantai-backup') };
}

/** The whole content of a snapshot, piece by piece as the page fetches it. */
export async function readAll(api: HostApi, entry: Pick<SnapshotEntry, 'name' | 'place'>, passphrase = ''): Promise<string> {
  const pieces: Uint8Array[] = [];
  for (let offset = 0, done = false; !done;) {
    const piece = valueOf(await api.readSnapshot({ name: entry.name, place: entry.place, offset, passphrase }));
    pieces.push(piece.chunk);
    ({ next: offset, done } = piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}

/** Brings the book of a stick to another PC, and looks that it is whole. */
export async function restoreOn(desk: TestDesk, stick: string, name: string) {
  const settings = valueOf(await desk.api.readHostSettings());
  valueOf(await desk.api.writeHostSettings({ ...settings, secondFolder: stick }));
  valueOf(await desk.api.openBook());
  expect(valueOf(await desk.api.listSnapshots())).toMatchObject([{ name, place: 'second', sealed: true }]);
  expect(await readAll(desk.api, { name, place: 'second' }, PASSPHRASE)).toBe(CONTENT);
  return { api: desk.api, lease: await leaseOf(desk.api) };
}
