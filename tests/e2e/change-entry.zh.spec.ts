import type { Page } from '@playwright/test';
import { switchTo } from '../support/day-driver.ts';
import { allSaved, answerQuestion, goTo, openRow, pick, setClock, typeDoorCall, unlock } from '../support/desk-driver.ts';
import { expect, test } from './desk-test.ts';

const unsaved = (page: Page) => page.getByRole('list', { name: '未存的表单' }).getByRole('button');

/** A call about the door, saved, from whoever called before. */
async function logDoorCall(page: Page): Promise<void> {
  const call = await typeDoorCall(page);
  await call.getByLabel('内容', { exact: true }).press('Control+Enter');
  await expect(call).toBeHidden();
  await allSaved(page);
}

test('a half-filled change of an entry is there after a lock, for the next person and after a restart', async ({ startDesk }) => {
  const desk = await startDesk({ sample: true, clock: '2026-11-23T00:30:00.000Z' });
  const changeOn = (page: Page) => page.getByRole('form', { name: '修改 JD-2026-000002' });
  const contentOn = (page: Page) => changeOn(page).getByLabel('内容', { exact: true });

  await test.step('typed, and put under an earlier one; another person unlocks', async () => {
    const { page } = desk;
    await unlock(page, '林晓燕');
    await logDoorCall(page);
    await logDoorCall(page);
    await goTo(page, 'Alt+2', '接待记录');
    await openRow(page, 'JD-2026-000002');
    // The clock goes on while it is typed: by the minute that is looked for no step before counts.
    await setClock(page, '2026-11-23', '08:35');
    await page.getByRole('button', { name: '修改或补充' }).press('Enter');
    await contentOn(page).fill('单元门的门轴松了');
    await changeOn(page).getByRole('button', { name: '接续这条 JD-2026-000001' }).press('Enter');
    await expect(page.getByRole('status').filter({ hasText: '填写过' })).toHaveCount(0);
    await switchTo(page, '沈国华');
  });

  await test.step('the next person is told whose it is, and gives it up only after a question', async () => {
    const { page } = desk;
    await expect(contentOn(page)).toHaveValue('单元门的门轴松了');
    await expect(page.getByRole('status').filter({ hasText: '林晓燕 填写过，08:35 开始，尚未保存。' })).toBeVisible();
    await expect(changeOn(page).getByText('138****2236')).toBeVisible();
    await changeOn(page).getByRole('button', { name: '取消' }).press('Enter');
    const question = page.getByRole('dialog', { name: '放弃填写' });
    await answerQuestion(page, '放弃填写', '保留');
    await expect(question).toBeHidden();
    await expect(contentOn(page)).toHaveValue('单元门的门轴松了');
    await goTo(page, 'Alt+1', '今日');
    await expect(unsaved(page)).toHaveText([/接待记录 JD-2026-000002.*林晓燕 填写过 · 单雄信/]);
    // It is no call: none stands in front of the page, and its entry is no visit that goes on.
    await expect(page.getByRole('form')).toHaveCount(0);
    await desk.close();
  });

  await test.step('after a restart it stands as it was, and is saved', async () => {
    const { page } = await startDesk({ sample: true, folder: desk.folder, clock: '2026-11-23T00:40:00.000Z' });
    await unlock(page, '林晓燕');
    await goTo(page, 'Alt+1', '今日');
    await expect(unsaved(page)).not.toContainText(['填写过']);
    await unsaved(page).press('Enter');
    await expect(contentOn(page)).toHaveValue('单元门的门轴松了');
    await expect(changeOn(page).getByText('接续 JD-2026-000001')).toBeVisible();
    await contentOn(page).press('Control+Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'JD-2026-000002' })).toBeVisible();
    await expect(page.getByText('单元门的门轴松了')).toBeVisible();
    await expect(page.getByRole('link', { name: 'JD-2026-000001' })).toBeVisible();
    await goTo(page, 'Alt+1', '今日');
    await expect(unsaved(page)).toHaveCount(0);
  });
});

test('a change that was half-filled before the entry was closed takes a reason, and nothing back', async ({ startDesk }) => {
  const { page } = await startDesk({ sample: true, clock: '2026-11-23T00:30:00.000Z' });
  await unlock(page, '林晓燕');
  await page.keyboard.press('F3');
  const visit = page.getByRole('form', { name: '来访' });
  await visit.getByLabel('姓名', { exact: true }).fill('单雄信');
  await pick(visit, '类别', '咨询');
  await visit.getByLabel('内容', { exact: true }).fill('问停车费');
  await pick(visit, '当场答复', '是');
  await visit.getByLabel('答复内容').fill('已说明');
  await visit.getByLabel('答复内容').press('Control+Enter');
  await allSaved(page);
  await goTo(page, 'Alt+2', '接待记录');
  await openRow(page, '问停车费');
  await page.getByRole('button', { name: '修改或补充' }).press('Enter');
  const time = page.getByRole('form', { name: '修改 JD-2026-000001' }).getByLabel('时间');
  await page.getByRole('form').getByLabel('备注').fill('要看收费标准');
  await time.fill('昨天下午');
  await switchTo(page, '苏敏');
  // A time that cannot be read is half-filled, too.
  await expect(time).toHaveValue('昨天下午');

  await goTo(page, 'Alt+2', '接待记录');
  await openRow(page, '问停车费');
  await page.getByRole('button', { name: '办结' }).press('Enter');
  await page.getByRole('dialog').getByLabel('处理结果').fill('给了收费标准');
  await page.getByRole('dialog').getByLabel('处理结果').press('Control+Enter');
  await expect(page.getByText('已办结').first()).toBeVisible();
  await allSaved(page);
  await switchTo(page, '林晓燕');

  await goTo(page, 'Alt+1', '今日');
  await unsaved(page).press('Enter');
  const correction = page.getByRole('form', { name: '更正 JD-2026-000001' });
  const reason = correction.getByLabel('原因');
  await expect(correction.getByLabel('备注')).toHaveValue('要看收费标准');
  await correction.getByLabel('时间').fill('08:20');
  await correction.getByLabel('时间').press('Control+Enter');
  await expect(reason).toBeFocused();
  await expect(reason).toHaveAttribute('aria-invalid', 'true');
  await reason.fill('漏了要求');
  await goTo(page, 'Alt+1', '今日');
  await unsaved(page).press('Enter');
  await expect(reason).toHaveValue('漏了要求');
  // What the entry refuses is said beside its field, too.
  await correction.getByLabel('时间').fill('23:50');
  await reason.press('Control+Enter');
  await expect(correction.getByLabel('时间')).toBeFocused();
  await expect(correction.getByLabel('时间')).toHaveAttribute('aria-invalid', 'true');
  await correction.getByLabel('时间').fill('08:20');
  await reason.press('Control+Enter');
  await expect(page.getByText('要看收费标准')).toBeVisible();
  await expect(page.getByText('给了收费标准')).toBeVisible();
  await expect(page.getByText('已办结').first()).toBeVisible();
  await page.getByRole('button', { name: '历史' }).press('Enter');
  await expect(page.getByText('漏了要求')).toBeVisible();
});

test('what a new entry refuses is said once: beside its field, or where it has none in a notice', async ({ startDesk }) => {
  const { page } = await startDesk({ sample: true, clock: '2026-11-23T00:30:00.000Z' });
  await unlock(page, '林晓燕');
  await page.keyboard.press('F3');
  const visit = page.getByRole('form', { name: '来访' });
  const time = visit.getByLabel('时间');
  await visit.getByLabel('姓名', { exact: true }).fill('陈婷');
  await visit.getByLabel('内容', { exact: true }).fill('问停车费');
  await time.fill('23:50');
  await visit.getByLabel('内容', { exact: true }).press('Control+Enter');
  await expect(time).toBeFocused();
  await expect(time).toHaveAccessibleDescription('时间晚于现在。');
  await expect(page.getByText('时间晚于现在。')).toHaveCount(1);
  await time.fill('08:20');
  await time.press('Control+Enter');
  await expect(visit).toBeHidden();
  await allSaved(page);

  // A new employee who is not cleared for duty: who took the call is no field of it.
  await switchTo(page, '周婷');
  await page.keyboard.press('F2');
  const call = page.getByRole('form', { name: '来电' });
  await call.getByLabel('姓名', { exact: true }).fill('单雄信');
  await call.getByLabel('内容', { exact: true }).fill('单元门关不上');
  await call.getByLabel('内容', { exact: true }).press('Control+Enter');
  await expect(page.getByRole('alert').filter({ hasText: '未独立上岗的人员不得接听客户电话。' })).toBeVisible();
  await expect(page.getByText('未独立上岗的人员不得接听客户电话。')).toHaveCount(1);
  await expect(call.getByLabel('内容', { exact: true })).toHaveValue('单元门关不上');
});
