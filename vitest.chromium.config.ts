import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { QUIET } from './electron/loopback/browser-process.ts';
import { findChromium } from './tests/support/chromium.ts';

const asRoot = process.platform === 'linux' && process.getuid?.() === 0;

/**
 * The data tests on a real IndexedDB: the same files as in vitest.config.ts, in the Chromium of the system. Left out is what
 * opens no database (`migrations/today.test.ts`); the tests of `tests/migrations` work with a real host and its files, which
 * only Node has. The pages are private ones, whose store keeps to memory: what disks do is the business of `tests/faults`.
 */
export default defineConfig({
  // Found while tests run, a package would make the page load itself again in the middle of one.
  optimizeDeps: {
    include: ['@noble/hashes/sha2.js', '@noble/hashes/utils.js', 'dexie', 'dexie-export-import', 'fast-check', 'pinyin-pro', 'uuid', 'zod'],
  },
  test: {
    include: ['renderer/data/**/*.test.ts', 'tests/chromium/**/*.test.ts'],
    exclude: ['renderer/data/migrations/**'],
    setupFiles: ['tests/support/indexeddb-in-chromium.ts'],
    maxWorkers: 2,
    // No file leaves anything to the next but modules, and to load those eighteen times takes longer than most files.
    isolate: false,
    hookTimeout: 60_000,
    testTimeout: 60_000,
    expect: { poll: { timeout: 30_000 } },
    browser: {
      enabled: true,
      headless: true,
      ui: false,
      api: { host: '127.0.0.1' },
      screenshotFailures: false,
      provider: playwright({
        launchOptions: {
          executablePath: findChromium(),
          args: [...QUIET, ...(asRoot ? ['--no-sandbox'] : [])],
        },
      }),
      instances: [{ browser: 'chromium' }],
    },
  },
});
