// @vitest-environment happy-dom
import { cpSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { rebuildBook, rewriteJournal } from '../../renderer/app/boot/recover-book.ts';
import { readBeside } from '../../renderer/data/beside-the-book.ts';
import { createDatabase, lastOperation, type BookDatabase } from '../../renderer/data/database.ts';
import { freshDatabaseName } from '../../renderer/data/database-names.ts';
import { bookOf } from '../../renderer/data/migrate-book.ts';
import { restoreBook } from '../../renderer/data/restore-book.ts';
import { latestVersion } from '../../renderer/data/migrations/all.ts';
import { restoreInto, takeSnapshot } from '../../renderer/data/snapshot.ts';
import type { HostApi, SnapshotEntry } from '../../shared/contract/host-calls.ts';
import { failure } from '../../shared/contract/result.ts';
import { logVisits, openFrozenBook, type BookAtDesk } from '../migrations/book-at-desk.ts';
import { valueOf } from './test-host.ts';

const NOW = '2026-11-25T01:00:00.000Z';
const WHO = { appVersion: '9', now: NOW };

/** A desk whose book is in force in a database of this profile. */
async function deskWithBook(): Promise<BookAtDesk & { database: BookDatabase; book: string }> {
  const desk = await openFrozenBook(latestVersion());
  const database = await restoreInto(await freshDatabaseName(''), desk.api, null, { now: NOW });
  valueOf(await desk.api.openBook());
  valueOf(await desk.api.switchDatabase({ lease: desk.lease, database: database.name, schemaVersion: latestVersion() }));
  return { ...desk, database, book: await bookOf(database) };
}

type Desk = Awaited<ReturnType<typeof deskWithBook>>;

async function snapshotOf({ database, api, book, lease }: Desk): Promise<SnapshotEntry> {
  return takeSnapshot({ database, host: api, book }, { lease, reason: 'manual', takenAt: NOW, appVersion: '9' });
}

function restore(desk: Desk, snapshot: SnapshotEntry, host: HostApi = desk.api): Promise<void> {
  return restoreBook({ ...desk, ...WHO, host, snapshot, passphrase: '' }, () => undefined);
}

async function databaseNames(): Promise<string[]> {
  return (await indexedDB.databases()).flatMap(({ name }) => name ?? []).toSorted();
}

/** The database in force, as the next start would find it. */
async function inForce({ api }: Desk): Promise<string> {
  return valueOf(await api.openBook()).database;
}

it('restores from a backup: the book stands in a database of another name', async () => {
  const desk = await deskWithBook();
  const snapshot = await snapshotOf(desk);
  await logVisits(desk, desk.database, ['after the backup']);
  const before = await lastOperation(desk.database);
  await restore(desk, snapshot);
  const name = await inForce(desk);
  expect(name).not.toBe(desk.database.name);
  const restored = await restoreInto(await freshDatabaseName(name), desk.api, null, { now: NOW });
  expect((await lastOperation(restored))?.hash).toBe(before?.hash);
});

/** A half-filled letter and a remembered filter, as they lie beside a book. */
const DRAFT = { id: 'd1', form: 'letter', openedAt: NOW, values: { subject: '电梯' }, path: '/letters/new/d1' };
const FILTER = { id: 'letters', value: { state: 'open' } };

async function fillBeside(database: BookDatabase): Promise<void> {
  await database.drafts.put(DRAFT);
  await database.screenState.put(FILTER);
}

/** What lies beside the book in the database in force. */
async function besideInForce(desk: Desk) {
  const database = createDatabase(await inForce(desk));
  await database.open();
  return readBeside(database);
}

/** The same line of another book. */
const asAnothers = (payload: string | null): string => JSON.stringify({ ...JSON.parse(payload ?? '{}'), book: 'another' });

it('a restore leaves half-filled forms and remembered filters where they were', async () => {
  const desk = await deskWithBook();
  const snapshot = await snapshotOf(desk);
  await fillBeside(desk.database);
  await restore(desk, snapshot);
  expect(await inForce(desk)).not.toBe(desk.database.name);
  expect(await besideInForce(desk)).toEqual({ drafts: [DRAFT], screenState: [FILTER] });
});

it.each([
  ['of the same book', 'same', [DRAFT], [FILTER]],
  ['of another book', 'other', [], []],
])('a book built anew takes over the half-filled forms of a database %s', async (_name, which, drafts, screenState) => {
  const desk = await deskWithBook();
  const { database } = desk;
  await fillBeside(database);
  if (which === 'other') await database.operations.toCollection().modify((row) => void (row.payload = asAnothers(row.payload)));
  const { api: host, lease } = desk;
  const state = valueOf(await host.openBook());
  const description = valueOf(await host.describeHost());
  await rebuildBook({ step: 'recover', reason: 'diverged', state, host, lease, description, database }, null, () => undefined);
  expect(await inForce(desk)).not.toBe(desk.database.name);
  expect(await besideInForce(desk)).toEqual({ drafts, screenState });
});

it('does not put the backup of another book in force, however much it holds', async () => {
  const other = await deskWithBook();
  await logVisits(other, other.database, ['theirs', 'theirs too']);
  const theirs = await snapshotOf(other);
  const desk = await deskWithBook();
  cpSync(path.join(other.folder, 'snapshots', theirs.name), path.join(desk.folder, 'snapshots', theirs.name));
  const names = await databaseNames();
  await expect(restore(desk, theirs)).rejects.toMatchObject({ failure: { code: 'snapshotNotOfThisBook' } });
  expect(await inForce(desk)).toBe(desk.database.name);
  expect(await databaseNames()).toEqual(names);
});

/** Stores an operation that its journal line never follows, as with a full disk. */
async function storeUnsaved({ database }: Desk): Promise<void> {
  const last = await lastOperation(database);
  if (last === undefined) throw new Error('expected an operation');
  await database.operations.add({
    ...last,
    id: 'unsaved',
    sequence: last.sequence + 1,
    previousHash: last.hash,
    hash: 'e'.repeat(64),
  });
}

it('leaves out nothing that the journal has not taken yet', async () => {
  const desk = await deskWithBook();
  const snapshot = await snapshotOf(desk);
  await storeUnsaved(desk);
  await expect(restore(desk, snapshot)).rejects.toMatchObject({ failure: { code: 'changedMeanwhile' } });
  expect(await inForce(desk)).toBe(desk.database.name);
});

it('nor what came in, and was not saved, while the snapshot before it was written', async () => {
  const desk = await deskWithBook();
  const snapshot = await snapshotOf(desk);
  const names = await databaseNames();
  const slow: HostApi = {
    ...desk.api,
    finishSnapshot: async (input) => {
      await storeUnsaved(desk);
      return desk.api.finishSnapshot(input);
    },
  };
  await expect(restore(desk, snapshot, slow)).rejects.toMatchObject({ failure: { code: 'changedMeanwhile' } });
  expect(await inForce(desk)).toBe(desk.database.name);
  expect(await databaseNames()).toEqual(names);
});

it('goes on to what came in, and was saved, meanwhile', async () => {
  const desk = await deskWithBook();
  const snapshot = await snapshotOf(desk);
  const busy: HostApi = {
    ...desk.api,
    finishSnapshot: async (input) => {
      await logVisits(desk, desk.database, ['came in meanwhile']);
      return desk.api.finishSnapshot(input);
    },
  };
  await restore(desk, snapshot, busy);
  expect(await inForce(desk)).not.toBe(desk.database.name);
});

it('leaves the desk as it was where the disk takes no other database in force', async () => {
  const desk = await deskWithBook();
  const full: HostApi = { ...desk.api, switchDatabase: () => Promise.resolve(failure('diskFull')) };
  await expect(restore(desk, await snapshotOf(desk), full)).rejects.toMatchObject({ failure: { code: 'diskFull' } });
  await logVisits(desk, desk.database, ['goes on']);
});

it('after a passphrase that did not fit, the recovery screen can still write the journal anew', async () => {
  const desk = await deskWithBook();
  const snapshot = await snapshotOf(desk);
  const { api: host, lease, database } = desk;
  const outcome = {
    step: 'recover',
    reason: 'diverged',
    state: valueOf(await host.openBook()),
    host,
    lease,
    description: valueOf(await host.describeHost()),
    database,
  } as const;
  const sealed: HostApi = { ...host, readSnapshot: () => Promise.resolve(failure('wrongPassphrase')) };
  const rebuilding = rebuildBook({ ...outcome, host: sealed }, { snapshot, passphrase: 'x' }, () => undefined);
  await expect(rebuilding).rejects.toMatchObject({ failure: { code: 'wrongPassphrase' } });
  const last = await lastOperation(database);
  await rewriteJournal(outcome, () => undefined);
  expect(valueOf(await host.openBook()).journal).toMatchObject({ state: 'healthy', hash: last?.hash });
});

it('a backup that does not lead to the journal’s end leaves no database behind', async () => {
  const other = await deskWithBook();
  await logVisits(other, other.database, ['theirs', 'theirs too']);
  const theirs = await snapshotOf(other);
  const desk = await deskWithBook();
  await logVisits(desk, desk.database, ['ours']);
  cpSync(path.join(other.folder, 'snapshots', theirs.name), path.join(desk.folder, 'snapshots', theirs.name));
  const { api: host, lease, database } = desk;
  const state = valueOf(await host.openBook());
  const description = valueOf(await host.describeHost());
  const names = await databaseNames();
  const outcome = { step: 'recover', reason: 'diverged', state, host, lease, description, database } as const;
  const rebuilding = rebuildBook(outcome, { snapshot: theirs, passphrase: '' }, () => undefined);
  await expect(rebuilding).rejects.toMatchObject({ failure: { code: 'journalDiverged' } });
  expect(await databaseNames()).toEqual(names);
});
