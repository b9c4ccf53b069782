// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { memorySession } from '../../tests/support/memory-session.ts';
import type { SnapshotHeader } from '../../shared/contract/host-calls.ts';
import { failure, success } from '../../shared/contract/result.ts';
import { restoreInto, takeSnapshot } from './snapshot.ts';

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
