import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { EXIT } from '../../electron/services/exit-codes.ts';
import { startSecond } from '../support/desk-host.ts';
import { checkBook, readJournal } from './logged-book.ts';
import { goesOn, logSome } from './made-desk.ts';
import { readTables } from './page-store.ts';
import { expect, test } from './fault-test.ts';

test('a second start on the same folder ends by itself and leaves the first alone', async ({ made, broken, openBroken, hostKind }) => {
  const desk = await openBroken();
  await desk.page.getByRole('combobox', { name: '姓名' }).waitFor();
  expect(await startSecond(hostKind, broken)).toBe(EXIT.alreadyRunning);
  // The other host on the same folder is a second start, too.
  if (hostKind === 'electron') expect(await startSecond('browser', broken)).toBe(EXIT.alreadyRunning);
  await goesOn(desk, made.personId, structuredClone(made.witness));
});

test('a second tab says where the desk is open, and the first goes on', async ({ made, openBroken, hostKind }) => {
  test.skip(hostKind === 'electron', 'Electron opens no second window; a second start is the test above');
  const desk = await openBroken();
  await desk.page.getByRole('combobox', { name: '姓名' }).waitFor();
  const second = await desk.context.newPage();
  await second.goto(desk.page.url());
  await expect(second.getByText('前台已在另一个窗口打开')).toBeVisible();
  await goesOn(desk, made.personId, structuredClone(made.witness));
  await second.getByRole('button', { name: '再试' }).press('Enter');
  await expect(second.getByText('前台已在另一个窗口打开')).toBeVisible();
  await second.getByRole('button', { name: 'English' }).press('Enter');
  await expect(second.getByText('The desk is open in another window')).toBeVisible();
});

test('a clock set back is said, and numbers and order go on', async ({ made, openBroken }) => {
  const witness = structuredClone(made.witness);
  const desk = await openBroken({ clock: '2020-02-29T01:00:00.000Z' });
  await expect(desk.page.getByText(/本机时间早于上一条记录/)).toBeVisible();
  await logSome(desk.page, made.personId, witness, 2);
  await checkBook(desk.page, desk.folder, witness);
  const receptions = (await readTables(desk.page, ['receptions'])).get('receptions') ?? [];
  const numbers = receptions.map((row) => String(row['number'])).toSorted();
  expect(numbers.at(-1)).toMatch(/^JD-20\d\d-000009$/);
  expect(new Set(numbers.map((number) => number.slice(0, 7))).size, 'the year of the numbers is not set back').toBe(1);
});

/** Names and hashes of everything that is the book on the host's side. */
function fingerprint(folder: string): string[] {
  return ['journal', 'kept', 'snapshots'].flatMap((part) =>
    readdirSync(path.join(folder, part)).map(
      (name) =>
        `${part}/${name} ${createHash('sha256')
          .update(readFileSync(path.join(folder, part, name)))
          .digest('hex')}`,
    ),
  );
}

test('data of a newer program: nothing is opened or changed, and the screen says what to do', async ({ broken, openBroken }) => {
  const pointer = path.join(broken, 'current.json');
  const text = readFileSync(pointer, 'utf8').replace(/"schemaVersion":\s*\d+/, '"schemaVersion":99');
  writeFileSync(pointer, text);
  const before = fingerprint(broken);
  const desk = await openBroken();
  await expect(desk.page.getByText('数据由更新的版本写成', { exact: true })).toBeVisible();
  await expect(desk.page.getByText(/数据版本为 99，.*请安装新版本/)).toBeVisible();
  await desk.close();
  expect(fingerprint(broken)).toEqual(before);
  expect(readFileSync(pointer, 'utf8')).toBe(text);
});

test('a database of a newer version in the browser is not opened by an older program', async ({ broken, openBroken }) => {
  const desk = await openBroken();
  await desk.page.getByRole('combobox', { name: '姓名' }).waitFor();
  await desk.page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open('qiantai-1', 990);
        request.addEventListener('success', () => (request.result.close(), resolve()));
        request.addEventListener('error', () => reject(request.error));
      }),
  );
  await desk.page.reload();
  await expect(desk.page.getByText(/数据版本为 99，/)).toBeVisible();
  expect(readJournal(broken)).toHaveLength(8);
});
