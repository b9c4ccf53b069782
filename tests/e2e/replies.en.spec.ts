import { fromMenu, press, select } from '../support/day-driver.ts';
import {
  countPointer,
  dialogReady,
  goTo,
  pick,
  setClock,
  sheetText,
  takeHousehold,
  unlock,
  SAMPLE_PIN,
  lockScreen,
} from '../support/desk-driver.ts';
import { expect, test } from './desk-test.ts';

const LABELS = { person: 'Name', pin: 'PIN' };

test('a reply in English, from the call to the posting list', async ({ startDesk }) => {
  const desk = await startDesk({ sample: true, locale: 'en-GB', clock: '2026-11-23T06:00:00.000Z' });
  const { page } = desk;
  const pointerPresses = await countPointer(page);
  await lockScreen(page, LABELS.person);
  await page.reload();
  await unlock(page, '林晓燕', LABELS);
  const dialog = page.getByRole('dialog');

  await test.step('the call of 14:00 asks for a written statement', async () => {
    await page.keyboard.press('F2');
    const call = page.getByRole('form', { name: 'Call' });
    await pick(call, 'Rings', '2 rings');
    await takeHousehold(call, 'Unit', '8-1-1401', 'John Smith');
    await pick(call, 'Category', 'Help');
    await call
      .getByLabel('Content', { exact: true })
      .fill('The parcel of this morning was damaged; he wants a written statement in English for his insurer.');
    await pick(call, 'Answered on the spot', 'No');
    await call.getByLabel('Content', { exact: true }).press('Control+Enter');
    await expect(call).toBeHidden();
    await page.keyboard.press('Control+K');
    await page.getByPlaceholder(/Number, unit/).fill('insurer');
    await page.getByRole('button', { name: /JD-2026-000001/ }).waitFor();
    await page.getByPlaceholder(/Number, unit/).press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'JD-2026-000001' })).toBeVisible();
  });

  await test.step('drafted in English, as the household has its letters', async () => {
    await press(page, 'Draft reply letter');
    const form = page.getByRole('form', { name: 'New reply letter' });
    await expect(form.getByRole('radio', { name: 'English' })).toBeChecked();
    await select(form, 'Template', 'Written statement');
    await press(form, 'Apply');
    await form.getByLabel('Subject line').fill('Statement: damaged parcel of 23 November 2026');
    await expect(form.getByLabel('Salutation')).toHaveValue('Dear John Smith');
    await form
      .getByLabel('Text')
      .fill(
        'At your request we confirm the following for presentation to your insurer.\nOn 23 November 2026 one parcel addressed to you was handed over at our customer centre; its outer box was torn at one corner. The parcel was photographed before it was stored.\nThis statement records what was seen at the desk. It does not decide who is liable.',
      );
    await expect(page.frameLocator('iframe').getByText('Statement: damaged parcel of 23 November 2026')).toBeVisible();
    await press(form, 'Save and submit');
    await expect(page.getByText(/Still missing: Customer centre supervisor/i)).toBeVisible();
    // The entry it answers leads to it, though it has no number yet.
    await page.getByRole('link', { name: 'JD-2026-000001' }).press('Enter');
    await page.getByRole('link', { name: 'Reply (In review)' }).press('Enter');
    await expect(page.getByText(/Still missing: Customer centre supervisor/i)).toBeVisible();
  });

  await test.step('reviewed by the supervisor, approved, printed as a business letter', async () => {
    await press(page, 'Enter a review');
    await dialog.getByLabel('Reviewer’s PIN').fill(SAMPLE_PIN);
    await dialog.getByLabel('Reviewer’s PIN').press('Enter');
    await press(page, 'Approve');
    await dialog.getByLabel('Marketing manager’s PIN').fill(SAMPLE_PIN);
    await dialog.getByLabel('Marketing manager’s PIN').press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: '客函〔2026〕1号' })).toBeVisible();
    await press(page, 'Print the letter');
    const sheet = await sheetText(desk, 'Save as PDF');
    for (const words of [
      'Guiyuan Real Estate Development Co., Ltd.',
      'Our ref.: 客函〔2026〕1号',
      '23 November 2026',
      'Dear John Smith,',
      'Yours sincerely,',
    ]) {
      expect(sheet).toContain(words);
    }
    await page.keyboard.press('Escape');
    await expect(page.getByText('Printed', { exact: true }).first()).toBeVisible();
    await page.getByRole('link', { name: 'JD-2026-000001' }).press('Enter');
    await page.getByRole('link', { name: '客函〔2026〕1号' }).press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: '客函〔2026〕1号' })).toBeVisible();
  });

  await test.step('handed to the post office on a list of its own number, in two copies', async () => {
    await setClock(page, '2026-11-24', '10:00');
    await page.keyboard.press('Alt+6');
    await page.getByRole('tab', { name: 'Posting lists' }).press('Enter');
    await expect(page.getByText(/When several letters go to the post office together/)).toBeVisible();
    await press(page, 'New posting list');
    const form = page.getByRole('form', { name: 'New posting list' });
    // Given up, nothing of it stays.
    await form.getByLabel('Post office').fill('given up');
    await press(page, 'Cancel');
    await press(page, 'New posting list');
    await form.getByLabel('Post office').fill('文三路邮政支局');
    await form.getByLabel('Post office').press('Control+Enter');
    await expect(form.getByLabel('客函〔2026〕1号 Postal number')).toBeFocused();
    await expect(form.getByLabel('客函〔2026〕1号 Postal number')).toHaveAccessibleDescription(
      'Registered mail needs the number the post office gave',
    );
    await form.getByLabel('客函〔2026〕1号 Postal number').fill('XA24435342142');
    await form.getByLabel('客函〔2026〕1号 Receipt no.').fill('0458822');
    await form.getByLabel('客函〔2026〕1号 Return receipt').press('Space');
    await expect(form.getByText('Pieces: 1, 11 g, ¥6.80')).toBeVisible();
    // Left half-way, it stands on Today and opens as it was.
    await goTo(page, 'Alt+1', 'Today');
    const unfinished = page.getByRole('list', { name: 'Forms not saved' }).getByRole('listitem');
    await expect(unfinished).toHaveText([/Posting list.*文三路邮政支局/]);
    await unfinished.getByRole('button').press('Enter');
    await expect(form.getByLabel('Post office')).toHaveValue('文三路邮政支局');
    await expect(form.getByLabel('Posted on')).toHaveValue('2026-11-24');
    await expect(form.getByLabel('客函〔2026〕1号 Postal number')).toHaveValue('XA24435342142');
    await expect(form.getByLabel('客函〔2026〕1号 Receipt no.')).toHaveValue('0458822');
    await expect(form.getByLabel('客函〔2026〕1号 Return receipt')).toBeChecked();
    await expect(form.getByText('Pieces: 1, 11 g, ¥6.80')).toBeVisible();
    await form.getByLabel('Post office').press('Control+Enter');
    const list = await sheetText(desk, 'Save as PDF');
    for (const words of ['QD-2026-0001', 'XA24435342142', '第一联', '第二联', '文三路邮政支局', '合计 1 件', '6.80'])
      expect(list).toContain(words);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('heading', { level: 1, name: 'QD-2026-0001' })).toBeVisible();
    await goTo(page, 'Alt+1', 'Today');
    await expect(unfinished).toHaveCount(0);
    // The list is found by the number that stands on it.
    await page.keyboard.press('Control+K');
    await page.getByPlaceholder(/Number, unit/).fill('qd-2026-0001');
    await page.getByRole('button', { name: /QD-2026-0001/ }).waitFor();
    await page.getByPlaceholder(/Number, unit/).press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'QD-2026-0001' })).toBeVisible();
    await page.getByRole('link', { name: '客函〔2026〕1号' }).press('Enter');
    await expect(page.getByText('Posted', { exact: true }).first()).toBeVisible();
    // Friday the 27th is a working day.
    await expect(page.getByText('2026-11-27').first()).toBeVisible();
  });

  await test.step('sent back by the post, posted again, signed for by the family', async () => {
    await setClock(page, '2026-11-26', '10:00');
    await fromMenu(page, 'More', 'Sent back');
    await dialog.getByLabel('Why it came back').fill('nobody at home');
    await dialog.getByLabel('Why it came back').press('Control+Enter');
    await press(page, 'Post again');
    await dialog.getByLabel('Postal number').fill('XA12345678533');
    await dialog.getByLabel('Receipt no.').fill('0458830');
    await dialog.getByLabel('Receipt no.').press('Enter');
    await fromMenu(page, 'More', 'Delivery');
    await select(dialog, 'Signed for by', 'family');
    await dialog.getByLabel('Note').press('Control+Enter');
    await press(page, 'Complete');
    await expect(dialog.getByText('Ground: signed for by addressee or family')).toBeVisible();
    await dialogReady(page);
    await press(dialog, 'Complete');
    await expect(page.getByText('Complete', { exact: true }).first()).toBeVisible();
  });
  expect(await pointerPresses()).toBe(0);
  expect(desk.foreign).toEqual([]);
});
