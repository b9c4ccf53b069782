// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { memorySession } from '../../tests/support/memory-session.ts';
import type { HostApi, SnapshotHeader } from '../../shared/contract/host-calls.ts';
import { failure, success } from '../../shared/contract/result.ts';
import { openTestDatabase } from '../../tests/support/test-databases.ts';
import { hashText } from '../../shared/journal/line.ts';
import { forgetLostScans, lostScans } from './lost-scans.ts';
import { loadSnapshot, restoreInto, takeSnapshot } from './snapshot.ts';

const row = (sequence: number) => ({
  sequence,
  id: `op-${sequence}`,
  previousHash: 'p',
  payloadHash: 'h',
  hash: String(sequence).padStart(64, '0'),
  payload: '{"changes":[]}',
  records: [],
  resultId: '',
});

it('says the same in header and rows when an entry is saved meanwhile', async () => {
  const session = await memorySession();
  const { database } = session;
  await database.operations.bulkAdd([row(1), row(2)]);
  const headers: SnapshotHeader[] = [];
  const parts: string[] = [];
  const host = {
    ...session.host,
    beginSnapshot: ({ header }: { header: SnapshotHeader }) => Promise.resolve((headers.push(header), success({ id: 's' }))),
    writeSnapshot: ({ chunk }: { chunk: Uint8Array }) => Promise.resolve((parts.push(new TextDecoder().decode(chunk)), success(null))),
    finishSnapshot: () => Promise.reject(new Error('seen enough')),
  };
  const details = { lease: 'l', reason: 'scheduled' as const, takenAt: '2026-11-23T00:00:00.000Z', appVersion: '0' };
  const taking = takeSnapshot({ database, host, book: 'b' }, details).catch(() => null);
  // As many turns as the header's counts take: each add tries to slip in between them and the rows.
  const adding = (async () => {
    for (let sequence = 3; sequence < 60; sequence += 1) await database.operations.add(row(sequence));
  })();
  await Promise.all([taking, adding]);
  const exported: { data: { tables: { name: string; rowCount: number }[]; data: { tableName: string; rows: unknown[] }[] } } = JSON.parse(
    parts.join(''),
  );
  const rows = exported.data.data.find((table) => table.tableName === 'operations')?.rows ?? [];
  expect(headers[0]?.rowCounts['operations']).toBe(rows.length);
  expect(headers[0]?.sequence).toBe(rows.length);
});

it('writes one snapshot after the other, also after one that failed', async () => {
  const session = await memorySession();
  const calls: string[] = [];
  const note = (call: string, outcome = success({ id: call })) => Promise.resolve((calls.push(call), outcome));
  const host = {
    ...session.host,
    beginSnapshot: () => note('begin'),
    writeSnapshot: () => Promise.resolve(success(null)),
    finishSnapshot: () => note('finish').then(() => failure('diskFull')),
  };
  const details = { lease: 'l', reason: 'manual' as const, takenAt: '2026-11-23T00:00:00.000Z', appVersion: '0' };
  const both = [1, 2].map(() => takeSnapshot({ database: session.database, host, book: 'b' }, details));
  expect((await Promise.allSettled(both)).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(calls).toEqual(['begin', 'finish', 'begin', 'finish']);
});

it('leaves no half book behind when a restore fails', async () => {
  const session = await memorySession();
  const host = { ...session.host, readSnapshot: () => Promise.resolve(failure('wrongPassphrase')) };
  const header = {
    reason: 'manual',
    book: 'b',
    schemaVersion: 1,
    appVersion: '0',
    sequence: 1,
    hash: 'f',
    takenAt: '',
    rowCounts: {},
  } as const;
  const snapshot = { ...header, name: 'snapshot', bytes: 1, place: 'second', sealed: true, damaged: false, contentHash: '' } as const;
  const restoring = restoreInto('restored', host, { snapshot, passphrase: 'x' }, { now: '2026-11-23T00:00:00.000Z' });
  await expect(restoring).rejects.toMatchObject({ failure: { code: 'wrongPassphrase' } });
  expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain('restored');
});

const DETAILS = { lease: 'l', reason: 'manual' as const, takenAt: '2026-11-23T00:00:00.000Z', appVersion: '0' };
const MEGABYTE = 1024 * 1024;

/** An operation with so much in it. */
const large = (sequence: number, characters: number) => ({
  ...row(sequence),
  payload: JSON.stringify({ changes: [], filler: '漏'.repeat(characters) }),
});

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

/** A host that keeps one snapshot in memory and hands it out in pieces. */
async function keptSnapshot(rows: readonly ReturnType<typeof row>[], pieceBytes = 700_000) {
  const session = await memorySession();
  await session.database.operations.bulkAdd(rows);
  const chunks: Uint8Array[] = [];
  let header: SnapshotHeader | undefined;
  let contentHash = '';
  const host: HostApi = {
    ...session.host,
    beginSnapshot: (input) => Promise.resolve((({ header } = input), success({ id: 's' }))),
    writeSnapshot: ({ chunk }) => Promise.resolve((chunks.push(chunk), success(null))),
    finishSnapshot: (input) => Promise.resolve((({ contentHash } = input), failure('diskFull'))),
    readSnapshot: ({ offset }) => {
      const chunk = content().slice(offset, offset + pieceBytes);
      const next = offset + chunk.length;
      return Promise.resolve(success({ chunk, next, done: next === content().length, scansFailed: 2 }));
    },
  };
  const content = () => joined(chunks);
  await takeSnapshot({ database: session.database, host, book: 'b' }, DETAILS).catch(() => null);
  if (header === undefined) throw new Error('no snapshot was begun');
  const snapshot = { ...header, name: 'snapshot', bytes: 1, place: 'main', sealed: false, damaged: false, contentHash } as const;
  return { host, chunks, snapshot };
}

const source = (snapshot: Awaited<ReturnType<typeof keptSnapshot>>['snapshot']) => ({ snapshot, passphrase: '' });

it('hands a large book to the host in pieces of at most a megabyte, and takes it back piece by piece', async () => {
  // Several of them fill a piece; the last is more than one by itself.
  const rows = [1, 2, 3, 4, 5, 6].map((sequence) => large(sequence, sequence === 6 ? 900_000 : 150_000));
  const { host, chunks, snapshot } = await keptSnapshot(rows);
  expect(Math.max(...chunks.map(({ length }) => length))).toBeLessThanOrEqual(MEGABYTE);
  expect(chunks.length).toBeGreaterThan(4);
  expect(chunks.length).toBeLessThan(9);
  expect(snapshot.contentHash).toBe(hashText(new TextDecoder().decode(joined(chunks))));
  forgetLostScans();
  const database = await openTestDatabase();
  const heard: number[] = [];
  await loadSnapshot(database, host, source(snapshot), (done) => heard.push(done));
  expect(await database.operations.toArray()).toEqual(rows);
  expect(heard.at(-1)).toBe(6);
  expect(lostScans()).toBe(2);
});

it.each([
  ['ends elsewhere', { hash: 'f'.repeat(64) }],
  ['holds fewer operations than it says', { rowCounts: { operations: 3 } }],
  ['lacks a record that it speaks of', { rowCounts: { operations: 2, letters: 1 } }],
])('a snapshot that %s is damaged', async (_what, changed) => {
  const { host, snapshot } = await keptSnapshot([row(1), row(2)]);
  const loading = loadSnapshot(await openTestDatabase(), host, source({ ...snapshot, ...changed }));
  await expect(loading).rejects.toMatchObject({ failure: { code: 'snapshotDamaged', parameters: { name: 'snapshot' } } });
});

it('a snapshot of a newer program is not begun with', async () => {
  const { host, snapshot } = await keptSnapshot([row(1)]);
  const restoring = restoreInto('newer', host, source({ ...snapshot, schemaVersion: 99 }), { now: DETAILS.takenAt });
  await expect(restoring).rejects.toMatchObject({ failure: { code: 'dataNewer', parameters: { found: 99 } } });
});
