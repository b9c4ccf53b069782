import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import {
  allSaved,
  choose,
  countPointer,
  goTo,
  lockScreen,
  openRow,
  pick,
  setClock,
  sheetText,
  takeHousehold,
  unlock,
} from '../support/desk-driver.ts';
import { expect, test } from './desk-test.ts';

const DAY = '2026-11-23';
const WHO = { person: 'Name', pin: 'PIN' };
const NAME = '林晓燕';

async function open(page: Page, key: string, form: string, time: string): Promise<Locator> {
  await setClock(page, DAY, time);
  await page.keyboard.press(key);
  const opened = page.getByRole('form', { name: form, exact: true });
  await opened.waitFor();
  return opened;
}

/** Presses a dialog's button in the very moment it is drawn: quicker than any hand. */
function pressOnSight(page: Page, name: string): Promise<void> {
  return page.evaluate(
    (words) =>
      new Promise<void>((resolve) => {
        const observer = new MutationObserver(() => {
          const button = [...document.querySelectorAll<HTMLElement>('[role=dialog] button')].find((one) => one.textContent === words);
          if (button === undefined) return;
          observer.disconnect();
          button.click();
          resolve();
        });
        observer.observe(document.body, { subtree: true, childList: true });
      }),
    name,
  );
}

test('a tour of the day in English, typed without a mouse', async ({ startDesk }) => {
  const desk = await startDesk({ sample: true, locale: 'en-GB', clock: '2026-11-23T00:00:00.000Z' });
  const { page } = desk;
  const pointerPresses = await countPointer(page);
  await lockScreen(page, WHO.person);
  await page.reload();
  await unlock(page, NAME, WHO);
  await expect(page.getByText('Nothing is waiting.')).toBeVisible();

  await test.step('14:00: a call that has to be answered later', async () => {
    const call = await open(page, 'F2', 'Call', '14:00');
    await expect(call.getByText(/Good day/)).toBeVisible();
    await pick(call, 'Rings', '2 rings');
    await takeHousehold(call, 'Unit', '8-1-1401', 'John Smith');
    await call.getByLabel('Calling number').fill('18657103321');
    await pick(call, 'Category', 'Help');
    await call
      .getByLabel('Content', { exact: true })
      .fill('The parcel of this morning was damaged; he wants a written statement in English for his insurer.');
    await pick(call, 'Answered on the spot', 'No');
    await call.getByLabel('Content', { exact: true }).press('Control+Enter');
    await expect(call).toBeHidden();
  });

  await test.step('14:10: a visit with a report, which becomes a coordination form', async () => {
    const visit = await open(page, 'F3', 'Visit', '14:10');
    await takeHousehold(visit, 'Name', 'oynn', '欧阳娜娜');
    await expect(visit.getByLabel('Unit')).toHaveValue('7-1-301');
    await pick(visit, 'Category', 'Report');
    await visit.getByLabel('Content', { exact: true }).fill('The lift stops between two floors');
    await pick(visit, 'Answered on the spot', 'No');
    await visit.getByRole('button', { name: 'Save and issue form' }).press('Enter');
    const form = page.getByRole('form', { name: 'New coordination form' });
    await expect(form.getByLabel('Customer')).toHaveValue('欧阳娜娜');
    await expect(form.getByLabel('Subject')).toHaveValue('The lift stops between two floors');
    await choose(form, 'Department in charge', '工程部');
    await form.getByLabel('Subject').press('Control+Enter');
    const sheet = await sheetText(desk, 'Save as PDF');
    for (const part of ['XT-2026-0001', 'The lift stops between two floors', 'Page 1 of 1']) expect(sheet).toContain(part);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('heading', { level: 1, name: 'XT-2026-0001' })).toBeVisible();
    // Pressed the moment it appears, before the sheet behind it stands.
    const again = await desk.savedFile(async () => {
      const pressed = pressOnSight(page, 'Save as PDF');
      await page.getByRole('button', { name: 'Print form' }).press('Enter');
      await pressed;
    });
    expect(readFileSync(again).subarray(0, 5).toString()).toBe('%PDF-');
    await page.keyboard.press('Escape');
  });

  await test.step('14:20: a letter, handed to administration', async () => {
    const letter = await open(page, 'F6', 'Register a letter', '14:20');
    await pick(letter, 'Means', 'E-mail');
    await letter.getByLabel('Sender', { exact: true }).fill('Street office');
    await letter.getByLabel('Letter date').fill('20 November 2026');
    await letter.getByLabel('Date set by the sender').fill('Nov 27');
    await pick(letter, 'Category', 'Business');
    await letter.getByLabel('Subject').fill('Fire inspection');
    await letter.getByLabel('Subject').press('Control+Enter');
    await expect(page.getByText('Next step: Hand to administration')).toBeVisible();
    for (const date of ['2026-11-20', '2026-11-27']) await expect(page.getByText(date).first()).toBeVisible();
    await page.getByRole('button', { name: 'Hand to administration' }).press('Enter');
    await page.getByRole('dialog').getByLabel('Received by').fill('陈静');
    await page.getByRole('dialog').getByLabel('Received by').press('Enter');
    await expect(page.getByText('Next step: Close it')).toBeVisible();
  });

  await test.step('16:30: Today shows what waits, overdue first', async () => {
    await setClock(page, DAY, '16:30');
    await goTo(page, 'Alt+1', 'Today');
    const promises = page.getByRole('list', { name: 'Promised replies and call-backs' }).getByRole('listitem');
    await expect(promises.first()).toContainText('Overdue');
    await expect(promises.first()).toContainText('8-1-1401');
    await expect(page.getByRole('list', { name: 'Coordination forms' }).getByRole('listitem')).toHaveCount(1);
    await expect(page.getByRole('list', { name: 'Letters with a next step' }).getByRole('listitem')).toContainText(['Street office']);
    await promises.first().getByRole('button').press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'JD-2026-000001' })).toBeVisible();
  });

  await test.step('the search box finds a record by its words, and an action by its name', async () => {
    await page.keyboard.press('Control+K');
    const search = page.getByRole('dialog').getByRole('textbox');
    await search.fill('lift stops');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /XT-2026-0001/ })
      .waitFor();
    await search.fill('XT-2026-0001');
    await expect(page.getByRole('dialog').getByRole('button').first()).toContainText('XT-2026-0001');
    await search.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'XT-2026-0001' })).toBeVisible();
    await page.keyboard.press('Control+K');
    await search.fill('lock');
    await page.getByRole('dialog').getByRole('button', { name: /^Lock/ }).waitFor();
    await search.press('Enter');
    await expect(page.getByRole('heading', { name: 'The desk is locked' })).toBeVisible();
    await expect(page.getByText('XT-2026-0001')).toBeHidden();
    await unlock(page, NAME, WHO);
    await goTo(page, 'Alt+2', 'Reception log');
    await openRow(page, 'JD-2026-000001', 'History');
    await expect(page.getByText('186****3321').first()).toBeVisible();
  });

  await allSaved(page, 'Saved');
  expect(await pointerPresses()).toBe(0);
  expect(desk.foreign).toEqual([]);
});
