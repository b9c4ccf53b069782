import { defineConfig } from '@playwright/test';
import { WHOLE } from './tests/faults/size.ts';
import { electronProgram, type HostKind } from './tests/support/desk-host.ts';

interface HostOption {
  hostKind: HostKind;
  switches: readonly string[];
}

/** Chromium's next store for IndexedDB: the same faults must end well on it. Electron 33 does not have it yet. */
const SQLITE = ['--enable-features=IdbSqliteBackingStore'];

/** What must not cost anybody a record: kills, power cuts, broken disks, damaged and exchanged stores. Both hosts. */
export default defineConfig<HostOption>({
  testDir: 'tests/faults',
  testMatch: '*.spec.ts',
  ...(WHOLE ? {} : { grep: /@short/ }),
  outputDir: 'tests/output/faults',
  // How long anything may take at most, on machines slower and busier than ours as well. An outbox whose journal takes no line
  // tries again after half a minute at the latest.
  timeout: 600_000,
  expect: { timeout: 60_000 },
  workers: 2,
  fullyParallel: false,
  retries: 0,
  forbidOnly: true,
  reporter: process.env['QIANTAI_REPORT'] === undefined ? 'list' : [['list'], ['json', { outputFile: process.env['QIANTAI_REPORT'] }]],
  use: { actionTimeout: 60_000 },
  projects: [
    { name: 'browser', use: { hostKind: 'browser' } },
    ...(WHOLE ? [{ name: 'browser-sqlite', testMatch: 'stores.spec.ts', use: { hostKind: 'browser' as const, switches: SQLITE } }] : []),
    ...(electronProgram() === '' ? [] : [{ name: 'electron', use: { hostKind: 'electron' as const } }]),
  ],
});
