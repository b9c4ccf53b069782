import { readFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { expect, type Locator, type Page } from '@playwright/test';
import type { DeskHost } from './desk-host.ts';
import { instantOf } from '../../shared/domain/due-time.ts';

/** PIN of everybody in the sample estate; its lock screen shows it. */
export const SAMPLE_PIN = '246810';

/** Counts presses of a pointing device: the day is typed without one. */
export async function countPointer(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const counter = globalThis as typeof globalThis & { pointerPresses?: number };
    counter.pointerPresses = 0;
    addEventListener('pointerdown', (event) => event.isTrusted && (counter.pointerPresses = (counter.pointerPresses ?? 0) + 1), true);
  });
  return () => page.evaluate(() => (globalThis as typeof globalThis & { pointerPresses?: number }).pointerPresses ?? 0);
}

/** What the status line says when everything is on disk twice, in either language. */
const SAVED = /^(已保存|Saved)$/;

/** Moves the clock of page and host to a local time of the day. */
export async function setClock(page: Page, date: string, time: string): Promise<void> {
  const at = instantOf(date, time, 'Asia/Shanghai');
  // What was stored before must be in the journal first: a real clock never jumps between the two.
  if (await page.getByRole('navigation').first().isVisible()) {
    await expect(page.getByRole('status').filter({ hasText: SAVED }).first()).toBeVisible({ timeout: 30_000 });
  }
  // A page that is just being loaded does not hear it yet; set twice, the clock would step back.
  await page.waitForFunction(() => document.documentElement.dataset['clock'] !== undefined, null, { timeout: 60_000 });
  await page.evaluate((detail) => dispatchEvent(new CustomEvent('qiantai-test-clock', { detail })), at);
  await page.waitForFunction((detail) => document.documentElement.dataset['clock'] === detail, at, { timeout: 60_000 });
}

/** A first start sets up a whole sample estate, with a PIN for everybody: on a busy machine that takes its time. */
const FIRST_START_MS = 90_000;

/** The lock screen of a desk that has opened. */
export async function lockScreen(page: Page, label = '姓名'): Promise<Locator> {
  const person = page.getByRole('combobox', { name: label });
  await person.waitFor({ timeout: FIRST_START_MS });
  return person;
}

async function choosePerson(person: Locator, name: string): Promise<void> {
  await person.focus();
  await expect(person).toHaveAttribute('data-expanded', 'true');
  await person.fill(name);
  await person.page().getByRole('option', { name, exact: true }).waitFor();
  await expect(person.page().getByRole('option', { name, exact: true })).toHaveAttribute('data-combobox-selected', 'true');
  await person.press('Enter');
}

/** Unlocks with name and PIN, as on the lock screen: two keystrokes to the PIN field. */
export async function unlock(page: Page, name: string, labels = { person: '姓名', pin: '密码' }): Promise<void> {
  const person = await lockScreen(page, labels.person);
  // Whoever was here last is chosen already.
  if ((await person.inputValue()) !== name) await choosePerson(person, name);
  await page.getByLabel(labels.pin, { exact: true }).fill(SAMPLE_PIN);
  await page.getByLabel(labels.pin, { exact: true }).press('Enter');
  await page.getByRole('navigation').first().waitFor();
}

/** Chooses in a searchable select by typing and Enter. */
export async function choose(scope: Page | Locator, label: string, text: string): Promise<void> {
  const box = scope.getByRole('combobox', { name: label });
  // A person's Tab opens the list well before the first key; filling at once would race Mantine's opening.
  await box.focus();
  await expect(box).toHaveAttribute('data-expanded', 'true');
  await box.fill(text);
  await box.page().getByRole('option', { name: text }).first().waitFor();
  await expect(box.page().getByRole('option', { name: text }).first()).toHaveAttribute('data-combobox-selected', 'true');
  await box.press('Enter');
}

/** Takes one of a row of radio chips with the space bar. */
export async function pick(scope: Page | Locator, group: string, choice: string): Promise<void> {
  const radio = scope.getByRole('radiogroup', { name: group }).getByRole('radio', { name: choice, exact: true });
  if (await radio.evaluate((input) => input.closest('[role="dialog"]') !== null)) await dialogReady(radio.page());
  await radio.press('Space');
}

/** Types into a field that finds the household, and takes the hit that shows these words. */
export async function takeHousehold(scope: Locator, label: string, typed: string, hit: string): Promise<void> {
  const field = scope.getByLabel(label, { exact: true });
  await field.fill(typed);
  const option = field.page().getByRole('option', { name: hit });
  await option.first().waitFor();
  const options = await field.page().getByRole('option').allTextContents();
  const wanted = options.findIndex((text) => text.replaceAll(' ', '').includes(hit.replaceAll(' ', '')));
  expect(wanted, options.join(' | ')).toBeGreaterThanOrEqual(0);
  for (let step = 0; step <= wanted; step += 1) await field.press('ArrowDown');
  await field.press('Enter');
}

/** A call about the door of a house, typed with name and number and not saved yet. Returns its form. */
export async function typeDoorCall(page: Page): Promise<Locator> {
  await page.keyboard.press('F2');
  const call = page.getByRole('form', { name: '来电' });
  await call.getByLabel('姓名', { exact: true }).fill('单雄信');
  await call.getByLabel('来电号码').fill('13805712236');
  await pick(call, '类别', '报事');
  await call.getByLabel('内容', { exact: true }).fill('单元门关不上');
  return call;
}

/** Presses a navigation key and waits for its page. */
export async function goTo(page: Page, keys: string, title: string): Promise<void> {
  await page.keyboard.press(keys);
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
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

/** Waits until the status line says that everything is on disk twice. */
export async function allSaved(page: Page, word = '已保存'): Promise<void> {
  await expect(page.getByRole('status').filter({ hasText: word }).first()).toBeVisible();
}

/**
 * Every business row of the page's database, ordered, as JSON per table.
 * @param inForce name of the database, where it is not the newest of the profile
 */
export function dumpBook(page: Page, inForce = ''): Promise<Record<string, string[]>> {
  return page.evaluate(async (named) => {
    const names = (await indexedDB.databases()).map((database) => database.name ?? '').filter((name) => name.startsWith('qiantai-'));
    const newest = names.toSorted((left, right) => Number(left.slice(8)) - Number(right.slice(8))).at(-1) ?? '';
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(named === '' ? newest : named);
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => reject(request.error));
    });
    const sorted = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(sorted);
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(
        Object.entries(value)
          .toSorted(([left], [right]) => left.localeCompare(right))
          .map(([key, child]) => [key, sorted(child)]),
      );
    };
    const dump: Record<string, string[]> = {};
    for (const store of [...database.objectStoreNames].filter((name) => name !== 'drafts' && name !== 'screenState')) {
      const rows = await new Promise<unknown[]>((resolve, reject) => {
        const request = database.transaction(store).objectStore(store).getAll();
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(request.error));
      });
      dump[store] = rows.map((row) => JSON.stringify(sorted(row)));
    }
    database.close();
    return dump;
  }, inForce);
}

/**
 * An opening dialog moves the cursor into itself a moment later: a key pressed before would go where it lands then. Never
 * to the button that closes it: whoever presses Enter twice would close it at once.
 */
export async function dialogReady(page: Page): Promise<void> {
  await page.waitForFunction(() => (document.activeElement?.closest('[role="dialog"]') ?? null) !== null);
  const closes = await page.evaluate(() => document.activeElement?.matches('.mantine-Modal-close') === true);
  expect(closes, 'the cursor begins on the button that closes the dialog').toBe(false);
}

/**
 * Answers a question that lies over the page, or over another dialog. Before the question has the cursor it would take it from the
 * button, and the key with it.
 */
export async function answerQuestion(page: Page, title: string, button: string): Promise<void> {
  const question = page.getByRole('dialog', { name: title, exact: true });
  await expect(question.locator(':focus')).toHaveCount(1);
  await question.getByRole('button', { name: button, exact: true }).press('Enter');
}

/** Saves the open print dialog's sheet as PDF and returns its text, line breaks kept. */
export async function sheetText(desk: Pick<DeskHost, 'page' | 'savedFile'>, button = '存为 PDF'): Promise<string> {
  await dialogReady(desk.page);
  const save = desk.page.getByRole('button', { name: button });
  // While a print before is still being entered it cannot be pressed, and a key meant for it would go nowhere.
  await expect(save).toBeEnabled();
  const file = await desk.savedFile(() => save.press('Enter'));
  expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-');
  return spawnSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).stdout;
}

/** On the recovery screen: who answers for a safety copy that is written anew. */
export async function answerFor(page: Page, name: string, pin: string): Promise<void> {
  await page.getByRole('combobox', { name: '主管' }).fill(name);
  await page.getByRole('option', { name, exact: true }).click();
  await page.getByLabel('主管密码').fill(pin);
}
