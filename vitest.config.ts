import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** Unit tests; a test that needs a document asks for happy-dom in its first line. */
export default defineConfig({
  plugins: [react()],
  test: {
    environment: 'node',
    setupFiles: ['tests/support/indexeddb-in-memory.ts'],
    include: [
      'shared/**/*.test.ts',
      'renderer/**/*.test.{ts,tsx}',
      'tests/services/**/*.test.ts',
      'tests/migrations/**/*.test.ts',
      'tests/paper/**/*.test.{ts,tsx}',
    ],
    pool: 'threads',
    maxWorkers: 2,
    // Setting up a whole estate takes a second; on a machine busy with other work it may take many.
    hookTimeout: 60_000,
    testTimeout: 60_000,
    expect: { poll: { timeout: 30_000 } },
  },
});
