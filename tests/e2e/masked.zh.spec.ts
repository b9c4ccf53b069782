import { expect, test } from './desk-test.ts';
import { allSaved, dumpBook, goTo, openRow, pick, unlock } from '../support/desk-driver.ts';

test('a number stays masked in the correction of a closed entry, and whoever may not correct is not offered to', async ({ startDesk }) => {
  const { page } = await startDesk({ sample: true, clock: '2026-11-23T00:30:00.000Z' });
  await unlock(page, '林晓燕');
  await page.keyboard.press('F2');
  const call = page.getByRole('form', { name: '来电' });
  await pick(call, '铃响', '1 声');
  await call.getByLabel('姓名', { exact: true }).fill('单雄信');
  await call.getByLabel('来电号码').fill('13805712236');
  await pick(call, '类别', '咨询');
  await call.getByLabel('内容', { exact: true }).fill('问停车费');
  await pick(call, '当场答复', '是');
  await call.getByLabel('答复内容').fill('已说明');
  await call.getByLabel('答复内容').press('Control+Enter');
  await allSaved(page);
  await goTo(page, 'Alt+2', '接待记录');
  await openRow(page, '问停车费');

  await test.step('of an open entry, the entry is the reason', async () => {
    await page.getByRole('button', { name: '修改或补充' }).press('Enter');
    const dialog = page.getByRole('dialog', { name: /JD-2026-000001/ });
    await expect(dialog.getByText('138****2236')).toBeVisible();
    await dialog.getByRole('button', { name: /显示.*来电号码/ }).press('Enter');
    await expect(dialog.getByLabel('来电号码', { exact: true })).toHaveValue('13805712236');
    await expect(dialog.getByLabel('来电号码', { exact: true })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  });

  await page.getByRole('button', { name: '办结' }).press('Enter');
  await page.getByRole('dialog').getByRole('textbox').first().press('Control+Enter');
  await expect(page.getByText('已办结').first()).toBeVisible();

  await test.step('of a closed one it takes a reason; corrected without it, the number stays', async () => {
    await page.getByRole('button', { name: '更正' }).press('Enter');
    const dialog = page.getByRole('dialog', { name: /JD-2026-000001/ });
    await expect(dialog.getByText('138****2236')).toBeVisible();
    await expect(dialog.getByLabel('来电号码', { exact: true })).toBeHidden();
    await dialog.getByLabel('内容', { exact: true }).fill('问地下停车费');
    await dialog.getByLabel('原因').fill('补充');
    await dialog.getByLabel('原因').press('Control+Enter');
    await expect(dialog).toBeHidden();
    await allSaved(page);
    const [entry = ''] = (await dumpBook(page))['receptions'] ?? [];
    expect(entry).toContain('13805712236');
    expect(entry).toContain('问地下停车费');
    const reveals = ((await dumpBook(page))['operations'] ?? []).filter((line) => line.includes('reveal-personal-data'));
    expect(reveals).toHaveLength(1);
    expect(reveals[0]).toContain('JD-2026-000001');
  });

  await page.keyboard.press('F9');
  await unlock(page, '周建国');
  await expect(page.getByRole('heading', { level: 1, name: 'JD-2026-000001' })).toBeVisible();
  await expect(page.getByRole('button', { name: '历史' })).toBeVisible();
  await expect(page.getByRole('button', { name: '更正' })).toBeHidden();
});
