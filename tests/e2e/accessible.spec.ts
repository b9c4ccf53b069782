import { expectAccessible, LOCK_LABELS } from '../support/axe.ts';
import { lockScreen, unlock } from '../support/desk-driver.ts';
import { test } from './desk-test.ts';

const SCREENS = ['Alt+1', 'Alt+2', 'Alt+3', 'Alt+4', 'Alt+5', 'Alt+6', 'Alt+7', 'Alt+8', 'Alt+9'] as const;

for (const locale of ['zh-CN', 'en-GB'] as const) {
  test(`axe finds nothing serious on any screen, ${locale}`, async ({ startDesk }) => {
    const { page } = await startDesk({ sample: true, locale, clock: '2026-11-23T00:30:00.000Z' });
    const labels = LOCK_LABELS[locale];
    await lockScreen(page, labels.person);
    await expectAccessible(page, 'lock screen');
    await unlock(page, '林晓燕', labels);
    for (const keys of SCREENS) {
      await page.keyboard.press(keys);
      await page.getByRole('heading', { level: 1 }).first().waitFor();
      await expectAccessible(page, keys);
    }
    await page.keyboard.press('F6');
    await page.getByRole('form').waitFor();
    await expectAccessible(page, 'letter form');
    await page.keyboard.press('F7');
    await page.getByRole('form', { name: locale === 'zh-CN' ? '开协调单' : 'New coordination form' }).waitFor();
    await expectAccessible(page, 'coordination form');
    await page.keyboard.press('F2');
    await page.keyboard.press('F3');
    await page.getByRole('form', { name: locale === 'zh-CN' ? '来访' : 'Visit' }).waitFor();
    await expectAccessible(page, 'two entries');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('form', { name: locale === 'zh-CN' ? '来访' : 'Visit' }).waitFor({ state: 'hidden' });
    await page.keyboard.press('Alt+2');
    await page.getByRole('gridcell').first().waitFor();
    await page.getByRole('grid').press('Enter');
    await page.getByRole('button', { name: locale === 'zh-CN' ? '修改或补充' : 'Change or complete' }).press('Enter');
    await page.getByRole('form', { name: /JD-2026-000001/ }).waitFor();
    await expectAccessible(page, 'change of an entry');
  });
}
