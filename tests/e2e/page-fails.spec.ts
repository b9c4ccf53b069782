import type { Page } from '@playwright/test';
import { goTo, SAMPLE_PIN, unlock } from '../support/desk-driver.ts';
import { expect, test } from './desk-test.ts';

/** From now on the store of the page refuses this table, as a damaged one would. */
async function breakTable(page: Page, table: string): Promise<void> {
  await page.evaluate((broken) => {
    const open = Reflect.get(IDBTransaction.prototype, 'objectStore') as (name: string) => IDBObjectStore;
    IDBTransaction.prototype.objectStore = function objectStore(name) {
      if (name === broken) throw new DOMException('cannot be read', 'UnknownError');
      return open.call(this, name);
    };
  }, table);
}

test('a screen that cannot be drawn says so, and the rest of the desk goes on', async ({ startDesk }) => {
  const { page } = await startDesk({ sample: true, clock: '2026-11-23T00:30:00.000Z' });
  await unlock(page, '林晓燕');
  await breakTable(page, 'letters');
  await page.keyboard.press('Alt+3');
  await expect(page.getByRole('heading', { name: '此处无法显示' })).toBeVisible();
  await goTo(page, 'Alt+2', '接待记录');
  await expect(page.getByRole('heading', { name: '此处无法显示' })).toBeHidden();
  await page.keyboard.press('Alt+3');
  await page.getByRole('button', { name: '重新载入' }).press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: '来函目录' })).toBeVisible();
});

test('a desk that cannot be drawn at all is locked, and comes back with the PIN', async ({ startDesk }) => {
  const { page } = await startDesk({ sample: true, clock: '2026-11-23T00:30:00.000Z' });
  await unlock(page, '林晓燕');
  await page.keyboard.press('F9');
  await breakTable(page, 'departments');
  await page.getByLabel('密码', { exact: true }).fill(SAMPLE_PIN);
  await page.getByLabel('密码', { exact: true }).press('Enter');
  await expect(page.getByRole('heading', { name: '前台出错，已停下' })).toBeVisible();
  await page.getByRole('button', { name: '重新载入' }).press('Enter');
  await unlock(page, '林晓燕');
  await expect(page.getByRole('heading', { level: 1, name: /今日/ })).toBeVisible();
});

test('a call that the store does not take is said, where nothing would happen on the key', async ({ startDesk }) => {
  const { page } = await startDesk({ sample: true, clock: '2026-11-23T00:30:00.000Z' });
  await unlock(page, '林晓燕');
  await breakTable(page, 'drafts');
  await page.keyboard.press('F2');
  await expect(page.getByRole('alert').filter({ hasText: '本机数据库出错' })).toBeVisible();
});
