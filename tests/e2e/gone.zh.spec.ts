import type { Page } from '@playwright/test';
import { expectAccessible } from '../support/axe.ts';
import { allSaved, choose, dialogReady, goTo, openRow, pick, unlock } from '../support/desk-driver.ts';
import { expect, test } from './desk-test.ts';

const DAY = '2026-11-23';

/** Brings the book back to the backup that was taken by hand. */
async function goBack(page: Page): Promise<void> {
  await goTo(page, 'Alt+9', '设置');
  await page.getByRole('tab', { name: '备份与恢复' }).press('Enter');
  await page.getByRole('row').filter({ hasText: '手动' }).getByRole('button', { name: '回到此时' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: '回到较早的备份' });
  await dialogReady(page);
  await dialog.getByLabel('为什么要回去？').fill('登记错了');
  await dialog.getByLabel(/请输入备份日期/).fill(DAY);
  // A backup of the book as it is, and the whole of the other one: on a busy machine that takes its time.
  const begunAnew = page.waitForEvent('load', { timeout: 60_000 });
  await dialog.getByLabel(/请输入备份日期/).press('Enter');
  await begunAnew;
  await page.getByRole('combobox', { name: '姓名' }).or(page.getByRole('navigation')).first().waitFor();
  if (await page.getByRole('combobox', { name: '姓名' }).isVisible()) await unlock(page, '沈国华');
}

test('half-filled forms about what the book no longer holds lose nothing, and pass for nothing they are not', async ({ startDesk }) => {
  const { page } = await startDesk({ sample: true, clock: `${DAY}T00:30:00.000Z` });
  await unlock(page, '沈国华');
  await goTo(page, 'Alt+9', '设置');
  await page.getByRole('tab', { name: '备份与恢复' }).press('Enter');
  await page.getByRole('button', { name: '立即备份' }).press('Enter');
  await expect(page.getByText('备份完成。')).toBeVisible();

  await test.step('a form begun from an entry, and a changed number of the directory, both entered after the backup', async () => {
    await page.keyboard.press('F3');
    const visit = page.getByRole('form', { name: '来访' });
    await visit.getByLabel('姓名', { exact: true }).fill('陈婷');
    await visit.getByLabel('留下号码').fill('13805712236');
    await pick(visit, '类别', '报事');
    await visit.getByLabel('内容', { exact: true }).fill('地库顶板渗水');
    await visit.getByRole('button', { name: '保存并开协调单' }).press('Enter');
    const form = page.getByRole('form', { name: '开协调单' });
    await expect(form.getByLabel('事由')).toHaveValue('地库顶板渗水');
    await form.getByLabel('备注').fill('先看防水层');
    await page.evaluate(() => (globalThis.location.hash = '#/directory/outside'));
    await page.getByRole('button', { name: '新电话' }).press('Enter');
    const number = page.getByRole('form', { name: '新电话' });
    await number.getByLabel('名称').fill('自来水抢修');
    await number.getByLabel('电话').fill('96390');
    await number.getByLabel('名称').press('Control+Enter');
    const change = page.getByRole('form', { name: '自来水抢修' });
    await change.getByLabel('联系人').fill('老周');
    await goTo(page, 'Alt+1', '今日');
    await allSaved(page);
  });

  await test.step('a copy of a template of the house that was written after the backup', async () => {
    await goTo(page, 'Alt+6', '回函登记');
    await page.getByRole('tab', { name: '回函模板' }).press('Enter');
    await page.getByRole('button', { name: '新增模板' }).press('Enter');
    const template = page.getByRole('form', { name: '新增模板' });
    await template.getByLabel('模板名称').fill('漏水答复');
    await template.getByLabel('正文').fill('{{customer}}：漏水一事，已派工程部查验。');
    await template.getByLabel('模板名称').press('Control+Enter');
    await page.getByRole('form', { name: '漏水答复' }).getByRole('button', { name: '复制为自定模板' }).press('Enter');
    await expect(template.getByLabel('正文')).toHaveValue(/漏水一事/);
    await template.getByLabel('标题').fill('关于{{subject}}的说明');
    await goTo(page, 'Alt+1', '今日');
    await allSaved(page);
  });

  await goBack(page);
  await goTo(page, 'Alt+1', '今日');
  const unsaved = page.getByRole('list', { name: '未存的表单' }).getByRole('button');

  await test.step('the changed number is no new one: it is read, and given up', async () => {
    await unsaved.filter({ hasText: '外部电话' }).press('Enter');
    await expect(page.getByRole('heading', { name: '没有这条记录' })).toBeVisible();
    await expect(page.getByText('老周')).toBeVisible();
    await expect(page.getByRole('form')).toHaveCount(0);
    await expectAccessible(page, 'a change of a directory record that is gone');
    await goTo(page, 'Alt+1', '今日');
    await expect(unsaved.filter({ hasText: '外部电话' })).toContainText('原记录已不在');
    await unsaved.filter({ hasText: '外部电话' }).press('Enter');
    await page.getByRole('button', { name: '放弃填写' }).press('Enter');
    await expect(page.getByRole('button', { name: '新电话' })).toBeVisible();
    // The button stands there before the list does: a key pressed now would be led back to it.
    await expect(page).toHaveURL(/#\/directory\/outside$/);
  });

  await test.step('the form keeps what it had taken over, says that it is linked with nothing, and is issued', async () => {
    await goTo(page, 'Alt+1', '今日');
    await unsaved.filter({ hasText: '协调单' }).press('Enter');
    const form = page.getByRole('form', { name: '开协调单' });
    await expect(page.getByText(/所依据的记录已不在账内/)).toBeVisible();
    await expect(form.getByLabel('事由')).toHaveValue('地库顶板渗水');
    await expect(form.getByLabel('客户')).toHaveValue('陈婷');
    await expect(form.getByText('138****2236')).toBeVisible();
    // A showing would be logged against a record that nobody can open.
    await expect(form.getByText('号码所在的记录已不在账内，无法显示；可以更换。')).toBeVisible();
    await expect(form.getByRole('button', { name: /^显示/ })).toHaveCount(0);
    await expect(form.getByRole('button', { name: /^更换/ })).toHaveCount(1);
    await expect(form.getByLabel('备注')).toHaveValue('先看防水层');
    await expectAccessible(page, 'a form whose entry is gone');
    await choose(form, '承办部门', '工程部');
    await form.getByRole('button', { name: '开出', exact: true }).press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'XT-2026-0001' })).toBeVisible();
    await allSaved(page);
    await goTo(page, 'Alt+4', '协调单');
    await openRow(page, '地库顶板渗水');
    await expect(page.getByText('先看防水层')).toBeVisible();
    await expect(page.getByText('JD-2026-000001')).toBeHidden();
  });

  await test.step('the copy keeps the whole text of the template that is gone', async () => {
    await goTo(page, 'Alt+1', '今日');
    await unsaved.filter({ hasText: '回函模板' }).press('Enter');
    const template = page.getByRole('form', { name: '新增模板' });
    await expect(template.getByLabel('标题')).toHaveValue('关于{{subject}}的说明');
    await expect(template.getByLabel('模板名称')).toHaveValue('漏水答复（自定）');
    await expect(template.getByLabel('正文')).toHaveValue('{{customer}}：漏水一事，已派工程部查验。');
    await expect(page.getByText(/所依据的记录已不在账内/)).toBeVisible();
    await template.getByLabel('标题').press('Control+Enter');
    await expect(page.getByRole('form', { name: '漏水答复（自定）' })).toBeVisible();
    await expect(page.getByText(/所依据的记录已不在账内/)).toBeHidden();
  });
});
