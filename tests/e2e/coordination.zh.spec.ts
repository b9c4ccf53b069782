import { choose, dialogReady, goTo, openRow, pick, takeHousehold, unlock } from '../support/desk-driver.ts';
import { clockTo, dialog, headAgrees, heading, press } from '../support/orders-driver.ts';
import { expect, test } from './desk-test.ts';

test('a form goes to another department and into the archive, reminded, vouched for and spot-checked', async ({ startDesk }) => {
  const desk = await startDesk({ sample: true, clock: '2026-11-23T00:00:00.000Z' });
  const { page } = desk;
  await unlock(page, '林晓燕');

  await test.step('issued from a patrol', async () => {
    await clockTo(page, '09:00');
    await page.keyboard.press('F7');
    const form = page.getByRole('form', { name: '开协调单' });
    await pick(form, '来源', '巡检');
    await choose(form, '承办部门', '工程部');
    await takeHousehold(form, '房号', '3-2-1502', '单雄信');
    await form.getByLabel('事由').fill('外墙渗水');
    await form.getByRole('button', { name: '开出', exact: true }).press('Enter');
    await expect(heading(page, 'XT-2026-0001')).toBeVisible();
    await expect(page.getByRole('button', { name: '抽查回访' })).toBeHidden();
  });

  await test.step('a reply letter is drafted beside it, and found again from it', async () => {
    await press(page, '拟写回函');
    const reply = page.getByRole('form', { name: '拟写回函' });
    await expect(reply.getByLabel('房号')).toHaveValue('3-2-1502');
    await reply.getByLabel('房号').press('Control+Enter');
    // The form that is being saved has a link of the same name.
    await expect(heading(page, '未编号')).toBeVisible();
    await page.getByRole('link', { name: 'XT-2026-0001' }).press('Enter');
    await page.getByRole('link', { name: '回函（拟稿中）' }).press('Enter');
    await page.getByRole('link', { name: 'XT-2026-0001' }).press('Enter');
    await expect(heading(page, 'XT-2026-0001')).toBeVisible();
  });

  await test.step('reminded, received, done', async () => {
    await clockTo(page, '14:00');
    // One key from the step that is next stands no cancelling.
    await page.getByRole('button', { name: '签收' }).focus();
    await page.keyboard.press('Tab');
    await expect(page.getByRole('button', { name: '催办' })).toBeFocused();
    await press(page, '催办');
    await dialog(page).getByLabel('催办谁').fill('周建国');
    await dialog(page).getByLabel('催办谁').press('Enter');
    await expect(page.getByText('2026-11-23 14:00 林晓燕催办周建国')).toBeVisible();
    await press(page, '签收');
    await dialog(page).getByLabel('签收人').fill('周建国');
    await dialog(page).getByLabel('签收人').press('Enter');
    await expect(page.getByText('已签收').first()).toBeVisible();
    await clockTo(page, '15:30');
    await press(page, '完成');
    await dialog(page).getByLabel('经办人').fill('张强');
    await dialog(page).getByLabel('处理措施').fill('重做防水层');
    await dialog(page).getByLabel('处理措施').press('Control+Enter');
    await expect(page.getByText('已完成').first()).toBeVisible();
  });

  await test.step('the customer is told, the head agrees, it is archived', async () => {
    await press(page, '回复客户');
    await dialog(page).getByLabel('回访结果').fill('客户认可');
    await dialog(page).getByLabel('回访结果').press('Control+Enter');
    await expect(page.getByText('已回复客户').first()).toBeVisible();
    await expect(page.getByRole('button', { name: '归档' })).toBeDisabled();
    await headAgrees(page);
    await expect(page.getByText(/周建国于 2026-11-23 同意归档（本人密码确认）/)).toBeVisible();
    await expect(page.getByRole('button', { name: '归档' })).toBeEnabled();
    await press(page, '归档');
    await dialogReady(page);
    await dialog(page).getByRole('button', { name: '归档' }).press('Enter');
    await expect(page.getByText('已归档').first()).toBeVisible();
  });

  await test.step('the spot check asks the customer once more, and compares (4:职权2)', async () => {
    await clockTo(page, '17:00');
    await press(page, '抽查回访');
    await expect(dialog(page).getByRole('heading', { name: '抽查回访 XT-2026-0001' })).toBeVisible();
    await expect(dialog(page).getByLabel('被访人')).toHaveValue('单雄信');
    await pick(dialog(page), '回访结果', '已联系上');
    await pick(dialog(page), '总体评价', '不满意');
    await pick(dialog(page), '部门的回访记录与客户所说', '不一致');
    await dialog(page).getByLabel('客户意见').fill('下雨又渗');
    await dialog(page).getByLabel('客户意见').press('Control+Enter');
    await expect(dialog(page)).toBeHidden();
    await goTo(page, 'Alt+4', '协调单');
    await openRow(page, '外墙渗水');
    const checks = page.getByRole('list', { name: '回访记录' }).getByRole('listitem');
    await expect(checks).toHaveCount(1);
    for (const words of ['HF-2026-000001', '单雄信', '不满意', '抽查 · 不一致', '下雨又渗']) await expect(checks).toContainText(words);
  });
});
