import { renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { switchTo } from '../support/day-driver.ts';
import { answerQuestion, choose, dialogReady, goTo, pick, SAMPLE_PIN, takeHousehold, unlock } from '../support/desk-driver.ts';
import { dialog, heading, press } from '../support/orders-driver.ts';
import { readTables } from '../faults/page-store.ts';
import { expect, test } from './desk-test.ts';

test('a head’s word that was half-typed is gone on with by whoever unlocks the desk next, without the PIN', async ({ startDesk }) => {
  const { page } = await startDesk({ sample: true, clock: '2026-11-23T00:30:00.000Z' });
  const unsaved = page.getByRole('list', { name: '未存的表单' }).getByRole('button');
  const opinion = dialog(page).getByRole('textbox', { name: '意见', exact: true });
  const pin = dialog(page).getByLabel('部门主管的密码');
  await unlock(page, '林晓燕');
  await page.keyboard.press('F7');
  const form = page.getByRole('form', { name: '开协调单' });
  await choose(form, '承办部门', '工程部');
  await takeHousehold(form, '房号', '3-2-1502', '单雄信');
  await form.getByLabel('事由').fill('外墙渗水');
  await form.getByRole('button', { name: '开出', exact: true }).press('Enter');
  await expect(heading(page, 'XT-2026-0001')).toBeVisible();
  for (const [button, typed] of [
    ['签收', { 签收人: '周建国' }],
    ['完成', { 经办人: '张强', 处理措施: '重做防水层' }],
  ] as const) {
    await press(page, button);
    for (const [label, words] of Object.entries(typed)) await dialog(page).getByLabel(label).fill(words);
    await dialog(page).getByRole('button', { name: button, exact: true }).press('Enter');
    await expect(dialog(page)).toHaveCount(0);
  }

  await press(page, '主管意见');
  await pin.fill(SAMPLE_PIN);
  await opinion.fill('质量合格，同意归档');
  await switchTo(page, '苏敏');
  await expect(dialog(page)).toHaveCount(0);
  const [draft] = (await readTables(page, ['drafts'])).get('drafts') ?? [];
  expect(JSON.stringify(draft)).toContain('质量合格，同意归档');
  expect(JSON.stringify(draft)).not.toContain(SAMPLE_PIN);
  await goTo(page, 'Alt+1', '今日');
  await expect(unsaved).toHaveText([/^协调单部门主管意见 XT-2026-0001.*林晓燕 填写过 · 质量合格，同意归档/]);
  await unsaved.press('Enter');
  await dialogReady(page);
  await expect(opinion).toHaveValue('质量合格，同意归档');
  await expect(pin).toHaveValue('');
  // From paper as well as by PIN: what is picked now is what counts.
  await pick(dialog(page), '意见来源', '按纸质意见补录');
  await dialog(page).getByLabel('纸质意见存放处').fill('审批单 2026-040');
  await opinion.press('Control+Enter');
  await expect(dialog(page)).toHaveCount(0);
  await expect(page.getByText(/周建国于 2026-11-23 同意归档.*苏敏记录.*质量合格，同意归档/)).toBeVisible();
  await goTo(page, 'Alt+1', '今日');
  await expect(unsaved).toHaveCount(0);
});

test('why the book is to go back to a backup is found by whoever may go back, through a crash and without the backup', async ({
  startDesk,
}) => {
  const desk = await startDesk({ sample: true, clock: '2026-11-23T00:30:00.000Z' });
  const { page } = desk;
  const unsaved = page.getByRole('list', { name: '未存的表单' }).getByRole('button');
  const dialogs = page.getByRole('dialog', { name: '回到较早的备份' });
  const reason = dialogs.getByLabel('为什么要回去？');
  const date = dialogs.getByLabel(/请输入备份日期/);
  const openBackups = async () => {
    await goTo(page, 'Alt+9', '设置');
    await page.getByRole('tab', { name: '备份与恢复' }).press('Enter');
  };
  const ofManual = page.getByRole('row').filter({ hasText: '手动' });
  await unlock(page, '沈国华');
  await openBackups();
  await page.getByRole('button', { name: '立即备份' }).press('Enter');
  await expect(page.getByText('备份完成。')).toBeVisible();
  await ofManual.getByRole('button', { name: '回到此时' }).press('Enter');
  await dialogReady(page);
  await reason.fill('周五误删了业户档案');
  await date.fill('2026-11');

  await test.step('somebody else unlocks the desk, and has nothing to do with it', async () => {
    await switchTo(page, '林晓燕');
    await expect(dialogs).toHaveCount(0);
    await goTo(page, 'Alt+1', '今日');
    await expect(unsaved).toHaveCount(0);
  });

  await test.step('a supervisor finds it after a crash; the date is typed by whoever goes back', async () => {
    await switchTo(page, '沈国华');
    await page.reload();
    await page.getByRole('navigation').first().waitFor();
    await goTo(page, 'Alt+1', '今日');
    await expect(unsaved).toHaveText([/^回到较早的备份.*周五误删了业户档案/]);
    await unsaved.press('Enter');
    await dialogReady(page);
    await expect(reason).toHaveValue('周五误删了业户档案');
    await expect(date).toHaveValue('');
    await reason.press('Escape');
    await answerQuestion(page, '放弃修改', '先关闭，稍后再填');
    await expect(dialogs).toHaveCount(0);
    await expect(ofManual).toBeVisible();
  });

  await test.step('the backup is gone: what was typed is read', async () => {
    const folder = path.join(desk.folder, 'snapshots');
    const kept = path.join(desk.folder, 'snapshots-elsewhere');
    renameSync(folder, kept);
    await goTo(page, 'Alt+1', '今日');
    await unsaved.press('Enter');
    await expect(dialogs).toContainText('现在不能办理');
    await expect(dialogs).toContainText('周五误删了业户档案');
    await dialogReady(page);
    await page.keyboard.press('Escape');
    await expect(dialogs).toHaveCount(0);
    rmSync(folder, { recursive: true, force: true });
    renameSync(kept, folder);
  });

  await test.step('the book goes back for that reason, and nothing is half-typed any more', async () => {
    await goTo(page, 'Alt+1', '今日');
    await unsaved.press('Enter');
    await dialogReady(page);
    await date.fill('2026-11-23');
    const begunAnew = page.waitForEvent('load', { timeout: 60_000 });
    await date.press('Enter');
    await begunAnew;
    await page.getByRole('navigation').first().waitFor();
    expect((await readTables(page, ['drafts'])).get('drafts')).toEqual([]);
    const operations = (await readTables(page, ['operations'])).get('operations') ?? [];
    expect(JSON.stringify(operations.at(-1))).toContain('周五误删了业户档案');
    await goTo(page, 'Alt+1', '今日');
    await expect(unsaved).toHaveCount(0);
  });
});
