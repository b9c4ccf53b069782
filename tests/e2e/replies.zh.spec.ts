import { lookThroughStore } from '../faults/logged-book.ts';
import { fromMenu, press, select, typePin } from '../support/day-driver.ts';
import {
  allSaved,
  countPointer,
  dialogReady,
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
import { told } from '../support/one-day.ts';
import { expect, test } from './desk-test.ts';

const BODY = [
  '您2026年11月20日的来函收悉。您反映的地下车库B2-117车位长期漏水一事，我公司高度重视，现答复如下：',
  '一、经会同物业公司现场查验，漏水系车库顶板后浇带防水层破损所致。',
  '二、施工单位将于2026年12月5日前完成注浆堵漏。',
  '三、车漆修复费用由我公司承担，请凭维修发票办理。',
].join('\n');

test('the letter about parking space B2-117, from the counter to the archive', async ({ startDesk }) => {
  const desk = await startDesk({ sample: true, clock: '2026-11-23T01:10:00.000Z' });
  const { page } = desk;
  const pointerPresses = await countPointer(page);
  await lockScreen(page);
  await page.reload();
  await unlock(page, '林晓燕');
  const dialog = page.getByRole('dialog');
  const step = page.getByText(/^下一步/);

  await test.step('the letter comes in over the counter', async () => {
    await page.keyboard.press('F6');
    const form = page.getByRole('form', { name: '登记来函' });
    await pick(form, '来函方式', '面交');
    await takeHousehold(form, '来函人或单位', '马䶮骏', '12-801');
    await form.getByLabel('信上日期').fill(told('2026年11月20日'));
    await pick(form, '类别', '投诉');
    await form.getByLabel('事由').fill('地下车库B2-117车位长期漏水');
    await form.getByLabel('内容摘要').fill(told('9 月起报修 3 次无果,要求开发商书面答复并赔偿'));
    await form.getByLabel('事由').press('Control+Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'LH-2026-0001' })).toBeVisible();
  });

  await test.step('24 November: drafted from the template, customer, address and reference filled in', async () => {
    await setClock(page, '2026-11-24', '09:00');
    await press(page, '拟写回函');
    const form = page.getByRole('form', { name: '拟写回函' });
    await expect(form.getByLabel('收件人')).toHaveValue('马䶮骏');
    await expect(form.getByLabel('邮寄地址')).toHaveValue(/桂苑路 18 号 桂苑花园 12-801$/);
    await expect(form.getByRole('link', { name: 'LH-2026-0001' })).toBeVisible();
    await select(form, '模板', '投诉答复函');
    await press(form, '套用');
    await expect(form.getByLabel('标题')).toHaveValue('关于地下车库B2-117车位长期漏水的答复函');
    await expect(form.getByLabel('称呼')).toHaveValue('尊敬的马䶮骏业主');
    await expect(form.getByLabel('正文')).toHaveValue(/LH-2026-0001/);
    await form.getByLabel('与物业有关').press('Space');
    await form.getByLabel('涉及法律问题').press('Space');
    await expect(form.getByText(/需要审核.物业部项目管理处主任、物业部经理、客户中心主管、律师/)).toBeVisible();
    await expect(page.frameLocator('iframe').getByText('关于地下车库B2-117车位长期漏水的答复函')).toBeVisible();
    await press(form, '保存并送审');
    await expect(form.getByText('正文里还有“____”没有填写').first()).toBeVisible();
    await form.getByLabel('正文').fill(`${BODY}\r\n\u00A0\u00A0四、\u200B感谢您的监督。`);
    await press(form, '保存并送审');
    await expect(step).toContainText('尚待：物业部项目管理处主任、物业部经理、客户中心主管、律师');
  });

  async function review(as: string, pinOf: string | null, outcome: '同意' | '退回', opinion: string): Promise<void> {
    await press(page, '登记审核意见');
    await select(dialog, '审核身份', as);
    if (outcome === '退回') await pick(dialog, '意见', '退回');
    if (pinOf === null) {
      await pick(dialog, '意见来源', '按纸质意见补录');
      await dialog.getByLabel('纸质意见存放处').fill('审批单 2026-031');
    } else {
      await expect(dialog.getByRole('combobox', { name: '审核人' })).toHaveValue(new RegExp(pinOf));
      await typePin(dialog, '审核人的密码');
    }
    await dialog.getByRole('textbox', { name: '意见', exact: true }).fill(opinion);
    await dialog.getByRole('textbox', { name: '意见', exact: true }).press('Control+Enter');
    await expect(dialog).toBeHidden();
  }

  await test.step('the property manager returns it once; changed, all agree', async () => {
    await setClock(page, '2026-11-24', '11:00');
    await review('客户中心主管', '沈国华', '同意', '同意');
    await review('物业部经理', '高文斌', '退回', '请写明施工单位和工期');
    await expect(page.getByText('拟稿中').first()).toBeVisible();
    await expect(page.getByText(/客户中心主管 沈国华 同意.*已作废/)).toBeVisible();
    await press(page, '修改');
    const form = page.getByRole('form', { name: '修改回函' });
    await expect(form.getByLabel('正文')).toHaveValue(`${BODY}\n四、感谢您的监督。`);
    await form.getByLabel('正文').fill(BODY.replace('施工单位', '杭州宏固防水工程有限公司'));
    await press(form, '保存并送审');
    await expect(step).toContainText('尚待');
    await review('物业部项目管理处主任', '郑建军', '同意', '同意');
    await review('物业部经理', '高文斌', '同意', '同意');
    await review('客户中心主管', null, '同意', '同意');
    await review('律师', '顾明远', '同意', '无法律意见');
    await expect(step).toContainText('请营销部经理批准');
    await press(page, '比较版本 (2)');
    await expect(dialog.locator('ins').filter({ hasText: '宏固' })).toBeVisible();
    // The cursor is in the text, which the arrow keys scroll.
    await expect(dialog.getByRole('region', { name: '比较版本' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    // Its paragraphs are seen in the history too.
    await press(page, '历史');
    const text = page.getByRole('row').filter({ hasText: '四、感谢您的监督。' }).getByRole('cell').nth(1);
    await expect(text).toHaveText(/\n四、感谢您的监督。/, { useInnerText: true });
  });

  await test.step('25 November: approved with a number, printed, sealed', async () => {
    await setClock(page, '2026-11-25', '09:30');
    await press(page, '批准');
    await typePin(dialog, '营销部经理的密码');
    await dialog.getByLabel('营销部经理的密码').press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: '客函〔2026〕1号' })).toBeVisible();
    await press(page, '打印正式函');
    const sheet = (await sheetText(desk)).replaceAll(/\s/g, '');
    for (const words of ['客函〔2026〕1号', '尊敬的马䶮骏业主：', '杭州宏固防水工程有限公司', '2026年11月25日', '桂苑置业']) {
      expect(sheet).toContain(words);
    }
    expect(sheet).not.toContain('草稿');
    await page.keyboard.press('Escape');
    await expect(page.getByText('已打印').first()).toBeVisible();
    await press(page, '用印');
    await dialog.getByLabel('用印人').fill('江海涛');
    await dialog.getByLabel('用印人').press('Enter');
    await expect(page.getByText('2026-11-25 江海涛')).toBeVisible();
    await fromMenu(page, '更多', '打印信封');
    const envelope = await sheetText(desk);
    expect(envelope.replaceAll(/\s/g, '')).toContain('马䶮骏收');
    await page.keyboard.press('Escape');
    await fromMenu(page, '更多', '打印地址标签');
    expect(await sheetText(desk)).toContain('KH-2026-0001');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', { name: '更多' })).toBeFocused();
  });

  await test.step('posted as registered mail; a wrong number is said beside the field and nothing is posted', async () => {
    await setClock(page, '2026-11-25', '15:40');
    await press(page, '寄出');
    await dialogReady(page);
    await dialog.getByRole('button', { name: '寄出' }).press('Enter');
    await expect(dialog.getByText('挂号信须填写邮局所给的号码')).toBeVisible();
    await expect(dialog.getByLabel('邮件号码')).toBeFocused();
    await dialog.getByLabel('邮件号码').fill('XA1234567853');
    await expect(dialog.getByText(/应为两个字母、十一位数字/)).toBeVisible();
    await dialog.getByRole('button', { name: '寄出' }).press('Enter');
    await expect(dialog.getByLabel('邮件号码')).toBeFocused();
    await dialog.getByLabel('邮件号码').fill('XA12345678633');
    await expect(dialog.getByText(/校验位不符.请与收据核对/)).toBeVisible();
    await dialog.getByLabel('邮件号码').fill(told('XA12345678533'));
    await dialog.getByLabel('收据号').fill(told('0458821'));
    await dialog.getByLabel('交寄邮局').fill('文三路支局');
    await expect(dialog.getByText(/寄出后第三天电话确认.2026-11-30/)).toBeVisible();
    await dialog.getByLabel('收据号').press('Enter');
    await expect(page.getByText('已寄出').first()).toBeVisible();
    await expect(page.getByText(/挂号信 XA12345678533 2026-11-25 寄出，收据 0458821/)).toBeVisible();
  });

  await test.step('Saturday the 28th nobody is called; on Monday the 30th it stands on Today', async () => {
    await setClock(page, '2026-11-28', '10:00');
    await goTo(page, 'Alt+1', '今日');
    await expect(page.getByRole('list', { name: '待办来函' })).toBeVisible();
    await expect(page.getByRole('list', { name: '回函' })).toBeHidden();
    await setClock(page, '2026-11-30', '09:00');
    await goTo(page, 'Alt+2', '接待记录');
    await goTo(page, 'Alt+1', '今日');
    const waiting = page.getByRole('list', { name: '回函' }).getByRole('listitem');
    await expect(waiting).toHaveCount(1);
    await expect(waiting).toContainText('电话确认客户是否收到');
    await waiting.getByRole('button').press('Enter');
    await press(page, '电话确认');
    await expect(dialog.getByText('请问函件是否已到您本人手上？')).toBeVisible();
    // What the customer said is nobody's to assume: the dialog begins on it, and asks for it.
    await expect(dialog.getByRole('radio', { name: '本人已收到' })).toBeFocused();
    await dialog.getByRole('radio', { name: '本人已收到' }).press('Enter');
    await expect(dialog.getByText('必填')).toBeVisible();
    await dialog.getByRole('radio', { name: '本人已收到' }).press('Space');
    await dialog.getByRole('radio', { name: '本人已收到' }).press('Enter');
    await expect(page.getByText('客户已确认').first()).toBeVisible();
  });

  await test.step('completed, told, copied to the property side, archived', async () => {
    await press(page, '完成');
    await expect(dialog.getByText('依据：客户电话确认')).toBeVisible();
    await dialogReady(page);
    await press(dialog, '完成');
    await press(page, '告知完成');
    await expect(dialog.getByText(/客函〔2026〕1号《关于地下车库B2-117车位长期漏水的答复函》/)).toBeVisible();
    await dialogReady(page);
    await press(dialog, '告知完成');
    await expect(dialog).toBeHidden();
    await expect(page.getByText(/唐思远（营销副总）/)).toBeVisible();
    await press(page, '告知完成');
    await dialogReady(page);
    await press(dialog, '告知完成');
    await expect(page.getByText(/程立新（总经理）/)).toBeVisible();
    await press(page, '抄送');
    await dialog.getByLabel('签收人').fill('高文斌');
    await dialog.getByLabel('签收人').press('Enter');
    await press(page, '归档');
    await dialog.getByLabel('档号').fill('DA-2026-118');
    await dialog.getByLabel('存放处').fill('档案柜 3-2');
    await dialog.getByLabel('存放处').press('Enter');
    await expect(page.getByText('已归档').first()).toBeVisible();
    await fromMenu(page, '更多', '打印告知单');
    const notice = await sheetText(desk);
    expect(notice).toContain('回函完成告知单');
    expect(notice).toContain('唐思远 营销副总');
    await page.keyboard.press('Escape');
    await expect(step).toBeHidden();
  });

  await test.step('the letter register knows it; search finds it by every number', async () => {
    await goTo(page, 'Alt+3', '客户来函目录');
    await openRow(page, 'LH-2026-0001');
    await expect(page.getByText('2026-11-25').first()).toBeVisible();
    await expect(page.getByRole('link', { name: '客函〔2026〕1号' })).toBeVisible();
    for (const typed of ['XA12345678533', 'KH-2026-0001', '客函〔2026〕1号', '宏固防水']) {
      await page.keyboard.press('Control+K');
      await page
        .getByRole('searchbox')
        .or(page.getByPlaceholder(/编号、房号/))
        .first()
        .fill(typed);
      await expect(page.getByRole('button', { name: /客函〔2026〕1号/ }).first(), typed).toBeVisible();
      await page.keyboard.press('Escape');
    }
  });

  expect(await pointerPresses()).toBe(0);
  await allSaved(page);
  expect(await lookThroughStore(page), 'every row is what the operations say').toBe('whole');
  const before = await dumpBook(page);
  expect(desk.foreign).toEqual([]);
  await desk.close();
  const again = await startDesk({ sample: true, folder: desk.folder, clock: '2026-11-30T02:00:00.000Z' });
  await unlock(again.page, '林晓燕');
  expect(await dumpBook(again.page)).toEqual(before);
});
