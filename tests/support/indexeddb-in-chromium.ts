// The setup file of tests in Chromium. All test files share its pages: whatever a file put in another's place (a clock, a
// method of the store) is put back after its last test, and the databases that it opened are gone.
import { afterAll, vi } from 'vitest';
import { removeTestDatabases } from './test-databases.ts';

afterAll(async () => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  vi.useRealTimers();
  localStorage.clear();
  await removeTestDatabases();
});
