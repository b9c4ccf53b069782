import type { Locator, Page } from '@playwright/test';
import { lookThroughStore } from '../faults/logged-book.ts';
import { allSaved, choose, goTo, openRow, pick, setClock, sheetText, takeHousehold, unlock } from '../support/desk-driver.ts';
import { expect, test } from './desk-test.ts';

const DAY = '2026-11-23';

/** What a hand scanner does: the keys of a barcode and Enter within a breath, none waiting for the one before. */
async function scan(page: Page, number: string, answer: Locator): Promise<void> {
  const keys = [...number, 'Enter'];
  await expect(async () => {
    await Promise.all(keys.map((key) => page.keyboard.down(key)));
    for (const key of keys) await page.keyboard.up(key);
    // On a busy machine the keys may come too slowly for a scanner's: then, as at a desk, it is scanned again.
    await expect(answer).toBeVisible({ timeout: 3000 });
  }).toPass({ timeout: 30_000 });
}

async function logCall(page: Page, time: string, unit: string, content: string): Promise<void> {
  await setClock(page, DAY, time);
  await page.keyboard.press('F2');
  const form = page.getByRole('form', { name: '来电' });
  await pick(form, '铃响', '1 声');
  await takeHousehold(form, '房号', unit, '单雄信');
  await pick(form, '类别', '报事');
  await form.getByLabel('内容', { exact: true }).fill(content);
  await pick(form, '当场答复', '否');
  await form.getByLabel('内容', { exact: true }).press('Control+Enter');
  await expect(form).toBeHidden();
}

test('a unit and its history, scanned forms, blank paper, holidays, an earlier snapshot', async ({ startDesk, hostKind }) => {
  const desk = await startDesk({ sample: true, clock: '2026-11-23T00:00:00.000Z' });
  const { page } = desk;
  await unlock(page, '林晓燕');

  await test.step('a patrol becomes a form; its barcode opens it from any page', async () => {
    await setClock(page, DAY, '11:50');
    await page.keyboard.press('F7');
    const form = page.getByRole('form', { name: '开协调单' });
    await pick(form, '来源', '巡检');
    await choose(form, '承办部门', '工程部');
    await takeHousehold(form, '房号', '3 2 1502', '单雄信');
    await form.getByLabel('事由').fill('6栋地下室应急灯三盏不亮');
    await form.getByRole('button', { name: '开出', exact: true }).press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'XT-2026-0001' })).toBeVisible();
    await expect(page.getByText('巡检')).toBeVisible();
    await goTo(page, 'Alt+9', '设置');
    // The button in focus must not be pressed by the scanner's Enter.
    await page.getByRole('tab', { name: '备份与恢复' }).focus();
    await scan(page, 'XT-2026-0001', page.getByRole('heading', { level: 1, name: 'XT-2026-0001' }));
    await page.getByRole('button', { name: '催办' }).focus();
    await scan(page, 'XT-2026-0099', page.getByText('没有编号为 XT-2026-0099 的单据。').first());
    // It stays until it is closed, in the language of the desk.
    await page.getByRole('button', { name: 'English', exact: true }).press('Enter');
    await expect(page.getByText('No record is numbered XT-2026-0099.').first()).toBeVisible();
    await page.getByRole('button', { name: '中文', exact: true }).press('Enter');
    await expect(page.getByRole('dialog')).toBeHidden();
  });

  await test.step('the page of the unit shows everything that happened there', async () => {
    await logCall(page, '12:00', '3栋2单元1502', '厨房下水道堵了');
    await logCall(page, '12:30', '3#2-1502', '又堵了');
    await page.keyboard.press('Control+K');
    const search = page.getByRole('dialog').getByRole('textbox');
    await search.fill('3-2-1502');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^3-2-1502.*单雄信/ })
      .first()
      .waitFor();
    await page
      .getByRole('dialog')
      .getByRole('button')
      .filter({ hasText: /^3-2-1502/ })
      .nth(1)
      .press('Enter');
    const timeline = page.getByRole('grid', { name: '往来与办理' });
    await expect(timeline.getByRole('row')).toHaveCount(6);
    await expect(timeline.getByRole('row').nth(1)).toContainText('答应回复');
    await expect(timeline.getByRole('row').filter({ hasText: '协调单' })).toContainText('应急灯');
    await page
      .getByRole('group', { name: '只看' })
      .getByRole('checkbox', { name: /协调单 1/ })
      .press('Space');
    await expect(timeline.getByRole('row')).toHaveCount(2);
    await timeline.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'XT-2026-0001' })).toBeVisible();
  });

  await test.step('next year’s holidays are asked for, read and put in force', async () => {
    await page.keyboard.press('F9');
    await unlock(page, '沈国华');
    await goTo(page, 'Alt+1', '今日');
    await expect(page.getByText(/还没有 2027 年的节假日表/)).toBeVisible();
    await page.getByRole('button', { name: '去导入' }).press('Enter');
    await expect(page.getByText(/还没有 2027 年的节假日表，请在此导入/)).toBeVisible();
    const table = { year: 2027, source: '国办发明电', holidays: [{ date: '2027-01-01', name: '元旦' }], makeUpDays: [] };
    await page.locator('input[type=file]').setInputFiles({
      name: '2027.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify({ ...table, holidays: [] })),
    });
    await expect(page.getByText('表里没有放假的日子。')).toBeVisible();
    await page.locator('input[type=file]').setInputFiles({
      name: '2027.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify(table)),
    });
    await page.getByRole('button', { name: '启用 2027 年的表' }).press('Enter');
    await expect(page.getByText(/还没有 2027 年的节假日表/)).toBeHidden();
    // Deadlines follow from it: who brought the table, and when, stands below it.
    await page.getByRole('button', { name: '历史' }).first().press('Enter');
    await expect(page.getByText('导入节假日')).toBeVisible();
    await goTo(page, 'Alt+1', '今日');
    await expect(page.getByText(/还没有 2027 年的节假日表/)).toBeHidden();
  });

  await test.step('printers are chosen where the choice has an effect', async () => {
    await goTo(page, 'Alt+9', '设置');
    await page.getByRole('tab', { name: '打印机' }).press('Enter');
    const inBrowser = page.getByText('在浏览器中运行时，由浏览器的打印窗口选择打印机。');
    const choice = page.getByRole('combobox', { name: 'A4、A5 打印机' });
    await expect(hostKind === 'browser' ? inBrowser : choice).toBeVisible();
    await expect(hostKind === 'browser' ? choice : inBrowser).toBeHidden();
  });

  await test.step('official letters are set in the PC’s own 仿宋 where that is chosen', async () => {
    const letter = page.locator('iframe[title="函件预览"]');
    await page.goto(`${page.url().split('#')[0]}#/replies/new/own-typeface`);
    await expect(letter).toHaveAttribute('srcdoc', /letter-body/);
    expect(await letter.getAttribute('srcdoc')).not.toContain('FangSong');
    await goTo(page, 'Alt+9', '设置');
    await page.getByRole('tab', { name: '打印机' }).press('Enter');
    await page.getByRole('switch', { name: '公函正文用本机仿宋' }).press('Space');
    // One from before must not be taken for this one.
    const saved = page.getByRole('alert').filter({ hasText: /^已保存$/ });
    await expect(saved).toBeHidden();
    await page.getByRole('button', { name: '保存' }).press('Enter');
    await expect(saved).toBeVisible();
    await page.goto(`${page.url().split('#')[0]}#/replies/new/own-typeface`);
    await expect(letter).toHaveAttribute('srcdoc', /FangSong/);
  });

  await test.step('every register on blank paper', async () => {
    await goTo(page, 'Alt+9', '设置');
    await page.getByRole('tab', { name: '空白表格' }).press('Enter');
    for (const [form, words] of [
      ['接待记录', '停电、系统停用时'],
      ['留言条', '留言给'],
      ['客户来函目录', '邮件号码'],
      ['协调单', '签收联'],
      ['派工单', '客户签字'],
      ['表扬信张贴登记', '复印件张贴'],
    ] as const) {
      await page.getByRole('tabpanel').getByRole('button', { name: form, exact: true }).press('Enter');
      const sheet = await sheetText(desk);
      expect(
        sheet.split('\f').filter((side) => side.trim() !== ''),
        form,
      ).toHaveLength(2);
      expect(sheet.replaceAll(/\s/g, ''), form).toContain(words);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toBeHidden();
    }
  });

  await test.step('the book goes back to an earlier snapshot, and numbers go on', async () => {
    await goTo(page, 'Alt+9', '设置');
    await page.getByRole('tab', { name: '备份与恢复' }).press('Enter');
    await page.getByRole('button', { name: '立即备份' }).press('Enter');
    await expect(page.getByText('备份完成。')).toBeVisible();
    await logCall(page, '13:00', '3-2-1502', '误记的一条');
    await goTo(page, 'Alt+2', '接待记录');
    await openRow(page, '误记的一条');
    await page.getByRole('button', { name: '修改或补充' }).press('Enter');
    await page.getByRole('form', { name: '修改 JD-2026-000003' }).getByLabel('备注').fill('周三再上门');
    await goTo(page, 'Alt+9', '设置');
    await page.getByRole('tab', { name: '备份与恢复' }).press('Enter');
    await page.getByRole('row').filter({ hasText: '手动' }).getByRole('button', { name: '回到此时' }).press('Enter');
    const dialog = page.getByRole('dialog', { name: '回到较早的备份' });
    await expect(dialog.getByText(/此后的 1 次操作/)).toBeVisible();
    await dialog.getByLabel('为什么要回去？').fill('登记错了');
    await dialog.getByLabel(/请输入备份日期/).fill('2020-01-01');
    await dialog.getByLabel(/请输入备份日期/).press('Enter');
    await expect(dialog.getByText(`不是备份日期 ${DAY}。`)).toBeVisible();
    await expect(dialog.getByLabel('为什么要回去？')).toHaveValue('登记错了');
    await dialog.getByLabel(/请输入备份日期/).fill(DAY);
    // The page begins anew with the other database; a key pressed before that would still meet the old one.
    // A backup of the book as it is, and the whole of the other one: on a busy machine that takes its time.
    const begunAnew = page.waitForEvent('load', { timeout: 60_000 });
    await dialog.getByLabel(/请输入备份日期/).press('Enter');
    await begunAnew;
    await page.getByRole('combobox', { name: '姓名' }).or(page.getByRole('navigation')).first().waitFor();
    if (await page.getByRole('combobox', { name: '姓名' }).isVisible()) await unlock(page, '沈国华');
    await goTo(page, 'Alt+2', '接待记录');
    await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', '3');
    // What was typed into the form of an entry that is gone is still to be read, until it is given up.
    await goTo(page, 'Alt+1', '今日');
    const unsaved = page.getByRole('list', { name: '未存的表单' }).getByRole('button');
    await expect(unsaved).toHaveText([/接待记录.*原记录已不在/]);
    await unsaved.press('Enter');
    await expect(page.getByText('周三再上门')).toBeVisible();
    await page.getByRole('button', { name: '放弃填写' }).press('Enter');
    await expect(page.getByRole('grid')).toBeVisible();
    await goTo(page, 'Alt+1', '今日');
    await expect(unsaved).toHaveCount(0);
    // The window still knows the address of what is no longer there.
    await page.evaluate(() => (globalThis.location.hash = '#/reception/gone'));
    await expect(page.getByRole('heading', { name: '没有这条记录' })).toBeVisible();
    await expect(page.getByRole('button', { name: '回到列表' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('grid')).toBeVisible();
    for (const register of ['letters', 'coordination', 'dispatch', 'praise', 'replies']) {
      await page.evaluate((name) => (globalThis.location.hash = `#/${name}/gone/edit`), register);
      await expect(page.getByRole('heading', { name: '没有这条记录' }), register).toBeVisible();
      await page.evaluate(() => (globalThis.location.hash = '#/'));
      await expect(page.getByRole('heading', { level: 1, name: '今日' })).toBeVisible();
    }
    await page.evaluate(() => (globalThis.location.hash = '#/nowhere'));
    await page.getByRole('button', { name: '回到列表' }).press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: '今日' })).toBeVisible();
    await goTo(page, 'Alt+2', '接待记录');
    await logCall(page, '13:10', '3-2-1502', '补记的一条');
    await openRow(page, '补记的一条');
    await expect(page.getByRole('heading', { level: 1, name: 'JD-2026-000004' })).toBeVisible();
  });

  await allSaved(page);
  expect(await lookThroughStore(page), 'every row is what the operations say').toBe('whole');
  expect(desk.foreign).toEqual([]);
});
