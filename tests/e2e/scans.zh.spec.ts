import { mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { ONE_DOT } from '../support/one-dot.ts';
import { lockScreen, unlock } from '../support/desk-driver.ts';
import { expect, test } from './desk-test.ts';

/** Bytes that begin like a JPEG; of what follows the host asks nothing. */
const JPEG = Buffer.from('ffd8ffe000104a464946', 'hex');

/** Drags files in from the desktop, of names that every locale can write, and lets them go over this place: Chromium does it itself. */
async function drop(page: Page, over: Locator, files: readonly string[]): Promise<void> {
  const chromium = await page.context().newCDPSession(page);
  await over.scrollIntoViewIfNeeded();
  const box = await over.boundingBox();
  if (box === null) throw new Error('nothing to drop on');
  const data = { items: [], files: [...files], dragOperationsMask: 1 };
  const at = { x: box.x + box.width - 10, y: box.y + 10 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) await chromium.send('Input.dispatchDragEvent', { type, ...at, data });
  await chromium.detach();
}

/** Pastes a picture where the cursor is, as it comes from the clipboard; with words, as Office puts it there. */
function pastePicture(page: Page, bytes: Buffer, words = ''): Promise<void> {
  return page.evaluate(
    ([base64 = '', text = '']) => {
      const clipboardData = new DataTransfer();
      const content = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      clipboardData.items.add(new File([content], 'image.png', { type: 'image/png' }));
      if (text !== '') clipboardData.setData('text/plain', text);
      document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    },
    [bytes.toString('base64'), words],
  );
}

/** The names of what is attached, in order, as their buttons are called. */
async function expectScans(buttons: Locator, names: readonly string[]): Promise<void> {
  const called = () => buttons.evaluateAll((all) => all.map((button) => button.getAttribute('aria-label')));
  await expect.poll(called).toEqual(names.map((name) => `打开 ${name}`));
}

test('scans are dropped, pasted and chosen: each is attached, or said why not', async ({ startDesk }) => {
  const desk = await startDesk({ sample: true, clock: '2026-11-23T01:40:00.000Z' });
  const { page, folder } = desk;
  const files = path.join(folder, 'from-the-scanner');
  mkdirSync(path.join(files, 'folder'), { recursive: true });
  const file = (name: string, bytes: Buffer) => {
    writeFileSync(path.join(files, name), bytes, { mode: 0o644 });
    return path.join(files, name);
  };
  await lockScreen(page);
  await unlock(page, '林晓燕');
  await page.keyboard.press('F6');
  const form = page.getByRole('form', { name: '登记来函' });
  const field = form.getByRole('group', { name: '扫描件' });
  const attached = field.getByRole('button', { name: /^打开 / });

  await test.step('one bad file in a heap takes none of the others with it, and each says what is wrong', async () => {
    const huge = file('film.jpg', JPEG);
    truncateSync(huge, 50 * 1024 * 1024 + 1);
    await drop(page, field, [
      file('page-1.png', ONE_DOT),
      path.join(files, 'folder'),
      file('IMG_0012.HEIC', Buffer.from('00000018667479706865696300000000', 'hex')),
      file('fax.tiff', Buffer.from('49492a0008000000', 'hex')),
      huge,
      file('page-1-copy.png', ONE_DOT),
      file('photo.jpg', JPEG),
    ]);
    await expectScans(attached, ['page-1.png', 'photo.jpg']);
    await expect(form.getByText('folder：读不出来；文件夹请打开，选里面的文件。')).toBeVisible();
    for (const name of ['IMG_0012.HEIC', 'fax.tiff'])
      await expect(form.getByText(`${name}：只收 PDF、JPEG、PNG 文件；HEIC、TIFF 请先转存为 JPEG。`)).toBeVisible();
    await expect(form.getByText('film.jpg：文件太大，每份不能超过 50 MB。')).toBeVisible();
    await expect(form.getByText('page-1-copy.png：已经附上了，不再重复。')).toBeVisible();
  });

  await test.step('what was taken off by keyboard can be chosen again, and the cursor stays in the field', async () => {
    await field.getByRole('button', { name: '移除 photo.jpg' }).press('Enter');
    await expectScans(attached, ['page-1.png']);
    await expect(field).toBeFocused();
    const chosen = path.join(files, 'photo.jpg');
    await form.locator('input[type=file]').setInputFiles(chosen);
    await expectScans(attached, ['page-1.png', 'photo.jpg']);
    await field.getByRole('button', { name: '移除 photo.jpg' }).press('Enter');
    // The very same file: the browser says nothing of a choice that is none.
    expect(await form.locator('input[type=file]').inputValue()).toBe('');
  });

  await test.step('pictures pasted one after the other are all kept, and told apart', async () => {
    await field.focus();
    await pastePicture(page, Buffer.concat([ONE_DOT, Buffer.from('1')]));
    await pastePicture(page, Buffer.concat([ONE_DOT, Buffer.from('2')]));
    await expectScans(attached, ['page-1.png', '粘贴的图片 1.png', '粘贴的图片 2.png']);
  });

  await test.step('a picture without words is attached from any field of the form, and from none', async () => {
    await form.getByLabel('事由').focus();
    await pastePicture(page, Buffer.concat([ONE_DOT, Buffer.from('3')]));
    await expectScans(attached, ['page-1.png', ...[1, 2, 3].map((number) => `粘贴的图片 ${number}.png`)]);
    await expect(field).toBeInViewport();
    await expect(form.getByLabel('事由')).toBeFocused();
    await pastePicture(page, Buffer.concat([ONE_DOT, Buffer.from('words')]), '漏水');
    await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
    await pastePicture(page, Buffer.concat([ONE_DOT, Buffer.from('4')]));
    await expectScans(attached, ['page-1.png', ...[1, 2, 3, 4].map((number) => `粘贴的图片 ${number}.png`)]);
    for (const number of [3, 4]) await field.getByRole('button', { name: `移除 粘贴的图片 ${number}.png` }).press('Enter');
  });

  await test.step('a file that misses the field goes nowhere', async () => {
    const address = page.url();
    const refused = page.evaluate(
      () => new Promise<boolean>((resolve) => addEventListener('drop', (event) => resolve(event.defaultPrevented), { once: true })),
    );
    await page.evaluate(() => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File(['x'], 'x.pdf', { type: 'application/pdf' }));
      document.querySelector('h1')?.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    });
    expect(await refused).toBe(true);
    expect(page.url()).toBe(address);
  });

  await test.step('they are saved with the letter', async () => {
    await form
      .locator('input[type=file]')
      .setInputFiles({ name: '来函.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') });
    await expect(attached).toHaveCount(4);
    await form.getByLabel('来函人或单位').fill('李淑芬');
    await form.getByLabel('事由').fill('漏水');
    await form.getByLabel('事由').press('Control+Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'LH-2026-0001' })).toBeVisible();
    await expectScans(page.getByRole('button', { name: /^打开 / }), ['page-1.png', '粘贴的图片 1.png', '粘贴的图片 2.png', '来函.pdf']);
  });

  await test.step('each shows small what it is, within the button that opens it; a PDF says that it is one', async () => {
    const drawn = (name: string) => page.getByRole('button', { name: `打开 ${name}` }).locator('img');
    for (const name of ['page-1.png', '粘贴的图片 1.png', '粘贴的图片 2.png'])
      await expect.poll(() => drawn(name).evaluate((picture: HTMLImageElement) => picture.naturalWidth)).toBe(1);
    await expect(drawn('来函.pdf')).toHaveCount(0);
    // Locked and opened again, they are drawn anew.
    await page.keyboard.press('F9');
    await unlock(page, '林晓燕');
    await expect.poll(() => drawn('page-1.png').evaluate((picture: HTMLImageElement) => picture.naturalWidth)).toBe(1);
  });
});
