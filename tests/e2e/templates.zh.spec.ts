import { switchTo } from '../support/day-driver.ts';
import { allSaved, goTo, unlock } from '../support/desk-driver.ts';
import { expect, test } from './desk-test.ts';

test('a template is copied, left half-written, found again by whoever writes it, and used in a letter', async ({ startDesk }) => {
  const { page } = await startDesk({ sample: true, clock: '2026-11-23T00:30:00.000Z' });
  const openTemplates = async () => {
    await goTo(page, 'Alt+6', '回函登记');
    await page.getByRole('tab', { name: '回函模板' }).press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: '回函模板' })).toBeVisible();
  };
  const template = (name: string) => page.getByRole('navigation', { name: '回函模板' }).getByRole('link', { name });
  const form = page.getByRole('form', { name: '新增模板' });
  const left = page.getByRole('list', { name: '未存的表单' }).getByRole('button');

  await test.step('a copy is begun from one that comes with the app', async () => {
    await unlock(page, '沈国华');
    await openTemplates();
    await template('投诉答复函').press('Enter');
    const shipped = page.getByRole('region', { name: '投诉答复函' });
    await expect(shipped.getByLabel('正文')).not.toBeEditable();
    await shipped.getByRole('button', { name: '复制为自定模板' }).press('Enter');
    await expect(form.getByLabel('模板名称')).toHaveValue('投诉答复函（自定）');
    await expect(form.getByLabel('模板名称')).toBeFocused();
    await form.getByLabel('正文').fill('您好，{{customer}}：已安排处理。');
  });

  await test.step('another person may read templates and is offered no form of one', async () => {
    await switchTo(page, '林晓燕');
    await expect(left).toHaveCount(0);
    await openTemplates();
    await expect(page.getByRole('button', { name: '新增模板' })).toHaveCount(0);
    await template('投诉答复函').press('Enter');
    await expect(page.getByRole('region', { name: '投诉答复函' }).getByLabel('正文')).toBeVisible();
    await expect(page.getByRole('button', { name: '复制为自定模板' })).toHaveCount(0);
  });

  await test.step('it stands on Today as it was, with what was copied and what was typed', async () => {
    await switchTo(page, '沈国华');
    await goTo(page, 'Alt+1', '今日');
    await expect(left).toContainText('回函模板');
    await left.press('Enter');
    await expect(form.getByLabel('模板名称')).toHaveValue('投诉答复函（自定）');
    await expect(form.getByLabel('标题')).toHaveValue('关于{{subject}}的答复函');
    await expect(form.getByLabel('正文')).toHaveValue('您好，{{customer}}：已安排处理。');
  });

  await test.step('a template without a name is not stored, and says so beside the field', async () => {
    await form.getByLabel('模板名称').fill(' ');
    await form.getByLabel('模板名称').press('Control+Enter');
    await expect(form.getByLabel('模板名称')).toHaveAttribute('aria-invalid', 'true');
    await expect(template('投诉答复函（自定）')).toHaveCount(0);
  });

  await test.step('stored, it tells its history and is offered in a letter', async () => {
    await form.getByLabel('模板名称').fill('简短答复');
    await form.getByLabel('模板名称').press('Control+Enter');
    const stored = page.getByRole('form', { name: '简短答复' });
    await expect(stored).toBeVisible();
    await allSaved(page);
    await goTo(page, 'Alt+1', '今日');
    await expect(left).toHaveCount(0);
    await goTo(page, 'Alt+6', '回函登记');
    await page.getByRole('button', { name: '拟写回函' }).press('Enter');
    const letter = page.getByRole('form').last();
    await letter.getByRole('combobox', { name: '模板' }).press('ArrowDown');
    await expect(page.getByRole('option', { name: '简短答复' })).toBeVisible();
  });
});
