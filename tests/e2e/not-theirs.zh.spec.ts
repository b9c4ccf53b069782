import type { Page } from '@playwright/test';
import { allSaved, choose, goTo, openRow, pick, typeDoorCall, unlock } from '../support/desk-driver.ts';
import { expect, test } from './desk-test.ts';

/** A page of each register, and what the desk may do there. */
const PAGES = [
  {
    keys: 'Alt+2',
    title: '接待记录',
    row: '单元门关不上',
    buttons: ['派工', '开协调单', '拟写回函', '修改或补充', '办结', '加一项约定', '显示号码'],
  },
  { keys: 'Alt+3', title: '客户来函目录', row: '楼道灯不亮', buttons: ['开协调单', '派工', '拟写回函', '修改或补充'] },
  { keys: 'Alt+4', title: '协调单', row: '门禁失灵', buttons: ['签收', '催办', '派工', '更正', '打印协调单', '作废'] },
  { keys: 'Alt+5', title: '派工单', row: '路灯坏了', buttons: ['派工', '打印派工单', '更多'] },
  { keys: 'Alt+6', title: '回函登记', row: '单雄信', buttons: ['送审', '修改', '更多'] },
  {
    keys: 'Alt+7',
    title: '表扬信张贴登记',
    row: '拾金不昧',
    buttons: ['打印复印件封面', '打印表扬通报', '奖励与存放', '修改或补充', '张贴原件', '作废'],
  },
] as const;

const button = (page: Page, name: string) => page.getByRole('main').getByRole('button', { name, exact: true });

async function writeOneOfEach(page: Page): Promise<void> {
  const call = await typeDoorCall(page);
  await call.getByLabel('内容', { exact: true }).press('Control+Enter');
  await expect(call).toBeHidden();
  await goTo(page, 'Alt+2', '接待记录');
  await openRow(page, '单元门关不上');
  await button(page, '拟写回函').press('Enter');
  await page.getByRole('form', { name: '拟写回函' }).getByLabel('标题').press('Control+Enter');
  await expect(page.getByRole('button', { name: '历史' })).toBeVisible();

  await page.keyboard.press('F6');
  const letter = page.getByRole('form', { name: '登记来函' });
  await letter.getByLabel('来函人或单位').fill('单雄信');
  await pick(letter, '类别', '报事');
  await letter.getByLabel('事由').fill('楼道灯不亮');
  await letter.getByLabel('事由').press('Control+Enter');
  await expect(page.getByRole('button', { name: '历史' })).toBeVisible();

  await page.keyboard.press('F7');
  const form = page.getByRole('form', { name: '开协调单' });
  await choose(form, '承办部门', '工程部');
  await form.getByLabel('事由').fill('门禁失灵');
  await form.getByRole('button', { name: '开出', exact: true }).press('Enter');
  await expect(page.getByRole('button', { name: '历史' })).toBeVisible();

  await page.keyboard.press('F8');
  const order = page.getByRole('form', { name: '开派工单' });
  await order.getByLabel('公共部位').fill('东门');
  await pick(order, '工种', '电');
  await order.getByLabel('内容').fill('路灯坏了');
  await order.getByRole('button', { name: '开出', exact: true }).press('Enter');
  await expect(page.getByRole('button', { name: '历史' })).toBeVisible();

  await goTo(page, 'Alt+7', '表扬信张贴登记');
  await button(page, '登记表扬').press('Enter');
  const praise = page.getByRole('form', { name: '登记表扬' });
  await praise.getByLabel('表扬事由').fill('拾金不昧');
  await praise.getByLabel('表扬事由').press('Control+Enter');
  await expect(page.getByRole('button', { name: '历史' })).toBeVisible();
  await allSaved(page);
}

async function openPage(page: Page, { keys, title, row }: (typeof PAGES)[number]): Promise<void> {
  await goTo(page, keys, title);
  if (keys === 'Alt+5') await page.getByRole('radio', { name: '列表' }).press('Space');
  await openRow(page, row);
}

test('whoever may not do a thing is not offered it, on no page, by no key and at no address', async ({ startDesk }) => {
  const { page } = await startDesk({ sample: true, clock: '2026-11-23T00:30:00.000Z' });
  await unlock(page, '林晓燕');
  await writeOneOfEach(page);

  await test.step('the desk has its buttons', async () => {
    for (const one of PAGES) {
      await openPage(page, one);
      for (const name of one.buttons) await expect(button(page, name), `${one.title}: ${name}`).toBeVisible();
    }
    await expect(page.getByRole('banner').getByRole('button', { name: /来电/ })).toBeVisible();
  });

  await page.keyboard.press('F2');
  await page.getByRole('form', { name: '来电' }).getByLabel('来电号码').fill('13905710001');
  await page.keyboard.press('F9');
  await unlock(page, '周建国');

  await test.step('a half-filled call of the desk is not in front of another department', async () => {
    await expect(page.getByRole('form', { name: '来电' })).toBeHidden();
    await expect(page.getByRole('button', { name: /^来电/ })).toBeHidden();
  });

  const forms = ['letters/new/x', 'coordination/new/x', 'dispatch/new/x', 'replies/new/x', 'praise/new/x', 'replies/postings/new/x'];
  await test.step('another department reads, and has none of them', async () => {
    for (const one of PAGES) {
      await openPage(page, one);
      const address = await page.evaluate(() => location.hash.slice(2));
      forms.push(`${address}/edit`);
      if (address.startsWith('dispatch')) forms.push(`${address}/work`);
      for (const name of one.buttons) await expect(button(page, name), `${one.title}: ${name}`).toBeHidden();
    }
    await expect(page.getByRole('banner').getByRole('button', { name: /来电|来访|登记来函/ })).toBeHidden();
  });

  await test.step('blank paper is printed by the desk, which is said', async () => {
    await goTo(page, 'Alt+9', '设置');
    await page.getByRole('tab', { name: '空白表格' }).press('Enter');
    await expect(page.getByText('空白表格由前台打印')).toBeVisible();
    await expect(page.getByRole('tabpanel').getByRole('button', { name: '留言条' })).toBeHidden();
  });

  await test.step('a key says so, an address too', async () => {
    for (const key of ['F2', 'F3', 'F4', 'F6', 'F7', 'F8']) {
      await page.keyboard.press(key);
      await expect(page.getByText('您的岗位不能做这项操作。').first()).toBeVisible();
      await expect(page.getByRole('form')).toBeHidden();
    }
    expect(forms).toHaveLength(13);
    for (const address of forms) {
      await goTo(page, 'Alt+1', '今日');
      await page.evaluate((hash) => (location.hash = hash), `#/${address}`);
      await expect(page.getByText('您的岗位不能填写这张表单')).toBeVisible();
      await expect(page.getByRole('form')).toBeHidden();
    }
  });
});
