import { expect, test } from './desk-test.ts';
import { switchTo } from '../support/day-driver.ts';
import { allSaved, answerQuestion, choose, goTo, openRow, pick, setClock, unlock } from '../support/desk-driver.ts';

test('what is typed into a dialog outlives a lock, a call, a wrong key and an Escape', async ({ startDesk }) => {
  const { page } = await startDesk({ sample: true, clock: '2026-11-23T00:30:00.000Z' });
  await unlock(page, '林晓燕');
  await page.keyboard.press('F3');
  const visit = page.getByRole('form', { name: '来访' });
  await visit.getByLabel('内容', { exact: true }).fill('电梯里有异响');
  await visit.getByLabel('内容', { exact: true }).press('Control+Enter');
  await allSaved(page);
  await goTo(page, 'Alt+2', '接待记录');
  await openRow(page, '电梯里有异响');
  await page.getByRole('button', { name: '加一项约定' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: '加一项约定' });
  const content = dialog.getByRole('textbox', { name: '内容' });
  await content.fill('三号电梯检修后回电');

  await test.step('Escape asks, and the harmless answer has the cursor', async () => {
    await content.press('Escape');
    await expect(page.getByRole('button', { name: '继续填写' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: '继续填写' })).toBeHidden();
    await expect(content).toHaveValue('三号电梯检修后回电');
  });

  await test.step('a locked desk shows nothing of it, and no key reaches it', async () => {
    await page.keyboard.press('F9');
    await expect(page.getByLabel('密码', { exact: true })).toBeFocused();
    await expect(dialog).toBeHidden();
    await expect(page.getByText('电梯里有异响').filter({ visible: true })).toHaveCount(0);
    await expect(page.getByText('今日', { exact: true })).toBeHidden();
    for (const key of ['Escape', 'F2', 'Alt+1']) await page.keyboard.press(key);
    await expect(page.getByLabel('密码', { exact: true })).toBeVisible();
    await unlock(page, '林晓燕');
    await expect(content).toHaveValue('三号电梯检修后回电');
    await expect(page.getByRole('form', { name: '来电' })).toBeHidden();
  });

  await test.step('a call comes in: it is taken at once, and the dialog is back after it', async () => {
    await page.keyboard.press('F2');
    const call = page.getByRole('form', { name: '来电' });
    await expect(call.getByLabel('房号')).toBeFocused();
    await expect(dialog).toBeHidden();
    await call.getByLabel('内容', { exact: true }).fill('问停车费');
    await call.getByLabel('内容', { exact: true }).press('Control+Enter');
    await expect(call).toBeHidden();
    await expect(content).toHaveValue('三号电梯检修后回电');
  });

  await test.step('a key that would lead to another page says what is in the way', async () => {
    await content.press('Alt+1');
    await expect(page.getByText('请先办完或关闭当前对话框。')).toBeVisible();
    await expect(content).toHaveValue('三号电梯检修后回电');
  });

  await test.step('given up, it is gone', async () => {
    await content.press('Escape');
    await answerQuestion(page, '放弃修改', '放弃修改');
    await expect(dialog).toBeHidden();
    await expect(page.getByText('电梯里有异响', { exact: true })).toBeVisible();
  });
});

test('another person finds no dialog of the one before', async ({ startDesk }) => {
  const { page } = await startDesk({ sample: true, clock: '2026-11-23T00:30:00.000Z' });
  await unlock(page, '林晓燕');
  await page.keyboard.press('F3');
  const visit = page.getByRole('form', { name: '来访' });
  await visit.getByLabel('内容', { exact: true }).fill('钥匙落在大堂');
  await visit.getByLabel('内容', { exact: true }).press('Control+Enter');
  await allSaved(page);
  await goTo(page, 'Alt+2', '接待记录');
  await openRow(page, '钥匙落在大堂');
  await page.getByRole('button', { name: '加一项约定' }).press('Enter');
  await page.getByRole('dialog').getByRole('textbox', { name: '内容' }).fill('找到钥匙后回电');
  await page.keyboard.press('F9');
  await unlock(page, '苏敏');
  await expect(page.getByRole('heading', { level: 1, name: 'JD-2026-000001' })).toBeVisible();
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('a time that cannot be read is said beside it, and nothing that saves saves', async ({ startDesk }) => {
  const { page } = await startDesk({ sample: true, clock: '2026-11-23T00:30:00.000Z' });
  await unlock(page, '林晓燕');
  await page.keyboard.press('F2');
  const call = page.getByRole('form', { name: '来电' });
  await call.getByLabel('内容', { exact: true }).fill('问停车费');
  await pick(call, '当场答复', '否');
  const promised = call.getByLabel('约定回复时间');
  await promised.fill('改天再说');
  await promised.press('Control+Enter');
  await expect(promised).toHaveAttribute('aria-invalid', 'true');
  await expect(call).toBeVisible();
  await call.getByRole('button', { name: '保存并开协调单' }).press('Enter');
  await expect(promised).toHaveValue('改天再说');
  await promised.press('Escape');
  await expect(call).toBeHidden();
  await page.getByRole('button', { name: /^来电 \d/ }).press('Enter');
  await expect(promised).toHaveValue('改天再说');
  await promised.press('Control+Enter');
  await expect(promised).toHaveAttribute('aria-invalid', 'true');
  await promised.fill('明天下午3点');
  await promised.press('Control+Enter');
  await expect(call).toBeHidden();
  await goTo(page, 'Alt+1', '今日');
  await expect(page.getByRole('list', { name: '答应的回复与回电' })).toContainText('15:00');

  await page.keyboard.press('F7');
  const form = page.getByRole('form', { name: '开协调单' });
  await choose(form, '承办部门', '工程部');
  await form.getByLabel('事由').fill('门禁坏了');
  const due = form.getByLabel('要求完成日期');
  await due.fill('2月30日');
  await form.getByRole('button', { name: '开出', exact: true }).press('Enter');
  await expect(due).toHaveAttribute('aria-invalid', 'true');
  await due.fill('12月1日');
  await form.getByRole('button', { name: '开出', exact: true }).press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'XT-2026-0001' })).toBeVisible();
  await expect(page.getByText('2026-12-01')).toBeVisible();
});

test('a half-filled letter is found again after a restart, and saved or given up', async ({ startDesk }) => {
  const desk = await startDesk({ sample: true, clock: '2026-11-23T00:30:00.000Z' });
  await unlock(desk.page, '林晓燕');
  for (const sender of ['信访办', '供水公司']) {
    await desk.page.keyboard.press('F6');
    const form = desk.page.getByRole('form', { name: '登记来函' });
    await expect(form.getByLabel('来函人或单位')).toHaveValue('');
    await form.getByLabel('来函人或单位').fill(sender);
  }
  await goTo(desk.page, 'Alt+1', '今日');
  await expect(desk.page.getByRole('list', { name: '未存的表单' }).getByRole('listitem')).toHaveCount(2);
  await desk.close();

  const { page } = await startDesk({ sample: true, folder: desk.folder, clock: '2026-11-23T00:40:00.000Z' });
  await unlock(page, '林晓燕');
  await goTo(page, 'Alt+1', '今日');
  const left = page.getByRole('list', { name: '未存的表单' }).getByRole('listitem');
  await expect(left).toHaveText([/来函.*信访办/, /来函.*供水公司/]);
  await left.first().getByRole('button').press('Enter');
  const form = page.getByRole('form', { name: '登记来函' });
  await expect(form.getByLabel('来函人或单位')).toHaveValue('信访办');
  await form.getByLabel('来函人或单位').press('Control+Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'LH-2026-0001' })).toBeVisible();
  await goTo(page, 'Alt+1', '今日');
  await left.first().getByRole('button').press('Enter');
  await expect(form.getByLabel('来函人或单位')).toHaveValue('供水公司');
  await page.getByRole('button', { name: '取消' }).press('Enter');
  await goTo(page, 'Alt+1', '今日');
  await expect(left).toHaveCount(0);
});

test('a date that cannot be read stands in its form again when one comes back to it', async ({ startDesk }) => {
  const { page } = await startDesk({ sample: true, clock: '2026-11-23T00:30:00.000Z' });
  await unlock(page, '林晓燕');
  const left = page.getByRole('list', { name: '未存的表单' }).getByRole('button');

  await test.step('a letter, left for Today and through a reload', async () => {
    await page.keyboard.press('F6');
    const form = page.getByRole('form', { name: '登记来函' });
    const dated = form.getByLabel('信上日期');
    await form.getByLabel('来函人或单位').fill('信访办');
    await dated.fill('11月40日');
    await goTo(page, 'Alt+1', '今日');
    await left.first().press('Enter');
    await expect(dated).toHaveValue('11月40日');
    await page.reload();
    await expect(dated).toHaveValue('11月40日');
    await expect(dated).toHaveAttribute('aria-invalid', 'true');
    // Nor is it left out by saving.
    await form.getByLabel('来函人或单位').press('Control+Enter');
    await expect(form).toBeVisible();
    await dated.fill('11月14日');
    await dated.press('Control+Enter');
    await expect(page.getByText('2026-11-14')).toBeVisible();
  });

  await test.step('an order in which nothing else was typed', async () => {
    await page.keyboard.press('F8');
    const form = page.getByRole('form', { name: '开派工单' });
    const appointment = form.getByLabel('预约时间');
    await appointment.fill('改天');
    await goTo(page, 'Alt+1', '今日');
    await left.first().press('Enter');
    await expect(appointment).toHaveValue('改天');
    await appointment.fill('15:00');
    await goTo(page, 'Alt+1', '今日');
    await left.first().press('Enter');
    await expect(appointment).toHaveValue('2026-11-23 15:00');
    await expect(appointment).not.toHaveAttribute('aria-invalid', 'true');
  });
});

test('a half-filled correction takes back nothing that was entered meanwhile', async ({ startDesk }) => {
  const { page } = await startDesk({ sample: true, clock: '2026-11-23T00:30:00.000Z' });
  await unlock(page, '林晓燕');
  await page.keyboard.press('F6');
  const form = page.getByRole('form', { name: '登记来函' });
  await form.getByLabel('来函人或单位').fill('消防大队');
  await pick(form, '类别', '其他');
  await form.getByLabel('事由').fill('冬季消防检查');
  await form.getByLabel('事由').press('Control+Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'LH-2026-0001' })).toBeVisible();

  await page.getByRole('button', { name: '修改或补充' }).press('Enter');
  const correction = page.getByRole('form', { name: '修改 LH-2026-0001' });
  await correction.getByLabel('内容摘要').fill('周五下午来');
  await goTo(page, 'Alt+1', '今日');
  await page.getByRole('list', { name: '待办来函' }).getByRole('button').first().press('Enter');
  await page.getByRole('button', { name: '移交行政部' }).press('Enter');
  await page.getByRole('dialog').getByLabel('签收人').fill('陈静');
  await page.getByRole('dialog').getByLabel('签收人').press('Enter');
  await expect(page.getByText('交 行政部 陈静')).toBeVisible();
  await expect(page.getByText('行政部', { exact: true })).toBeVisible();

  await goTo(page, 'Alt+1', '今日');
  const left = page.getByRole('list', { name: '未存的表单' }).getByRole('listitem');
  await expect(left).toContainText(['冬季消防检查']);
  await left.getByRole('button').press('Enter');
  await expect(correction.getByLabel('内容摘要')).toHaveValue('周五下午来');
  await correction.getByLabel('原因').fill('补摘要');
  await correction.getByLabel('原因').press('Control+Enter');
  await expect(page.getByText('周五下午来')).toBeVisible();
  await expect(page.getByText('行政部', { exact: true })).toBeVisible();
});

test('whoever comes back to a half-filled correction is told what somebody else put into the same field', async ({ startDesk }) => {
  const { page } = await startDesk({ sample: true, clock: '2026-11-23T00:30:00.000Z' });
  const correction = page.getByRole('form', { name: '修改 LH-2026-0001' });
  const told = page.getByRole('status').filter({ hasText: '填写之后，记录里又有改动' });
  const openLetter = async () => {
    await page.keyboard.press('Control+K');
    const search = page.getByRole('dialog').getByRole('textbox');
    await search.fill('LH-2026-0001');
    await expect(page.getByRole('dialog').getByRole('button').first()).toContainText('LH-2026-0001');
    await search.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'LH-2026-0001' })).toBeVisible();
  };
  await unlock(page, '林晓燕');
  await page.keyboard.press('F6');
  const form = page.getByRole('form', { name: '登记来函' });
  await form.getByLabel('来函人或单位').fill('消防大队');
  await pick(form, '类别', '其他');
  await form.getByLabel('事由').fill('冬季消防检查');
  await form.getByLabel('事由').press('Control+Enter');
  await page.getByRole('button', { name: '移交行政部' }).press('Enter');
  await page.getByRole('dialog').getByLabel('签收人').fill('陈静');
  await page.getByRole('dialog').getByLabel('签收人').press('Enter');
  await expect(page.getByText('交 行政部 陈静')).toBeVisible();
  await page.getByRole('button', { name: '修改或补充' }).press('Enter');
  await correction.getByLabel('原件存放处').fill('柜 1');
  await correction.getByLabel('备注').fill('原件');
  await correction.getByLabel('原因').fill('登记时漏写');
  await switchTo(page, '沈国华');

  await openLetter();
  await page.getByRole('button', { name: '办结' }).press('Enter');
  await page.getByRole('dialog').getByLabel('原件存放处').fill('柜 9');
  await page.getByRole('dialog').getByLabel('原件存放处').press('Enter');
  // Stored: whoever locks before that has written nothing.
  await expect(page.getByText('柜 9')).toBeVisible();
  await allSaved(page);
  await switchTo(page, '林晓燕');

  await goTo(page, 'Alt+1', '今日');
  await expect(page.getByRole('list', { name: '未存的表单' }).getByRole('button')).toHaveText([/^来函 LH-2026-0001.*冬季消防检查/]);
  await page.getByRole('list', { name: '未存的表单' }).getByRole('button').press('Enter');
  await expect(correction.getByLabel('原件存放处')).toHaveValue('柜 1');
  await expect(correction.getByLabel('原因')).toHaveValue('登记时漏写');
  await expect(told).toContainText('原件存放处：柜 9');
  await expect(told).not.toContainText('备注');
  // Told of it, whoever types on knows; a change after that is told again, and no other.
  await correction.getByLabel('原件存放处').fill('柜 2');
  await goTo(page, 'Alt+1', '今日');
  await page.getByRole('list', { name: '未存的表单' }).getByRole('button').press('Enter');
  await expect(correction.getByLabel('原件存放处')).toHaveValue('柜 2');
  await expect(told).toHaveCount(0);
});

test('a half-filled household takes back no member that a confirmed proposal brought', async ({ startDesk }) => {
  const { page } = await startDesk({ sample: true, clock: '2026-11-23T00:30:00.000Z' });
  const open = async (row: string | RegExp) => {
    await goTo(page, 'Alt+8', '业户与通讯录');
    await page.getByLabel('房号、姓名、拼音或电话').fill('单雄信');
    await page.getByRole('list', { name: '业户', exact: true }).getByRole('button', { name: row }).press('Enter');
  };
  const addMember = async (name: string) => {
    await page.getByRole('button', { name: '添加成员' }).press('Enter');
    await page.getByRole('textbox', { name: '姓名' }).last().fill(name);
  };
  await unlock(page, '何志强');
  await open('3-2-1502 单雄信');
  await addMember('单大爷');
  await page.getByRole('button', { name: '提交变动' }).press('Enter');
  await expect(page.getByText('待确认', { exact: true }).first()).toBeVisible();
  await switchTo(page, '林晓燕');
  await open(/^3-2-1502 单雄信$/);
  await addMember('单小雨');
  await open(/待确认/);
  await page.getByRole('button', { name: '确认生效' }).press('Enter');
  // Stored: until then the status line still speaks of what was saved before.
  await expect(page.getByRole('button', { name: '确认生效' })).toBeHidden();
  await allSaved(page);
  await goTo(page, 'Alt+1', '今日');
  await page.getByRole('list', { name: '未存的表单' }).getByRole('button').press('Enter');
  const names = () =>
    page
      .getByRole('textbox', { name: '姓名', exact: true })
      .evaluateAll((all) => all.map((input) => input instanceof HTMLInputElement && input.value));
  await expect.poll(names).toEqual(['单雄信', '单大爷', '单小雨']);
  await page.getByRole('button', { name: /^保存/ }).press('Enter');
  await expect(page.getByRole('heading', { level: 2, name: '单雄信、单大爷、单小雨' })).toBeVisible();
});

test('whoever finds a form half-filled is told whose it is, and is asked before it is given up', async ({ startDesk }) => {
  const { page } = await startDesk({ sample: true, clock: '2026-11-23T00:30:00.000Z' });
  const left = page.getByRole('list', { name: '未存的表单' }).getByRole('button');
  const told = page.getByRole('status').filter({ hasText: '林晓燕 填写过，08:40 开始，尚未保存。' });
  const letter = page.getByRole('form', { name: '登记来函' });
  const call = page.getByRole('form', { name: '来电' });

  await test.step('one’s own is given up at once', async () => {
    await unlock(page, '林晓燕');
    await page.keyboard.press('F6');
    await letter.getByLabel('来函人或单位').fill('供水公司');
    await page.getByRole('button', { name: '取消' }).press('Enter');
    await expect(letter).toBeHidden();
  });

  await test.step('a letter and a call are left half-filled', async () => {
    // The clock goes on while it is typed: by the minute that is looked for no step before counts.
    await setClock(page, '2026-11-23', '08:40');
    await page.keyboard.press('F6');
    await letter.getByLabel('来函人或单位').fill('信访办');
    await goTo(page, 'Alt+1', '今日');
    await expect(left).toHaveText([/信访办/]);
    await expect(left).not.toContainText(['林晓燕']);
    await page.keyboard.press('F2');
    await call.getByLabel('内容', { exact: true }).fill('电梯停了');
    await expect(told).toBeHidden();
    await page.keyboard.press('F9');
  });

  await test.step('the next person saves the call: it was answered by who began it', async () => {
    await unlock(page, '沈国华');
    await expect(call.getByText('林晓燕 填写过，08:40 开始，尚未保存。')).toBeVisible();
    await expect(call.getByLabel('接待人')).toHaveValue(/^林晓燕/);
    await call.getByLabel('内容', { exact: true }).press('Control+Enter');
    await goTo(page, 'Alt+2', '接待记录');
    await expect(page.getByRole('row').filter({ hasText: '电梯停了' })).toContainText('林晓燕');
  });

  await test.step('the letter stays unless it is given up with open eyes', async () => {
    await goTo(page, 'Alt+1', '今日');
    await expect(left).toContainText(['林晓燕 填写过 · 信访办']);
    await left.first().press('Enter');
    await expect(told).toBeVisible();
    // Received by whoever began it, as at the time when it was begun.
    await expect(letter.getByLabel('接收人')).toHaveValue(/^林晓燕/);
    await page.getByRole('button', { name: '取消' }).press('Enter');
    const question = page.getByRole('dialog', { name: '放弃填写' });
    await expect(question).toContainText('林晓燕 填写过');
    await answerQuestion(page, '放弃填写', '保留');
    await expect(letter.getByLabel('来函人或单位')).toHaveValue('信访办');
    await page.getByRole('button', { name: '取消' }).press('Enter');
    await answerQuestion(page, '放弃填写', '放弃填写');
    await expect(letter).toBeHidden();
    await goTo(page, 'Alt+1', '今日');
    await expect(left).toHaveCount(0);
  });
});
