import type { Page } from '@playwright/test';
import { switchTo } from '../support/day-driver.ts';
import {
  allSaved,
  answerQuestion,
  choose,
  dialogReady,
  goTo,
  openRow,
  pick,
  setClock,
  takeHousehold,
  unlock,
} from '../support/desk-driver.ts';
import { dialog, followUp, headAgrees, heading, orderForm, press } from '../support/orders-driver.ts';
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
async function inTurns(page: Page, number: string, steps: readonly Step[], people = PEOPLE): Promise<void> {
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
      await switchTo(page, people[(index + 1) % 2] ?? '');
      await expect(heading(page, number)).toBeVisible();
      await expect(dialog(page)).toHaveCount(0);
      await goTo(page, 'Alt+1', '今日');
      await expect(unsaved).toHaveText([new RegExp(`^${row} ${number}.*${people[index % 2]} 填写过`)]);
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
  await followUp(page);
  await headAgrees(page);
  await inTurns(page, 'PG-2026-000001', [{ button: '归档', typed: { 意见: '资料齐全' }, row: '派工单归档' }], ['苏敏', '林晓燕']);
  await expect(page.getByText('已归档').first()).toBeVisible();
});

test('an order that is sent back, and one that is cancelled, are gone on with by whoever unlocks the desk next', async ({ startDesk }) => {
  const { page } = await startDesk({ sample: true, clock: '2026-11-23T00:30:00.000Z' });
  await unlock(page, '林晓燕');
  await page.keyboard.press('F8');
  await takeHousehold(orderForm(page), '房号', '3-2-1502', '单雄信');
  await pick(orderForm(page), '工种', '水');
  await orderForm(page).getByLabel('内容').fill('换龙头');
  await orderForm(page).getByRole('button', { name: '开出', exact: true }).press('Enter');
  await inTurns(page, 'PG-2026-000001', [
    { button: '派工', chosen: { 承办部门: '工程部', 维修人员: '刘伟' }, typed: { 意见: '带两个龙头' }, row: '派工单派出' },
    { button: '退回', menu: '更多', typed: { 原因: '不属工程部' }, row: '派工单退回' },
    { button: '作废', menu: '更多', typed: { 原因: '客户自己换了' }, row: '派工单作废' },
  ]);
  await expect(page.getByText('已作废').first()).toBeVisible();
});

test('every step of an entry and its promises is gone on with by whoever unlocks the desk next', async ({ startDesk }) => {
  const { page } = await startDesk({ sample: true, clock: '2026-11-23T00:30:00.000Z' });
  await unlock(page, '林晓燕');

  await page.keyboard.press('F2');
  const call = page.getByRole('form', { name: '来电' });
  await pick(call, '铃响', '2 声');
  await takeHousehold(call, '房号', '3-2-1502', '单雄信');
  await pick(call, '类别', '咨询');
  await call.getByLabel('内容', { exact: true }).fill('单元门何时修');
  await pick(call, '当场答复', '是');
  await call.getByLabel('答复内容').fill('今天下午');
  await call.getByLabel('内容', { exact: true }).press('Control+Enter');
  await expect(call).toBeHidden();
  await allSaved(page);
  await goTo(page, 'Alt+2', '接待记录');
  await openRow(page, 'JD-2026-000001');
  await inTurns(page, 'JD-2026-000001', [
    { button: '加一项约定', typed: { 内容: '修好后回话', 约定时间: '2026-11-23 15:00' }, row: '新的约定' },
    { button: '记录联系', picked: { 结果: '已转告' }, typed: { 备注: '告诉了他爱人' }, row: '约定的联系记录' },
    { button: '已办', typed: { 办理结果: '已回话' }, row: '约定办理结果' },
    { button: '加一项约定', picked: { 类型: '稍后回电' }, typed: { 内容: '再问一次' }, row: '新的约定' },
    { button: '取消约定', typed: { 取消原因: '他自己打来了' }, row: '约定取消' },
    { button: '办结', typed: { 处理结果: '门轴已换' }, row: '接待记录办结' },
  ]);
  await expect(page.getByText('已办结').first()).toBeVisible();
  await switchTo(page, '苏敏');
  await inTurns(
    page,
    'JD-2026-000001',
    [{ button: '检查登记', typed: { '检查意见（没有可留空）': '铃响记得准' }, row: '登记检查' }],
    ['苏敏', '沈国华'],
  );
});

test('every step of a coordination form is gone on with by whoever unlocks the desk next', async ({ startDesk }) => {
  const { page } = await startDesk({ sample: true, clock: '2026-11-23T00:30:00.000Z' });
  await unlock(page, '林晓燕');
  await page.keyboard.press('F7');
  const form = page.getByRole('form', { name: '开协调单' });
  await choose(form, '承办部门', '工程部');
  await form.getByLabel('事由').fill('外墙渗水');
  await form.getByRole('button', { name: '开出', exact: true }).press('Enter');
  await inTurns(page, 'XT-2026-0001', [
    { button: '催办', typed: { 催办谁: '周建国', 说明: '客户急' }, row: '协调单催办' },
    { button: '签收', typed: { 签收人: '周建国' }, row: '协调单签收' },
  ]);
  await press(page, '完成');
  await dialog(page).getByLabel('经办人').fill('张强');
  await dialog(page).getByLabel('处理措施').fill('补胶');
  await dialog(page).getByLabel('处理措施').press('Control+Enter');
  await expect(dialog(page)).toHaveCount(0);
  await inTurns(page, 'XT-2026-0001', [
    { button: '回复客户', picked: { 回复方式: '上门' }, typed: { 回访结果: '不再渗水' }, row: '协调单回复客户' },
  ]);

  await page.keyboard.press('F7');
  await choose(form, '承办部门', '工程部');
  await form.getByLabel('事由').fill('开错的');
  await form.getByRole('button', { name: '开出', exact: true }).press('Enter');
  await inTurns(page, 'XT-2026-0002', [{ button: '作废', typed: { 作废原因: '开错了' }, row: '协调单作废' }], ['苏敏', '林晓燕']);
});

test('every step of a posting is gone on with by whoever unlocks the desk next', async ({ startDesk }) => {
  const { page } = await startDesk({ sample: true, clock: '2026-11-23T00:30:00.000Z' });
  await unlock(page, '林晓燕');
  await page.keyboard.press('Alt+7');
  await press(page, '登记表扬');
  const praise = page.getByRole('form', { name: '登记表扬' });
  await pick(praise, '表扬形式', '锦旗');
  await takeHousehold(praise, '表扬人', '12-801', '马䶮骏');
  await praise.getByLabel('表扬事由').fill('送来锦旗一面');
  await choose(praise, '添加受表扬员工', '赵桂花');
  await praise.getByLabel('表扬事由').press('Control+Enter');
  await expect(heading(page, 'BY-2026-001')).toBeVisible();
  await inTurns(page, 'BY-2026-001', [
    { button: '张贴原件', typed: { 张贴位置: '办公室公告栏' }, row: '表扬信原件张贴' },
    { button: '张贴保洁部复印件', typed: { 张贴位置: '班前会' }, row: '表扬信复印件张贴' },
    { button: '更正保洁部复印件张贴', typed: { 原因: '写错', 张贴位置: '宣传栏' }, row: '复印件张贴的更正' },
    { button: '奖励与存放', typed: { 奖励通知单号: 'JL-8', 原件存放处: '柜 2' }, row: '表扬的奖励与存放' },
    { button: '致谢客户', picked: { 致谢方式: '上门' }, typed: { 致谢时间: '2026-11-23 08:30' }, row: '表扬的致谢' },
  ]);
  await expect(page.getByRole('table', { name: '张贴情况' })).toContainText(/办公室公告栏.*林晓燕/);
  // On the day itself the field begins with that day, and there is nothing typed to keep.
  await setClock(page, '2026-11-24', '08:30');
  await switchTo(page, '林晓燕');
  await inTurns(page, 'BY-2026-001', [{ button: '撤下原件', typed: { 撤下日期: '2026-11-23' }, row: '表扬信撤下' }]);

  await page.keyboard.press('Alt+7');
  await press(page, '登记表扬');
  await pick(praise, '表扬形式', '当面');
  await praise.getByLabel('表扬事由').fill('登记错了的');
  await choose(praise, '添加受表扬员工', '赵桂花');
  await praise.getByLabel('表扬事由').press('Control+Enter');
  await inTurns(page, 'BY-2026-002', [{ button: '作废', typed: { 作废原因: '开错了' }, row: '表扬登记作废' }], ['苏敏', '林晓燕']);
  await expect(page.getByText('已作废').first()).toBeVisible();
});

test('a step that was begun stays for later, and once it is not open any more it is read and given up', async ({ startDesk }) => {
  const { page } = await startDesk({ sample: true, clock: '2026-11-23T00:30:00.000Z' });
  const unsaved = page.getByRole('list', { name: '未存的表单' }).getByRole('button');
  const reason = dialog(page).getByLabel('作废原因');
  await unlock(page, '林晓燕');
  await page.keyboard.press('F7');
  const form = page.getByRole('form', { name: '开协调单' });
  await choose(form, '承办部门', '工程部');
  await form.getByLabel('事由').fill('外墙渗水');
  await form.getByRole('button', { name: '开出', exact: true }).press('Enter');
  await expect(heading(page, 'XT-2026-0001')).toBeVisible();
  await press(page, '作废');
  await reason.fill('与上一张重复');

  await test.step('whoever finds it leaves it as it is, and takes another step', async () => {
    await switchTo(page, '苏敏');
    await goTo(page, 'Alt+1', '今日');
    await unsaved.press('Enter');
    await expect(reason).toHaveValue('与上一张重复');
    await reason.press('Escape');
    await answerQuestion(page, '放弃修改', '先关闭，稍后再填');
    await expect(dialog(page)).toHaveCount(0);
    await press(page, '签收');
    await dialog(page).getByLabel('签收人').fill('周建国');
    await dialog(page).getByLabel('签收人').press('Enter');
    await expect(dialog(page)).toHaveCount(0);
    await press(page, '完成');
    await dialog(page).getByLabel('经办人').fill('张强');
    await dialog(page).getByLabel('处理措施').fill('补胶');
    await dialog(page).getByLabel('处理措施').press('Control+Enter');
    await expect(dialog(page)).toHaveCount(0);
    await allSaved(page);
  });

  await test.step('whoever began it reads it there, until it is given up', async () => {
    await switchTo(page, '林晓燕');
    await goTo(page, 'Alt+1', '今日');
    await expect(unsaved).toHaveText([/^协调单作废 XT-2026-0001.*与上一张重复/]);
    await unsaved.press('Enter');
    await expect(dialog(page)).toContainText('现在不能办理');
    await expect(dialog(page)).toContainText('与上一张重复');
    await expect(reason).toHaveCount(0);
    await page.keyboard.press('Escape');
    await expect(dialog(page)).toHaveCount(0);
    await goTo(page, 'Alt+1', '今日');
    await unsaved.press('Enter');
    await dialogReady(page);
    await dialog(page).getByRole('button', { name: '放弃填写' }).press('Enter');
    await expect(dialog(page)).toHaveCount(0);
    await goTo(page, 'Alt+1', '今日');
    await expect(unsaved).toHaveCount(0);
  });
});
