// @vitest-environment happy-dom
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { backUpWhenDue } from '../../renderer/app/shell/scheduled-backup.ts';
import { freshDatabaseName } from '../../renderer/data/database-names.ts';
import { bookOf } from '../../renderer/data/migrate-book.ts';
import { latestVersion } from '../../renderer/data/migrations/all.ts';
import { restoreInto } from '../../renderer/data/snapshot.ts';
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
  expect(await backUpWhenDue(desk.at(NOW))).toEqual({ due: true, problem: null });
  expect(await backUpWhenDue(desk.at('2026-11-25T02:00:00.000Z'))).toEqual({ due: false });
  expect(await backUpWhenDue(desk.at(LATER))).toEqual({ due: true, problem: null });
  expect(await scheduled()).toEqual([LATER, NOW]);
});

it('says that nothing was written to a stick that is not there, or without a passphrase, and keeps the one on this PC', async () => {
  const stick = path.join(temporaryFolder(), 'stick');
  mkdirSync(stick);
  await nameSecond(stick);
  expect(await backUpWhenDue(desk.at(NOW))).toMatchObject({
    due: true,
    problem: { place: 'second', failure: { code: 'passphraseNotSet' } },
  });
  valueOf(await desk.host.setSnapshotPassphrase({ passphrase: 'correct horse' }));
  await nameSecond(path.join(stick, 'gone'));
  expect(await backUpWhenDue(desk.at(LATER))).toMatchObject({
    due: true,
    problem: { place: 'second', failure: { code: 'secondFolderMissing' } },
  });
  expect(await scheduled()).toEqual([LATER, NOW]);
});

it('is written to a folder whose path was pasted with its quotes', async () => {
  const stick = path.join(temporaryFolder(), 'stick');
  mkdirSync(stick);
  valueOf(await desk.host.setSnapshotPassphrase({ passphrase: 'correct horse' }));
  await nameSecond(` "${stick}" `);
  expect(valueOf(await desk.host.readHostSettings()).secondFolder).toBe(stick);
  expect(await backUpWhenDue(desk.at(NOW))).toEqual({ due: true, problem: null });
});

it('says why none could be taken, and tries again', async () => {
  const book = desk.at(NOW);
  const full = { ...book, host: { ...book.host, beginSnapshot: () => Promise.resolve(failure('diskFull')) } };
  expect(await backUpWhenDue(full)).toEqual({ due: true, problem: { place: 'main', failure: { code: 'diskFull' } } });
  const dead = { ...book, host: { ...book.host, listSnapshots: () => Promise.reject(new Error('host ended')) } };
  expect(await backUpWhenDue(dead)).toMatchObject({ problem: { place: 'main', failure: { code: 'storeError' } } });
  expect(await backUpWhenDue(book)).toEqual({ due: true, problem: null });
});
