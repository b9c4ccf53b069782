import { test as base } from '@playwright/test';
import { rm } from 'node:fs/promises';
import { copyOf, newFolder } from '../support/desk-folder.ts';
import { openDesk, type DeskHost, type DeskOptions, type HostKind } from '../support/desk-host.ts';

interface DeskFixtures {
  hostKind: HostKind;
  /** More switches for Chromium: another store backend. */
  switches: readonly string[];
  /**
   * Opens a desk of the project's host; whatever is still open at the end of the test is closed. A sample desk without a
   * folder of its own is a copy of one that was made for all tests.
   */
  startDesk: (options?: Omit<DeskOptions, 'host'>) => Promise<DeskHost>;
}

interface WorkerFixtures {
  sampleFolder: (kind: Pick<DeskOptions, 'host' | 'locale' | 'switches'>) => Promise<string>;
}

/** Before the days that tests play, so that no clock goes back. */
const SAMPLE_MADE_AT = '2025-12-01T00:00:00.000Z';

/** A sample desk as its first start leaves it: everybody's PIN is hashed there, which takes seconds. */
async function makeSample(options: DeskOptions): Promise<string> {
  const desk = await openDesk({ ...options, sample: true, clock: SAMPLE_MADE_AT });
  await desk.page.getByRole('heading', { name: /^(前台已锁定|The desk is locked)$/ }).waitFor({ timeout: 60_000 });
  await desk.close();
  return desk.folder;
}

/** Playwright's test with a desk of either host. */
export const test = base.extend<DeskFixtures, WorkerFixtures>({
  hostKind: ['browser', { option: true }],
  switches: [[], { option: true }],
  sampleFolder: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of fixtures from a pattern
    async ({}, use) => {
      const made = new Map<string, Promise<string>>();
      await use((kind) => {
        const key = JSON.stringify(kind);
        const making = made.get(key) ?? makeSample({ ...kind, folder: newFolder() });
        made.set(key, making);
        return making;
      });
      for (const making of made.values()) await rm(await making, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    },
    { scope: 'worker' },
  ],
  startDesk: async ({ hostKind, switches, sampleFolder }, use) => {
    const open: DeskHost[] = [];
    await use(async (options = {}) => {
      const { sample = false, locale = 'zh-CN' } = options;
      const folder = options.folder ?? (sample ? copyOf(await sampleFolder({ host: hostKind, locale, switches })) : newFolder());
      const desk = await openDesk({ switches, ...options, folder, host: hostKind });
      open.push(desk);
      return desk;
    });
    for (const desk of open) await desk.close().catch(() => undefined);
    for (const folder of new Set(open.map((desk) => desk.folder)))
      await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  },
});

export { expect } from '@playwright/test';
