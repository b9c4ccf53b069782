import type { Page } from '@playwright/test';
import { lockScreen, unlock } from '../support/desk-driver.ts';
import { expect, test } from './desk-test.ts';

interface Workers {
  started: Worker[];
}

/** Keeps hold of every worker the page starts, so that one can be broken. */
async function holdWorkers(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const held: Workers = { started: [] };
    globalThis.Worker = class extends globalThis.Worker {
      constructor(...parts: ConstructorParameters<typeof Worker>) {
        super(...parts);
        held.started.push(this);
      }
    };
    Object.assign(globalThis, { heldWorkers: held });
  });
  await lockScreen(page);
  await page.reload();
}

const startedWorkers = (page: Page): Promise<number> =>
  page.evaluate(() => (globalThis as typeof globalThis & { heldWorkers: Workers }).heldWorkers.started.length);

/** As when its script fails, or the system takes its memory. */
const breakWorkers = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const worker of (globalThis as typeof globalThis & { heldWorkers: Workers }).heldWorkers.started) {
      worker.terminate();
      worker.dispatchEvent(new Event('error'));
    }
  });

test('a search that has failed says so, leaves the actions in reach, and begins anew', async ({ startDesk }) => {
  const { page } = await startDesk({ sample: true, clock: '2026-11-23T00:30:00.000Z' });
  await holdWorkers(page);
  await unlock(page, '林晓燕');
  await page.keyboard.press('Control+K');
  const box = page.getByRole('dialog');
  const typed = box.getByRole('textbox');
  await typed.fill('单雄');
  await expect(box.getByRole('button', { name: /单雄信/ })).toBeVisible();

  await breakWorkers(page);
  await typed.fill('单雄信');
  await expect(box.getByRole('alert')).toHaveText('查找出了问题，现在查不到记录。');
  await expect(box.getByText('没有找到。')).toBeHidden();
  await expect(box.getByRole('button', { name: /单雄信/ })).toBeHidden();
  await typed.fill('锁定');
  await expect(box.getByRole('alert')).toBeVisible();
  await expect(box.getByRole('button').first()).toContainText('锁定');

  await typed.fill('单雄信');
  await expect(box.getByRole('button', { name: /锁定/ })).toBeHidden();
  await typed.press('Enter');
  await expect(box.getByRole('button', { name: /单雄信/ })).toBeVisible();
  await expect(box.getByRole('alert')).toBeHidden();
  expect(await startedWorkers(page)).toBe(2);
});

test('through a lock the search goes on, out of sight, for whoever comes next', async ({ startDesk }) => {
  const { page } = await startDesk({ sample: true, clock: '2026-11-23T00:30:00.000Z' });
  await holdWorkers(page);
  await unlock(page, '林晓燕');
  await page.keyboard.press('Control+K');
  await page.getByRole('dialog').getByRole('textbox').fill('单雄信');
  const hit = page.getByRole('dialog').getByRole('button', { name: /单雄信/ });
  await expect(hit).toBeVisible();
  const seen = await hit.allTextContents();
  await page.keyboard.press('F9');
  await lockScreen(page);
  await expect(page.getByText('单雄信').filter({ visible: true })).toHaveCount(0);

  await test.step('the same person finds the box as it was', async () => {
    await unlock(page, '林晓燕');
    await expect(hit).toBeVisible();
    await page.keyboard.press('Escape');
  });

  await test.step('another person finds the same, by the same worker', async () => {
    await page.keyboard.press('F9');
    await unlock(page, '周建国');
    await page.keyboard.press('Control+K');
    await page.getByRole('dialog').getByRole('textbox').fill('单雄信');
    await expect(hit).toBeVisible();
    expect(await hit.allTextContents()).toEqual(seen);
    expect(await startedWorkers(page)).toBe(1);
  });
});

test('a key that opens something else closes the search box, which would lie over it', async ({ startDesk }) => {
  const { page } = await startDesk({ sample: true, clock: '2026-11-23T00:30:00.000Z' });
  await unlock(page, '林晓燕');
  const box = page.getByRole('dialog');
  for (const [key, opens] of [
    ['F2', page.getByRole('form', { name: '来电' })],
    ['F6', page.getByRole('heading', { level: 1, name: '登记来函' })],
  ] as const) {
    await page.keyboard.press('Control+K');
    await box.getByRole('textbox').fill('3-2');
    await page.keyboard.press(key);
    await expect(opens).toBeVisible();
    await expect(box).toBeHidden();
  }
  await page.keyboard.press('Control+K');
  await expect(box.getByRole('textbox')).toHaveValue('');
  await page.keyboard.press('F3');
  await expect(page.getByRole('form', { name: '来访' }).getByLabel('房号')).toBeFocused();
});
