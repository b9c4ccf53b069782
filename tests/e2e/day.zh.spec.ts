import { rmSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { switchTo } from '../support/day-driver.ts';
import {
  allSaved,
  choose,
  dialogReady,
  countPointer,
  dumpBook,
  goTo,
  lockScreen,
  openRow,
  pick,
  setClock,
  sheetText,
  takeHousehold,
  unlock,
} from '../support/desk-driver.ts';
import { DAY, told } from '../support/one-day.ts';
import { expect, test } from './desk-test.ts';

const call = (page: Page): Locator => page.getByRole('form', { name: '来电' });
const visit = (page: Page): Locator => page.getByRole('form', { name: '来访' });

async function openCall(page: Page, time: string, rings: string): Promise<Locator> {
  await setClock(page, DAY, time);
  await page.keyboard.press('F2');
  await pick(call(page), '铃响', rings);
  return call(page);
}

async function openVisit(page: Page, time: string): Promise<Locator> {
  await setClock(page, DAY, time);
  await page.keyboard.press('F3');
  await visit(page).waitFor();
  return visit(page);
}

async function save(form: Locator): Promise<void> {
  await form.getByLabel('内容', { exact: true }).press('Control+Enter');
  await expect(form).toBeHidden();
}

/** A plain entry: somebody came and said something that another register will take over. */
async function plainVisit(
  page: Page,
  entry: { time: string; who: string; category: string; content: string; answer: string },
): Promise<void> {
  const form = await openVisit(page, entry.time);
  await form.getByLabel('姓名', { exact: true }).fill(entry.who);
  await pick(form, '类别', entry.category);
  await form.getByLabel('内容', { exact: true }).fill(entry.content);
  await pick(form, '当场答复', '是');
  await form.getByLabel('答复内容').fill(entry.answer);
  await save(form);
}

test('a whole day at the desk, typed without a mouse', async ({ startDesk }) => {
  test.setTimeout(300_000);
  const desk = await startDesk({ sample: true, clock: '2026-11-23T00:00:00.000Z' });
  const { page } = desk;
  const pointerPresses = await countPointer(page);
  await lockScreen(page);
  await page.reload();
  await unlock(page, '林晓燕');

  await test.step('08:02 and 08:05: a call, and a visitor before it is over', async () => {
    const form = await openCall(page, '08:02', '2 声');
    await expect(form.getByText(/您好.安居物业/)).toBeVisible();
    await takeHousehold(form, '房号', told('3栋2单元1502'), '单雄信');
    await expect(form.getByLabel('姓名', { exact: true })).toHaveValue('单雄信');
    await form.getByLabel('来电号码').fill(told('13805712236'));
    await pick(form, '类别', '报事');
    await pick(form, '缓急', '紧急');
    await form.getByLabel('内容', { exact: true }).fill(told('厨房下水道堵了,水都漫出来了,快点来人!'));
    const second = await openVisit(page, '08:05');
    await expect(form.getByLabel('内容', { exact: true })).toHaveValue('厨房下水道堵了,水都漫出来了,快点来人!');
    await form.getByRole('button', { name: /先接待来访.稍后回电/ }).press('Enter');
    await expect(form).toBeHidden();
    await takeHousehold(second, '姓名', 'oynn', '欧阳娜娜');
    await expect(second.getByLabel('房号')).toHaveValue('7-1-301');
    await second.getByLabel('留下号码').fill(told('138 0571 0099'));
    await pick(second, '类别', '咨询');
    await second.getByLabel('内容', { exact: true }).fill(told('装修押金什么时候退'));
    await pick(second, '当场答复', '否');
    await choose(second, '转哪个部门', '财务部');
    await save(second);
  });

  await test.step('08:17: for a colleague who is out; the slip is printed', async () => {
    const form = await openCall(page, '08:17', '3 声以上');
    await form.getByLabel('姓名', { exact: true }).fill('小李');
    await pick(form, '身份', '外单位');
    await form.getByLabel('来电号码').fill(told('0571-88123456 转 802'));
    await pick(form, '类别', '找同事');
    await expect(form.getByLabel('不在名册上的人')).toBeVisible();
    await choose(form, '找哪位同事', '周建国');
    // Who is on the roster is not somebody who isn't.
    await expect(form.getByLabel('不在名册上的人')).toBeHidden();
    await form.getByLabel('内容', { exact: true }).fill(told('让他回我,我是电梯维保公司的小李。'));
    await form.getByRole('button', { name: '保存并打印留言条' }).press('Enter');
    const sheet = await sheetText(desk);
    expect(sheet).toContain('周建国');
    expect(sheet).toContain('0571-88123456 转 802');
    expect(sheet).toContain('让他回我');
    await page.getByRole('radio', { name: '80 毫米小票' }).press('Space');
    // Printed a second time, from the same dialog: the sheet says so.
    const again = await sheetText(desk);
    expect(again).toContain('周建国');
    expect(again).toContain('重印');
    expect(sheet).not.toContain('重印');
    await page.keyboard.press('Escape');
  });

  await plainVisit(page, {
    time: '08:40',
    who: '邮局',
    category: '其他',
    content: `${told('挂号信 XA24435342133')},寄给 5栋1单元1203 ${told('龔𠮷祥')},寄自${told('杭州市中级人民法院')}`,
    answer: '代收,待通知收件人',
  });

  await test.step('09:10: a letter of complaint, handed in', async () => {
    await setClock(page, DAY, '09:10');
    await page.keyboard.press('F6');
    const form = page.getByRole('form', { name: '登记来函' });
    await pick(form, '来函方式', '面交');
    await takeHousehold(form, '来函人或单位', '马䶮骏', '12-801');
    await form.getByLabel('信上日期').fill(told('2026年11月20日'));
    await pick(form, '类别', '投诉');
    await form.getByLabel('事由').fill('地下车库 B2-117 车位长期漏水');
    await form.getByLabel('内容摘要').fill(told('地下车库 B2-117 车位长期漏水,车漆受损,9 月起报修 3 次无果,要求开发商书面答复并赔偿'));
    await form.getByLabel('页数').fill('2');
    await form.getByLabel('事由').press('Control+Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'LH-2026-0001' })).toBeVisible();
    await expect(page.getByText(/下一步.报助理决定/)).toBeVisible();
    await expect(page.getByText('2026-11-30')).toBeVisible();
    await expect(page.getByRole('button', { name: '开协调单' })).toBeHidden();
  });

  await test.step('09:25: an enquiry answered on the spot, number withheld', async () => {
    const form = await openCall(page, '09:25', '1 声');
    await form.getByLabel('未显示号码').press('Space');
    await pick(form, '类别', '咨询');
    await form.getByLabel('内容', { exact: true }).fill('周末游泳池开不开');
    await pick(form, '当场答复', '是');
    await form.getByLabel('答复内容').fill(told('冬季闭池,4 月开。'));
    await save(form);
  });

  await test.step('09:40: a praise letter by post', async () => {
    await setClock(page, DAY, '09:40');
    await page.keyboard.press('F6');
    const form = page.getByRole('form', { name: '登记来函' });
    await pick(form, '来函方式', '邮寄');
    await takeHousehold(form, '来函人或单位', 'lsf', '李淑芬');
    await form.getByLabel('邮戳日期').fill(told('11月19日'));
    await pick(form, '类别', '表扬');
    await form.getByLabel('事由').fill('表扬维修工张强、保安王磊');
    await form.getByLabel('内容摘要').fill(told('11月15日夜里帮助送急病老人去医院'));
    await form.getByLabel('事由').press('Control+Enter');
    await expect(page.getByText(/下一步.张贴表扬信/)).toBeVisible();
    await expect(page.getByText('2026-11-19')).toBeVisible();
  });

  await plainVisit(page, {
    time: '10:05',
    who: '王女士',
    category: '报事',
    content: '2#3-1102 要求家里换两个龙头,知道要收费',
    answer: '约下午三点上门',
  });

  await test.step('10:30: a fax from the street office', async () => {
    await setClock(page, DAY, '10:30');
    await page.keyboard.press('F6');
    const form = page.getByRole('form', { name: '登记来函' });
    await pick(form, '来函方式', '传真');
    await form.getByLabel('来函人或单位').fill(told('街道办事处'));
    await pick(form, '类别', '工作联系');
    await form.getByLabel('事由').fill(told('冬季消防检查的通知'));
    await form.getByLabel('页数').fill('1');
    await form.getByLabel('对方要求的日期').fill(told('11月27日'));
    await form.getByLabel('事由').press('Control+Enter');
    await expect(page.getByText(/下一步.交行政部/)).toBeVisible();
  });

  await test.step('10:48: a complaint by telephone', async () => {
    const form = await openCall(page, '10:48', '3 声');
    await takeHousehold(form, '来电号码', told('15958112233'), '10-2203');
    await form.getByLabel('来电号码').fill('15958112233');
    await pick(form, '类别', '投诉');
    await form
      .getByLabel('内容', { exact: true })
      .fill(`${told('投诉楼上凌晨还在打桩一样的声音')},已经第四次了,${told('你们到底管不管!')}`);
    await pick(form, '当场答复', '否');
    await save(form);
  });

  await test.step('11:15: a request for help', async () => {
    const form = await openCall(page, '11:15', '2 声');
    await takeHousehold(form, '房号', told('4栋1单元101'), '乐文静');
    await form.getByLabel('来电号码').fill(told('13588001122'));
    await pick(form, '类别', '求助');
    await form.getByLabel('内容', { exact: true }).fill(told('父亲 83 岁独居,腿脚不便,希望每周有人上门看看。'));
    await pick(form, '当场答复', '否');
    await save(form);
  });

  await plainVisit(page, { time: '11:50', who: '何志强', category: '报事', content: told('6栋地下室应急灯三盏不亮'), answer: '转工程部' });
  await plainVisit(page, {
    time: '11:51',
    who: '何志强',
    category: '报事',
    content: told('儿童乐园秋千螺丝松动,已拉警戒带。'),
    answer: '转工程部',
  });
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
