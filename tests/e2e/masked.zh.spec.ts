import { expect, test } from './desk-test.ts';
import { allSaved, choose, dumpBook, goTo, openRow, pick, sheetText, takeHousehold, typeDoorCall, unlock } from '../support/desk-driver.ts';

test('a number stays masked in the correction of a closed entry, and whoever may not correct is not offered to', async ({ startDesk }) => {
  const { page } = await startDesk({ sample: true, clock: '2026-11-23T00:30:00.000Z' });
  await unlock(page, '林晓燕');
  await page.keyboard.press('F2');
  const call = page.getByRole('form', { name: '来电' });
  await pick(call, '铃响', '1 声');
  await call.getByLabel('姓名', { exact: true }).fill('单雄信');
  await call.getByLabel('来电号码').fill('13805712236');
  await pick(call, '类别', '咨询');
  await call.getByLabel('内容', { exact: true }).fill('问停车费');
  await pick(call, '当场答复', '是');
  await call.getByLabel('答复内容').fill('已说明');
  await call.getByLabel('答复内容').press('Control+Enter');
  await allSaved(page);
  await goTo(page, 'Alt+2', '接待记录');
  await openRow(page, '问停车费');

  await test.step('the browser’s own print shows nothing of a customer, and its key says what to use', async () => {
    await page.keyboard.press('Control+p');
    await expect(page.getByRole('alert').getByText(/请用页面上的打印按钮/)).toBeVisible();
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('body')).toHaveText('请用页面上的打印按钮打印，每次打印都要留下记录。', { useInnerText: true });
    await page.emulateMedia({ media: null });
    await expect(page.getByRole('heading', { level: 1, name: 'JD-2026-000001' })).toBeVisible();
  });

  const correction = page.getByRole('form', { name: '更正 JD-2026-000001' });
  const number = correction.getByLabel('来电号码', { exact: true });
  const why = page.getByRole('dialog', { name: '来电号码' }).getByLabel('为什么要看完整号码？');
  const left = page.getByRole('list', { name: '未存的表单' });

  await test.step('of an open entry, the entry is the reason', async () => {
    await page.getByRole('button', { name: '修改或补充' }).press('Enter');
    const change = page.getByRole('form', { name: '修改 JD-2026-000001' });
    await expect(change.getByText('138****2236')).toBeVisible();
    await change.getByRole('button', { name: /显示.*来电号码/ }).press('Enter');
    await expect(change.getByLabel('来电号码', { exact: true })).toHaveValue('13805712236');
    await expect(change.getByLabel('来电号码', { exact: true })).toBeFocused();
    await change.getByRole('button', { name: '取消' }).press('Enter');
    await expect(change).toBeHidden();
  });

  await page.getByRole('button', { name: '办结' }).press('Enter');
  await page.getByRole('dialog').getByRole('textbox').first().press('Control+Enter');
  await expect(page.getByText('已办结').first()).toBeVisible();

  await test.step('asking why it is shown is no part of the correction', async () => {
    await page.getByRole('button', { name: '更正' }).press('Enter');
    await correction.getByRole('button', { name: /显示.*来电号码/ }).press('Enter');
    await why.fill('客户要求核对');
    await page.keyboard.press('Escape');
    await expect(why).toBeHidden();
    await expect(correction.getByText('138****2236')).toBeVisible();
    await correction.getByRole('button', { name: /显示.*来电号码/ }).press('Enter');
    await why.press('Control+Enter');
    await expect(number).toHaveValue('13805712236');
    // Nothing was typed into the correction: nothing of it is left, and whoever comes back finds the number masked.
    await goTo(page, 'Alt+1', '今日');
    await expect(left).toBeHidden();
    await goTo(page, 'Alt+2', '接待记录');
    await openRow(page, '问停车费');
    await page.getByRole('button', { name: '更正' }).press('Enter');
    await correction.getByRole('button', { name: /显示.*来电号码/ }).press('Enter');
    await why.fill('客户再次核对');
    await why.press('Enter');
    await expect(number).toHaveValue('13805712236');
    await allSaved(page);
    const reveals = ((await dumpBook(page))['operations'] ?? []).filter((line) => line.includes('reveal-personal-data'));
    expect(reveals).toHaveLength(3);
    expect(reveals.filter((line) => line.includes('客户要求核对'))).toHaveLength(1);
    expect(reveals.filter((line) => line.includes('客户再次核对'))).toHaveLength(1);
  });

  await test.step('half-filled and come back to, it is masked again; of a closed one it takes a reason, the number stays', async () => {
    await correction.getByLabel('内容', { exact: true }).fill('问地下停车费');
    await goTo(page, 'Alt+1', '今日');
    await left.getByRole('button').press('Enter');
    await expect(correction.getByText('138****2236')).toBeVisible();
    await expect(number).toBeHidden();
    await correction.getByLabel('内容', { exact: true }).press('Control+Enter');
    await expect(correction.getByLabel('原因')).toBeFocused();
    await expect(correction.getByLabel('原因')).toHaveAttribute('aria-invalid', 'true');
    await correction.getByLabel('原因').fill('补充');
    await correction.getByLabel('原因').press('Control+Enter');
    await expect(correction).toBeHidden();
    await allSaved(page);
    const [entry = ''] = (await dumpBook(page))['receptions'] ?? [];
    expect(entry).toContain('13805712236');
    expect(entry).toContain('问地下停车费');
    const reveals = ((await dumpBook(page))['operations'] ?? []).filter((line) => line.includes('reveal-personal-data'));
    // Saving showed nothing: the three are those above, the first with the open entry as its reason.
    expect(reveals).toHaveLength(3);
    expect(reveals.filter((line) => line.includes('callingNumber: JD-2026-000001'))).toHaveLength(1);
  });

  await page.keyboard.press('F9');
  await unlock(page, '周建国');
  await expect(page.getByRole('heading', { level: 1, name: 'JD-2026-000001' })).toBeVisible();
  await expect(page.getByRole('button', { name: '历史' })).toBeVisible();
  await expect(page.getByRole('button', { name: '更正' })).toBeHidden();
});

test('a number taken over from a record stays masked in the new form, and goes with it unseen', async ({ startDesk }) => {
  const desk = await startDesk({ sample: true, clock: '2026-11-23T00:30:00.000Z' });
  const { page } = desk;
  const reveals = async () => ((await dumpBook(page))['operations'] ?? []).filter((line) => line.includes('reveal-personal-data'));
  const stored = async (table: string) => ((await dumpBook(page))[table] ?? []).at(-1) ?? '';
  await unlock(page, '林晓燕');
  const call = await typeDoorCall(page);
  await call.getByLabel('内容', { exact: true }).press('Control+Enter');
  await allSaved(page);
  await goTo(page, 'Alt+2', '接待记录');
  await openRow(page, '单元门关不上');

  await test.step('into a coordination form', async () => {
    await page.getByRole('button', { name: '开协调单' }).press('Enter');
    const form = page.getByRole('form', { name: '开协调单' });
    await expect(form.getByText('138****2236')).toBeVisible();
    await choose(form, '承办部门', '工程部');
    await form.getByRole('button', { name: '开出', exact: true }).press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: /XT/ })).toBeVisible();
    await allSaved(page);
    expect(await stored('coordinationForms')).toContain('13805712236');
    expect(await reveals()).toHaveLength(0);
  });

  await test.step('onto paper in full, which is logged; looking at the preview is not, and shows it masked', async () => {
    await page.getByRole('button', { name: '打印协调单' }).press('Enter');
    const preview = page.getByRole('dialog', { name: '打印预览' });
    await expect(preview.frameLocator('iframe').getByText('138****2236')).toBeVisible();
    await expect(preview.getByText(/预览中电话号码已遮盖/)).toBeVisible();
    expect((await dumpBook(page))['prints']).toEqual([]);
    expect(await sheetText(desk)).toContain('13805712236');
    expect((await dumpBook(page))['prints']).toHaveLength(1);
    await page.keyboard.press('Escape');
  });

  await test.step('into an order, where asking for it is logged with the entry as the reason', async () => {
    await goTo(page, 'Alt+2', '接待记录');
    await openRow(page, '单元门关不上');
    await page.getByRole('button', { name: '派工', exact: true }).press('Enter');
    const form = page.getByRole('form', { name: '开派工单' });
    await form.getByRole('button', { name: '显示: 电话' }).press('Enter');
    await expect(form.getByLabel('电话', { exact: true })).toHaveValue('13805712236');
    await expect(form.getByLabel('电话', { exact: true })).toBeFocused();
    await form.getByRole('button', { name: '取消' }).press('Enter');
    await allSaved(page);
    expect(await reveals()).toHaveLength(1);
    expect((await reveals())[0]).toContain('callingNumber: JD-2026-000001');
  });

  await test.step('from the file into an order: an empty replacement leaves it, another household is masked again', async () => {
    await page.keyboard.press('F8');
    const form = page.getByRole('form', { name: '开派工单' });
    await takeHousehold(form, '房号', '3-2-1502', '单雄信');
    await expect(form.getByText(/^1\d\d\*{4}\d{4}$/)).toBeVisible();
    await form.getByRole('button', { name: '更换: 电话' }).press('Enter');
    await form.getByLabel('电话', { exact: true }).fill('1');
    await form.getByLabel('电话', { exact: true }).fill('');
    await takeHousehold(form, '房号', '12-801', '马䶮骏');
    await expect(form.getByText(/^1\d\d\*{4}\d{4}$/)).toBeVisible();
    await form.getByRole('button', { name: '更换: 电话' }).press('Enter');
    await form.getByLabel('电话', { exact: true }).fill('1');
    await form.getByLabel('电话', { exact: true }).fill('');
    await pick(form, '工种', '门窗');
    await form.getByLabel('内容').fill('门铰链松动');
    await form.getByRole('button', { name: '开出', exact: true }).press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: /PG/ })).toBeVisible();
    await allSaved(page);
    expect(await stored('dispatchOrders')).toMatch(/"phone":"1\d{10}"/);
    expect(await reveals()).toHaveLength(1);
  });

  await test.step('from the file into an outgoing call: one click, the call is the reason', async () => {
    await page.keyboard.press('F4');
    const out = page.getByRole('form', { name: '去电' });
    await takeHousehold(out, '姓名', 'oynn', '欧阳娜娜');
    await out.getByRole('button', { name: '显示: 拨打号码' }).press('Enter');
    await expect(out.getByLabel('拨打号码', { exact: true })).toHaveValue('138 0571 0099');
    await out.getByLabel('内容', { exact: true }).fill('回访');
    await out.getByLabel('内容', { exact: true }).press('Control+Enter');
    await expect(out).toBeHidden();
    await allSaved(page);
    expect(await reveals()).toHaveLength(2);
    // A code: whoever reads the log reads it in a language of their own.
    expect((await reveals()).at(-1)).toContain('#outgoingCall');
  });

  await test.step('into a reply, also when its draft is opened again; removed, it is gone', async () => {
    await goTo(page, 'Alt+2', '接待记录');
    await openRow(page, '单元门关不上');
    await page.getByRole('button', { name: '拟写回函' }).press('Enter');
    const form = page.getByRole('form', { name: '拟写回函' });
    await expect(form.getByText('138****2236')).toBeVisible();
    await form.getByRole('button', { name: /^保存 / }).press('Enter');
    await page.getByRole('button', { name: '修改', exact: true }).press('Enter');
    await expect(page.getByText('138****2236')).toBeVisible();
    await expect(page.getByLabel('电话', { exact: true })).toBeHidden();
    await page.getByRole('button', { name: '删除: 电话' }).press('Enter');
    await expect(page.getByLabel('电话', { exact: true })).toHaveValue('');
    await page.getByLabel('电话', { exact: true }).press('Control+Enter');
    await expect(page.getByRole('button', { name: '历史' })).toBeVisible();
    await allSaved(page);
    expect(await stored('replies')).toContain('"phone":""');
    expect(await reveals()).toHaveLength(2);
  });
});
