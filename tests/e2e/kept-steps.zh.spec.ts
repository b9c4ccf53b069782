import type { Page } from '@playwright/test';
import { switchTo } from '../support/day-driver.ts';
import { allSaved, choose, goTo, pick, takeHousehold, unlock } from '../support/desk-driver.ts';
import { dialog, heading, orderForm, press } from '../support/orders-driver.ts';
import { expect, test } from './desk-test.ts';

/** One step that somebody begins in its dialog. */
interface Step {
  button: string;
  /** What is typed, by the label of its field. */
  typed: Record<string, string>;
  /** How it is called on Today. */
  row: string;
  /** What stands chosen beside it, by the label of its field. */
  chosen?: Record<string, string>;
  /** What is picked of several, by their label. */
  picked?: Record<string, string>;
  /** Behind a menu. */
  menu?: string;
}

const PEOPLE = ['林晓燕', '苏敏'];

/** Takes steps of the record in front, each begun by one person and taken by the other, who finds it half-typed on Today. */
async function inTurns(page: Page, number: string, steps: readonly Step[]): Promise<void> {
  const unsaved = page.getByRole('list', { name: '未存的表单' }).getByRole('button');
  const field = (label: string) => dialog(page).getByRole('textbox', { name: label, exact: true });
  for (const [index, { button, typed, row, chosen = {}, picked = {}, menu }] of steps.entries()) {
    await test.step(row, async () => {
      if (menu === undefined) await press(page, button);
      else {
        await press(page, menu);
        await page.getByRole('menuitem', { name: button, exact: true }).press('Enter');
      }
      for (const [label, words] of Object.entries(chosen)) await choose(dialog(page), label, words);
      for (const [label, words] of Object.entries(picked)) await pick(dialog(page), label, words);
      for (const [label, words] of Object.entries(typed)) await field(label).fill(words);
      await switchTo(page, PEOPLE[(index + 1) % 2] ?? '');
      await expect(heading(page, number)).toBeVisible();
      await expect(dialog(page)).toHaveCount(0);
      await goTo(page, 'Alt+1', '今日');
      await expect(unsaved).toHaveText([new RegExp(`^${row} ${number}.*${PEOPLE[index % 2]} 填写过`)]);
      await unsaved.press('Enter');
      for (const [label, words] of Object.entries(chosen)) {
        await expect(dialog(page).getByRole('combobox', { name: label, exact: true })).toHaveValue(new RegExp(`^${words}`));
      }
      for (const [label, words] of Object.entries(picked)) {
        await expect(dialog(page).getByRole('radiogroup', { name: label }).getByRole('radio', { name: words, exact: true })).toBeChecked();
      }
      for (const [label, words] of Object.entries(typed)) await expect(field(label)).toHaveValue(words);
      await field(Object.keys(typed)[0] ?? '').press('Control+Enter');
      await expect(dialog(page)).toHaveCount(0);
      await allSaved(page);
      await goTo(page, 'Alt+1', '今日');
      await expect(unsaved).toHaveCount(0);
      await page.goBack();
      await expect(heading(page, number)).toBeVisible();
    });
  }
}

test('every step of an order is gone on with by whoever unlocks the desk next', async ({ startDesk }) => {
  const { page } = await startDesk({ sample: true, clock: '2026-11-23T00:30:00.000Z' });
  await unlock(page, '林晓燕');
  await page.keyboard.press('F8');
  await takeHousehold(orderForm(page), '房号', '3-2-1502', '单雄信');
  await pick(orderForm(page), '工种', '水');
  await pick(orderForm(page), '收费性质', '有偿');
  await orderForm(page).getByLabel('内容').fill('换龙头');
  await orderForm(page).getByRole('button', { name: '开出', exact: true }).press('Enter');
  await inTurns(page, 'PG-2026-000001', [
    { button: '派工', chosen: { 承办部门: '工程部', 维修人员: '刘伟' }, typed: { 意见: '带两个龙头' }, row: '派工单派出' },
    { button: '改派', menu: '更多', chosen: { 维修人员: '张强' }, typed: { 意见: '刘伟请假' }, row: '派工单改派' },
    { button: '催办', typed: { 催办说明: '客户又来问' }, row: '派工单催办' },
    { button: '接单', typed: { 意见: '半小时内到' }, row: '派工单接单' },
    { button: '暂停', typed: { 原因: '等配件', 转给谁: '刘伟' }, row: '派工单暂停' },
    { button: '恢复', typed: { 意见: '配件已到' }, row: '派工单恢复' },
    { button: '到场', typed: { 意见: '已进门' }, row: '派工单到场' },
  ]);
  await press(page, '完工');
  const work = page.getByRole('form', { name: '完工登记 PG-2026-000001' });
  await work.getByLabel('处理情况').fill('更换龙头');
  await work.getByLabel('人工费').fill('60');
  await work.getByLabel('处理情况').press('Control+Enter');
  await expect(heading(page, 'PG-2026-000001')).toBeVisible();
  await expect(page.getByText('已完工').first()).toBeVisible();
  await allSaved(page);
  // The money was taken by who began to enter it.
  await switchTo(page, '林晓燕');
  await inTurns(page, 'PG-2026-000001', [
    {
      button: '收款或减免',
      picked: { 收款方式: '微信' },
      typed: { 收款金额: '60.00', 收据编号: '0012873', 收款时间: '2026-11-23 08:30' },
      row: '派工单收款或减免',
    },
  ]);
  await expect(page.getByRole('table', { name: '费用' })).toContainText(/0012873.*林晓燕/);
});
