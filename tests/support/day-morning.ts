import { expect, test } from '@playwright/test';
import { openCall, openVisit, plainVisit, save } from './day-entries.ts';
import { choose, pick, setClock, sheetText, takeHousehold } from './desk-driver.ts';
import type { DeskHost } from './desk-host.ts';
import { DAY, told } from './one-day.ts';

/** What came to the desk from eight to noon, typed as it came. */
export async function typeMorning(desk: DeskHost): Promise<void> {
  const { page } = desk;

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
}
