import { cpSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { latestVersion, MIGRATIONS } from '../../renderer/data/migrations/all.ts';
import { operationPayloadSchema } from '../../shared/journal/operation-payload.ts';
import { bookSettled, checkBook, lookThroughStore, passGate, readJournal } from './logged-book.ts';
import { copyOf } from '../support/desk-folder.ts';
import { exchangeStore, goesOn, logSome, storeOf } from './made-desk.ts';
import { expect, test } from './fault-test.ts';
import { indexesOf, putInFormat, removeRows } from './page-store.ts';

/** Files in which the browser keeps the rows. */
function dataFiles(store: string): string[] {
  return readdirSync(store, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(store, name))
    .filter((file) => statSync(file).isFile() && statSync(file).size > 0 && !/LOCK|LOG/.test(path.basename(file)));
}

test('the store is kept in the way this run is about', { tag: '@short' }, async ({ broken, hostKind, switches }) => {
  const store = storeOf(broken, hostKind);
  const isSqlite = (file: string): boolean => readFileSync(file).subarray(0, 15).toString() === 'SQLite format 3';
  const kinds = new Set(
    dataFiles(store).map((file) => (isSqlite(file) ? 'SQLite' : path.basename(file).startsWith('CURRENT') ? 'LevelDB' : '')),
  );
  const wanted = switches.some((one) => one.includes('Sqlite')) ? 'SQLite' : 'LevelDB';
  expect([...kinds].filter((kind) => kind !== '')).toEqual([wanted]);
});

test('an emptied store is noticed, and the journal rebuilds it', { tag: '@short' }, async ({ made, broken, openBroken, hostKind }) => {
  rmSync(storeOf(broken, hostKind), { recursive: true });
  const desk = await openBroken();
  await expect(desk.page.getByText(/浏览器的数据库是空的，但安全副本里有 8 条记录/)).toBeVisible();
  await expect(desk.page.getByText(/没有写入任何内容/)).toBeVisible();
  expect(readJournal(broken)).toHaveLength(8);
  expect(await passGate(desk.page)).toBe('rebuilt');
  await goesOn(desk, made.personId, structuredClone(made.witness));
});

test('a store with every file full of garbage is noticed, and the journal rebuilds it', async ({ made, broken, openBroken, hostKind }) => {
  for (const file of dataFiles(storeOf(broken, hostKind))) {
    writeFileSync(file, Buffer.alloc(statSync(file).size, 0x5a));
  }
  const desk = await openBroken();
  await expect(desk.page.getByText(/数据库是空的|数据库打不开/)).toBeVisible();
  expect(await passGate(desk.page)).toBe('rebuilt');
  await goesOn(desk, made.personId, structuredClone(made.witness));
});

for (const [place, part] of [
  ['first quarter', 0.25],
  ['middle', 0.5],
  ['last quarter', 0.75],
] as const) {
  test(`a store torn in its ${place} loses nothing that was acknowledged`, async ({ made, broken, openBroken, hostKind }) => {
    for (const file of dataFiles(storeOf(broken, hostKind))) {
      const bytes = readFileSync(file);
      if (bytes.length < 4096) continue;
      const start = Math.floor(bytes.length * part);
      bytes.fill(0xa5, start, start + 2048);
      writeFileSync(file, bytes);
    }
    const desk = await openBroken();
    // The browser may find the damage when it opens the store, meet it only where those very rows are read, or mend the store and
    // drop rows without a word: then the desk opens, and must find it by itself. Whichever way, the book is whole in the end.
    if ((await passGate(desk.page)) === 'opened' && (await lookThroughStore(desk.page)) === 'damaged') {
      await desk.page.getByRole('alert').getByRole('button', { name: '重新载入' }).press('Enter');
      await passGate(desk.page);
    }
    await goesOn(desk, made.personId, structuredClone(made.witness));
    expect(await lookThroughStore(desk.page)).toBe('whole');
  });
}

test(
  'rows that are gone from the store without a word are noticed, and the journal rebuilds it',
  { tag: '@short' },
  async ({ made, broken, openBroken }) => {
    const desk = await openBroken();
    expect(await passGate(desk.page)).toBe('opened');
    expect(await lookThroughStore(desk.page)).toBe('whole');
    await removeRows(desk.page, 'units', 40);
    await desk.page.reload();
    // Nobody has asked for them: the start sees that book and journal end alike, and opens.
    expect(await passGate(desk.page)).toBe('opened');
    expect(await lookThroughStore(desk.page)).toBe('damaged');
    await expect(desk.page.getByText(/本机数据库有一部分损坏。已保存的内容都在安全副本里/)).toBeVisible();
    await desk.page.getByRole('alert').getByRole('button', { name: '重新载入' }).press('Enter');
    await expect(desk.page.getByText('数据库有一部分损坏。')).toBeVisible();
    await expect(desk.page.getByText(/没有写入任何内容/)).toBeVisible();
    expect(readJournal(broken)).toHaveLength(8);
    expect(await passGate(desk.page)).toBe('rebuilt');
    await goesOn(desk, made.personId, structuredClone(made.witness));
    expect(await lookThroughStore(desk.page)).toBe('whole');
  },
);

test('a store exchanged for another book is noticed', async ({ made, broken, openBroken, hostKind }) => {
  exchangeStore(await made.otherBook(), broken, hostKind);
  const desk = await openBroken();
  await expect(desk.page.getByText('数据库和安全副本不是同一本账。')).toBeVisible();
  expect(await passGate(desk.page)).toBe('rebuilt');
  await goesOn(desk, made.personId, structuredClone(made.witness));
});

test('an older store put back catches up from the journal', async ({ made, broken, openBroken, hostKind }) => {
  exchangeStore(made.earlier.folder, broken, hostKind);
  const desk = await openBroken();
  expect(await passGate(desk.page)).toBe('opened');
  await checkBook(desk.page, broken, made.witness);
  await goesOn(desk, made.personId, structuredClone(made.witness));
});

test(
  'a store of an earlier data version is backed up, carried over, and the journal says so',
  { tag: '@short' },
  async ({ made, broken, openBroken }) => {
    const older = MIGRATIONS.slice(0, -1);
    const desk = await openBroken();
    await bookSettled(desk.page);
    await putInFormat(desk.page, 'qiantai-1', latestVersion(older), Object.assign({}, ...older.map(({ stores }) => stores)));
    await desk.page.reload();
    expect(await passGate(desk.page)).toBe('opened');
    await checkBook(desk.page, broken, made.witness);
    const last = operationPayloadSchema.parse(JSON.parse(readJournal(broken)[8]?.payload ?? ''));
    expect([last.name, last.reason]).toEqual(['migrate-database', `${latestVersion(older)}>${latestVersion()}`]);
    expect(readdirSync(path.join(broken, 'snapshots')).some((name) => name.includes('beforeMigration'))).toBe(true);
    for (const [table, text] of Object.entries(MIGRATIONS.at(-1)?.stores ?? {})) {
      const wanted = (text ?? '').split(', ').slice(1);
      const indexes = await indexesOf(desk.page, 'qiantai-1', table);
      expect(indexes.toSorted()).toEqual(wanted.map((index) => index.replace(/^[&*]/, '')).toSorted());
    }
    await goesOn(desk, made.personId, structuredClone(made.witness));
  },
);

test('a store ahead of the journal writes the missing lines', { tag: '@short' }, async ({ made, broken, openBroken }) => {
  const journal = path.join(broken, 'journal');
  rmSync(journal, { recursive: true });
  cpSync(path.join(made.earlier.folder, 'journal'), journal, { recursive: true });
  expect(readJournal(broken)).toHaveLength(5);
  const desk = await openBroken();
  await checkBook(desk.page, broken, made.witness);
  expect(readJournal(broken)).toHaveLength(8);
  await goesOn(desk, made.personId, structuredClone(made.witness));
});

test('two branches of one book are noticed, and the journal is taken', async ({ made, broken, openBroken, startDesk, hostKind }) => {
  const branch = copyOf(made.earlier.folder);
  const fork = await startDesk({ sample: true, folder: branch });
  await bookSettled(fork.page);
  await logSome(fork.page, made.personId, structuredClone(made.earlier.witness), 2);
  await fork.close();
  exchangeStore(branch, broken, hostKind);
  const desk = await openBroken();
  await expect(desk.page.getByText('数据库和安全副本的内容不一致。')).toBeVisible();
  expect(await passGate(desk.page)).toBe('rebuilt');
  await goesOn(desk, made.personId, structuredClone(made.witness));
});
