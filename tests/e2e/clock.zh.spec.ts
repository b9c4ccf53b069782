import type { Page } from '@playwright/test';
import { select } from '../support/day-driver.ts';
import { allSaved, goTo, pick, setClock, unlock } from '../support/desk-driver.ts';
import { expect, test } from './desk-test.ts';

/** A call of now, in front of whatever page is open. */
async function logCall(page: Page, content: string): Promise<void> {
  await page.keyboard.press('F2');
  const call = page.getByRole('form', { name: '来电' });
  await pick(call, '类别', '咨询');
  await call.getByLabel('内容', { exact: true }).fill(content);
  await call.getByLabel('内容', { exact: true }).press('Control+Enter');
  await expect(call).toBeHidden();
}

test('a log left open overnight shows the new day, month and year, not those of before', async ({ startDesk }) => {
  const { page } = await startDesk({ sample: true, clock: '2026-12-31T14:00:00.000Z' });
  await unlock(page, '林晓燕');
  await goTo(page, 'Alt+2', '接待记录');
  const rows = page.getByRole('grid').getByRole('row');
  await select(page, '日期范围', '今天');
  await logCall(page, '除夕夜的来电');
  await expect(rows.filter({ hasText: '除夕夜的来电' })).toBeVisible();
  await setClock(page, '2027-01-01', '08:00');
  await logCall(page, '新年的来电');
  await expect(rows.filter({ hasText: '新年的来电' })).toContainText('JD-2027-000001');
  await expect(rows.filter({ hasText: '除夕夜的来电' })).toHaveCount(0);
  // The desk is locked over night, and opened again by whoever left it.
  await page.keyboard.press('F9');
  await setClock(page, '2027-01-02', '08:00');
  await unlock(page, '林晓燕');
  await expect(rows.filter({ hasText: '新年的来电' })).toHaveCount(0);
  await select(page, '日期范围', '本月');
  await expect(rows.filter({ hasText: '新年的来电' })).toBeVisible();
  await expect(rows.filter({ hasText: '除夕夜的来电' })).toHaveCount(0);
});

test('a clock that is set back across midnight loses nothing typed and gives no number twice', async ({ startDesk }) => {
  const { page } = await startDesk({ sample: true, clock: '2026-12-31T16:05:00.000Z' });
  await unlock(page, '林晓燕');
  await logCall(page, '零点五分的来电');
  await page.keyboard.press('F2');
  const call = page.getByRole('form', { name: '来电' });
  await pick(call, '类别', '咨询');
  await call.getByLabel('内容', { exact: true }).fill('开着的来电');
  await setClock(page, '2026-12-31', '23:50');
  await call.getByLabel('内容', { exact: true }).press('Control+Enter');
  await expect(call.getByLabel('时间')).toHaveAccessibleDescription('时间晚于现在。');
  await expect(call.getByLabel('时间')).toBeFocused();
  await expect(call.getByLabel('内容', { exact: true })).toHaveValue('开着的来电');
  await call.getByLabel('时间').fill('23:48');
  await call.getByLabel('时间').press('Control+Enter');
  await expect(call).toBeHidden();
  await goTo(page, 'Alt+2', '接待记录');
  const row = page.getByRole('grid').getByRole('row').filter({ hasText: '开着的来电' });
  await expect(row).toContainText('JD-2027-000002');
  await expect(row).toContainText('2026-12-31 23:48');
  await allSaved(page);
});
