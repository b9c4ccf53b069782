import type { Page } from '@playwright/test';
import { dialogReady, pick, typeDoorCall, unlock } from '../support/desk-driver.ts';
import { logVisit } from '../support/own-desk.ts';
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

test('a number that is shown has the cursor, which its button took away', async ({ startDesk }) => {
  const { page } = await startDesk({ sample: true, clock: '2026-11-23T00:30:00.000Z' });
  await unlock(page, '林晓燕');
  const call = await typeDoorCall(page);
  await call.getByRole('button', { name: '保存并派工' }).press('Enter');
  const order = page.getByRole('form', { name: '开派工单' });
  await order.getByLabel('公共部位').fill('3 栋大堂');
  await pick(order, '工种', '门窗');
  await order.getByLabel('内容').press('Control+Enter');
  await page.getByRole('button', { name: '显示号码' }).press('Enter');
  await expect(page.getByText('13805712236', { exact: true })).toBeFocused();
  // From there Tab goes on along the page, not from its beginning.
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'JD-2026-000001' })).toBeFocused();
});

test('each step of the first start begins in its first field, the last one at printing the code', async ({ startDesk }) => {
  const { page } = await startDesk({ clock: '2026-11-23T00:30:00.000Z' });
  await expect(page.getByRole('radio', { name: '中文' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('物业公司')).toBeFocused();
  await page.getByLabel('物业公司').fill('安居物业');
  // Refused, it leads to the first field that is wrong.
  await page.getByLabel('物业公司').press('Enter');
  await expect(page.getByLabel('开发商')).toBeFocused();
  await page.getByLabel('开发商').fill('桂苑置业');
  await page.getByRole('textbox', { name: '小区名称' }).fill('桂苑花园');
  await page.getByRole('textbox', { name: '小区名称' }).press('Enter');
  await expect(page.getByRole('textbox', { name: '部门' })).toBeFocused();
  await page.getByRole('button', { name: '下一步' }).press('Enter');
  await expect(page.getByRole('textbox', { name: '姓名' })).toBeFocused();
  await page.getByRole('textbox', { name: '姓名' }).fill('沈国华');
  await page.getByLabel('密码（4 至 12 位数字）').fill('1357');
  await page.getByLabel('再输一次').fill('1357');
  await page.getByLabel('再输一次').press('Enter');
  await expect(page.getByRole('button', { name: '打印恢复码' })).toBeFocused();
});

test('a reply letter is begun in its first field', async ({ startDesk }) => {
  const { page } = await startDesk({ sample: true, clock: '2026-11-23T00:30:00.000Z' });
  await unlock(page, '林晓燕');
  await page.keyboard.press('Alt+6');
  await page.getByRole('button', { name: '拟写回函' }).press('Enter');
  await expect(page.getByRole('form', { name: '拟写回函' }).getByLabel('房号')).toBeFocused();
});

test('a row of choices is one stop of the Tab key, so that a call is typed without walking through every choice', async ({ startDesk }) => {
  const { page } = await startDesk({ sample: true, clock: '2026-11-23T00:30:00.000Z' });
  await unlock(page, '林晓燕');
  await page.keyboard.press('F2');
  const call = page.getByRole('form', { name: '来电' });
  await call.getByLabel('不愿留号码').focus();
  const into = (group: string) => expect(call.getByRole('radiogroup', { name: group }).getByRole('radio', { checked: true })).toBeFocused();
  // Nothing is chosen yet: the first one has the cursor, and an arrow takes the next.
  await page.keyboard.press('Tab');
  await expect(call.getByRole('radio', { name: '业主' })).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await into('身份');
  await page.keyboard.press('Tab');
  await into('缓急');
  await page.keyboard.press('Tab');
  await expect(call.getByRole('radio', { name: '报事' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(call.getByLabel('内容', { exact: true })).toBeFocused();
  // And back: to what is chosen.
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Space');
  await page.keyboard.press('Shift+Tab');
  await into('缓急');
});

test('a visitor is not asked for a calling number', async ({ startDesk }) => {
  const { page } = await startDesk({ sample: true, clock: '2026-11-23T00:30:00.000Z' });
  await unlock(page, '林晓燕');
  await page.keyboard.press('F3');
  const visit = page.getByRole('form', { name: '来访' });
  await visit.getByLabel('读音').press('Tab');
  await expect(visit.getByLabel('留下号码')).toBeFocused();
  await expect(visit.getByLabel('来电号码')).toBeHidden();
});

test('a form of the directory and of the settings is saved by the key of every other form', async ({ startDesk }) => {
  const { page } = await startDesk({ sample: true, clock: '2026-11-23T00:30:00.000Z' });
  await unlock(page, '沈国华');
  await page.keyboard.press('Alt+8');
  await page.getByLabel('房号、姓名、拼音或电话').fill('单雄信');
  await page.getByLabel('房号、姓名、拼音或电话').press('ArrowDown');
  const household = page.getByRole('form', { name: '单雄信' });
  await household.getByLabel('备注').fill('晚上七点后在家');
  await household.getByLabel('备注').press('Control+Enter');
  // Saved, there is nothing left to give up.
  await expect(household.getByRole('button', { name: '放弃修改' })).toBeHidden();
  await expect(household.getByLabel('备注')).toHaveValue('晚上七点后在家');
  await page.keyboard.press('Alt+9');
  const estate = page.getByRole('form', { name: '小区与前台' });
  await estate.getByLabel('前台电话').fill('0571-88001235');
  await estate.getByLabel('前台电话').press('Control+Enter');
  await expect(estate.getByRole('button', { name: '放弃修改' })).toBeHidden();
  await expect(estate.getByLabel('前台电话')).toHaveValue('0571-88001235');
});

test('a key, a saved form and a step that is done leave the cursor on the page, not at the top of the window', async ({ startDesk }) => {
  const { page } = await startDesk({ sample: true, clock: '2026-11-23T00:30:00.000Z' });
  await unlock(page, '林晓燕');
  // A list has the cursor at once: the arrow keys walk it, and Enter opens.
  await page.keyboard.press('Alt+2');
  await expect(page.getByRole('grid', { name: '接待记录' })).toBeFocused();
  await page.keyboard.press('F6');
  const form = page.getByRole('form', { name: '登记来函' });
  await expect(form.getByLabel('来函人或单位')).toBeFocused();
  await page.keyboard.type('街道办事处');
  await pick(form, '类别', '工作联系');
  await form.getByLabel('事由').fill('消防检查');
  await form.getByLabel('事由').press('Control+Enter');
  // One Tab to what is to be done next, and one from there to what comes after that.
  const step = page.getByRole('main').getByRole('button', { name: '移交行政部' });
  await expect(step).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(step).toBeFocused();
  await page.keyboard.press('Enter');
  await dialogReady(page);
  await page.getByRole('dialog').getByLabel('签收人').fill('陈静');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(step).toBeHidden();
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
  // The page behind an entry has the cursor again once it is saved.
  await page.keyboard.press('Alt+3');
  const list = page.getByRole('grid', { name: '来函目录' });
  await expect(list).toBeFocused();
  await page.keyboard.press('F3');
  const visit = page.getByRole('form', { name: '来访' });
  await visit.getByLabel('内容', { exact: true }).fill('来问停车费');
  await page.keyboard.press('Control+Enter');
  await expect(visit).toBeHidden();
  await expect(list).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'LH-2026-0001' })).toBeVisible();
  // What the search box finds has the cursor, not the box that is gone.
  await page.keyboard.press('Control+K');
  await page.getByPlaceholder(/编号、房号/).fill('LH-2026-0001');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /LH-2026-0001/ })
    .waitFor();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'LH-2026-0001' })).toBeVisible();
  await expect(page.getByRole('main')).toBeFocused();
  // A link of the frame leads onto its page, too.
  await page.getByRole('link', { name: /接待记录/ }).press('Enter');
  await expect(page.getByRole('grid', { name: '接待记录' })).toBeFocused();
});

test('a category that the arrow keys only pass asks for no reply', async ({ startDesk }) => {
  const { page } = await startDesk({ sample: true, clock: '2026-11-23T00:30:00.000Z' });
  await unlock(page, '林晓燕');
  await page.keyboard.press('F6');
  const form = page.getByRole('form', { name: '登记来函' });
  const category = (name: string) => form.getByRole('radiogroup', { name: '类别' }).getByRole('radio', { name });
  const replyNeeded = form.getByRole('radiogroup', { name: '需要回函' }).getByRole('radio', { checked: true });
  await category('报事').press('ArrowRight');
  await expect(category('投诉')).toBeChecked();
  await expect(replyNeeded).toHaveAccessibleName('是');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(category('工作联系')).toBeChecked();
  await expect(replyNeeded).toHaveCount(0);
  // What was chosen by hand stays.
  await pick(form, '需要回函', '是');
  await category('工作联系').press('ArrowLeft');
  await expect(category('表扬')).toBeChecked();
  await expect(replyNeeded).toHaveAccessibleName('是');
});

test('whoever comes back from a record goes on in the list where they were', async ({ startDesk }) => {
  const { page } = await startDesk({ sample: true, clock: '2026-11-23T00:30:00.000Z' });
  await unlock(page, '林晓燕');
  for (const content of ['问停车费', '借雨伞', '取快递']) await logVisit(page, content);
  await page.keyboard.press('Alt+2');
  const list = page.getByRole('grid', { name: '接待记录' });
  await expect(list).toBeFocused();
  await expect(list.getByRole('row')).toHaveCount(4);
  const middle = list.getByRole('row', { name: '借雨伞' });
  await page.keyboard.press('ArrowDown');
  await expect(middle).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'JD-2026-000002' })).toBeVisible();
  await page.keyboard.press('Alt+2');
  await expect(middle).toHaveAttribute('aria-selected', 'true');
  // From elsewhere one looks at what is newest.
  await page.keyboard.press('Alt+3');
  await expect(page.getByRole('grid', { name: '来函目录' })).toBeFocused();
  await page.keyboard.press('Alt+2');
  await expect(list.getByRole('row', { name: '取快递' })).toHaveAttribute('aria-selected', 'true');
});

test('whoever comes back from changing an entry goes on at the button they pressed', async ({ startDesk }) => {
  const { page } = await startDesk({ sample: true, clock: '2026-11-23T00:30:00.000Z' });
  await unlock(page, '林晓燕');
  await logVisit(page, '借雨伞');
  await page.keyboard.press('Alt+2');
  await page.getByRole('grid', { name: '接待记录' }).getByRole('row', { name: '借雨伞' }).waitFor();
  await page.keyboard.press('Enter');
  const change = page.getByRole('button', { name: '修改或补充' });
  const form = page.getByRole('form', { name: '修改 JD-2026-000001' });
  await expect(change).toBeVisible();
  await expect(change).not.toBeFocused();
  await change.press('Enter');
  await expect(form.getByLabel('房号')).toBeFocused();
  await form.getByRole('button', { name: '取消' }).press('Enter');
  await expect(change).toBeFocused();
  await page.keyboard.press('Enter');
  await form.getByLabel('备注').fill('明天来还');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('明天来还')).toBeVisible();
  await expect(change).toBeFocused();
  // Come to from its list, it begins as every page does.
  await page.keyboard.press('Alt+2');
  await expect(page.getByRole('grid', { name: '接待记录' })).toBeFocused();
  await page.getByRole('grid', { name: '接待记录' }).getByRole('row', { name: '借雨伞' }).waitFor();
  await page.keyboard.press('Enter');
  await expect(change).toBeVisible();
  await expect(page.getByRole('main')).toBeFocused();
});

test('what a call or a lock stood in front of has the cursor again where it was', async ({ startDesk }) => {
  const { page } = await startDesk({ sample: true, clock: '2026-11-23T00:30:00.000Z' });
  await unlock(page, '林晓燕');
  await logVisit(page, '借雨伞');
  await page.keyboard.press('Alt+2');
  await page.getByRole('grid', { name: '接待记录' }).getByRole('row', { name: '借雨伞' }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: '修改或补充' }).press('Enter');
  const content = page.getByRole('form', { name: '修改 JD-2026-000001' }).getByLabel('内容', { exact: true });
  await content.fill('借雨伞两把');
  await page.keyboard.press('F2');
  const call = page.getByRole('form', { name: '来电' });
  await expect(call.getByLabel('房号')).toBeFocused();
  await call.getByLabel('备注').fill('稍后再打来');

  // Put aside, the call makes way for the form behind it; taken up again, it goes on in its note.
  await call.getByRole('button', { name: '收起' }).press('Enter');
  await expect(content).toBeFocused();
  await page.getByRole('button', { name: /^来电 \d/ }).press('Enter');
  await expect(call.getByLabel('备注')).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await expect(call).toBeHidden();
  await expect(content).toBeFocused();

  await page.keyboard.press('F9');
  await unlock(page, '林晓燕');
  await expect(content).toBeFocused();
});

test('so has every form that fills a page, in the field where it was', async ({ startDesk }) => {
  const { page } = await startDesk({ sample: true, clock: '2026-11-23T00:30:00.000Z' });
  await unlock(page, '林晓燕');
  const call = page.getByRole('form', { name: '来电' });
  const callComesIn = async () => {
    await page.keyboard.press('F2');
    await expect(call.getByLabel('房号')).toBeFocused();
    await call.getByLabel('内容', { exact: true }).fill('问停车费');
    await call.getByLabel('内容', { exact: true }).press('Control+Enter');
    await expect(call).toBeHidden();
  };

  await page.keyboard.press('F6');
  const letter = page.getByRole('form', { name: '登记来函' });
  await expect(letter.getByLabel('来函人或单位')).toBeFocused();
  await letter.getByLabel('事由').fill('冬季消防');
  await callComesIn();
  await expect(letter.getByLabel('事由')).toBeFocused();
  await page.keyboard.press('F9');
  await unlock(page, '林晓燕');
  await expect(letter.getByLabel('事由')).toBeFocused();

  await page.keyboard.press('F7');
  const form = page.getByRole('form', { name: '开协调单' });
  await expect(form.getByLabel('承办部门')).toBeFocused();
  await callComesIn();
  await expect(form.getByLabel('承办部门')).toBeFocused();
  await form.getByLabel('事由').fill('门禁坏了');
  await callComesIn();
  await expect(form.getByLabel('事由')).toBeFocused();
});

test('so has a form of the directory and of the settings, and the filter beside it', async ({ startDesk }) => {
  const { page } = await startDesk({ sample: true, clock: '2026-11-23T00:30:00.000Z' });
  await unlock(page, '沈国华');
  const call = page.getByRole('form', { name: '来电' });
  const interrupt = async () => {
    await page.keyboard.press('F2');
    await expect(call.getByLabel('房号')).toBeFocused();
    await call.getByLabel('内容', { exact: true }).fill('问停车费');
    await call.getByLabel('内容', { exact: true }).press('Control+Enter');
    await expect(call).toBeHidden();
  };

  await page.keyboard.press('Alt+8');
  const filter = page.getByLabel('房号、姓名、拼音或电话');
  await filter.fill('单雄信');
  await filter.press('ArrowDown');
  const household = page.getByRole('form', { name: '单雄信' });
  await household.getByLabel('备注').fill('晚上七点后在家');
  await interrupt();
  await expect(household.getByLabel('备注')).toBeFocused();
  await page.keyboard.press('F9');
  await unlock(page, '沈国华');
  await expect(household.getByLabel('备注')).toBeFocused();
  await filter.focus();
  await interrupt();
  await expect(filter).toBeFocused();
  // What is wrong has the cursor, as in every other form.
  await household.getByLabel('邮政编码').fill('3100');
  await household.getByLabel('备注').press('Control+Enter');
  await expect(household.getByLabel('邮政编码')).toBeFocused();

  await page.keyboard.press('Alt+9');
  const estate = page.getByRole('form', { name: '小区与前台' });
  await estate.getByLabel('前台电话').fill('0571-88001235');
  await interrupt();
  await expect(estate.getByLabel('前台电话')).toBeFocused();
});
