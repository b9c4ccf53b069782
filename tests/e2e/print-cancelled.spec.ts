import { allSaved, choose, dialogReady, dumpBook, setClock, sheetText, takeHousehold, unlock } from '../support/desk-driver.ts';
import { expect, test } from './desk-test.ts';

interface Printed {
  medium: string;
  reprint: boolean;
  failedAt?: string;
}

test('a save window that is closed without a file: nothing counts as printed, and the dialog stays as it was', async ({
  startDesk,
  hostKind,
}) => {
  test.skip(hostKind === 'browser', 'the browser saves without asking');
  const desk = await startDesk({ sample: true, clock: '2026-11-23T00:30:00.000Z' });
  const { page } = desk;
  await unlock(page, '林晓燕');
  await setClock(page, '2026-11-23', '10:00');
  await page.keyboard.press('F7');
  const form = page.getByRole('form', { name: '开协调单' });
  await takeHousehold(form, '房号', '8-1-1401', 'John Smith');
  await form.getByLabel('事由').fill('电梯停在两层之间');
  await choose(form, '承办部门', '工程部');
  await form.getByLabel('事由').press('Control+Enter');
  const dialog = page.getByRole('dialog', { name: '打印预览' });
  await dialogReady(page);
  await dialog.getByLabel('份数').fill('2');

  await desk.cancelledFile(() => dialog.getByRole('button', { name: '存为 PDF' }).press('Enter'));
  // Ready for the next try once what was entered is taken back.
  await expect(dialog.getByRole('button', { name: '存为 PDF' })).toBeFocused();
  await expect(dialog.getByLabel('份数')).toHaveValue('2');
  await expect(page.getByRole('alert')).toBeHidden();
  await expect(dialog.getByRole('status')).toBeHidden();
  await allSaved(page);
  const book = await dumpBook(page);
  const tried = (book['prints'] ?? []).map((line): Printed => JSON.parse(line));
  expect(tried).toMatchObject([{ medium: 'pdf', reprint: false, failedAt: expect.stringContaining('2026-11-23T02:00') }]);
  expect(book['coordinationForms']?.[0]).toContain('"timesPrinted":0');

  await test.step('saved after all, it is the first print and no reprint', async () => {
    const sheet = await sheetText(desk);
    expect(sheet).not.toContain('重印');
    await expect(dialog.getByText('PDF 已保存')).toBeVisible();
    await allSaved(page);
    const now = await dumpBook(page);
    const printed = (now['prints'] ?? []).map((line): Printed => JSON.parse(line));
    expect(printed.filter(({ failedAt }) => failedAt === undefined)).toMatchObject([{ medium: 'pdf', reprint: false }]);
    expect(now['coordinationForms']?.[0]).toContain('"timesPrinted":1');
  });
});
