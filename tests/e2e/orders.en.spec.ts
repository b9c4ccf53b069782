import type { Page } from '@playwright/test';
import { allSaved, choose, dialogReady, goTo, pick, setClock, sheetText, takeHousehold, unlock } from '../support/desk-driver.ts';
import { expect, test } from './desk-test.ts';

const DAY = '2026-11-23';
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).press('Enter');

test('an order in English: issued, printed, done, paid, followed up, archived', async ({ startDesk }) => {
  const desk = await startDesk({ sample: true, locale: 'en-GB', clock: '2026-11-23T06:00:00.000Z' });
  const { page } = desk;
  const dialog = page.getByRole('dialog');
  await unlock(page, '林晓燕', { person: 'Name', pin: 'PIN' });

  await test.step('F8: a new order, sent and printed', async () => {
    await page.keyboard.press('F8');
    const form = page.getByRole('form', { name: 'New dispatch order' });
    await takeHousehold(form, 'Unit', '8-1-1401', 'John Smith');
    await pick(form, 'Trade', 'Doors and windows');
    await pick(form, 'Charge', 'Chargeable');
    await pick(form, 'Source', 'Call');
    await form.getByLabel('Content').fill('The balcony door does not close.');
    await choose(form, 'Department', '工程部');
    await form.getByLabel('Team, or not on the roster').fill('Night shift');
    await form.getByLabel('Content').press('Control+Enter');
    const sheet = await sheetText(desk, 'Save as PDF');
    for (const words of ['PG-2026-000001', '8-1-1401', 'John Smith', '18657103321', 'Doors and windows', 'Night shift']) {
      expect(sheet).toContain(words);
    }
    // The customer keeps a part of it: before any money came, nothing on it may read as a receipt.
    expect(sheet.match(/Chargeable/g)).toHaveLength(2);
    expect(sheet.replaceAll('Paid by', '')).not.toMatch(/paid/i);
    await page.keyboard.press('Escape');
    await expect(page.getByText('Next step: Wait until it is accepted and somebody arrives')).toBeVisible();
  });

  await test.step('done, with a part and labour', async () => {
    await allSaved(page, 'Saved');
    await setClock(page, DAY, '16:00');
    await press(page, 'Finished');
    const form = page.getByRole('form', { name: 'Work done: PG-2026-000001' });
    await form.getByLabel('Arrived at').fill('15:10');
    await form.getByLabel('Finished at').fill('15:40');
    await form.getByLabel('What was done').fill('Hinge replaced.');
    // Left half-way, Today names the order it belongs to.
    await goTo(page, 'Alt+1', 'Today');
    const left = page.getByRole('list', { name: 'Forms not saved' }).getByRole('button');
    await expect(left).toContainText('Work done on an order PG-2026-000001');
    await expect(left).toContainText('Hinge replaced.');
    await left.press('Enter');
    await expect(form.getByLabel('What was done')).toHaveValue('Hinge replaced.');
    await form.getByRole('button', { name: 'Add a row' }).press('Enter');
    await form.getByLabel('Row 1 Material').fill('Hinge');
    await form.getByLabel('Row 1 Price (CNY)').fill('25');
    await form.getByLabel('Labour').fill('a lot');
    await form.getByLabel('Labour').press('Control+Enter');
    await expect(form.getByText('Write an amount like 86.50.')).toBeVisible();
    await form.getByLabel('Labour').fill('30');
    await form.getByLabel('Labour').press('Control+Enter');
    await expect(page.getByRole('table', { name: 'Money' })).toContainText('Open¥55.00');
  });

  await test.step('paid later, followed up, agreed on paper, archived', async () => {
    await press(page, 'Payment or waiver');
    await dialog.getByLabel('Amount received').fill('55');
    await pick(dialog, 'Paid by', 'Cash');
    await dialog.getByLabel('Receipt number').fill('0012874');
    await dialog.getByLabel('Receipt number').press('Enter');
    await expect(page.getByRole('table', { name: 'Money' })).toContainText('Received¥55.00Cash 0012874');
    await press(page, 'Follow up');
    await dialog.getByLabel('Spoken to').press('Enter');
    await expect(dialog.getByRole('alert')).toHaveText('The follow-up still lacks: outcome');
    await pick(dialog, 'Outcome', 'Reached');
    await pick(dialog, 'Overall', 'Satisfied');
    await dialog.getByLabel('Spoken to').press('Enter');
    await expect(page.getByText('Followed up', { exact: true }).first()).toBeVisible();
    await press(page, 'Head’s agreement');
    await pick(dialog, 'Where the decision comes from', 'Recorded from paper');
    await dialog.getByLabel('Where the paper is filed').fill('Cabinet 2');
    await dialog.getByLabel('Where the paper is filed').press('Enter');
    await expect(page.getByRole('button', { name: 'Archive', exact: true })).toBeEnabled();
    await press(page, 'Archive');
    await dialogReady(page);
    await dialog.getByRole('button', { name: 'Archive' }).press('Enter');
    await expect(page.getByText(/^Archived by 林晓燕/)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Print ticket' })).toBeVisible();
  });
  await allSaved(page, 'Saved');
  // Not even of the work's form, whose amounts are written out as it goes, is anything left half-filled.
  await goTo(page, 'Alt+1', 'Today');
  await expect(page.getByText(/^Nothing is waiting/)).toBeVisible();
  await goTo(page, 'Alt+5', 'Dispatch orders');
  await page.getByRole('radio', { name: 'Board' }).press('Space');
  await expect(page.getByText('No order is open.')).toBeVisible();
});

test('an order entered late says when somebody was sent: work of before it was entered can be recorded', async ({ startDesk }) => {
  const { page } = await startDesk({ sample: true, locale: 'en-GB', clock: '2026-11-23T07:40:00.000Z' });
  await unlock(page, '林晓燕', { person: 'Name', pin: 'PIN' });
  await page.keyboard.press('F8');
  const form = page.getByRole('form', { name: 'New dispatch order' });
  await takeHousehold(form, 'Unit', '3-2-1502', '单雄信');
  await pick(form, 'Trade', 'Plumbing');
  await pick(form, 'Charge', 'Free');
  await pick(form, 'Source', 'Call');
  await form.getByLabel('Content').fill('The drain is blocked.');
  await choose(form, 'Department', '工程部');
  // One that was reported just now goes out now.
  const sent = form.getByLabel('Dispatched at');
  await expect(sent).toBeHidden();
  await form.getByLabel('Reported', { exact: true }).fill('8:02');
  await sent.fill('8:00');
  await form.getByLabel('Content').press('Control+Enter');
  await expect(sent).toBeFocused();
  await expect(sent).toHaveAccessibleDescription(/earlier than the time of the step before/);
  await sent.fill('8:05');
  await sent.press('Control+Enter');
  await dialogReady(page);
  await page.keyboard.press('Escape');
  await expect(page.getByText('2026-11-23 08:05').first()).toBeVisible();
  await press(page, 'Finished');
  const work = page.getByRole('form', { name: 'Work done: PG-2026-000001' });
  await work.getByLabel('Arrived at').fill('8:31');
  await work.getByLabel('Finished at').fill('9:20');
  await work.getByLabel('What was done').fill('Drain cleared.');
  await work.getByLabel('What was done').press('Control+Enter');
  await expect(page.getByText('Next step: Call the customer')).toBeVisible();
  await expect(page.getByText('2026-11-23 09:20').first()).toBeVisible();
});
