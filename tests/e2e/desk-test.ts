import { test as base } from '@playwright/test';
import { rm } from 'node:fs/promises';
import { openDesk, type DeskHost, type DeskOptions, type HostKind } from '../support/desk-host.ts';

interface DeskFixtures {
  hostKind: HostKind;
  /** More switches for Chromium: another store backend. */
  switches: readonly string[];
  /** Opens a desk of the project's host; whatever is still open at the end of the test is closed. */
  startDesk: (options?: Omit<DeskOptions, 'host'>) => Promise<DeskHost>;
}

/** Playwright's test with a desk of either host. */
export const test = base.extend<DeskFixtures>({
  hostKind: ['browser', { option: true }],
  switches: [[], { option: true }],
  startDesk: async ({ hostKind, switches }, use) => {
    const open: DeskHost[] = [];
    await use(async (options = {}) => {
      const desk = await openDesk({ switches, ...options, host: hostKind });
      open.push(desk);
      return desk;
    });
    for (const desk of open) await desk.close().catch(() => undefined);
    for (const folder of new Set(open.map((desk) => desk.folder)))
      await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  },
});

export { expect } from '@playwright/test';
