import { expect, type Locator, type Page } from '@playwright/test';
import { goTo, pick, setClock, takeHousehold } from './desk-driver.ts';
import { DAY } from './one-day.ts';

export const orderForm = (page: Page): Locator => page.getByRole('form', { name: '开派工单' });
export const dialog = (page: Page): Locator => page.getByRole('dialog');
export const heading = (page: Page, name: string): Locator => page.getByRole('heading', { level: 1, name, exact: true });

/** Later in the day. */
export function clockTo(page: Page, time: string): Promise<void> {
  return setClock(page, DAY, time);
}

/** A call or visit of a household, saved and turned into an order in one step. */
export async function entryToOrder(
  page: Page,
  entry: { key: 'F2' | 'F3'; time: string; unit: string; hit: string; phone?: string; urgent?: boolean; content: string },
): Promise<Locator> {
  await clockTo(page, entry.time);
  await page.keyboard.press(entry.key);
  const form = page.getByRole('form', { name: entry.key === 'F2' ? '来电' : '来访' });
  if (entry.key === 'F2') await pick(form, '铃响', '2 声');
  await takeHousehold(form, '房号', entry.unit, entry.hit);
  if (entry.phone !== undefined) await form.getByLabel('来电号码').fill(entry.phone);
  await pick(form, '类别', '报事');
  if (entry.urgent === true) await pick(form, '缓急', '紧急');
  await form.getByLabel('内容', { exact: true }).fill(entry.content);
  await form.getByRole('button', { name: '保存并派工' }).press('Enter');
  await expect(orderForm(page).getByLabel('内容')).toHaveValue(entry.content);
  return orderForm(page);
}

/** Opens an order from the list with the keyboard. */
export async function openOrder(page: Page, number: string): Promise<void> {
  await goTo(page, 'Alt+5', '派工单');
  const grid = page.getByRole('grid');
  await grid.getByRole('row').filter({ hasText: number }).waitFor();
  const rows = await grid.getByRole('row').allTextContents();
  const at = rows.findIndex((text) => text.includes(number));
  await grid.press('Home');
  for (let step = 1; step < at; step += 1) await grid.press('ArrowDown');
  await grid.press('Enter');
  await expect(heading(page, number)).toBeVisible();
}

/** Presses the button of this name with the keyboard. */
export async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).press('Enter');
}

/** The trail as it is read: one text per hop, blanks dropped. */
export async function trail(page: Page): Promise<string[]> {
  const rows = await page.getByRole('table', { name: '流转记录' }).getByRole('row').allTextContents();
  return rows.map((row) => row.replaceAll(/\s/g, ''));
}

/** The order in front is followed up: everything fine, or the customer's words when it was not. */
export async function followUp(page: Page, opinion = ''): Promise<void> {
  await press(page, '回访');
  await pick(dialog(page), '回访结果', '已联系上');
  await pick(dialog(page), '总体评价', opinion === '' ? '满意' : '不满意');
  for (const mark of ['处理及时', '态度良好', '收费与约定一致', '现场清理干净']) await pick(dialog(page), mark, '是');
  await pick(dialog(page), '质量合格', opinion === '' ? '是' : '否');
  await dialog(page).getByLabel('客户意见').fill(opinion);
  await dialog(page).getByLabel('客户意见').press('Control+Enter');
  await expect(dialog(page)).toBeHidden();
}

/** The head of the department types the PIN at this desk. */
export async function headAgrees(page: Page): Promise<void> {
  await press(page, '主管意见');
  await expect(dialog(page).getByRole('combobox', { name: '部门主管' })).toHaveValue(/周建国/);
  await dialog(page).getByLabel('部门主管的密码').fill('246810');
  await dialog(page).getByLabel('部门主管的密码').press('Enter');
  await expect(dialog(page)).toBeHidden();
}
