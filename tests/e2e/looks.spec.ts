import { goTo, openRow, pick, unlock } from '../support/desk-driver.ts';
import { expect, test } from './desk-test.ts';

test('the number of an outgoing call and of a visit is called by what it is, on the form and on its page', async ({ startDesk }) => {
  const { page } = await startDesk({ sample: true, clock: '2026-11-23T00:30:00.000Z' });
  await unlock(page, '林晓燕');
  await page.keyboard.press('F4');
  const form = page.getByRole('form', { name: '去电' });
  await form.getByLabel('姓名', { exact: true }).fill('单雄信');
  await form.getByLabel('拨打号码').fill('13805712236');
  await pick(form, '类别', '咨询');
  await form.getByLabel('内容', { exact: true }).fill('回访停车费');
  await form.getByLabel('内容', { exact: true }).press('Control+Enter');
  await goTo(page, 'Alt+2', '接待记录');
  await openRow(page, '回访停车费');
  await expect(page.getByRole('term').filter({ hasText: '拨打号码' })).toBeVisible();
  await expect(page.getByText('来电号码')).toBeHidden();

  await page.keyboard.press('F3');
  const visit = page.getByRole('form', { name: '来访' });
  await visit.getByLabel('留下号码').fill('13805712236');
  await expect(page.getByText('来电号码')).toBeHidden();
  await pick(visit, '类别', '咨询');
  await visit.getByLabel('内容', { exact: true }).fill('来问停车费');
  await visit.getByLabel('内容', { exact: true }).press('Control+Enter');
  await goTo(page, 'Alt+2', '接待记录');
  await openRow(page, '来问停车费');
  await expect(page.getByRole('term').filter({ hasText: '留下号码' })).toBeVisible();
  await expect(page.getByText('来电号码')).toBeHidden();
});

test('a page has one main button, that of the next step', async ({ startDesk }) => {
  const { page } = await startDesk({ sample: true, clock: '2026-11-23T00:30:00.000Z' });
  await unlock(page, '苏敏');
  // A button without a look of its own is filled.
  const filled = page
    .getByRole('main')
    .locator('.mantine-Button-root:is([data-variant="filled"], :not([data-variant])):not([data-disabled])');
  await page.keyboard.press('F3');
  const visit = page.getByRole('form', { name: '来访' });
  await visit.getByLabel('姓名', { exact: true }).fill('单雄信');
  await pick(visit, '类别', '报事');
  await visit.getByLabel('内容', { exact: true }).fill('单元门关不上');
  await visit.getByLabel('内容', { exact: true }).press('Control+Enter');
  await expect(visit).toBeHidden();
  await goTo(page, 'Alt+2', '接待记录');
  await openRow(page, '单元门关不上');
  await expect(filled).toHaveText(['派工']);
  await page.keyboard.press('F6');
  const form = page.getByRole('form', { name: '登记来函' });
  await form.getByLabel('来函人或单位').fill('马䶮骏');
  await pick(form, '类别', '投诉');
  await pick(form, '需要回函', '是');
  await form.getByLabel('事由').fill('车位漏水');
  await form.getByLabel('事由').press('Control+Enter');
  await expect(filled).toHaveText(['助理决定']);
  await page.getByRole('button', { name: '助理决定' }).press('Enter');
  await pick(page.getByRole('dialog'), '决定', '不开协调单');
  await page.getByRole('dialog').getByLabel('决定的理由').fill('直接书面答复'.repeat(20));
  await page.getByRole('dialog').getByLabel('决定的理由').press('Control+Enter');
  await expect(page.getByText(/下一步.拟写、寄出回函/)).toBeVisible();
  await expect(filled).toHaveText(['拟写回函']);

  // Beside a long “after” the history's short “before” keeps its line.
  await page.getByRole('button', { name: '历史' }).press('Enter');
  const before = page.getByRole('cell', { name: '（空）', exact: true }).first();
  const lines = (cell: HTMLElement | SVGElement) => {
    const range = document.createRange();
    range.selectNodeContents(cell);
    return range.getClientRects().length;
  };
  expect(await before.evaluate(lines)).toBe(1);
});

test('forms and orders are begun from their registers, too', async ({ startDesk }) => {
  const { page } = await startDesk({ sample: true, clock: '2026-11-23T00:30:00.000Z' });
  await unlock(page, '林晓燕');
  for (const [keys, title, form] of [
    ['Alt+4', '协调单', '开协调单'],
    ['Alt+5', '派工单', '开派工单'],
  ] as const) {
    await goTo(page, keys, title);
    await page.getByRole('main').getByRole('button', { name: form }).press('Enter');
    await expect(page.getByRole('form', { name: form })).toBeVisible();
  }
});

/** WCAG 2.2, 1.4.3: contrast of two colours as the browser computes them. */
function contrastOf(colours: readonly string[]): number {
  const [darker = 0, lighter = 0] = colours
    .map((colour) => {
      const [red = 0, green = 0, blue = 0] = (colour.match(/\d+/g) ?? []).map((part) => {
        const share = Number(part) / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    })
    .toSorted((left, right) => left - right);
  return (lighter + 0.05) / (darker + 0.05);
}

test('placeholders can be read', async ({ startDesk }) => {
  const { page } = await startDesk({ sample: true, clock: '2026-11-23T00:30:00.000Z' });
  await unlock(page, '林晓燕');
  await page.keyboard.press('F2');
  const field = page.getByRole('form', { name: '来电' }).getByPlaceholder('房号、姓名、拼音或电话均可查');
  const colour = await field.evaluate((input) => getComputedStyle(input, '::placeholder').color);
  expect(contrastOf([colour, 'rgb(255, 255, 255)'])).toBeGreaterThanOrEqual(4.5);
});

test('who is found can be read, also in the line that Enter takes', async ({ startDesk }) => {
  const { page } = await startDesk({ sample: true, clock: '2026-11-23T00:30:00.000Z' });
  await unlock(page, '林晓燕');
  await page.keyboard.press('F2');
  const unit = page.getByRole('form', { name: '来电' }).getByLabel('房号');
  await unit.fill('3-2-15');
  await page.getByRole('option').first().waitFor();
  await unit.press('ArrowDown');
  const taken = page.locator('[role=option][data-combobox-selected]');
  const other = page.locator('[role=option]:not([data-combobox-selected])').first();
  for (const [option, behind] of [
    [taken, await taken.evaluate((line) => getComputedStyle(line).backgroundColor)],
    [other, 'rgb(255, 255, 255)'],
  ] as const) {
    const texts = await option.locator('.mantine-Text-root').evaluateAll((parts) => parts.map((part) => getComputedStyle(part).color));
    expect(texts).toHaveLength(3);
    for (const colour of texts) expect(contrastOf([colour, behind])).toBeGreaterThanOrEqual(4.5);
  }
});

test('what may only be read can be read: the choice made in the settings, too', async ({ startDesk }) => {
  const { page } = await startDesk({ sample: true, clock: '2026-11-23T00:30:00.000Z' });
  await unlock(page, '林晓燕');
  await page.keyboard.press('Alt+9');
  await page.getByRole('tab', { name: '时限与默认值' }).press('Enter');
  const chosen = page.getByRole('radio', { checked: true, disabled: true });
  await expect(chosen).not.toHaveCount(0);
  const colours = await chosen.evaluateAll((radios) =>
    radios.map((radio) => {
      const label = document.querySelector(`label[for="${radio.id}"]`);
      const style = label === null ? null : getComputedStyle(label);
      return [style?.color ?? '', style?.backgroundColor ?? ''];
    }),
  );
  for (const pair of colours) expect(contrastOf(pair), pair.join(' on ')).toBeGreaterThanOrEqual(4.5);
});

test('the form of a record is saved from wherever one is in it, too', async ({ startDesk }) => {
  const { page } = await startDesk({ sample: true, clock: '2026-11-23T00:30:00.000Z' });
  await unlock(page, '沈国华');
  await page.keyboard.press('Alt+6');
  await page.getByRole('tab', { name: '回函模板' }).press('Enter');
  await page.getByRole('navigation', { name: '回函模板' }).getByRole('link', { name: '投诉答复函' }).press('Enter');
  await page.getByRole('button', { name: '复制为自定模板' }).press('Enter');
  const form = page.getByRole('form', { name: '新增模板' });
  await expect(form.getByLabel('模板名称')).toBeFocused();
  const save = form.locator('button[type=submit]');
  await expect(save).toBeInViewport({ ratio: 1 });
  const last = form.getByRole('checkbox', { name: '可选用' });
  await form.getByLabel('正文').focus();
  await page.keyboard.press('Tab');
  await expect(last).toBeFocused();
  const [above, below] = [await last.boundingBox(), await save.boundingBox()];
  expect((above?.y ?? 0) + (above?.height ?? 0)).toBeLessThanOrEqual(below?.y ?? 0);
});

test('a long form is saved from wherever one is in it, and its buttons cover no field that has the cursor', async ({ startDesk }) => {
  const { page } = await startDesk({ sample: true, clock: '2026-11-23T00:30:00.000Z' });
  await unlock(page, '林晓燕');
  await page.keyboard.press('F6');
  const form = page.getByRole('form', { name: '登记来函' });
  // Nobody has counted pages yet.
  await expect(form.getByLabel('页数')).toHaveValue('');
  await form.getByLabel('页数').fill('2');
  await expect(form.getByLabel('页数')).toHaveValue('2');
  await form.locator('input[type=file]').setInputFiles({ name: '来函.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') });
  await expect(form.getByRole('button', { name: '移除 来函.pdf' })).toBeVisible();
  await form.getByLabel('来函人或单位').focus();
  const save = form.locator('button[type=submit]');
  await expect(save).toBeInViewport({ ratio: 1 });
  // The last thing above the buttons, reached by the Tab key: the field of the scans, its button, the scan, the cross beside it.
  const remove = form.getByRole('button', { name: '移除 来函.pdf' });
  await form.getByLabel('备注').focus();
  for (let stop = 0; stop < 4; stop += 1) await page.keyboard.press('Tab');
  await expect(remove).toBeFocused();
  const [above, below] = [await remove.boundingBox(), await save.boundingBox()];
  expect((above?.y ?? 0) + (above?.height ?? 0)).toBeLessThanOrEqual(below?.y ?? 0);
});
