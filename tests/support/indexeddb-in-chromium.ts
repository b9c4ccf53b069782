// The setup file of tests in Chromium: whatever databases a test file opened are gone after its last test.
import { afterAll } from 'vitest';
import { removeTestDatabases } from './test-databases.ts';

afterAll(removeTestDatabases);
