import { expect, type Locator, type Page } from '@playwright/test';
import { SAMPLE_PIN, unlock } from './desk-driver.ts';

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
