import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from '@playwright/test';

/** The day as the customers told it; what the tests type must stand there. */
const SOURCE = readFileSync(path.join(import.meta.dirname, '../fixtures/one-day.zh.md'), 'utf8');
export const DAY = '2026-11-23';

/** The customers' own words: a test that types others fails. */
export function told(words: string): string {
  expect(SOURCE, 'the fixture says so').toContain(words);
  return words;
}
