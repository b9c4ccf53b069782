import { typeDoorCall, unlock } from '../support/desk-driver.ts';
import { expect, test } from './desk-test.ts';

test('with one of two open entries gone, the cursor is in the other, in the field where it was', async ({ startDesk }) => {
  const { page } = await startDesk({ sample: true, clock: '2026-11-23T00:30:00.000Z' });
  await unlock(page, '林晓燕');
  const call = await typeDoorCall(page);
  await page.keyboard.press('F3');
  const visit = page.getByRole('form', { name: '来访' });
  await expect(visit.getByLabel('房号')).toBeFocused();
  await call.getByRole('button', { name: /先接待来访/ }).press('Enter');
  await expect(call).toBeHidden();
  await expect(visit.getByLabel('房号')).toBeFocused();
  await visit.getByLabel('内容', { exact: true }).fill('来问');
  await page.keyboard.press('F2');
  await expect(call.getByLabel('房号')).toBeFocused();
  await call.getByLabel('内容', { exact: true }).fill('来电问停车费');
  await page.keyboard.press('Control+Enter');
  await expect(call).toBeHidden();
  await page.keyboard.type('停车费');
  await expect(visit.getByLabel('内容', { exact: true })).toHaveValue('来问停车费');
});

test('an open entry that waits behind two others comes to the front, with the cursor in it', async ({ startDesk }) => {
  const { page } = await startDesk({ sample: true, clock: '2026-11-23T00:30:00.000Z' });
  await unlock(page, '林晓燕');
  const call = page.getByRole('form', { name: '来电' });
  const visits = page.getByRole('form', { name: '来访' });
  const waits = (name: string) => page.getByRole('button', { name: new RegExp(`^${name} \\d`) });
  await page.keyboard.press('F2');
  await call.getByLabel('内容', { exact: true }).fill('问停车费');
  for (const [at, words] of ['第一位', '第二位'].entries()) {
    await page.keyboard.press('F3');
    await expect(visits).toHaveCount(at + 1);
    await visits.last().getByLabel('内容', { exact: true }).fill(words);
  }
  await expect(call).toBeHidden();

  await waits('来电').press('Enter');
  await expect(call.getByLabel('内容', { exact: true })).toBeFocused();
  await page.keyboard.type('，按月');
  await expect(visits).toHaveCount(1);
  await expect(visits.getByLabel('内容', { exact: true })).toHaveValue('第二位');
  // Put aside they all wait; whichever is asked for comes back.
  await page.keyboard.press('Escape');
  await waits('来访').filter({ hasText: '第一位' }).press('Enter');
  await expect(visits).toHaveCount(2);
  await expect(call).toBeHidden();
  await expect(visits.first().getByLabel('内容', { exact: true })).toHaveValue('第一位');

  await test.step('loaded anew, those in front are drawn, and no other before it is asked for', async () => {
    await page.reload();
    await expect(visits).toHaveCount(2);
    await expect(page.locator('form[aria-label="来电"]')).toHaveCount(0);
    await waits('来电').press('Enter');
    await expect(call.getByLabel('内容', { exact: true })).toHaveValue('问停车费，按月');
  });
});

test('keys quicker than the list of households take nobody of the first letters', async ({ startDesk }) => {
  const { page } = await startDesk({ sample: true, clock: '2026-11-23T00:30:00.000Z' });
  await unlock(page, '林晓燕');
  await page.keyboard.press('F2');
  const unit = page.getByRole('form', { name: '来电' }).getByLabel('房号');
  await unit.fill('3-1-1');
  await page.getByRole('option').filter({ hasText: '3-1-101' }).first().waitFor();
  // As a PC hands on what was typed while it was busy: all in one moment.
  await unit.evaluate((input) => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, '3-2-1502');
    input.dispatchEvent(new Event('input', { bubbles: true }));
    for (const key of ['ArrowDown', 'Enter']) {
      const code = key;
      input.dispatchEvent(new KeyboardEvent('keydown', { key, code, bubbles: true, cancelable: true }));
    }
  });
  await expect(unit).toHaveValue('3-2-1502');
  await page.getByRole('option').filter({ hasText: '单雄信' }).waitFor();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('form', { name: '来电' }).getByLabel('姓名', { exact: true })).toHaveValue('单雄信');
});
