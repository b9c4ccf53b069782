import { rmSync } from 'node:fs';
import path from 'node:path';
import { lookThroughStore } from '../faults/logged-book.ts';
import { typeAfternoon } from '../support/day-afternoon.ts';
import { switchTo } from '../support/day-driver.ts';
import { typeMorning } from '../support/day-morning.ts';
import {
  allSaved,
  choose,
  dialogReady,
  countPointer,
  dumpBook,
  goTo,
  lockScreen,
  openRow,
  setClock,
  sheetText,
  unlock,
} from '../support/desk-driver.ts';
import { DAY } from '../support/one-day.ts';
import { expect, test } from './desk-test.ts';

test('a whole day at the desk, typed without a mouse', async ({ startDesk }) => {
  const desk = await startDesk({ sample: true, clock: '2026-11-23T00:00:00.000Z' });
  const { page } = desk;
  const pointerPresses = await countPointer(page);
  await lockScreen(page);
  await page.reload();
  await unlock(page, '林晓燕');

  await typeMorning(desk);
  await typeAfternoon(page);

  await test.step('18:00: the assistant reads, decides and issues forms', async () => {
    await setClock(page, DAY, '18:00');
    await switchTo(page, '苏敏');
    await goTo(page, 'Alt+3', '客户来函目录');
    await openRow(page, 'LH-2026-0001');
    await page.getByRole('button', { name: '助理决定' }).press('Enter');
    await page.getByRole('dialog').getByLabel('决定的理由').fill('多次报修未解决,须跟踪');
    await page.getByRole('dialog').getByLabel('决定的理由').press('Control+Enter');
    await page.getByRole('button', { name: '开协调单' }).press('Enter');
    await expect(page.getByLabel('客户')).toHaveValue('马䶮骏');
    await expect(page.getByLabel('内容')).toHaveValue(/B2-117 车位长期漏水/);
    await choose(page, '承办部门', '工程部');
    await page.getByLabel('事由').press('Control+Enter');
    await dialogReady(page);
    await page.getByRole('radio', { name: 'A4' }).press('Space');
    const sheet = await sheetText(desk);
    expect(sheet).toContain('桂苑花园协调单');
    expect(sheet).toContain('XT-2026-0001');
    expect(sheet).toContain('马䶮骏');
    expect(sheet).toContain('LH-2026-0001');
    await page.keyboard.press('Escape');

    await goTo(page, 'Alt+2', '接待记录');
    await openRow(page, '打桩一样的声音');
    await page.getByRole('button', { name: '投诉处理决定' }).press('Enter');
    await page.getByRole('dialog').getByLabel('决定的理由').fill('第四次投诉,请保安部夜间核实');
    await page.getByRole('dialog').getByLabel('决定的理由').press('Control+Enter');
    await page.getByRole('button', { name: '开协调单' }).press('Enter');
    await choose(page, '承办部门', '保安部');
    await page.getByRole('button', { name: '开出', exact: true }).press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'XT-2026-0002' })).toBeVisible();

    await goTo(page, 'Alt+2', '接待记录');
    await openRow(page, '游泳池');
    await page.getByRole('button', { name: '检查登记' }).press('Enter');
    await page
      .getByRole('dialog')
      .getByLabel(/检查意见/)
      .press('Control+Enter');
    await expect(page.getByText(/苏敏已于 2026-11-23 18:00 检查/)).toBeVisible();
    await page.getByRole('button', { name: '办结' }).press('Enter');
    await page.getByRole('dialog').getByLabel('处理结果').press('Control+Enter');
    await expect(page.getByText('已办结').first()).toBeVisible();
  });

  await test.step('18:15: what is open stands on Today, overdue first', async () => {
    await setClock(page, DAY, '18:15');
    await goTo(page, 'Alt+1', '今日');
    const promises = page.getByRole('list', { name: '答应的回复与回电' }).getByRole('listitem');
    await expect(promises).toHaveCount(6);
    await expect(promises.first()).toContainText('3-2-1502');
    await expect(promises.first()).toContainText('已超时');
    await expect(page.getByRole('list', { name: '给同事的留言' }).getByRole('listitem')).toContainText(['给 周建国']);
    await expect(page.getByRole('list', { name: '待助理决定的投诉' })).toBeHidden();
    await expect(page.getByRole('list', { name: '待办来函' }).getByRole('listitem')).toHaveCount(4);
    await expect(page.getByRole('list', { name: '协调单' }).getByRole('listitem')).toHaveCount(2);
    await promises.first().getByRole('button').press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'JD-2026-000001' })).toBeVisible();
    await page.getByRole('button', { name: '历史' }).press('Enter');
    await expect(page.getByText('林晓燕 · A').first()).toBeVisible();
  });

  await test.step('the registers on paper', async () => {
    await goTo(page, 'Alt+2', '接待记录');
    await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', '16');
    await page.getByRole('button', { name: '打印登记表' }).press('Enter');
    const sheet = await sheetText(desk);
    expect(sheet).toContain('JD-2026-000015');
    expect(sheet).toContain('138****2236');
    expect(sheet).not.toContain('13805712236');
    // How often it rang, who the caller is, and where it went.
    for (const words of ['2声', '业主', 'XT-2026-0002']) expect(sheet.replaceAll(' ', '')).toContain(words);
    await page.keyboard.press('Escape');
    // A part of the log says which part it is.
    const category = page.getByRole('combobox', { name: '类别' });
    await category.press('Enter');
    const complaints = page.getByRole('option', { name: '投诉' });
    await complaints.waitFor();
    await expect(async () => {
      await category.press('ArrowDown');
      await expect(complaints).toHaveAttribute('data-combobox-selected', 'true', { timeout: 200 });
    }).toPass();
    await category.press('Enter');
    await page.getByRole('button', { name: '打印登记表' }).press('Enter');
    expect(await sheetText(desk)).toMatch(/日期：全部\s+投诉\s+共\s?1\s?条/);
    await page.keyboard.press('Escape');
    await goTo(page, 'Alt+3', '来函目录');
    await page.getByRole('button', { name: '打印登记表' }).press('Enter');
    const letters = await sheetText(desk);
    for (const words of ['136****0801', '开协调单']) expect(letters).toContain(words);
    await page.keyboard.press('Escape');
  });

  expect(await pointerPresses()).toBe(0);
  await allSaved(page);
  expect(await lookThroughStore(page), 'every row is what the operations say').toBe('whole');
  const before = await dumpBook(page);
  expect(desk.foreign).toEqual([]);
  await desk.close();

  await test.step('the app restarted shows the same', async () => {
    const again = await startDesk({ sample: true, folder: desk.folder, clock: '2026-11-23T10:20:00.000Z' });
    await unlock(again.page, '林晓燕');
    await expect(again.page.getByRole('list', { name: '答应的回复与回电' }).getByRole('listitem')).toHaveCount(6);
    expect(await dumpBook(again.page)).toEqual(before);
    await again.close();
  });

  await test.step('the journal alone rebuilds the same database', async () => {
    rmSync(path.join(desk.folder, 'test-browser'), { recursive: true, force: true });
    rmSync(path.join(desk.folder, 'electron-profile-1'), { recursive: true, force: true });
    const rebuilt = await startDesk({ sample: true, folder: desk.folder, clock: '2026-11-23T10:30:00.000Z' });
    await rebuilt.page.getByRole('radio', { name: /用安全副本重建/ }).press('Space');
    await rebuilt.page.getByRole('button', { name: '开始恢复' }).press('Enter');
    await unlock(rebuilt.page, '林晓燕');
    expect(await dumpBook(rebuilt.page)).toEqual(before);
  });
});
