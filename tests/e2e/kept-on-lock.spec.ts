import { pick, takeHousehold, unlock, goTo, openRow } from '../support/desk-driver.ts';
import { expect, test } from './desk-test.ts';

const RECEIVED = '门口路灯不亮';

test('a dialog keeps what was typed through the lock, the keys and Esc', async ({ startDesk }) => {
  const { page } = await startDesk({ sample: true, clock: '2026-11-23T00:00:00.000Z' });
  await unlock(page, '林晓燕');
  await page.keyboard.press('F2');
  const form = page.getByRole('form', { name: '来电' });
  await takeHousehold(form, '房号', '3 2 1502', '单雄信');
  await pick(form, '类别', '咨询');
  await form.getByLabel('内容', { exact: true }).fill(RECEIVED);

  await test.step('a promise that cannot be read is said, and nothing is saved', async () => {
    await pick(form, '当场答复', '否');
    const promised = form.getByLabel('约定回复时间');
    await promised.fill('改天再说');
    await promised.press('Control+Enter');
    await expect(promised).toHaveAttribute('aria-invalid', 'true');
    await expect(form).toBeVisible();
    await promised.fill('');
    await promised.press('Control+Enter');
    await expect(form).toBeHidden();
  });

  await goTo(page, 'Alt+2', '接待记录');
  await openRow(page, RECEIVED);
  await page.getByRole('button', { name: '修改或补充' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: /JD-2026-/ });
  const content = dialog.getByLabel('内容', { exact: true });
  await content.fill('门口两盏路灯都不亮');

  await test.step('no key takes the page from under it', async () => {
    await page.keyboard.press('Alt+1');
    await page.keyboard.press('F2');
    await expect(content).toHaveValue('门口两盏路灯都不亮');
    await expect(content).toBeFocused();
    await expect(page.getByRole('form', { name: '来电' })).toBeHidden();
  });

  await test.step('locked it is gone from sight, unlocked it stands as it was', async () => {
    await page.keyboard.press('F9');
    await expect(dialog).toBeHidden();
    await expect(content).toBeHidden();
    await unlock(page, '林晓燕');
    await expect(content).toHaveValue('门口两盏路灯都不亮');
  });

  await test.step('Esc asks first', async () => {
    await content.press('Escape');
    await page.getByRole('button', { name: '继续填写' }).press('Enter');
    await expect(content).toHaveValue('门口两盏路灯都不亮');
  });

  await test.step('somebody else finds screens of their own', async () => {
    await page.keyboard.press('F9');
    await unlock(page, '沈国华');
    await expect(dialog).toBeHidden();
  });
});
