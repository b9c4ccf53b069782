import { rmSync } from 'node:fs';
import { test as base } from '../e2e/desk-test.ts';
import { copyOf } from '../support/desk-folder.ts';
import type { DeskHost } from '../support/desk-host.ts';
import { madeDesk, removeMadeDesks, type MadeDesk } from './made-desk.ts';

interface FaultFixtures {
  /** A desk with entries, made once; tests break copies of it. */
  made: MadeDesk;
  /** A copy of the made desk to break. */
  broken: string;
  /** Opens the copy, broken by now. */
  openBroken: (options?: { fault?: string; clock?: string }) => Promise<DeskHost>;
}

export const test = base.extend<FaultFixtures, { tidy: void }>({
  tidy: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of fixtures from a pattern
    async ({}, use) => {
      await use();
      await removeMadeDesks();
    },
    { scope: 'worker', auto: true },
  ],
  made: async ({ hostKind, switches }, use) => use(await madeDesk({ host: hostKind, switches })),
  broken: async ({ made }, use) => {
    const folder = copyOf(made.folder);
    await use(folder);
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  },
  openBroken: async ({ broken, startDesk }, use) => use((options = {}) => startDesk({ sample: true, folder: broken, ...options })),
});

export { expect } from '@playwright/test';
