import type { Page } from '@playwright/test';
import { dialogReady, unlock } from '../support/desk-driver.ts';
import { expect, test } from './desk-test.ts';

/** Presses Tab until the cursor is where it started, and answers with the elements it stood on. */
async function tabRound(page: Page): Promise<string[]> {
  const stops: string[] = [];
  const here = () => page.evaluate(() => document.activeElement?.tagName ?? '');
  await page.evaluate(() => document.activeElement?.setAttribute('data-round', ''));
  do {
    stops.push(await here());
    await page.keyboard.press('Tab');
  } while (!(await page.evaluate(() => document.activeElement?.hasAttribute('data-round'))) && stops.length < 40);
  return stops;
}

test('every tab stop of a print preview shows where the cursor is: the sheet is none beside its window', async ({ startDesk }) => {
  const { page } = await startDesk({ sample: true, clock: '2026-11-23T00:30:00.000Z' });
  await unlock(page, '林晓燕');
  await page.keyboard.press('Alt+2');
  await page.getByRole('button', { name: '打印登记表' }).press('Enter');
  const preview = page.getByRole('dialog', { name: '打印预览' });
  await preview.locator('iframe').waitFor();
  await dialogReady(page);
  const stops = await tabRound(page);
  expect(stops).not.toContain('IFRAME');
  // The window on the sheet is one: that is where the arrow keys scroll it.
  expect(stops).toContain('DIV');
});
