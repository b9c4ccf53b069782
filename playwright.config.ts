import { defineConfig } from '@playwright/test';
import { electronProgram, type HostKind } from './tests/support/desk-host.ts';

interface HostOption {
  hostKind: HostKind;
}

/** One suite, two hosts: the Electron half is left out where there is no Electron, and the test script says so. */
export default defineConfig<HostOption>({
  testDir: 'tests',
  testMatch: ['e2e/*.spec.ts', 'security/*.spec.ts'],
  outputDir: 'tests/output/e2e',
  // How long anything may take at most, for machines slower and busier than ours: no test waits that long where all is well.
  timeout: 600_000,
  expect: { timeout: 30_000 },
  workers: 2,
  retries: 0,
  forbidOnly: true,
  reporter: process.env['QIANTAI_REPORT'] === undefined ? 'list' : [['list'], ['json', { outputFile: process.env['QIANTAI_REPORT'] }]],
  use: { actionTimeout: 30_000 },
  projects: [
    { name: 'browser', use: { hostKind: 'browser' } },
    // What axe reads, where the cursor is, and what each dialog keeps (`kept-dialogs` tries the ways of all of them) is the same
    // page in either host: once is enough. A window of the browser's is none of Electron's.
    ...(electronProgram() === ''
      ? []
      : [
          {
            name: 'electron',
            testIgnore: ['accessible*', 'cursor*', 'kept-letters*', 'kept-steps*', 'kept-words*', 'own-window*'].map(
              (name) => `e2e/${name}.spec.ts`,
            ),
            use: { hostKind: 'electron' as const },
          },
        ]),
  ],
});
