import { appendFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expectAccessible } from '../support/axe.ts';
import { answerFor, lockScreen, SAMPLE_PIN } from '../support/desk-driver.ts';
import { bookSettled, checkBook, passGate, readJournal } from './logged-book.ts';
import { goesOn } from './made-desk.ts';
import { expect, test } from './fault-test.ts';

function journalFile(folder: string): string {
  const journal = path.join(folder, 'journal');
  const last = readdirSync(journal)
    .filter((name) => name.startsWith('journal-'))
    .toSorted()
    .at(-1);
  return path.join(journal, last ?? '');
}

/** Everything put aside, by name. */
function keptIn(folder: string): string[] {
  return readdirSync(path.join(folder, 'kept'), { recursive: true, encoding: 'utf8' });
}

async function rewriteFromDatabase(page: Page): Promise<void> {
  await page.getByRole('radio', { name: /从数据库重写安全副本/ }).press('Space');
  await answerFor(page, '沈国华', SAMPLE_PIN);
  await page.getByRole('button', { name: '开始恢复' }).press('Enter');
  await page.getByRole('combobox', { name: '姓名' }).waitFor();
}

test(
  'a torn last line is cut, kept and said; the entry it held is written again',
  { tag: '@short' },
  async ({ made, broken, openBroken }) => {
    const file = journalFile(broken);
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.slice(0, text.lastIndexOf('\n', text.length - 2) + 40));
    const desk = await openBroken();
    await checkBook(desk.page, broken, made.witness);
    expect(keptIn(broken).some((name) => name.startsWith('torn-'))).toBe(true);
    await expect(desk.page.getByText(/最后一行没有写完/)).toBeVisible();
    await goesOn(desk, made.personId, structuredClone(made.witness));
  },
);

test('blocks of zeros at the end of the journal are cut', async ({ made, broken, openBroken }) => {
  appendFileSync(journalFile(broken), Buffer.alloc(4096));
  const desk = await openBroken();
  await checkBook(desk.page, broken, made.witness);
  await goesOn(desk, made.personId, structuredClone(made.witness));
});

test('a broken line inside is noticed and nothing written; the sound database writes the journal anew', async ({
  made,
  broken,
  openBroken,
}) => {
  const file = journalFile(broken);
  const bytes = readFileSync(file);
  const place = bytes.indexOf('visit');
  bytes.write('VISIT', place);
  writeFileSync(file, bytes);
  const desk = await openBroken();
  await expect(desk.page.getByText(/安全副本在 journal-000000000001\.txt:\d+ 处损坏/)).toBeVisible();
  expect(readFileSync(file).equals(bytes)).toBe(true);
  await rewriteFromDatabase(desk.page);
  await checkBook(desk.page, broken, made.witness);
  expect(keptIn(broken).filter((name) => name.endsWith('.txt'))).toHaveLength(1);
  await goesOn(desk, made.personId, structuredClone(made.witness));
});

test('a missing journal beside a full database is noticed, and written anew from it', async ({ made, broken, openBroken }) => {
  rmSync(path.join(broken, 'journal'), { recursive: true });
  const desk = await openBroken();
  await expect(desk.page.getByText('数据库里有记录，但安全副本不见了。')).toBeVisible();
  await rewriteFromDatabase(desk.page);
  await checkBook(desk.page, broken, made.witness);
  await goesOn(desk, made.personId, structuredClone(made.witness));
});

/** The journal lacks its last two entries, and who was unlocked when is not known any more: nobody vouches for them. */
function loseTwoAndPresence(folder: string): string[] {
  const file = journalFile(folder);
  const lines = readFileSync(file, 'utf8').split(/(?<=\n)/);
  writeFileSync(file, lines.slice(0, -2).join(''));
  rmSync(path.join(folder, 'desk', 'presence.log'));
  return lines;
}

test('entries that nobody vouches for any more are shown and, being genuine, written anew with the others', async ({
  made,
  broken,
  openBroken,
}) => {
  loseTwoAndPresence(broken);
  const { page, ...desk } = await openBroken();
  await expect(page.getByText('从第 7 条起，有 2 条记录写不进安全副本：登记人当时没有在本机解锁。')).toBeVisible();
  await expect(page.getByRole('list', { name: '写不进安全副本的记录' }).getByRole('listitem')).toHaveText([
    /^第 7 条 .* 林晓燕 登记$/,
    /^第 8 条 .* 林晓燕 登记$/,
  ]);
  await expectAccessible(page, 'entries that are refused');
  expect(readJournal(broken)).toHaveLength(6);
  await rewriteFromDatabase(page);
  await checkBook(page, broken, made.witness);
  expect(keptIn(broken).filter((name) => name.endsWith('.txt'))).toHaveLength(1);
  await goesOn({ ...desk, page }, made.personId, structuredClone(made.witness));
});

test('entries that nobody vouches for any more are left out where they are not genuine, and nothing else', async ({
  broken,
  openBroken,
}) => {
  const lines = loseTwoAndPresence(broken);
  const { page } = await openBroken();
  await expect(page.getByText('这些记录仍在数据库里，没有丢失。')).toBeVisible();
  expect(await passGate(page)).toBe('rebuilt');
  expect(readFileSync(journalFile(broken), 'utf8')).toBe(lines.slice(0, -2).join(''));
});

test('an empty book is begun only after typing so, and everything before is kept', async ({ broken, openBroken }) => {
  const file = journalFile(broken);
  writeFileSync(file, readFileSync(file, 'utf8').replace('visit', 'VISIT'));
  const desk = await openBroken();
  await desk.page.getByRole('radio', { name: '另起一本空账' }).press('Space');
  await desk.page.getByRole('button', { name: '开始恢复' }).press('Enter');
  await expect(desk.page.getByRole('textbox')).toHaveAccessibleDescription('必填');
  expect(keptIn(broken)).toHaveLength(0);
  await desk.page.getByRole('textbox').fill('EMPTY');
  await desk.page.getByRole('button', { name: '开始恢复' }).press('Enter');
  // A sample estate is made: a PIN is hashed for everybody, which on a busy machine takes its time.
  await lockScreen(desk.page);
  await bookSettled(desk.page);
  expect(readJournal(broken)).toHaveLength(1);
  expect(keptIn(broken).filter((name) => name.endsWith('.txt'))).toHaveLength(1);
});

test('the journal damaged while the desk runs: said on screen in both languages, and nothing more is written', async ({
  made,
  broken,
  openBroken,
}) => {
  const desk = await openBroken({ fault: 'verify=SOON' });
  expect(await passGate(desk.page)).toBe('opened');
  const file = journalFile(broken);
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace('visit', 'VISIT'));
  await expect(desk.page.getByText(/安全副本在 .* 处损坏/)).toBeVisible();
  await desk.page.getByRole('button', { name: 'English' }).press('Enter');
  await expect(desk.page.getByText(/safety copy is damaged/i)).toBeVisible();
  expect(existsSync(file)).toBe(true);
  await desk.page.getByRole('button', { name: 'Reload' }).press('Enter');
  await expect(desk.page.getByText(/The safety copy is damaged at/)).toBeVisible();
  expect(made.witness.acknowledged.size).toBe(7);
});
