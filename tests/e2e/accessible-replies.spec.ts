import { expectAccessible, LOCK_LABELS } from '../support/axe.ts';
import enReplies from '../../resources/locales/en/replies.json' with { type: 'json' };
import zhReplies from '../../resources/locales/zh/replies.json' with { type: 'json' };
import enCommon from '../../resources/locales/en/common.json' with { type: 'json' };
import zhCommon from '../../resources/locales/zh/common.json' with { type: 'json' };
import { dialogReady, SAMPLE_PIN, takeHousehold, unlock } from '../support/desk-driver.ts';
import { test } from './desk-test.ts';

for (const locale of ['zh-CN', 'en-GB'] as const) {
  test(`axe finds nothing serious on reply letters, ${locale}`, async ({ startDesk }) => {
    const words = locale === 'zh-CN' ? zhReplies : enReplies;
    const common = locale === 'zh-CN' ? zhCommon : enCommon;
    const { action, field } = words;
    const { page } = await startDesk({ sample: true, locale, clock: '2026-11-24T00:30:00.000Z' });
    // The supervisor's own review asks for no PIN.
    await unlock(page, '沈国华', LOCK_LABELS[locale]);
    const dialog = page.getByRole('dialog');
    const press = (name: string) => page.getByRole('button', { name, exact: true }).first().press('Enter');
    const glance = async (name: string, inMenu: boolean) => {
      if (inMenu) {
        await press(common.more);
        await page.getByRole('menuitem', { name, exact: true }).press('Enter');
      } else await press(name);
      await dialogReady(page);
      await expectAccessible(page, name);
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'hidden' });
    };
    // A key pressed before the dialog has taken the cursor would meet the button that closes it.
    const open = async (name: string) => {
      await press(name);
      await dialogReady(page);
    };
    const confirmByPin = async (name: string) => {
      await open(name);
      await dialog.locator('input[type=password]').fill(SAMPLE_PIN);
      await dialog.locator('input[type=password]').press('Enter');
      await dialog.waitFor({ state: 'hidden' });
    };

    await page.keyboard.press('Alt+6');
    await page.getByRole('tab', { name: words.tab.templates }).press('Enter');
    await page.getByRole('heading', { level: 1, name: words.templates.title }).waitFor();
    await expectAccessible(page, 'templates');
    await page.getByRole('tab', { name: words.tab.letters, exact: true }).press('Enter');
    await press(words.new);
    const form = page.getByRole('form', { name: words.new });
    await takeHousehold(form, field.unit, '12-801', '马䶮骏');
    await form.getByLabel(field.title).fill('关于漏水的答复函');
    await form.getByLabel(field.salutation).fill('尊敬的马䶮骏业主');
    await form.getByLabel(field.body).fill('来函收悉。');
    await expectAccessible(page, 'editor');
    await form.getByRole('button', { name: words.saveAndSubmit, exact: true }).press('Enter');
    await page.getByRole('button', { name: action.review, exact: true }).waitFor();
    await expectAccessible(page, 'letter in review');
    await glance(action.review, false);
    await glance(action.returnByManager, true);
    await glance(action.recall, true);
    await open(action.review);
    await dialog.getByRole('button', { name: words.outcome.agree, exact: true }).press('Enter');
    await glance(action.approve, false);
    await confirmByPin(action.approve);
    await page.getByRole('button', { name: action.print, exact: true }).waitFor();
    await glance(action.print, false);
    await glance(action.envelope, true);
    await glance(action.label, true);
    await glance(action.sendOnline, true);
    await glance(action.withdraw, true);
    await press(common.more);
    await page.getByRole('menuitem', { name: action.sendOnline, exact: true }).press('Enter');
    await dialogReady(page);
    await dialog.getByLabel(words.post.onlineReason).fill('x');
    await dialog.getByLabel(words.post.onlineReason).press('Control+Enter');
    await page.getByRole('button', { name: action.confirm, exact: true }).waitFor();
    await glance(action.confirm, false);
    await glance(action.complete, true);
    await open(action.confirm);
    await dialog.getByRole('radio', { name: words.outcome.hasIt, exact: true }).press('Space');
    await dialog.getByLabel(words.confirm.spokenTo).press('Control+Enter');
    await open(action.complete);
    await dialog.getByRole('button', { name: action.complete, exact: true }).press('Enter');
    await page.getByRole('button', { name: action.tell, exact: true }).waitFor();
    await glance(action.tell, false);
    await expectAccessible(page, 'complete letter');
    await page.keyboard.press('Alt+6');
    await page.getByRole('tab', { name: words.tab.postings }).press('Enter');
    await press(words.postingList.new);
    await page.getByRole('form', { name: words.postingList.new }).waitFor();
    await expectAccessible(page, 'posting list');
  });
}
