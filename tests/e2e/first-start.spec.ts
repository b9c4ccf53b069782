import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { allSaved, sheetText } from '../support/desk-driver.ts';
import { expect, test } from './desk-test.ts';

/** Files of the host's own in a data folder whose text holds these words; the browser's profile is not the host's. */
function filesHolding(folder: string, words: string): string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const own = files
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !/test-browser|electron-profile|saved-/.test(file));
  return own.filter((file) => readFileSync(file, 'utf8').includes(words));
}

/** The process that last used a browser's profile: Chromium leaves a link there that names it. */
const ownerOf = (profile: string): number => Number(/\d+$/.exec(readlinkSync(path.join(profile, 'SingletonLock')))?.[0]);

function isRunning(processId: number): boolean {
  try {
    return process.kill(processId, 0);
  } catch {
    return false;
  }
}

async function typeWizard(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Next' }).press('Enter');
  await page.getByRole('button', { name: 'Next' }).press('Enter');
  await expect(page.getByText('Required').first()).toBeVisible();
  await page.getByLabel('Property company').fill('Anju Property');
  await page.getByLabel('Developer').fill('Guiyuan Homes');
  await page.getByRole('textbox', { name: 'Estate', exact: true }).fill('Laurel Garden');
  await page.getByLabel('Postcode').fill('31001');
  await page.getByRole('button', { name: 'Next' }).press('Enter');
  await expect(page.getByText('A postcode has 6 digits.')).toBeVisible();
  await page.getByLabel('Postcode').fill('310012');
  await page.getByRole('button', { name: 'Next' }).press('Enter');
  await page.getByRole('button', { name: 'Next' }).press('Enter');
  await page.getByRole('textbox', { name: 'Name' }).fill('Mary Cole');
  await page.getByLabel('PIN (4 to 12 digits)').fill('1357');
  await page.getByLabel('PIN again').fill('1358');
  await page.getByRole('button', { name: 'Create the book' }).press('Enter');
  await expect(page.getByText('The two PINs differ.')).toBeVisible();
  await page.getByLabel('PIN again').fill('1357');
  await page.getByRole('button', { name: 'Create the book' }).press('Enter');
}

test('the departments that are offered follow the language that is chosen; what was typed stays', async ({ startDesk }) => {
  const { page } = await startDesk({ locale: 'zh-CN', clock: '2026-11-23T00:30:00.000Z' });
  await page.getByRole('radio', { name: 'English' }).press('Space');
  await page.getByRole('button', { name: 'Next' }).press('Enter');
  await page.getByLabel('Property company').fill('Anju Property');
  await page.getByLabel('Developer').fill('Guiyuan Homes');
  await page.getByRole('button', { name: 'Next' }).press('Enter');
  await expect(page.getByText('Required').first()).toBeVisible();
  await page.getByRole('textbox', { name: 'Estate', exact: true }).fill('Laurel Garden');
  await page.getByRole('button', { name: 'Next' }).press('Enter');
  await expect(page.getByLabel('Departments')).toHaveValue(/^Customer centre\nEngineering\n/);
  await page.getByLabel('Departments').fill('Customer centre\nGarden');
  await page.getByRole('button', { name: 'Previous' }).press('Enter');
  await page.getByRole('textbox', { name: 'Estate', exact: true }).fill('');
  await page.getByRole('button', { name: 'Next' }).press('Enter');
  await page.getByRole('button', { name: 'Previous' }).press('Enter');
  await page.getByRole('radio', { name: '中文' }).press('Space');
  await page.getByRole('button', { name: '下一步' }).press('Enter');
  await expect(page.getByText('Required')).toHaveCount(0);
  await page.getByRole('textbox', { name: '小区名称', exact: true }).fill('桂园');
  await page.getByRole('button', { name: '下一步' }).press('Enter');
  await expect(page.getByLabel('部门')).toHaveValue('Customer centre\nGarden');
});

test('first start in English: wizard, recovery code, first call, lock and unlock, forgotten PIN', async ({ startDesk }) => {
  const desk = await startDesk({ locale: 'en-GB', clock: '2026-11-23T00:30:00.000Z' });
  const { page } = desk;
  await typeWizard(page);
  const code = (await page.getByLabel('Recovery code', { exact: true }).textContent()) ?? '';
  expect(code.length).toBeGreaterThan(12);
  await page.getByRole('button', { name: 'Print the code' }).press('Enter');
  const sheet = await sheetText(desk, 'Save as PDF');
  expect(sheet).toContain(code);
  expect(sheet).toContain('Laurel Garden: recovery code of the');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'I have it, continue' }).press('Enter');
  await expect(page.getByText('Nothing is waiting.')).toBeVisible();

  await page.keyboard.press('F2');
  const form = page.getByRole('form', { name: 'Call' });
  await form.getByLabel('Name', { exact: true }).fill('John Smith');
  await form.getByLabel('Content').fill('Half a sentence');
  // Put aside, the entry stands above every page; a list then ends with the window all the same.
  await form.getByLabel('Content').press('Escape');
  await page.keyboard.press('Alt+2');
  await expect(page.getByRole('grid', { name: 'Reception log' })).toBeVisible();
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollHeight - innerHeight)).toBeLessThanOrEqual(0);
  await page.getByRole('button', { name: /^Call \d/ }).press('Enter');
  await page.keyboard.press('F9');
  await expect(page.getByRole('heading', { name: 'The desk is locked' })).toBeVisible();
  await expect(page.getByText('John Smith')).toBeHidden();
  await page.getByLabel('PIN', { exact: true }).fill('9999');
  await page.getByLabel('PIN', { exact: true }).press('Enter');
  await expect(page.getByText('The PIN is wrong.')).toBeVisible();

  await page.getByRole('button', { name: 'Forgotten your PIN?' }).press('Enter');
  await page.getByLabel('Recovery code', { exact: true }).fill(code);
  await page.getByRole('combobox', { name: 'Supervisor' }).fill('Mary');
  await page.getByRole('option', { name: 'Mary Cole' }).click();
  await page.getByLabel('New PIN (4 to 12 digits)').fill('2468');
  await page.getByRole('button', { name: 'Confirm' }).press('Enter');
  await page.getByRole('button', { name: 'I have it, continue' }).press('Enter');
  await expect(form.getByLabel('Content')).toHaveValue('Half a sentence');
  await form.getByLabel('Content').press('Control+Enter');
  await allSaved(page, 'Saved');
  await page.keyboard.press('Alt+2');
  await expect(page.getByRole('row').filter({ hasText: 'JD-2026-000001' })).toContainText('John Smith');
  expect(desk.foreign).toEqual([]);
  await desk.close();
  // The browser that made the sheet has ended before the host did: a next start needs its profile.
  if (desk.kind === 'browser') expect(isRunning(ownerOf(path.join(desk.folder, 'print-profile')))).toBe(false);
  // The print log says that it was printed; the code itself stands in no file of the book.
  expect(filesHolding(desk.folder, 'recoveryCode')).not.toEqual([]);
  expect(filesHolding(desk.folder, code)).toEqual([]);
});
