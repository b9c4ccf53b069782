// @vitest-environment happy-dom
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { backUpWhenDue } from '../../renderer/app/shell/scheduled-backup.ts';
import { freshDatabaseName } from '../../renderer/data/database-names.ts';
import { bookOf } from '../../renderer/data/migrate-book.ts';
import { latestVersion } from '../../renderer/data/migrations/all.ts';
import { restoreInto, takeSnapshot } from '../../renderer/data/snapshot.ts';
import { failure } from '../../shared/contract/result.ts';
import { openFrozenBook } from '../migrations/book-at-desk.ts';
import { temporaryFolder, valueOf } from './test-host.ts';

const NOW = '2026-11-25T01:00:00.000Z';
const LATER = '2026-11-26T02:00:00.000Z';

async function openBook() {
  const desk = await openFrozenBook(latestVersion());
  const database = await restoreInto(await freshDatabaseName(''), desk.api, null, { now: NOW });
  valueOf(await desk.api.openBook());
  const { lease, api: host } = desk;
  const description = valueOf(await host.describeHost());
  const at = (now: string) => ({ host, lease, database, description, book, clock: { now: () => now } });
  const book = await bookOf(database);
  return { ...desk, host, at };
}

let desk: Awaited<ReturnType<typeof openBook>>;
beforeEach(async () => {
  desk = await openBook();
});

/** When the scheduled backups on this PC were taken. */
async function scheduled(): Promise<string[]> {
  const listed = valueOf(await desk.host.listSnapshots());
  return listed.filter(({ reason, place }) => reason === 'scheduled' && place === 'main').map(({ takenAt }) => takenAt);
}

async function nameSecond(secondFolder: string): Promise<void> {
  valueOf(await desk.host.writeHostSettings({ ...valueOf(await desk.host.readHostSettings()), secondFolder }));
}

it('is taken when none is there or the last is as old as the settings say, and not in between', async () => {
  for (const now of [NOW, '2026-11-25T02:00:00.000Z', LATER]) expect(await backUpWhenDue(desk.at(now), null)).toBeNull();
  expect(await scheduled()).toEqual([LATER, NOW]);
});

it('says that nothing was written to a stick that is not there, or without a passphrase, and keeps the one on this PC', async () => {
  const stick = path.join(temporaryFolder(), 'stick');
  mkdirSync(stick);
  await nameSecond(stick);
  expect(await backUpWhenDue(desk.at(NOW), null)).toEqual({ place: 'second', failure: { code: 'passphraseNotSet' }, at: NOW });
  valueOf(await desk.host.setSnapshotPassphrase({ passphrase: 'correct horse' }));
  await nameSecond(path.join(stick, 'gone'));
  expect(await backUpWhenDue(desk.at(LATER), null)).toEqual({ place: 'second', failure: { code: 'secondFolderMissing' }, at: LATER });
  expect(await scheduled()).toEqual([LATER, NOW]);
});

it('is written to a folder whose path was pasted with its quotes', async () => {
  const stick = path.join(temporaryFolder(), 'stick');
  mkdirSync(stick);
  valueOf(await desk.host.setSnapshotPassphrase({ passphrase: 'correct horse' }));
  await nameSecond(` "${stick}" `);
  expect(valueOf(await desk.host.readHostSettings()).secondFolder).toBe(stick);
  expect(await backUpWhenDue(desk.at(NOW), null)).toBeNull();
});

it('says why none could be taken, and tries again', async () => {
  const book = desk.at(NOW);
  const full = { ...book, host: { ...book.host, beginSnapshot: () => Promise.resolve(failure('diskFull')) } };
  expect(await backUpWhenDue(full, null)).toEqual({ place: 'main', failure: { code: 'diskFull' }, at: NOW });
  const dead = { ...book, host: { ...book.host, listSnapshots: () => Promise.reject(new Error('host ended')) } };
  expect(await backUpWhenDue(dead, null)).toMatchObject({ place: 'main', failure: { code: 'storeError' } });
  expect(await backUpWhenDue(book, null)).toBeNull();
});

/** A backup that somebody takes by hand. */
async function backUpByHand(takenAt: string): Promise<void> {
  const book = desk.at(takenAt);
  await takeSnapshot(book, { lease: book.lease, reason: 'manual', takenAt, appVersion: '0' });
}

const BY_HAND = '2026-11-25T01:30:00.000Z';
const SOON_AFTER = '2026-11-25T01:35:00.000Z';

it('a failure of the second folder stands while no later backup lies there and the folder is still named', async () => {
  const stick = path.join(temporaryFolder(), 'stick');
  mkdirSync(stick);
  valueOf(await desk.host.setSnapshotPassphrase({ passphrase: 'correct horse' }));
  await nameSecond(stick);
  expect(await backUpWhenDue(desk.at('2026-11-24T01:00:00.000Z'), null), 'one of before the failure').toBeNull();
  await nameSecond(path.join(stick, 'gone'));
  const known = await backUpWhenDue(desk.at(NOW), null);
  await nameSecond(stick);
  expect(await backUpWhenDue(desk.at(SOON_AFTER), known)).toBe(known);
  await backUpByHand(BY_HAND);
  expect(await backUpWhenDue(desk.at(SOON_AFTER), known)).toBeNull();
  await nameSecond('');
  expect(await backUpWhenDue(desk.at(SOON_AFTER), known)).toBeNull();
});

it('a failure on this PC is over once a backup of this book lies there', async () => {
  const book = desk.at(NOW);
  const full = { ...book, host: { ...book.host, beginSnapshot: () => Promise.resolve(failure('diskFull')) } };
  const known = await backUpWhenDue(full, null);
  await backUpByHand(BY_HAND);
  expect(await backUpWhenDue(desk.at(SOON_AFTER), known)).toBeNull();
});
