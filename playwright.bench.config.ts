import { defineConfig } from '@playwright/test';
import type { HostKind } from './tests/support/desk-host.ts';

/** `npm run bench`: figures and ratios of one run, in the browser host, one measurement at a time. */
export default defineConfig<{ hostKind: HostKind }>({
  testDir: 'tests/bench',
  testMatch: '*.spec.ts',
  outputDir: 'tests/output/bench',
  timeout: 1_800_000,
  expect: { timeout: 60_000 },
  workers: 1,
  retries: 0,
  reporter: 'list',
  use: { hostKind: 'browser', actionTimeout: 60_000 },
});
