import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { readJournal } from '../faults/logged-book.ts';
import { expectAccessible } from '../support/axe.ts';
import { allSaved, dialogReady, dumpBook, goTo } from '../support/desk-driver.ts';
import { backUp, comeIn, logVisit, PASSPHRASE, setUp } from '../support/own-desk.ts';
import { expect, test } from './desk-test.ts';

const CLOCK = '2026-11-23T00:30:00.000Z';

async function shownCode(page: Page): Promise<string> {
  return (await page.getByLabel('恢复码', { exact: true }).textContent()) ?? '';
}

test('a new recovery code takes the place of the old one', async ({ startDesk }) => {
  const { page } = await startDesk({ clock: CLOCK });
  const old = await setUp(page);
  await goTo(page, 'Alt+9', '设置');
  await page.getByRole('tab', { name: '备份与恢复' }).press('Enter');
  await page.getByRole('button', { name: '生成新的恢复码' }).press('Enter');
  await expect(page.getByText(/原来的即刻作废/)).toBeVisible();
  await dialogReady(page);
  await page.getByRole('dialog').getByRole('button', { name: '生成新的恢复码' }).press('Enter');
  const shown = page.getByRole('dialog', { name: '新的恢复码' });
  await expect(shown.getByRole('button', { name: '已保存好，继续' })).toBeFocused();
  const code = await shownCode(page);
  expect(code).not.toBe(old);
  await expectAccessible(page, 'a new recovery code');
  // Nothing but its own button puts away what is shown only once.
  await page.keyboard.press('Escape');
  await expect(shown).toBeVisible();
  await shown.getByRole('button', { name: '已保存好，继续' }).press('Enter');
  await expect(shown).toBeHidden();
  // The newest backup answers to the new code.
  await expect(page.getByRole('row').filter({ hasText: '手动' })).toHaveCount(1);

  await page.keyboard.press('F9');
  await page.getByRole('button', { name: '忘记密码？' }).press('Enter');
  const confirm = page.getByRole('button', { name: '确定' });
  await confirm.press('Enter');
  await expect(page.getByText('请输入恢复码。')).toBeVisible();
  await page.getByLabel('恢复码', { exact: true }).fill(old);
  await page.getByRole('combobox', { name: '主管' }).fill('沈');
  await page.getByRole('combobox', { name: '主管' }).press('Enter');
  await page.getByLabel('新密码（4 至 12 位数字）').fill('2468');
  await confirm.press('Enter');
  await expect(page.getByText('恢复码不对。')).toBeVisible();
  await page.getByLabel('恢复码', { exact: true }).fill(code);
  await confirm.press('Enter');
  await page.getByRole('button', { name: '已保存好，继续' }).press('Enter');
  await page.getByRole('navigation').first().waitFor();
});

test('a lost safety copy is written anew on the recovery code where the PIN is forgotten, and Today asks for a new code', async ({
  startDesk,
}) => {
  const first = await startDesk({ clock: CLOCK });
  const code = await setUp(first.page);
  await logVisit(first.page, '在出事之前');
  const book = await dumpBook(first.page);
  const lines = readJournal(first.folder);
  await first.close();
  const journal = path.join(first.folder, 'journal');
  for (const name of readdirSync(journal)) rmSync(path.join(journal, name));

  const { page, folder } = await startDesk({ folder: first.folder, clock: CLOCK });
  await page.getByRole('radio', { name: '从数据库重写安全副本' }).press('Space');
  await page.getByRole('button', { name: '忘记密码？用恢复码' }).press('Enter');
  const run = page.getByRole('button', { name: '开始恢复' });
  await page.getByRole('combobox', { name: '主管' }).fill('沈');
  await page.getByRole('combobox', { name: '主管' }).press('Enter');
  await page.getByLabel('新密码（4 至 12 位数字）').fill('2468');
  await run.press('Enter');
  await expect(page.getByText('请输入恢复码。')).toBeVisible();
  await page.getByLabel('恢复码', { exact: true }).fill('00000-00000-00000-00000');
  await run.press('Enter');
  await expect(page.getByText('恢复码不对。')).toBeVisible();
  await expectAccessible(page, 'a safety copy to be written anew on the recovery code');
  expect(readJournal(folder)).toEqual([]);
  await page.getByLabel('恢复码', { exact: true }).fill(code);
  await run.press('Enter');
  await comeIn(page, '2468');
  await allSaved(page);
  expect(readJournal(folder)).toEqual(lines);
  expect(await dumpBook(page, 'qiantai-1')).toEqual(book);

  const stick = mkdtempSync(path.join(tmpdir(), 'qiantai-stick-'));
  // The host may run as somebody else than the test.
  chmodSync(stick, 0o777);
  await backUp(page, stick);
  const backedUp = await dumpBook(page);
  // On another PC no code leads in, so the first PIN needs none, and brings a code.
  const elsewhere = await startDesk({ clock: CLOCK });
  await elsewhere.page.getByRole('button', { name: '从备份恢复' }).press('Enter');
  await elsewhere.page.getByLabel('备份所在的文件夹').fill(stick);
  await elsewhere.page.getByRole('button', { name: '查找备份' }).press('Enter');
  await elsewhere.page.getByLabel('备份口令').fill(PASSPHRASE);
  await elsewhere.page.getByLabel('备份口令').press('Enter');
  await expect(elsewhere.page.getByText('这本账也没有恢复码')).toBeVisible({ timeout: 60_000 });
  await expectAccessible(elsewhere.page, 'the first PIN of a book without a code');
  await elsewhere.page.getByRole('combobox', { name: '主管' }).fill('沈');
  await elsewhere.page.getByRole('combobox', { name: '主管' }).press('Enter');
  await elsewhere.page.getByLabel('新密码（4 至 12 位数字）').fill('1357');
  await elsewhere.page.getByRole('button', { name: '确定' }).press('Enter');
  expect((await shownCode(elsewhere.page)).length).toBeGreaterThan(12);
  await elsewhere.page.getByRole('button', { name: '已保存好，继续' }).press('Enter');
  await expect(elsewhere.page.getByText('眼下没有待办')).toBeVisible();
  expect(await dumpBook(elsewhere.page)).toEqual(backedUp);

  await goTo(page, 'Alt+1', '今日');
  const notice = page.getByRole('status').filter({ hasText: '没有恢复码' });
  await expectAccessible(page, 'a book without a recovery code');
  await notice.getByRole('button', { name: '去生成' }).press('Enter');
  await expect(page.getByText(/没有恢复码：主管忘记密码时/)).toBeVisible();
  await page.getByRole('button', { name: '生成新的恢复码' }).press('Enter');
  expect(await shownCode(page)).not.toBe(code);
  await page.getByRole('button', { name: '已保存好，继续' }).press('Enter');
  await goTo(page, 'Alt+1', '今日');
  await expect(page.getByText('眼下没有待办')).toBeVisible();
  await expect(notice).toBeHidden();
  // The backup that follows a new code may still be under way.
  await rm(stick, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
});
