import { expect, type Locator, type Page } from '@playwright/test';
import { SAMPLE_PIN, unlock } from './desk-driver.ts';

/** Presses the key of a page until its title shows: one pressed in the very moment a page changes can be lost. */
export async function goTo(page: Page, keys: string, title: string): Promise<void> {
  await expect(async () => {
    await page.keyboard.press(keys);
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible({ timeout: 3000 });
  }).toPass({ timeout: 30_000 });
}

/** Opens a record from a list with the keyboard: the grid's row that shows these words. */
export async function openRow(page: Page, words: string, history = '历史'): Promise<void> {
  const grid = page.getByRole('grid');
  await grid.getByRole('row').filter({ hasText: words }).first().waitFor();
  const rows = await grid.getByRole('row').allTextContents();
  const at = rows.findIndex((text) => text.includes(words));
  await grid.press('Home');
  for (let step = 1; step < at; step += 1) await grid.press('ArrowDown');
  await grid.press('Enter');
  await expect(page.getByRole('button', { name: history })).toBeVisible();
}

/** Locks the desk and unlocks it as somebody else. */
export async function switchTo(page: Page, person: string): Promise<void> {
  await page.keyboard.press('F9');
  await unlock(page, person);
}

/** Presses a button with the keyboard. */
export async function press(scope: Page | Locator, name: string): Promise<void> {
  await scope.getByRole('button', { name, exact: true }).press('Enter');
}

/** Chooses from the menu behind a button. */
export async function fromMenu(page: Page, menu: string, item: string): Promise<void> {
  await press(page, menu);
  await page.getByRole('menuitem', { name: item, exact: true }).press('Enter');
}

/** Takes an option of a select that cannot be typed into. */
export async function select(scope: Page | Locator, label: string, option: string): Promise<void> {
  const box = scope.getByRole('combobox', { name: label });
  await box.press('Enter');
  const wanted = box.page().getByRole('option', { name: option, exact: true });
  await wanted.waitFor();
  const options = await box.page().getByRole('option').allTextContents();
  await box.press('Home');
  const at = options.indexOf(option);
  expect(at, options.join(' | ')).toBeGreaterThanOrEqual(0);
  await expect(async () => {
    await box.press('ArrowDown');
    await expect(wanted).toHaveAttribute('data-combobox-selected', 'true', { timeout: 50 });
  }).toPass();
  await box.press('Enter');
}

/** Somebody who is not at this PC types the PIN in the open dialog. */
export async function typePin(dialog: Locator, label: string): Promise<void> {
  await dialog.getByLabel(label).fill(SAMPLE_PIN);
}
