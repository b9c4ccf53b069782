import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readJournal } from '../faults/logged-book.ts';
import { expectAccessible } from '../support/axe.ts';
import { allSaved, answerFor, dialogReady, dumpBook, goTo } from '../support/desk-driver.ts';
import { backUp, comeIn, logVisit, PASSPHRASE, setUp } from '../support/own-desk.ts';
import { expect, test } from './desk-test.ts';

/** A passphrase takes a second of one processor to open, and many on a machine busy with other work. */
const SLOW_ON_PURPOSE = { timeout: 60_000 };
const CLOCK = '2026-11-23T00:30:00.000Z';

test('a sealed backup brings the whole book to a PC that has none, and the recovery code leads in', async ({ startDesk }) => {
  const stick = mkdtempSync(path.join(tmpdir(), 'qiantai-stick-'));
  // The host may run as somebody else than the test.
  chmodSync(stick, 0o777);
  const first = await startDesk({ clock: CLOCK });
  const code = await setUp(first.page);
  await logVisit(first.page, '在旧电脑上');
  await backUp(first.page, stick);
  // What is said of it follows the language.
  await first.page.getByRole('button', { name: 'English' }).press('Enter');
  await expect(first.page.getByRole('status').filter({ hasText: 'Backup taken.' })).toHaveText(/second folder/);
  await first.page.getByRole('button', { name: '中文' }).press('Enter');
  await allSaved(first.page);
  const book = await dumpBook(first.page);
  const lines = readJournal(first.folder);
  await first.close();
  // One scan on the stick has gone bad.
  writeFileSync(path.join(stick, 'qiantai-backup', 'scans', `${'ab'.repeat(32)}.age`), 'no age file');

  const desk = await startDesk({ clock: CLOCK });
  const { page } = desk;
  await page.getByRole('button', { name: '从备份恢复' }).press('Enter');
  await page.getByLabel('备份所在的文件夹').fill(path.join(stick, 'nothing'));
  await page.getByRole('button', { name: '查找备份' }).press('Enter');
  await expect(page.getByRole('alert').filter({ hasText: '备份文件夹不在' })).toBeVisible();
  await expect(page.getByText('这个文件夹里没有备份。')).toBeHidden();
  await page.getByLabel('备份所在的文件夹').fill(path.join(stick, 'qiantai-backup'));
  await page.getByRole('button', { name: '查找备份' }).press('Enter');
  await expect(page.getByText('这个文件夹里没有备份。')).toBeVisible();
  await page.getByLabel('备份所在的文件夹').fill(stick);
  await page.getByRole('button', { name: '查找备份' }).press('Enter');
  await expect(page.getByRole('radio', { name: /的备份/ })).toBeChecked();
  await expectAccessible(page, 'choice of a backup');
  await page.getByRole('button', { name: '恢复', exact: true }).press('Enter');
  await expect(page.getByLabel('备份口令')).toHaveAccessibleDescription('必填');
  await expect(page.getByLabel('备份口令')).toBeFocused();
  await page.getByLabel('备份口令').fill('不是这个口令');
  await page.getByLabel('备份口令').press('Enter');
  await expect(page.getByRole('alert').filter({ hasText: '口令' })).toBeVisible(SLOW_ON_PURPOSE);
  await page.getByLabel('备份口令').fill(PASSPHRASE);
  await page.getByLabel('备份口令').press('Enter');

  await expect(page.getByText('本机还没有人设过密码')).toBeVisible(SLOW_ON_PURPOSE);
  await expectAccessible(page, 'lock screen of a book that came from elsewhere');
  const lost = page.getByRole('alert').filter({ hasText: '有 1 份扫描件未能从备份恢复' });
  await lost.getByRole('button', { name: '关闭' }).press('Enter');
  await expect(lost).toBeHidden();
  await page.getByLabel('恢复码', { exact: true }).fill(code);
  await page.getByRole('combobox', { name: '主管' }).fill('沈');
  await page.getByRole('option', { name: '沈国华' }).click();
  await page.getByLabel('新密码（4 至 12 位数字）').fill('2468');
  await page.getByRole('button', { name: '确定' }).press('Enter');
  await page.getByRole('button', { name: '已保存好，继续' }).press('Enter');
  await allSaved(page);
  expect(await dumpBook(page)).toEqual(book);
  expect(readJournal(desk.folder)).toEqual(lines);
  await logVisit(page, '在新电脑上');
  await page.keyboard.press('Alt+2');
  await expect(page.getByRole('row').filter({ hasText: 'JD-2026-000002' })).toContainText('在新电脑上');
  expect(readJournal(desk.folder)).toHaveLength(lines.length + 1);
  await rm(stick, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
});

test('data put aside for a backup that cannot be opened are put back from the first start, the settings and the recovery screen', async ({
  startDesk,
}) => {
  const first = await startDesk({ clock: CLOCK });
  await setUp(first.page);
  await logVisit(first.page, '在出事之前');
  const book = await dumpBook(first.page);
  const lines = readJournal(first.folder);
  await first.close();
  const file = path.join(first.folder, 'journal', 'journal-000000000001.txt');
  const sound = readFileSync(file, 'utf8');
  writeFileSync(file, sound.replace('visit', 'VISIT'));

  const { page, folder } = await startDesk({ folder: first.folder, clock: CLOCK });
  const run = page.getByRole('button', { name: '开始恢复' });
  await page.getByRole('radio', { name: '从 U 盘等处的备份恢复' }).press('Space');
  await page.getByRole('textbox').fill('EMPTY');
  await run.press('Enter');
  // The backup cannot be opened, so the data of before are put back, as damaged as they were.
  await page.getByRole('button', { name: '查看移到一旁的数据' }).press('Enter');
  await expect(page.getByText('在 journal-000000000001.txt:2 处损坏')).toBeVisible();
  await expectAccessible(page, 'data put aside, at the first start');
  await page.getByRole('button', { name: /^放回：.*改用备份恢复$/ }).press('Enter');
  await dialogReady(page);
  await page.getByRole('dialog').getByRole('button', { name: '放回' }).press('Enter');
  await expect(page.getByText(/安全副本在 journal-000000000001\.txt:2 处损坏/)).toBeVisible();
  expect(readFileSync(file, 'utf8')).toBe(sound.replace('visit', 'VISIT'));
  await page.getByRole('radio', { name: '从数据库重写安全副本' }).press('Space');
  // The page has asked who can answer for it.
  await expect(page.getByRole('combobox', { name: '主管' })).toBeVisible();
  await run.press('Enter');
  await expect(page.getByText('请选择主管。')).toBeVisible();
  await expect(page.getByRole('combobox', { name: '主管' })).toBeFocused();
  await answerFor(page, '沈国华', '9999');
  await run.press('Enter');
  await expect(page.getByText('密码不对。')).toBeVisible();
  await page.getByRole('button', { name: 'English' }).press('Enter');
  await expect(page.getByText('The PIN is wrong.')).toBeVisible();
  await page.getByRole('button', { name: '中文' }).press('Enter');
  expect(readFileSync(file, 'utf8')).toBe(sound.replace('visit', 'VISIT'));
  await expectAccessible(page, 'a safety copy to be written anew');
  await answerFor(page, '沈国华', '1357');
  await run.press('Enter');
  await comeIn(page);
  await allSaved(page);
  expect(await dumpBook(page, 'qiantai-1')).toEqual(book);
  expect(readJournal(folder)).toEqual(lines);

  // The settings list what lies aside, and change places with it: back to the damaged safety copy, and to the sound one.
  await goTo(page, 'Alt+9', '设置');
  await page.getByRole('tab', { name: '备份与恢复' }).press('Enter');
  await page.getByRole('heading', { name: '移到一旁的数据' }).scrollIntoViewIfNeeded();
  await expectAccessible(page, 'data put aside, in the settings');
  await page.getByRole('button', { name: /^放回：.*重写安全副本$/ }).press('Enter');
  await dialogReady(page);
  await page.getByRole('dialog').getByRole('button', { name: '放回' }).press('Enter');
  await expect(page.getByRole('heading', { name: '数据需要恢复' })).toBeVisible();
  await expectAccessible(page, 'data put aside, on the recovery screen');
  await page
    .getByRole('radio', { name: /^.* 移开：放回另一份数据/ })
    .first()
    .press('Space');
  await run.press('Enter');
  await comeIn(page);
  await allSaved(page);
  expect(await dumpBook(page, 'qiantai-1')).toEqual(book);
  expect(readJournal(folder)).toEqual(lines);
  await logVisit(page, '放回之后');
});

test('beside a broken safety copy an empty database is not offered to write it anew from', async ({ startDesk, hostKind }) => {
  const first = await startDesk({ clock: CLOCK });
  await setUp(first.page);
  await logVisit(first.page, '在出事之前');
  await first.close();
  const file = path.join(first.folder, 'journal', 'journal-000000000001.txt');
  writeFileSync(file, readFileSync(file, 'utf8').replace('visit', 'VISIT'));
  await rm(path.join(first.folder, hostKind === 'browser' ? 'test-browser' : 'electron-profile-1'), { recursive: true });

  const { page } = await startDesk({ folder: first.folder, clock: CLOCK });
  await expect(page.getByText(/安全副本在 .* 处损坏/)).toBeVisible();
  await expect(page.getByText('浏览器的数据库也是空的。')).toBeVisible();
  await expect(page.getByRole('radio', { name: '从 U 盘等处的备份恢复' })).toBeEnabled();
  await expect(page.getByRole('radio', { name: '从数据库重写安全副本' })).toBeHidden();
  // Whoever is called to help may not read Chinese.
  await page.getByRole('button', { name: 'English' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'The data needs to be recovered' })).toBeVisible();
  await expect(page.getByText('The browser’s database is empty, too.')).toBeVisible();
  await expectAccessible(page, 'recovery screen in English');
});

test('on a share that holds the backups of two desks, each knows its own', async ({ startDesk }) => {
  const share = mkdtempSync(path.join(tmpdir(), 'qiantai-stick-'));
  chmodSync(share, 0o777);
  const other = await startDesk({ clock: CLOCK });
  await setUp(other.page);
  await backUp(other.page, share);
  await other.close();

  const { page } = await startDesk({ clock: CLOCK });
  await setUp(page);
  await goTo(page, 'Alt+9', '设置');
  await page.getByRole('tab', { name: '备份与恢复' }).press('Enter');
  await page.getByLabel('第二备份文件夹').fill(share);
  await page.getByLabel('第二备份文件夹').press('Enter');
  // The host has the folder: until then the page reads the settings of before.
  await expect(page.getByRole('row').filter({ hasText: '第二文件夹' })).toBeVisible();
  await goTo(page, 'Alt+1', '今日');
  await goTo(page, 'Alt+9', '设置');
  await page.getByRole('tab', { name: '备份与恢复' }).press('Enter');
  const theirs = page.getByRole('row').filter({ hasText: '第二文件夹' });
  await expect(theirs.getByText('另一本账')).toBeVisible();
  await expect(theirs.getByRole('button')).toHaveCount(0);
  await expect(page.getByText('第二文件夹里还没有这本账的备份。 第二文件夹没有写入：请先设备份口令。')).toBeVisible();
  await expectAccessible(page, 'backups of another desk');
  await rm(share, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
});

/** The disk went bad: no database, a safety copy that breaks off in its first line, and what else it took. */
function ruin(folder: string, also: readonly string[]): void {
  for (const name of readdirSync(folder)) if (/browser|profile/.test(name)) rmSync(path.join(folder, name), { recursive: true });
  for (const part of ['journal', ...also]) {
    for (const name of readdirSync(path.join(folder, part))) writeFileSync(path.join(folder, part, name), 'nothing that can be read\n');
  }
}

for (const { left, sealed } of [
  { left: 'a backup on a stick', sealed: true },
  { left: 'a backup on this PC', sealed: false },
]) {
  test(`where neither database nor safety copy can be read any more, ${left} leads back`, async ({ startDesk }) => {
    const stick = mkdtempSync(path.join(tmpdir(), 'qiantai-stick-'));
    chmodSync(stick, 0o777);
    const first = await startDesk({ clock: CLOCK });
    const code = await setUp(first.page);
    await logVisit(first.page, '在出事之前');
    await backUp(first.page, stick);
    await allSaved(first.page);
    const book = await dumpBook(first.page);
    const lines = readJournal(first.folder);
    await first.close();
    ruin(first.folder, sealed ? ['snapshots'] : []);
    if (!sealed) rmSync(stick, { recursive: true });

    const { page, folder } = await startDesk({ folder: first.folder, clock: CLOCK });
    await expect(page.getByRole('heading', { name: '数据需要恢复' })).toBeVisible();
    // What is lacking is said, and nothing is done.
    const run = page.getByRole('button', { name: '开始恢复' });
    await run.press('Enter');
    await expect(page.getByText('请选择恢复办法。')).toBeVisible();
    await expect(page.getByRole('radio', { name: '从 U 盘等处的备份恢复' })).toBeFocused();
    await page.keyboard.press('Space');
    await expect(page.getByText('请选择恢复办法。')).toBeHidden();
    await expectAccessible(page, 'a way back from a stick');
    await run.press('Enter');
    await expect(page.getByRole('textbox')).toHaveAccessibleDescription('必填');
    await page.getByRole('textbox').fill('empty');
    await page.getByRole('textbox').press('Enter');
    await expect(page.getByRole('textbox')).toHaveAccessibleDescription('请输入大写的 EMPTY。');
    await page.getByRole('button', { name: 'English' }).press('Enter');
    await expect(page.getByRole('textbox')).toHaveAccessibleDescription('Please type EMPTY in capital letters.');
    await expectAccessible(page, 'a way back from a stick, not confirmed');
    await page.getByRole('button', { name: '中文' }).press('Enter');
    expect(readdirSync(path.join(folder, 'kept'))).toHaveLength(0);
    await page.getByRole('textbox').fill('EMPTY');
    await page.getByRole('textbox').press('Enter');
    await page.getByRole('button', { name: '从备份恢复' }).press('Enter');
    // The folder of before is known, and what can be read here or there is offered without looking for it.
    await expect(page.getByLabel('备份所在的文件夹')).toHaveValue(stick);
    await expect(page.getByRole('radio', { checked: true })).toBeEnabled();
    if (sealed) await page.getByLabel('备份口令').fill(PASSPHRASE);
    await page.getByRole('button', { name: '恢复', exact: true }).press('Enter');

    // No PIN of before opens the desk: only the code that was printed for this book.
    await expect(page.getByText('本机还没有人设过密码')).toBeVisible(SLOW_ON_PURPOSE);
    await page.getByLabel('恢复码', { exact: true }).fill(code);
    await page.getByRole('combobox', { name: '主管' }).fill('沈');
    await page.getByRole('option', { name: '沈国华' }).click();
    await page.getByLabel('新密码（4 至 12 位数字）').fill('2468');
    await page.getByRole('button', { name: '确定' }).press('Enter');
    await page.getByRole('button', { name: '已保存好，继续' }).press('Enter');
    await allSaved(page);
    expect(await dumpBook(page)).toEqual(book);
    expect(readJournal(folder)).toEqual(lines);
    await logVisit(page, '恢复之后');
    // What was there before is put aside, not removed.
    expect(readdirSync(path.join(folder, 'kept'))).toHaveLength(1);
    // The backup that follows a new code may still be under way.
    await rm(stick, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  });
}
