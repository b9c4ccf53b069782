import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { DEFAULT_SETTINGS } from '../../electron/services/host-settings.ts';
import { fromMenu, press, typePin } from '../support/day-driver.ts';
import { goTo, pick, sheetText, unlock } from '../support/desk-driver.ts';
import { expect, test } from './desk-test.ts';

const SENTENCE = '经现场查验，漏水系车库顶板后浇带防水层破损所致，我公司已责成施工单位限期修复。';

test('forty pages, too many words, no address, no printer: said plainly, and nothing is lost', async ({ startDesk, hostKind }) => {
  const desk = await startDesk({ sample: true, clock: '2026-11-24T01:00:00.000Z' });
  const { page } = desk;
  await unlock(page, '林晓燕');
  await goTo(page, 'Alt+6', '回函登记');
  await press(page, '拟写回函');
  const form = page.getByRole('form', { name: '拟写回函' });
  const dialog = page.getByRole('dialog');
  const body = form.getByLabel('正文');

  await test.step('a text over the limit is said beside the field and kept', async () => {
    await form.getByLabel('标题').fill('关于漏水的答复函');
    await form.getByLabel('称呼').fill('尊敬的业主');
    await body.fill(SENTENCE.repeat(1100));
    await body.press('Control+Enter');
    await expect(form.getByText(/正文最多 40000 字，现有 \d+ 字，没有保存/)).toBeVisible();
    expect((await body.inputValue()).length).toBeGreaterThan(40_000);
  });

  await test.step('forty pages are set, weighed, and do not fit a small envelope', async () => {
    await body.fill(SENTENCE.repeat(640));
    await expect(page.getByText(/共 4\d 页，连信封约 \d{3} 克/)).toBeVisible();
    await expect(page.getByText(/折起来装不进小信封/)).toBeVisible();
    await body.press('Control+Enter');
    await expect(page.getByRole('heading', { level: 1, name: '未编号' })).toBeVisible();
  });

  await test.step('without addressee and address it does not go to its reviewers', async () => {
    await expect(page.getByText(/还没有收件人/)).toBeVisible();
    await press(page, '送审');
    await expect(page.getByText('还不能送审：还没有收件人。')).toBeVisible();
    await page.getByRole('button', { name: '关闭' }).or(page.locator('.mantine-Notification-closeButton')).first().press('Enter');
    await press(page, '修改');
    const edit = page.getByRole('form', { name: '修改回函' });
    await press(edit, '保存并送审');
    await expect(edit.getByText('没有邮寄地址。请填写，或在“业户与通讯录”里补上业户的邮寄地址。').first()).toBeVisible();
    await expect(edit.getByLabel('收件人')).toBeFocused();
    // What is wrong with a field is said in the language chosen by now, whoever found it.
    await press(page, 'English');
    await expect(
      page.getByText('There is no postal address. Please fill it in, or add it to the household in Directory.').first(),
    ).toBeVisible();
    await press(page, '中文');
    await edit.getByLabel('收件人').fill('马䶮骏');
    await edit.getByLabel('邮政编码').fill('3100');
    await edit.getByLabel('邮寄地址').fill('杭州市西湖区桂苑路18号桂苑花园12栋801');
    await press(edit, '保存并送审');
    await expect(edit.getByText('邮政编码为 6 位数字。')).toBeVisible();
    await press(page, 'English');
    await expect(page.getByText('A postcode has 6 digits.')).toBeVisible();
    await press(page, '中文');
    await expect(edit.getByText('邮政编码为 6 位数字。')).toBeVisible();
    await edit.getByLabel('邮政编码').fill('310012');
    await press(edit, '保存并送审');
    await expect(page.getByText(/尚待.客户中心主管/)).toBeVisible();
  });

  await test.step('a wrong PIN decides nothing', async () => {
    await press(page, '登记审核意见');
    await dialog.getByLabel('审核人的密码').fill('000000');
    await dialog.getByLabel('审核人的密码').press('Enter');
    await expect(dialog.getByRole('alert')).toContainText('密码不对');
    await typePin(dialog, '审核人的密码');
    await dialog.getByLabel('审核人的密码').press('Enter');
    await press(page, '批准');
    // A paper of last year: what number and date it will bear is said before.
    await pick(dialog, '意见来源', '按纸质意见补录');
    await expect(dialog.getByText(/文号今天编/)).toBeHidden();
    await dialog.getByRole('textbox', { name: '日期' }).fill('2025-12-30');
    await expect(dialog.getByText(/年份为〔2026〕；落款日期仍为批准日期 2025-12-30/)).toBeVisible();
    await pick(dialog, '意见来源', '本人在此输入密码');
    await expect(dialog.getByText(/文号今天编/)).toBeHidden();
    await typePin(dialog, '营销部经理的密码');
    await dialog.getByLabel('营销部经理的密码').press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: '客函〔2026〕1号' })).toBeVisible();
  });

  // Only Electron prints to a printer by name; the browser host asks through the browser's own window.
  if (hostKind !== 'electron') {
    await test.step('by courier with what that cost; it comes back, and its old number is no new one', async () => {
      const dialog = page.getByRole('dialog');
      await press(page, '打印正式函');
      await sheetText(desk);
      await page.keyboard.press('Escape');
      await press(page, '寄出');
      await pick(dialog, '寄送方式', '快递');
      await dialog.getByLabel('邮件号码').fill('SF1234567890123');
      await dialog.getByLabel('重量（克）').fill('250');
      await dialog.getByLabel('资费合计（元）').fill('12块');
      await dialog.getByRole('button', { name: '寄出' }).press('Enter');
      await expect(dialog.getByText('请填金额，如 86.50。')).toBeVisible();
      await expect(dialog.getByLabel('资费合计（元）')).toBeFocused();
      await dialog.getByLabel('资费合计（元）').fill('１２．５');
      await dialog.getByLabel('资费合计（元）').press('Enter');
      await expect(page.getByText(/快递 SF1234567890123 2026-11-24 寄出，250 克，¥12.50/)).toBeVisible();
      await fromMenu(page, '更多', '邮局退回');
      await dialog.getByLabel('退回原因').fill('查无此人');
      await dialog.getByLabel('退回原因').press('Control+Enter');
      await press(page, '重新寄出');
      await pick(dialog, '寄送方式', '快递');
      await dialog.getByLabel('邮件号码').fill('SF1234567890123');
      await expect(dialog.getByText('这个号码 2026-11-24 已用于 客函〔2026〕1号，请核对')).toBeVisible();
      await page.keyboard.press('Escape');
    });
    return;
  }
  await test.step('a printer that is gone: nothing counts as printed, and the next print is no reprint', async () => {
    await desk.close();
    writeFileSync(
      path.join(desk.folder, 'settings.json'),
      JSON.stringify({ ...DEFAULT_SETTINGS, sheetPrinter: 'HP-1020', printSilently: true }),
    );
    const again = await startDesk({ sample: true, folder: desk.folder, clock: '2026-11-24T02:00:00.000Z' });
    await unlock(again.page, '林晓燕');
    await goTo(again.page, 'Alt+6', '回函登记');
    await again.page.getByRole('grid').getByRole('row').nth(1).waitFor();
    await again.page.getByRole('grid').press('Enter');
    await press(again.page, '打印正式函');
    const print = again.page.getByRole('dialog');
    await press(print, '打印');
    await expect(print.getByRole('alert')).toContainText('找不到打印机');
    await expect(print.frameLocator('iframe').getByText('重印')).toBeHidden();
    await again.page.keyboard.press('Escape');
    await expect(again.page.getByText('已批准').first()).toBeVisible();
  });
});
