// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest';
import { openBook } from '../../renderer/app/boot/open-book.ts';
import { BUSINESS_TABLES, createDatabase, lastOperation, type BookDatabase } from '../../renderer/data/database.ts';
import { bookOf, MIGRATION_LINE } from '../../renderer/data/migrate-book.ts';
import { latestVersion, MIGRATIONS } from '../../renderer/data/migrations/all.ts';
import { restoreInto, takeSnapshot } from '../../renderer/data/snapshot.ts';
import { upgradeDatabase } from '../../renderer/data/upgrade-database.ts';
import type { HostApi } from '../../shared/contract/host-calls.ts';
import { failure } from '../../shared/contract/result.ts';
import { RECORD_SCHEMAS } from '../../shared/domain/record-tables.ts';
import { valueOf } from '../services/test-host.ts';
import { dumpRecords, logVisits, openFrozenBook, openNamed, type BookAtDesk } from './book-at-desk.ts';
import { formatsUpTo } from './later-formats.ts';

const NOW = '2026-11-25T01:00:00.000Z';
afterEach(() => vi.unstubAllGlobals());

let names = 0;
const freshName = (): string => `qiantai-${(names += 1)}`;

/** The frozen book as its own program holds it: format 1, from its journal. */
async function inFirstFormat(desk: BookAtDesk): Promise<BookDatabase> {
  return restoreInto(freshName(), desk.api, null, { now: NOW, migrations: formatsUpTo(1) });
}

async function upgradeTo(desk: BookAtDesk, old: BookDatabase, from: 1 | 2, to: 2 | 3, host = desk.api): Promise<BookDatabase> {
  const book = await bookOf(old);
  return upgradeDatabase({ old, from, host, lease: desk.lease, book, now: NOW, appVersion: '9' }, formatsUpTo(to));
}

async function migrationLines(database: BookDatabase): Promise<string[]> {
  const rows = await database.operations.toArray();
  return rows.flatMap((row) => {
    const payload: { name: string; reason: string } = JSON.parse(row.payload ?? '{}');
    return payload.name === MIGRATION_LINE ? [payload.reason] : [];
  });
}

it('a book of format 1 upgraded step by step, worked on in between, and its replay from the first line are equal', async () => {
  const desk = await openFrozenBook(1);
  let database = await upgradeTo(desk, await inFirstFormat(desk), 1, 2);
  await logVisits(desk, database, ['在第二版']);
  const atSecond = await takeSnapshot(
    { database, host: desk.api, book: await bookOf(database) },
    {
      lease: desk.lease,
      reason: 'manual',
      takenAt: NOW,
      appVersion: '9',
      schemaVersion: 2,
    },
  );
  database.close();
  database = await upgradeTo(desk, await openNamed(database.name, formatsUpTo(2)), 2, 3);
  await logVisits(desk, database, ['在第三版']);
  expect(await migrationLines(database)).toEqual(['1>2', '2>3']);
  const upgraded = await dumpRecords(database);
  const passed = upgraded['receptions']?.map((row) =>
    ['content', 'title', 'passed'].map((field): unknown => Reflect.get(Object(row), field)),
  );
  expect(new Map(passed?.map(([content, ...rest]) => [content, rest]))).toEqual(
    new Map([
      ['先问停车', ['先问', '23']],
      ['再问水费', ['再问', '23']],
      ['快照之后', ['快照', '23']],
      ['在第二版', ['', '3']],
      ['在第三版', [undefined, undefined]],
    ]),
  );
  expect(upgraded['letters']).toMatchObject([{ passed: '3' }]);

  const replayed = await restoreInto(freshName(), desk.api, null, { now: NOW, migrations: formatsUpTo(3) });
  expect(await dumpRecords(replayed)).toEqual(upgraded);
  expect((await lastOperation(replayed))?.hash).toBe((await lastOperation(database))?.hash);

  for (const snapshot of valueOf(await desk.api.listSnapshots())) {
    const told: number[] = [];
    const details = { now: NOW, migrations: formatsUpTo(3), onProgress: (done: number) => void told.push(done) };
    const restored = await restoreInto(freshName(), desk.api, { snapshot, passphrase: '' }, details);
    // From the first row of the snapshot to the last line after it, never back.
    expect(told).toEqual(told.toSorted((one, other) => one - other));
    expect(told).toEqual(expect.arrayContaining([0, snapshot.sequence]));
    expect(await dumpRecords(restored), `${snapshot.reason} of format ${snapshot.schemaVersion}`).toEqual(upgraded);
  }
  expect(atSecond.schemaVersion).toBe(2);
});

it('a book whose database died before the upgrade is replayed and migrated with a line of its own', async () => {
  const desk = await openFrozenBook(1);
  const upgraded = await dumpRecords(await upgradeTo(desk, await inFirstFormat(desk), 1, 3));
  const other = await openFrozenBook(1);
  const rebuilt = await restoreInto(freshName(), other.api, null, { now: NOW, migrations: formatsUpTo(3) });
  expect(await dumpRecords(rebuilt)).toEqual(upgraded);
  expect(await migrationLines(rebuilt)).toEqual(['1>3']);
  await logVisits(other, rebuilt, ['之后']);
  const [snapshot] = valueOf(await other.api.listSnapshots());
  if (snapshot === undefined) throw new Error('expected the frozen snapshot');
  const restored = await restoreInto(freshName(), other.api, { snapshot, passphrase: '' }, { now: NOW, migrations: formatsUpTo(3) });
  expect(await dumpRecords(restored)).toEqual(await dumpRecords(rebuilt));
});

it('a book that began in a later format is carried on from there, never through the steps before it', async () => {
  const desk = await openFrozenBook(2);
  const rebuilt = await restoreInto(freshName(), desk.api, null, { now: NOW, migrations: formatsUpTo(3) });
  expect(await migrationLines(rebuilt)).toEqual(['2>3']);
  const rows = await dumpRecords(rebuilt);
  expect(rows['letters']).toMatchObject([{ passed: '3' }]);
  expect(rows['receptions']?.map((row) => Reflect.get(Object(row), 'passed'))).toEqual(['3', '3', '3']);
});

it.each(MIGRATIONS.map(({ version }) => version))(
  'the frozen book of format %i opens today, from its journal and from its snapshots',
  async (version) => {
    const desk = await openFrozenBook(version);
    const rebuilt = await restoreInto(freshName(), desk.api, null, { now: NOW });
    expect(rebuilt.verno).toBe(latestVersion());
    expect(await migrationLines(rebuilt)).toEqual(version === latestVersion() ? [] : [`${version}>${latestVersion()}`]);
    const rows = await dumpRecords(rebuilt);
    expect(rows['receptions']?.map((row) => Reflect.get(Object(row), 'content')).toSorted()).toEqual(
      ['先问停车', '再问水费', '快照之后'].toSorted(),
    );
    for (const table of BUSINESS_TABLES) {
      for (const row of rows[table] ?? []) expect(RECORD_SCHEMAS[table].parse(row), `${table} as today’s program keeps it`).toEqual(row);
    }
    const [snapshot] = valueOf(await desk.api.listSnapshots());
    if (snapshot === undefined) throw new Error('expected the frozen snapshot');
    expect(snapshot.schemaVersion).toBe(version);
    const restored = await restoreInto(freshName(), desk.api, { snapshot, passphrase: '' }, { now: NOW });
    expect(await dumpRecords(restored)).toEqual(rows);
  },
);

it('a database of an earlier format that the journal has left behind is built anew, and its half-filled forms go on', async () => {
  const desk = await openFrozenBook(1);
  const old = await inFirstFormat(desk);
  const last = await lastOperation(old);
  await old.operations.delete(last?.sequence ?? 0);
  const draft = { id: 'letter-2', form: 'letter', openedAt: NOW, values: { subject: '写到一半' } };
  await old.drafts.put(draft);
  old.close();
  valueOf(await desk.api.switchDatabase({ lease: desk.lease, database: old.name, schemaVersion: 1 }));
  vi.stubGlobal('__TEST_BUILD__', false);
  const outcome = await openBook(
    {
      host: desk.api,
      description: desk.api.describeHost().then(valueOf),
      lease: Promise.resolve(desk.lease),
      state: desk.api.openBook().then(valueOf),
      stores: indexedDB.databases(),
    },
    () => undefined,
  );
  if (outcome.step !== 'ready') throw new Error(outcome.step);
  const { database } = outcome.book;
  expect([database.name === old.name, database.verno]).toEqual([false, latestVersion()]);
  expect(await migrationLines(database)).toEqual([`1>${latestVersion()}`]);
  expect(await database.drafts.toArray()).toEqual([draft]);
  outcome.book.outbox.stop();
});

it.each(['beginSnapshot', 'writeSnapshot', 'finishSnapshot', 'switchDatabase'] as const)(
  'an upgrade cut at %s is begun again and done once',
  async (call) => {
    const desk = await openFrozenBook(1);
    const old = await inFirstFormat(desk);
    const broken: HostApi = { ...desk.api, [call]: () => Promise.resolve(failure('diskFull')) };
    await expect(upgradeTo(desk, old, 1, 3, broken)).rejects.toMatchObject({ failure: { code: 'diskFull' } });
    old.close();
    await expectUpgradedOnce(desk, old.name);
  },
);

it('an upgrade cut inside its transaction leaves format 1, with the barrier already raised', async () => {
  const desk = await openFrozenBook(1);
  const old = await inFirstFormat(desk);
  const before = await dumpRecords(old);
  old.close();
  valueOf(await desk.api.switchDatabase({ lease: desk.lease, database: old.name, schemaVersion: 3 }));
  const cut = createDatabase(old.name, formatsUpTo(3), () => {
    throw new Error('the power went');
  });
  await expect(cut.open()).rejects.toThrow('the power went');
  const still = await openNamed(old.name, formatsUpTo(1));
  expect(await dumpRecords(still)).toEqual(before);
  expect(await migrationLines(still)).toEqual([]);
  still.close();
  await expectUpgradedOnce(desk, old.name);
});

it('a line that the crash kept from the journal is sent when the desk opens again', async () => {
  const desk = await openFrozenBook(1);
  const database = await upgradeTo(desk, await inFirstFormat(desk), 1, 3);
  const before = valueOf(await desk.api.openBook()).journal.sequence;
  await logVisits(desk, database, []);
  expect(valueOf(await desk.api.openBook()).journal.sequence).toBe(before + 1);
});

async function expectUpgradedOnce(desk: BookAtDesk, name: string): Promise<void> {
  const database = await upgradeTo(desk, await openNamed(name, formatsUpTo(1)), 1, 3);
  expect(await migrationLines(database)).toEqual(['1>3']);
  const rows = await dumpRecords(database);
  expect(rows['receptions']?.map((row) => Reflect.get(Object(row), 'passed'))).toEqual(['23', '23', '23']);
  // The barrier stands: a program of the first format may not point at it any more.
  const older = await desk.api.switchDatabase({ lease: desk.lease, database: name, schemaVersion: 1 });
  expect(older).toMatchObject({ ok: false, error: { code: 'dataNewer' } });
  await logVisits(desk, database, ['升级之后']);
  const replayed = await restoreInto(freshName(), desk.api, null, { now: NOW, migrations: formatsUpTo(3) });
  expect(await dumpRecords(replayed)).toEqual(await dumpRecords(database));
}
