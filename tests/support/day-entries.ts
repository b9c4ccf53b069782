import { expect, type Locator, type Page } from '@playwright/test';
import { pick, setClock } from './desk-driver.ts';
import { DAY } from './one-day.ts';

const call = (page: Page): Locator => page.getByRole('form', { name: '来电' });
const visit = (page: Page): Locator => page.getByRole('form', { name: '来访' });

/** The telephone rings at this time of the day, so many times. */
export async function openCall(page: Page, time: string, rings: string): Promise<Locator> {
  await setClock(page, DAY, time);
  await page.keyboard.press('F2');
  await pick(call(page), '铃响', rings);
  return call(page);
}

/** Somebody comes to the desk at this time of the day. */
export async function openVisit(page: Page, time: string): Promise<Locator> {
  await setClock(page, DAY, time);
  await page.keyboard.press('F3');
  await visit(page).waitFor();
  return visit(page);
}

/** Saves the entry from its content. */
export async function save(form: Locator): Promise<void> {
  await form.getByLabel('内容', { exact: true }).press('Control+Enter');
  await expect(form).toBeHidden();
}

/** A plain entry: somebody came and said something that another register will take over. */
export async function plainVisit(
  page: Page,
  entry: { time: string; who: string; category: string; content: string; answer: string },
): Promise<void> {
  const form = await openVisit(page, entry.time);
  await form.getByLabel('姓名', { exact: true }).fill(entry.who);
  await pick(form, '类别', entry.category);
  await form.getByLabel('内容', { exact: true }).fill(entry.content);
  await pick(form, '当场答复', '是');
  await form.getByLabel('答复内容').fill(entry.answer);
  await save(form);
}
