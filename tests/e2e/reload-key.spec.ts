import { unlock } from '../support/desk-driver.ts';
import { expect, test } from './desk-test.ts';

test('F5 loads the desk again in either host, and stops at a dialog, which would be lost with what is typed', async ({ startDesk }) => {
  const { page } = await startDesk({ sample: true, clock: '2026-11-23T00:30:00.000Z' });
  const mark = (): Promise<void> => page.evaluate(() => void Reflect.set(globalThis, 'before', true));
  const isMarked = (): Promise<boolean> => page.evaluate(() => Reflect.has(globalThis, 'before'));
  await unlock(page, '林晓燕');
  await page.keyboard.press('F2');
  await page.getByRole('form', { name: '来电' }).getByLabel('内容', { exact: true }).fill('问停车费');
  await mark();
  const loaded = page.waitForEvent('load');
  await page.keyboard.press('F5');
  await loaded;
  expect(await isMarked()).toBe(false);
  const call = page.getByRole('form', { name: '来电' });
  await expect(call.getByLabel('内容', { exact: true })).toHaveValue('问停车费');

  await mark();
  await call.getByRole('button', { name: '作废草稿' }).press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('F5');
  await expect(page.getByText('请先办完或关闭当前对话框。')).toBeVisible();
  await expect(page.getByRole('dialog')).toBeVisible();
  expect(await isMarked()).toBe(true);
});
