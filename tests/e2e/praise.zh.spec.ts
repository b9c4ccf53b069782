import type { Locator, Page } from '@playwright/test';
import { lookThroughStore } from '../faults/logged-book.ts';
import {
  allSaved,
  SAMPLE_PIN,
  choose,
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
import { ONE_DOT } from '../support/one-dot.ts';
import { expect, test } from './desk-test.ts';

const DAY = '2026-11-23';
/** The row of what hangs where that shows these words. */
const hanging = (page: Page, words: string): Locator =>
  page.getByRole('table', { name: '张贴情况' }).getByRole('row').filter({ hasText: words });

async function post(page: Page, button: string, place: string): Promise<void> {
  await page.getByRole('button', { name: button, exact: true }).press('Enter');
  const dialog = page.getByRole('dialog', { name: button });
  await dialog.getByLabel('张贴位置').fill(place);
  await dialog.getByLabel('张贴位置').press('Enter');
  await expect(dialog).toBeHidden();
}

/** Whether the bytes behind a picture can still be read: shown before, it stays drawn without them. */
function isThere(picture: SVGElement | HTMLElement): Promise<boolean> {
  const again = new Image();
  again.src = picture.getAttribute('src') ?? '';
  return again.decode().then(
    () => true,
    () => false,
  );
}

test('the praise letter of 09:40 hangs three times, typed without a mouse', async ({ startDesk }) => {
  const desk = await startDesk({ sample: true, clock: '2026-11-23T01:40:00.000Z' });
  const { page } = desk;
  const pointerPresses = await countPointer(page);
  await lockScreen(page);
  await page.reload();
  await unlock(page, '林晓燕');

  await test.step('the letter comes by post', async () => {
    await setClock(page, DAY, '09:40');
    await page.keyboard.press('F6');
    const form = page.getByRole('form', { name: '登记来函' });
    await pick(form, '来函方式', '邮寄');
    await takeHousehold(form, '来函人或单位', 'lsf', '李淑芬');
    await form.getByLabel('邮戳日期').fill('11月19日');
    await pick(form, '类别', '表扬');
    await form.getByLabel('事由').fill('表扬维修工张强、保安王磊');
    await form.getByLabel('内容摘要').fill('11月15日夜里帮助送急病老人去医院');
    await form.locator('input[type=file]').setInputFiles([
      { name: '来信.png', mimeType: 'image/png', buffer: ONE_DOT },
      { name: '说明.txt', mimeType: 'text/plain', buffer: Buffer.from('x') },
    ]);
    await expect(form.getByText('说明.txt：只收 PDF、JPEG、PNG 文件；HEIC、TIFF 请先转存为 JPEG。')).toBeVisible();
    await form.getByLabel('事由').press('Control+Enter');
    await expect(page.getByText(/下一步.张贴表扬信/)).toBeVisible();
  });

  await test.step('its scan is looked at on the page, and the cursor is back where it was', async () => {
    const scan = page.getByRole('button', { name: '打开 来信.png' });
    await scan.press('Enter');
    await expect(page.getByRole('dialog').getByRole('img', { name: '来信.png' })).toBeVisible();
    await expect(page.getByRole('dialog').getByRole('button', { name: '存为文件' })).toBeFocused();
    // The same person finds it after a lock, and can still save it.
    await page.keyboard.press('F9');
    await page.getByLabel('密码', { exact: true }).fill(SAMPLE_PIN);
    await page.getByLabel('密码', { exact: true }).press('Enter');
    await expect(page.getByRole('dialog').getByRole('img', { name: '来信.png' })).toBeVisible();
    expect(await page.getByRole('dialog').getByRole('img', { name: '来信.png' }).evaluate(isThere)).toBe(true);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(scan).toBeFocused();
  });

  await test.step('its posting is opened with nothing retyped', async () => {
    await page.getByRole('button', { name: '张贴表扬信' }).press('Enter');
    const form = page.getByRole('form', { name: '登记表扬' });
    await expect(form.getByLabel('表扬人')).toHaveValue('李淑芬');
    await expect(form.getByLabel('房号')).toHaveValue('9-2-602');
    await expect(form.getByLabel('来函编号')).toHaveValue('LH-2026-0001');
    await expect(form.getByLabel('表扬事由')).toHaveValue('11月15日夜里帮助送急病老人去医院');
    await expect(form.getByRole('combobox', { name: '张强所在部门' })).toHaveValue('工程部');
    await expect(form.getByRole('combobox', { name: '王磊所在部门' })).toHaveValue('保安部');
    await form.getByLabel('表扬事由').press('Control+Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'BY-2026-001' })).toBeVisible();
    await expect(page.getByText('原件未张贴 · 工程部未张贴复印件 · 保安部未张贴复印件 · 未致谢客户')).toBeVisible();
  });

  await test.step('a cover for each copy in one job, and the notice', async () => {
    await page.getByRole('button', { name: '打印复印件封面' }).press('Enter');
    const covers = await sheetText(desk);
    const sheets = covers.split('\f').filter((sheet) => sheet.trim() !== '');
    expect(sheets).toHaveLength(2);
    for (const sheet of sheets)
      for (const part of [
        '桂苑花园表扬信（副本）',
        'BY-2026-001',
        'LH-2026-0001',
        '李淑芬',
        '9-2-602',
        '张强、王磊',
        '11月15日夜里帮助送急病老人去医院',
      ])
        expect(sheet).toContain(part);
    expect(sheets[0]).toMatch(/^\s*工程部$/m);
    expect(sheets[1]).toMatch(/^\s*保安部$/m);
    await page.keyboard.press('Escape');
    // The dialog that is closing still has a button of the same name.
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(page.getByRole('button', { name: '打印复印件封面' })).toBeFocused();
    await page.getByRole('button', { name: '打印表扬通报' }).press('Enter');
    const notice = await sheetText(desk);
    for (const part of ['表扬通报', '2026年11月23日', '工程部、保安部', '张强、王磊', '安居物业'])
      expect(notice.replaceAll(/\s/g, '')).toContain(part);
    await page.keyboard.press('Escape');
  });

  await test.step('it stays open until the last copy hangs', async () => {
    await setClock(page, DAY, '10:00');
    await post(page, '张贴原件', '客户中心公告栏');
    await expect(hanging(page, '原件')).toContainText('客户中心公告栏');
    await expect(hanging(page, '原件')).toContainText('林晓燕');
    await post(page, '张贴工程部复印件', '班组看板');
    await expect(page.getByText('保安部未张贴复印件 · 未致谢客户')).toBeVisible();
    await expect(page.getByText('未张贴齐')).toBeVisible();
    await goTo(page, 'Alt+1', '今日');
    const waiting = page.getByRole('list', { name: '表扬张贴' }).getByRole('listitem');
    await expect(waiting).toContainText(['保安部未张贴复印件']);
    await waiting.getByRole('button').press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'BY-2026-001' })).toBeVisible();
    await post(page, '张贴保安部复印件', '岗亭');
    await expect(page.getByText('已张贴齐')).toBeVisible();
  });

  await test.step('the customer is thanked, the reward noted', async () => {
    // The clock goes on while it is typed: by the minute that is looked for no step before counts.
    await setClock(page, DAY, '10:10');
    await page.getByRole('button', { name: '致谢客户' }).press('Enter');
    await page.getByRole('dialog').getByLabel('致谢时间').press('Enter');
    await expect(page.getByText('电话，2026-11-23 10:10')).toBeVisible();
    await expect(page.getByText('未致谢客户')).toBeHidden();
    await page.getByRole('button', { name: '奖励与存放' }).press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('奖励通知单号').fill('奖2026-18');
    await dialog.getByLabel('原件存放处').fill('档案柜 3');
    await dialog.getByLabel('原件存放处').press('Enter');
    await expect(page.getByText('奖2026-18')).toBeVisible();
  });

  await test.step('the letter is closed, the colleague praised at the counter is entered by itself', async () => {
    await goTo(page, 'Alt+3', '客户来函目录');
    await openRow(page, 'LH-2026-0001');
    await expect(page.getByText(/下一步.办结/)).toBeVisible();
    await expect(page.getByRole('link', { name: 'BY-2026-001' })).toBeVisible();
    await page.getByRole('button', { name: '办结' }).press('Enter');
    await page.getByRole('dialog').getByLabel('处理结果').press('Control+Enter');
    await expect(page.getByText('已办结').first()).toBeVisible();

    await goTo(page, 'Alt+7', '表扬信张贴登记');
    await page.getByRole('button', { name: '登记表扬' }).press('Enter');
    const form = page.getByRole('form', { name: '登记表扬' });
    // Nothing of the letter before may stand in the new form.
    await expect(form.getByLabel('来函编号')).toBeHidden();
    await expect(form.getByLabel('表扬人')).toHaveValue('');
    await pick(form, '表扬形式', '锦旗');
    await takeHousehold(form, '表扬人', '12-801', '马䶮骏');
    await form.getByLabel('表扬事由').fill('送来锦旗一面');
    await choose(form, '添加受表扬员工', '赵桂花');
    await expect(form.getByRole('combobox', { name: '赵桂花所在部门' })).toHaveValue('保洁部');
    await form.getByLabel('表扬事由').press('Control+Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'BY-2026-002' })).toBeVisible();
    await page.getByRole('button', { name: '历史' }).press('Enter');
    await expect(page.getByText('姓名：赵桂花，部门：保洁部')).toBeVisible();
  });

  await test.step('the log on paper', async () => {
    await goTo(page, 'Alt+7', '表扬信张贴登记');
    await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', '3');
    await page.getByRole('button', { name: '打印登记表' }).press('Enter');
    const sheet = await sheetText(desk);
    for (const part of ['BY-2026-001', 'BY-2026-002', '奖2026-18', '客户中心公告栏']) expect(sheet).toContain(part);
    await page.keyboard.press('Escape');
  });

  expect(await pointerPresses()).toBe(0);
  await allSaved(page);
  expect(await lookThroughStore(page), 'every row is what the operations say').toBe('whole');
  const before = await dumpBook(page);
  expect(desk.foreign).toEqual([]);
  await desk.close();

  const again = await startDesk({ sample: true, folder: desk.folder, clock: '2026-11-23T02:20:00.000Z' });
  await unlock(again.page, '林晓燕');
  await expect(again.page.getByRole('list', { name: '表扬张贴' }).getByRole('listitem')).toHaveCount(1);
  expect(await dumpBook(again.page)).toEqual(before);
});
