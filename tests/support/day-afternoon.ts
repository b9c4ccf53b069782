import { expect, test, type Page } from '@playwright/test';
import { openCall, plainVisit, save } from './day-entries.ts';
import { choose, goTo, openRow, pick, setClock, takeHousehold } from './desk-driver.ts';
import { DAY, told } from './one-day.ts';

/** What came to the desk from noon until administration took the notice away. */
export async function typeAfternoon(page: Page): Promise<void> {
  await plainVisit(page, {
    time: '13:30',
    who: '快递驿站',
    category: '其他',
    content: told('14 件代收包裹,其中 1 件外箱破损(8-1-1401 Smith, John)'),
    answer: '已签收',
  });

  await test.step('14:00: a call in English', async () => {
    const form = await openCall(page, '14:00', '2 声');
    await takeHousehold(form, '房号', '8-1-1401', 'John Smith');
    await form.getByLabel('来电号码').fill(told('18657103321'));
    await pick(form, '类别', '求助');
    await form
      .getByLabel('内容', { exact: true })
      .fill(told('The parcel of this morning was damaged; he wants a written statement in English for his insurer.'));
    await pick(form, '当场答复', '否');
    await save(form);
  });

  await test.step('14:20: the complaint is urged by e-mail, following the first letter', async () => {
    await setClock(page, DAY, '14:20');
    await page.keyboard.press('F6');
    const form = page.getByRole('form', { name: '登记来函' });
    await pick(form, '来函方式', '网上');
    await takeHousehold(form, '来函人或单位', '马䶮骏', '12-801');
    await choose(form, '接续来函', 'LH-2026-0001');
    await pick(form, '类别', '投诉');
    await form.getByLabel('事由').fill('催问车位漏水');
    await form.getByLabel('内容摘要').fill(told('三天内不答复就去住建局'));
    await form.getByLabel('事由').press('Control+Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'LH-2026-0004' })).toBeVisible();
  });

  await plainVisit(page, {
    time: '15:40',
    who: '工程部',
    category: '其他',
    content: `3-2-1502 ${told('更换存水弯一个(¥38.00),人工免费,业主已签字,满意。')}`,
    answer: '已记录',
  });
  await plainVisit(page, {
    time: '16:10',
    who: '工程部',
    category: '其他',
    content: `2#3-1102 ${told('更换龙头两个(单价 ¥86.50),人工 ¥60.00,微信收款,收据 0012873。')}`,
    answer: '已记录',
  });

  await test.step('16:30: the caller of the morning rings again', async () => {
    const form = await openCall(page, '16:30', '1 声');
    await takeHousehold(form, '来电号码', '1380571', '单雄信');
    await form.getByLabel('来电号码').fill('13805712236');
    await pick(form, '类别', '报事');
    await expect(form.getByText(/30 天内该户同类来电来访已有 1 次/)).toBeVisible();
    await form.getByRole('button', { name: '接续这条 JD-2026-000001' }).press('Enter');
    await expect(form.getByText('接续 JD-2026-000001').first()).toBeVisible();
    await form.getByLabel('内容', { exact: true }).fill(told('又堵了!'));
    await pick(form, '当场答复', '否');
    await save(form);
  });

  await test.step('17:20: administration takes the notice away', async () => {
    await setClock(page, DAY, '17:20');
    await goTo(page, 'Alt+3', '客户来函目录');
    await openRow(page, '冬季消防检查');
    await page.getByRole('button', { name: '移交行政部' }).press('Enter');
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByRole('combobox', { name: '交给哪个部门' })).toHaveValue('行政部');
    await dialog.getByLabel('签收人').fill(told('陈静'));
    await dialog.getByLabel('签收人').press('Enter');
    await expect(page.getByText('交 行政部 陈静')).toBeVisible();
  });
}
