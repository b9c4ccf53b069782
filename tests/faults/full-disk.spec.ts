import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { SAMPLE_PIN, allSaved, pick, unlock } from '../support/desk-driver.ts';
import { createCutDisk, whyNoPowerCuts } from './cut-disk.ts';
import { bookSettled, checkBook, newWitness, passGate, readJournal } from './logged-book.ts';
import { readTables } from './page-store.ts';
import { expect, test } from './fault-test.ts';

const visit = (page: Page): Locator => page.getByRole('form', { name: '来访' });

/** Types a visit as a person does; whether it can be saved is the test's question. */
async function typeVisit(page: Page, content: string): Promise<void> {
  await page.keyboard.press('F3');
  await visit(page).getByLabel('姓名', { exact: true }).fill('陈婷');
  await pick(visit(page), '类别', '咨询');
  await visit(page).getByLabel('内容', { exact: true }).fill(content);
  await visit(page).getByLabel('内容', { exact: true }).press('Control+Enter');
}

/** The rows of entries that nobody else than this test typed. */
async function contents(page: Page): Promise<unknown[]> {
  return ((await readTables(page, ['receptions'])).get('receptions') ?? []).map((row) => row['content']);
}

test(
  'a disk that takes no journal line: said plainly, tried again, nothing lost, then saved',
  { tag: '@short' },
  async ({ broken, openBroken }) => {
    const fault = path.join(broken, 'fault');
    writeFileSync(fault, 'append=ENOSPC');
    const desk = await openBroken({ fault: `@${fault}` });
    const { page } = desk;
    await unlock(page, '林晓燕');
    await typeVisit(page, '磁盘满时的来访');
    const told = page.getByRole('alert').filter({ hasText: '安全副本未写成' });
    await expect(told).toContainText('磁盘已满');
    await expect(page.getByText('已保存', { exact: true })).toBeHidden();
    expect(await contents(page)).toContain('磁盘满时的来访');
    expect(readJournal(broken)).toHaveLength(8);
    await told.getByRole('button', { name: '再试' }).press('Enter');
    await expect(told).toBeVisible();
    // Room again: the desk writes by itself with its next try (that the button does it at once: outbox.test.ts).
    writeFileSync(fault, '');
    await allSaved(page);
    await expect(told).toBeHidden();
    expect(readJournal(broken)).toHaveLength(9);
  },
);

test('a crash while the disk is full loses nothing that was stored', async ({ broken, openBroken }) => {
  const fault = path.join(broken, 'fault');
  writeFileSync(fault, 'append=ENOSPC');
  const desk = await openBroken({ fault: `@${fault}` });
  await unlock(desk.page, '林晓燕');
  await typeVisit(desk.page, '磁盘满时的来访');
  await expect(desk.page.getByRole('alert').filter({ hasText: '安全副本未写成' })).toBeVisible();
  await desk.kill();
  writeFileSync(fault, '');
  const again = await openBroken({ fault: `@${fault}` });
  await bookSettled(again.page);
  expect(readJournal(broken)).toHaveLength(9);
  expect(await contents(again.page)).toContain('磁盘满时的来访');
});

/** Fills the disk to the last block, first in large pieces; what it returns makes room again. */
function fill(folder: string): () => void {
  const pieces = ['1M', '4096'].map((size) => ({ size, file: path.join(folder, '..', `filler-${size}`) }));
  for (const { size, file } of pieces) spawnSync('dd', ['if=/dev/zero', `of=${file}`, `bs=${size}`]);
  return () => {
    for (const { file } of pieces) rmSync(file, { force: true });
  };
}

test('a really full disk under store and journal: said plainly, what was typed stays, and is saved once there is room', async ({
  startDesk,
}) => {
  const why = await whyNoPowerCuts();
  test.skip(why !== '', why);
  const disk = createCutDisk();
  let desk = await startDesk({ sample: true, folder: disk.folder });
  try {
    await desk.page.getByText(SAMPLE_PIN).waitFor({ timeout: 60_000 });
    await bookSettled(desk.page);
    await unlock(desk.page, '林晓燕');
    const roomAgain = fill(disk.folder);
    await typeVisit(desk.page, '满盘之后的来访');
    await expect(desk.page.getByText(/磁盘已满/).first()).toBeVisible();
    roomAgain();
    // The browser's store needs a fresh start after that; what was typed waits through the reload.
    await desk.page.reload();
    await passGate(desk.page);
    await expect(visit(desk.page).getByLabel('内容', { exact: true })).toHaveValue('满盘之后的来访');
    await visit(desk.page).getByLabel('内容', { exact: true }).press('Control+Enter');
    await expect(visit(desk.page)).toBeHidden();
    await allSaved(desk.page);
    await desk.kill();
    desk = await startDesk({ sample: true, folder: disk.folder });
    await passGate(desk.page);
    await bookSettled(desk.page);
    expect(await contents(desk.page)).toEqual(['满盘之后的来访']);
    const witness = newWitness();
    for (const row of (await readTables(desk.page, ['receptions'])).get('receptions') ?? []) {
      witness.begun.set(String(row['id']), { id: String(row['id']), operationId: '' });
    }
    await checkBook(desk.page, disk.folder, witness);
  } finally {
    await desk.kill();
    await disk.remove();
  }
});
