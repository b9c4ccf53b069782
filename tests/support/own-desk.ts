import { expect, type Page } from '@playwright/test';
import { allSaved, goTo, pick } from './desk-driver.ts';

export const PASSPHRASE = '桂苑花园的备份口令';

/** The shortest way through the wizard; returns the recovery code. */
export async function setUp(page: Page): Promise<string> {
  await page.getByRole('button', { name: '下一步' }).press('Enter');
  await page.getByLabel('物业公司').fill('安居物业');
  await page.getByLabel('开发商').fill('桂苑置业');
  await page.getByRole('textbox', { name: '小区名称' }).fill('桂苑花园');
  await page.getByRole('button', { name: '下一步' }).press('Enter');
  await page.getByRole('button', { name: '下一步' }).press('Enter');
  await page.getByRole('textbox', { name: '姓名' }).fill('沈国华');
  await page.getByLabel('密码（4 至 12 位数字）').fill('1357');
  await page.getByLabel('再输一次').fill('1357');
  await page.getByRole('button', { name: '建立账册' }).press('Enter');
  const code = (await page.getByLabel('恢复码', { exact: true }).textContent()) ?? '';
  await page.getByRole('button', { name: '已保存好，继续' }).press('Enter');
  await page.getByRole('navigation').first().waitFor();
  return code;
}

/** One entry of the log, saved. */
export async function logVisit(page: Page, content: string): Promise<void> {
  await page.getByRole('navigation').first().waitFor();
  await page.keyboard.press('F3');
  const visit = page.getByRole('form', { name: '来访' });
  await visit.getByLabel('姓名', { exact: true }).fill('陈婷');
  await pick(visit, '类别', '咨询');
  await visit.getByLabel('内容', { exact: true }).fill(content);
  await visit.getByLabel('内容', { exact: true }).press('Control+Enter');
  await expect(visit).toBeHidden();
  await allSaved(page);
}

/** Unlocks as the person who set the book up. */
export async function comeIn(page: Page, pin = '1357'): Promise<void> {
  await page.getByRole('combobox', { name: '姓名' }).fill('沈');
  await page.getByRole('option', { name: '沈国华' }).click();
  await page.getByLabel('密码', { exact: true }).fill(pin);
  await page.getByLabel('密码', { exact: true }).press('Enter');
  await page.getByRole('navigation').first().waitFor();
}

/** Names the stick, sets the passphrase and takes a backup. */
export async function backUp(page: Page, stick: string): Promise<void> {
  await goTo(page, 'Alt+9', '设置');
  await page.getByRole('tab', { name: '备份与恢复' }).press('Enter');
  await page.getByLabel('第二备份文件夹').fill(stick);
  await page.getByLabel('备份口令').fill(PASSPHRASE);
  await page.getByLabel('备份口令').press('Enter');
  // The passphrase is set first, and takes a second of one processor, many on a busy machine; then the host has the folder.
  await expect(page.getByText('第二文件夹里还没有这本账的备份。')).toBeVisible({ timeout: 60_000 });
  await page.getByRole('button', { name: '立即备份' }).press('Enter');
  await expect(page.getByText('第二文件夹也已写入。')).toBeVisible({ timeout: 60_000 });
}
