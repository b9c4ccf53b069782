import { rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chromium, type Page } from '@playwright/test';
import { QUIET } from '../../electron/loopback/browser-process.ts';
import { findChromium } from '../support/chromium.ts';
import { newFolder } from '../support/desk-folder.ts';
import { expect, test } from './desk-test.ts';

/** The window that the browser opens for the desk with these switches, as a person would see it. */
async function inOwnWindow(switches: readonly string[], look: (page: Page) => Promise<void>): Promise<void> {
  const server = createServer((_request, response) => response.end('<!doctype html><title>desk</title>'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // An address of a listening TCP server is always an `AddressInfo`.
  const { port } = server.address() as AddressInfo;
  const profile = newFolder();
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findChromium(),
    headless: false,
    viewport: null,
    // Playwright's own switches would hide what a person sees.
    ignoreDefaultArgs: true,
    args: [
      '--remote-debugging-pipe',
      `--user-data-dir=${profile}`,
      `--app=http://127.0.0.1:${port}/`,
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...switches,
    ],
  });
  try {
    const page = context.pages()[0] ?? (await context.waitForEvent('page'));
    await page.waitForFunction(() => document.title === 'desk' && document.visibilityState === 'visible', null, { polling: 'raf' });
    await look(page);
  } finally {
    await context.close();
    server.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}

/** Pixels that a bar of the browser's takes at least; it slides in. */
const BAR = 20;

test('no bar of the browser’s own stands above the desk, where one would without our switch', async () => {
  test.skip(process.platform === 'linux' && (process.env['DISPLAY'] ?? '') === '', 'no display to open a window on');
  const barAbove = (least: number): boolean => outerHeight - innerHeight >= least;
  const warned = QUIET.filter((one) => one !== '--test-type');
  await inOwnWindow(warned, async (page) => {
    await page.waitForFunction(barAbove, BAR);
  });
  await inOwnWindow(QUIET, async (page) => {
    expect(await page.evaluate(barAbove, 1)).toBe(false);
  });
});
