import { defineConfig } from '@playwright/test';
import { electronProgram, type HostKind } from './tests/support/desk-host.ts';

interface HostOption {
  hostKind: HostKind;
}

/**
 * Looked at by axe in one host only: what is drawn differs between the two in settings and print dialogs alone, which the
 * other accessibility tests visit in both.
 */
const DRAWN_ALIKE = ['**/accessible-dispatch.spec.ts', '**/accessible-replies.spec.ts'];

/** One suite, two hosts: the Electron half is left out where there is no Electron, and the test script says so. */
export default defineConfig<HostOption>({
  testDir: 'tests',
  testMatch: ['e2e/*.spec.ts', 'security/*.spec.ts'],
  outputDir: 'tests/output/e2e',
  timeout: 180_000,
  expect: { timeout: 10_000 },
  workers: 2,
  retries: 0,
  forbidOnly: true,
  reporter: process.env['QIANTAI_REPORT'] === undefined ? 'list' : [['list'], ['json', { outputFile: process.env['QIANTAI_REPORT'] }]],
  use: { actionTimeout: 10_000 },
  projects: [
    { name: 'browser', use: { hostKind: 'browser' } },
    ...(electronProgram() === '' ? [] : [{ name: 'electron', testIgnore: DRAWN_ALIKE, use: { hostKind: 'electron' as const } }]),
  ],
});
