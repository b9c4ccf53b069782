import type { Locator, Page } from '@playwright/test';
import { fromMenu, press, select, switchTo } from '../support/day-driver.ts';
import {
  allSaved,
  answerQuestion,
  dialogReady,
  goTo,
  pick,
  setClock,
  sheetText,
  takeHousehold,
  unlock,
  SAMPLE_PIN,
} from '../support/desk-driver.ts';
import { dialog, heading } from '../support/orders-driver.ts';
import { readTables } from '../faults/page-store.ts';
import { expect, test } from './desk-test.ts';

/** One step that somebody begins in its dialog, and somebody else takes. */
interface Step {
  button: string;
  /** What is typed, by the label of its field; the first sends the dialog. */
  typed: Record<string, string>;
  /** What is picked of several, by their label. */
  picked?: Record<string, string>;
  /** What is chosen from a list, by the label of its field. */
  chosen?: Record<string, string>;
  /** Behind a menu. */
  menu?: boolean;
  /** How it is called on Today. */
  row: string;
}

const PEOPLE = ['林晓燕', '苏敏'];
const ON_PAPER = { picked: { 意见来源: '按纸质意见补录' } };
const TITLE = '关于车位漏水的答复函';

const unsaved = (page: Page): Locator => page.getByRole('list', { name: '未存的表单' }).getByRole('button');
const field = (page: Page, label: string): Locator => dialog(page).getByRole('textbox', { name: label, exact: true });

async function begin(page: Page, { button, typed, picked = {}, chosen = {}, menu = false }: Step): Promise<void> {
  if (menu) await fromMenu(page, '更多', button);
  else await press(page, button);
  await dialogReady(page);
  for (const [label, words] of Object.entries(chosen)) await select(dialog(page), label, words);
  for (const [label, words] of Object.entries(picked)) await pick(dialog(page), label, words);
  for (const [label, words] of Object.entries(typed)) await field(page, label).fill(words);
}

/** Goes on from Today with what was begun, and takes the step. */
async function goOn(page: Page, { typed, picked = {}, chosen = {} }: Step): Promise<void> {
  await unsaved(page).press('Enter');
  await dialogReady(page);
  for (const [label, words] of Object.entries(chosen)) {
    await expect(dialog(page).getByRole('combobox', { name: label, exact: true })).toHaveValue(words);
  }
  for (const [label, words] of Object.entries(picked)) {
    await expect(dialog(page).getByRole('radiogroup', { name: label }).getByRole('radio', { name: words, exact: true })).toBeChecked();
  }
  for (const [label, words] of Object.entries(typed)) await expect(field(page, label)).toHaveValue(words);
  await field(page, Object.keys(typed)[0] ?? '').press('Control+Enter');
  await expect(dialog(page)).toHaveCount(0);
  await allSaved(page);
}

/** Takes steps of the record in front, each begun by one person and taken by the other, who finds it half-typed on Today. */
async function inTurns(page: Page, name: string, steps: readonly Step[]): Promise<void> {
  const now = await page.getByRole('banner').textContent();
  const first = PEOPLE.findIndex((person) => now?.includes(person));
  for (const [index, step] of steps.entries()) {
    const [begins, goesOn] = [PEOPLE[(first + index) % 2], PEOPLE[(first + index + 1) % 2] ?? ''];
    await test.step(step.row, async () => {
      await begin(page, step);
      await switchTo(page, goesOn);
      await expect(dialog(page)).toHaveCount(0);
      await goTo(page, 'Alt+1', '今日');
      await expect(unsaved(page)).toHaveText([new RegExp(`^${step.row} ${name}.*${begins} 填写过`)]);
      await goOn(page, step);
      await goTo(page, 'Alt+1', '今日');
      await expect(unsaved(page)).toHaveCount(0);
      await page.goBack();
      await page.getByRole('button', { name: '历史' }).waitFor();
    });
  }
}

/** Drafts a letter that only the supervisor reviews. */
async function draftReply(page: Page): Promise<void> {
  await goTo(page, 'Alt+6', '回函登记');
  await press(page, '拟写回函');
  const form = page.getByRole('form', { name: '拟写回函' });
  await takeHousehold(form, '房号', '12-801', '马䶮骏');
  await form.getByLabel('标题').fill(TITLE);
  await form.getByLabel('称呼').fill('尊敬的马䶮骏业主');
  await form.getByLabel('正文').fill('来函收悉。');
}

test('every step of a reply letter is gone on with by whoever unlocks the desk next', async ({ startDesk }) => {
  const desk = await startDesk({ sample: true, clock: '2026-11-24T00:30:00.000Z' });
  const { page } = desk;
  await unlock(page, '林晓燕');
  await draftReply(page);
  await press(page.getByRole('form', { name: '拟写回函' }), '保存并送审');
  await expect(page.getByText('审核中').first()).toBeVisible();

  // Without a number yet it goes by its title.
  await inTurns(page, TITLE, [
    {
      button: '登记审核意见',
      picked: { ...ON_PAPER.picked, 意见: '退回' },
      typed: { 意见: '请写明工期', 纸质意见存放处: '审批单 2026-031' },
      row: '回函审核意见',
    },
  ]);
  await press(page, '送审');
  await inTurns(page, TITLE, [{ button: '撤回修改', menu: true, typed: { 撤回的原因: '称呼有误' }, row: '回函撤回修改' }]);
  await press(page, '送审');
  await inTurns(page, TITLE, [
    {
      button: '营销部经理退回',
      menu: true,
      ...ON_PAPER,
      typed: { 意见: '语气再缓和些', 纸质意见存放处: '审批单 2026-032' },
      row: '回函由营销部经理退回',
    },
  ]);
  await press(page, '送审');
  await inTurns(page, TITLE, [
    { button: '登记审核意见', ...ON_PAPER, typed: { 意见: '同意', 纸质意见存放处: '审批单 2026-033' }, row: '回函审核意见' },
    { button: '批准', ...ON_PAPER, typed: { 纸质意见存放处: '审批单 2026-034', 意见: '同意发出' }, row: '回函批准' },
  ]);
  await press(page, '打印正式函');
  await sheetText(desk);
  await page.keyboard.press('Escape');
  await expect(page.getByText('已打印').first()).toBeVisible();

  const number = '客函〔2026〕1号';
  await test.step('what was done yesterday was not done when it is saved', async () => {
    const seal = { button: '用印', typed: { 用印人: '江海涛' }, row: '回函用印' };
    await begin(page, seal);
    await setClock(page, '2026-11-25', '08:30');
    await switchTo(page, '林晓燕');
    await goTo(page, 'Alt+1', '今日');
    await goOn(page, seal);
    await expect(page.getByText('2026-11-24 江海涛')).toBeVisible();
  });

  await inTurns(page, number, [
    {
      button: '寄出',
      typed: { 邮件号码: 'XA12345678533', 收据号: '0458821', 交寄邮局: '文三路支局', 寄出日期: '2026-11-24' },
      row: '回函寄出',
    },
    { button: '邮局退回', menu: true, typed: { 退回原因: '查无此人' }, row: '回函邮局退回' },
    {
      button: '重新寄出',
      picked: { 寄送方式: '特快专递' },
      typed: { 邮件号码: 'EX123456785CN', '资费合计（元）': '22.00' },
      row: '回函重新寄出',
    },
  ]);
  await setClock(page, '2026-11-26', '08:30');
  await inTurns(page, number, [
    { button: '向邮局查询', menu: true, typed: { 日期: '2026-11-25' }, row: '回函向邮局查询' },
    { button: '查询答复', menu: true, typed: { 答复内容: '已投递物业收发室' }, row: '回函查询答复' },
    { button: '签收情况', chosen: { 签收人: '收发室' }, typed: { 说明: '陈师傅签收' }, row: '回函签收情况' },
    { button: '电话确认', picked: { 结果: '联系上，未收到' }, typed: { 说明: '下午去取', 接电话的人: '马太太' }, row: '回函电话确认' },
    {
      button: '完成',
      menu: true,
      ...ON_PAPER,
      typed: { 意见: '客户当面认可', 纸质意见存放处: '审批单 2026-035' },
      row: '回函完成',
    },
    { button: '告知完成', typed: { 方式: '当面递交' }, row: '回函告知完成' },
  ]);
  await press(page, '告知完成');
  await dialogReady(page);
  await press(dialog(page), '告知完成');
  await expect(page.getByText(/程立新（总经理）/)).toBeVisible();
  await inTurns(page, number, [{ button: '归档', typed: { 档号: 'DA-2026-118', 存放处: '档案柜 3-2' }, row: '回函归档' }]);
  await expect(page.getByText('已归档').first()).toBeVisible();
});

test('a letter is handed over, and closed, by whoever unlocks the desk next', async ({ startDesk }) => {
  const { page } = await startDesk({ sample: true, clock: '2026-11-24T00:30:00.000Z' });
  await unlock(page, '林晓燕');
  await page.keyboard.press('F6');
  const form = page.getByRole('form', { name: '登记来函' });
  await pick(form, '来函方式', '面交');
  await form.getByLabel('来函人或单位').fill('桂苑社区居委会');
  await pick(form, '类别', '工作联系');
  await form.getByLabel('事由').fill('消防演练通知');
  await form.getByLabel('事由').press('Control+Enter');
  await expect(heading(page, 'LH-2026-0001')).toBeVisible();
  await inTurns(page, 'LH-2026-0001', [
    { button: '移交行政部', typed: { 签收人: '秦琼', 移交时间: '2026-11-24 08:30', 说明: '附会议通知' }, row: '来函移交行政部' },
    { button: '办结', typed: { 处理结果: '行政部派两人参加', 原件存放处: '档案柜 2-1' }, row: '来函办结' },
  ]);
  await expect(page.getByText('行政部派两人参加').first()).toBeVisible();
});

test('what is typed in a letter’s dialog goes to nobody else, and to no other text', async ({ startDesk }) => {
  const { page } = await startDesk({ sample: true, clock: '2026-11-24T00:30:00.000Z' });
  const drafts = async () => (await readTables(page, ['drafts'])).get('drafts');
  await unlock(page, '苏敏');
  await draftReply(page);
  await press(page.getByRole('form', { name: '拟写回函' }), '保存并送审');
  await expect(page.getByText('审核中').first()).toBeVisible();

  await test.step('a PIN alone is no text, and is kept nowhere', async () => {
    await press(page, '登记审核意见');
    await dialog(page).getByLabel('审核人的密码').fill(SAMPLE_PIN);
    await switchTo(page, '林晓燕');
    expect(await drafts()).toEqual([]);
    await press(page, '登记审核意见');
    await dialog(page).getByLabel('审核人的密码').fill(SAMPLE_PIN);
    await field(page, '意见').fill('同意');
    await switchTo(page, '苏敏');
    expect(JSON.stringify(await drafts())).toContain('"opinion":"同意"');
    expect(JSON.stringify(await drafts())).not.toContain(SAMPLE_PIN);
  });

  await test.step('a second person’s opinion does not wait for the first one’s, nor take its place', async () => {
    await press(page, '登记审核意见');
    await expect(field(page, '意见')).toHaveValue('');
    await field(page, '意见').fill('语气可再缓和');
    await switchTo(page, '林晓燕');
    await press(page, '登记审核意见');
    await expect(field(page, '意见')).toHaveValue('同意');
    await field(page, '意见').press('Escape');
    await answerQuestion(page, '放弃修改', '先关闭，稍后再填');
    await goTo(page, 'Alt+1', '今日');
    await expect(unsaved(page)).toHaveText([/同意/, /苏敏 填写过 · 语气可再缓和/]);
    await switchTo(page, '苏敏');
    await goTo(page, 'Alt+1', '今日');
    await expect(unsaved(page)).toHaveText([/林晓燕 填写过 · 同意/, /语气可再缓和/]);
    await unsaved(page).nth(1).press('Enter');
    await expect(field(page, '意见')).toHaveValue('语气可再缓和');
    await field(page, '意见').press('Escape');
    await answerQuestion(page, '放弃修改', '放弃修改');
    await expect(dialog(page)).toHaveCount(0);
  });

  await test.step('the text was changed meanwhile: the opinion on the former one is read and given up', async () => {
    await fromMenu(page, '更多', '撤回修改');
    await field(page, '撤回的原因').fill('改日期');
    await field(page, '撤回的原因').press('Control+Enter');
    await press(page, '修改');
    const form = page.getByRole('form', { name: '修改回函' });
    await form.getByLabel('正文').fill('来函收悉，将于12月5日前修好。');
    await press(form, '保存并送审');
    await press(page, '登记审核意见');
    await dialogReady(page);
    await expect(field(page, '意见')).toHaveValue('');
    await page.keyboard.press('Escape');
    await goTo(page, 'Alt+1', '今日');
    await unsaved(page).press('Enter');
    await expect(dialog(page)).toContainText('这一步已经办过，或现在不能办理');
    await expect(dialog(page)).toContainText('意见：同意');
    await expect(dialog(page)).toContainText('决定人：沈国华');
    await dialogReady(page);
    await press(page, '放弃填写');
    await answerQuestion(page, '放弃填写', '放弃填写');
    await expect(dialog(page)).toHaveCount(0);
    expect(await drafts()).toEqual([]);
  });

  await test.step('a withdrawal is for whoever may withdraw', async () => {
    await fromMenu(page, '更多', '撤销');
    await field(page, '撤销的原因').fill('客户已撤诉');
    await switchTo(page, '林晓燕');
    await goTo(page, 'Alt+1', '今日');
    await expect(page.getByRole('list', { name: '回函' })).toBeVisible();
    await expect(unsaved(page)).toHaveCount(0);
    await switchTo(page, '沈国华');
    await goTo(page, 'Alt+1', '今日');
    await expect(unsaved(page)).toHaveText([new RegExp(`^回函撤销 ${TITLE}.*苏敏 填写过 · 客户已撤诉`)]);
    await unsaved(page).press('Enter');
    await dialogReady(page);
    await field(page, '撤销的原因').press('Control+Enter');
    await expect(page.getByText('已撤销').first()).toBeVisible();
    await goTo(page, 'Alt+1', '今日');
    await expect(unsaved(page)).toHaveCount(0);
  });
});
