import { choose, goTo, openRow, pick, setClock, unlock } from '../support/desk-driver.ts';
import { expect, test } from './desk-test.ts';

const DAY = '2026-11-23';

test('an outgoing call, a complaint until its form, and prefixes that would be mistaken for each other', async ({ startDesk }) => {
  const desk = await startDesk({ sample: true, clock: '2026-11-23T00:00:00.000Z' });
  const { page } = desk;
  await unlock(page, '林晓燕');

  await test.step('an outgoing call finds an emergency number by its name', async () => {
    await setClock(page, DAY, '09:00');
    await page.keyboard.press('F4');
    const form = page.getByRole('form', { name: '去电' });
    await form.getByLabel('拨打号码').fill('燃气');
    await page.getByRole('option', { name: /燃气抢修/ }).waitFor();
    await form.getByLabel('拨打号码').press('ArrowDown');
    await form.getByLabel('拨打号码').press('Enter');
    await expect(form.getByLabel('拨打号码')).toHaveValue('0571-96177');
    await expect(form.getByLabel('姓名', { exact: true })).toHaveValue('燃气抢修');
    await pick(form, '类别', '其他');
    await form.getByLabel('内容', { exact: true }).fill('3栋有燃气味，请派人来看');
    await form.getByLabel('内容', { exact: true }).press('Control+Enter');
    await expect(form).toBeHidden();
  });

  await test.step('a complaint by somebody who would give neither name nor number', async () => {
    await page.keyboard.press('F2');
    const form = page.getByRole('form', { name: '来电' });
    await pick(form, '铃响', '1 声');
    await form.getByLabel('不愿留名').press('Space');
    await expect(form.getByLabel('姓名', { exact: true })).toHaveValue('不愿留名');
    await pick(form, '类别', '投诉');
    await form.getByLabel('内容', { exact: true }).fill('夜里施工太吵');
    await pick(form, '当场答复', '是');
    await form.getByLabel('答复内容').fill('已记录');
    await form.getByLabel('内容', { exact: true }).press('Control+Enter');
    await expect(form).toBeHidden();
  });

  await test.step('decided to be followed up, it waits on Today for its form', async () => {
    await page.keyboard.press('F9');
    await unlock(page, '苏敏');
    await goTo(page, 'Alt+1', '今日');
    // Marked, not written: each reads it in a language of their own.
    await expect(page.getByRole('list', { name: '待助理决定的投诉' })).toContainText('不愿留名');
    await page.getByRole('button', { name: 'English' }).press('Enter');
    await expect(page.getByRole('main')).toContainText('Would not give a name');
    await expect(page.getByRole('main')).not.toContainText('不愿留名');
    await page.getByRole('button', { name: '中文' }).press('Enter');
    await page.getByRole('list', { name: '待助理决定的投诉' }).getByRole('button').press('Enter');
    await page.getByRole('button', { name: '投诉处理决定' }).press('Enter');
    await page.getByRole('dialog').getByLabel('决定的理由').fill('须工程部查');
    await page.getByRole('dialog').getByLabel('决定的理由').press('Control+Enter');
    await expect(page.getByText('已决定跟进，请开协调单或派工。')).toBeVisible();
    await expect(page.getByRole('button', { name: '办结' })).toBeDisabled();
    await goTo(page, 'Alt+1', '今日');
    await expect(page.getByRole('list', { name: '已决定跟进、待开单的投诉' }).getByRole('listitem')).toHaveCount(1);
  });

  await test.step('a complaint letter: the assistant thinks again until its form is out', async () => {
    await page.keyboard.press('F6');
    const letter = page.getByRole('form', { name: '登记来函' });
    await letter.getByLabel('来函人或单位').fill('业委会');
    await pick(letter, '类别', '投诉');
    await letter.getByLabel('事由').fill('夜间施工');
    await letter.getByLabel('事由').press('Control+Enter');
    const dialog = page.getByRole('dialog');
    const decide = async (button: string, outcome: string) => {
      await page.getByRole('button', { name: button }).press('Enter');
      await pick(dialog, '决定', outcome);
      await dialog.getByLabel('决定的理由').fill('经核实');
      await dialog.getByLabel('决定的理由').press('Control+Enter');
      await expect(dialog).toBeHidden();
    };
    await decide('助理决定', '不开协调单');
    await expect(page.getByRole('button', { name: '开协调单' })).toBeHidden();
    await decide('更改决定', '开协调单跟进');
    await page.getByRole('button', { name: '开协调单' }).press('Enter');
    const form = page.getByRole('form', { name: '开协调单' });
    await choose(form, '承办部门', '工程部');
    await form.getByRole('button', { name: '开出', exact: true }).press('Enter');
    await expect(page.getByRole('button', { name: '历史' })).toBeVisible();
    await goTo(page, 'Alt+3', '来函目录');
    await openRow(page, '夜间施工');
    await expect(page.getByRole('button', { name: '更改决定' })).toBeHidden();
  });

  await test.step('a prefix that another register has is refused beside its field', async () => {
    await page.keyboard.press('F9');
    await unlock(page, '沈国华');
    await goTo(page, 'Alt+9', '设置');
    await page.getByRole('tab', { name: '编号' }).press('Enter');
    const prefix = page.getByLabel('来函目录: 前缀');
    await prefix.fill('XT');
    await prefix.press('Control+s');
    const shared = '前缀“XT”已用于“协调单”，两种编号不能共用一个前缀。';
    await expect(prefix).toHaveAccessibleDescription(shared);
    await expect(prefix).toHaveAttribute('aria-invalid', 'true');
    await expect(prefix).toBeFocused();
    await expect(page.getByText(shared)).toHaveCount(1);
    await page.getByRole('tab', { name: '时限与默认值' }).press('Enter');
    await expect(page.getByLabel('移交行政部时限（小时）')).toBeVisible();
    await expect(page.getByText('给据邮件')).toBeHidden();
    const foot = page.getByLabel('信封条码区高度（毫米）');
    const dissatisfied = page.getByRole('radiogroup', { name: '回访客户不满意时' });
    const dated = page.getByRole('radiogroup', { name: '回函落款日期' });
    await expect(foot).toHaveValue('20');
    await expect(dissatisfied.getByRole('radio', { name: '再次回访，直到解决' })).toBeChecked();
    await expect(dated.getByRole('radio', { name: '批准之日' })).toBeChecked();
    await pick(page, '回访客户不满意时', '记录后不再回访');
    await pick(page, '回函落款日期', '编号之日');
    await foot.fill('36');
    await foot.press('Control+s');
    await expect(page.getByText('数值超出允许范围。')).toBeVisible();
    await foot.fill('30');
    await foot.press('Control+s');
    // Given up or stored: nothing waits any more.
    await expect(page.getByRole('button', { name: '放弃修改' })).toBeHidden();
    await page.getByRole('tab', { name: '编号' }).press('Enter');
    await expect(prefix).toBeVisible();
    await page.getByRole('tab', { name: '时限与默认值' }).press('Enter');
    await expect(foot).toHaveValue('30');
    await expect(dissatisfied.getByRole('radio', { name: '记录后不再回访' })).toBeChecked();
    await page.getByRole('button', { name: '历史' }).press('Enter');
    // What was changed, and nothing that was only shown with it.
    const changed = '回函落款日期：编号之日，信封条码区高度（毫米）：30，回访客户不满意时：记录后不再回访';
    await expect(page.getByRole('cell', { name: changed, exact: true })).toBeVisible();
    await expect(dated.getByRole('radio', { name: '编号之日' })).toBeChecked();
  });
});
