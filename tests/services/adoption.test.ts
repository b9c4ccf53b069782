import path from 'node:path';
import { expect, test } from 'vitest';
import { openAdoption } from '../../electron/services/adoption.ts';
import { endOf, lineMaker, manualClock, temporaryFolder } from './test-host.ts';

async function offered() {
  const file = path.join(temporaryFolder(), 'adoption.json');
  const next = lineMaker(manualClock());
  const lines = [next(), next(), next()] as const;
  const adoption = await openAdoption(file);
  await adoption.offer({ book: 'book-1', ...endOf(lines.slice(0, 2)) });
  return { adoption, lines, file };
}

test('a snapshot vouches for its own book up to its last line, after a restart too', async () => {
  const { lines, file } = await offered();
  const adoption = await openAdoption(file);
  expect(lines.map((line) => adoption.admits(line, 'book-1'))).toEqual([true, true, false]);
  expect(lines.map((line) => adoption.admits(line, 'book-2'))).toEqual([false, false, false]);
});

test('its last line is the one that it names', async () => {
  const { adoption } = await offered();
  const next = lineMaker(manualClock('2026-03-03T01:00:00.000Z'));
  next();
  expect(() => adoption.admits(next(), 'book-1')).toThrow('journalDiverged');
});

test('a snapshot without lines takes the place of none that has some, and what is cleared vouches for nothing', async () => {
  const { adoption, lines } = await offered();
  await adoption.offer({ book: 'book-2', sequence: 0, hash: '0'.repeat(64) });
  expect(adoption.admits(lines[0], 'book-1')).toBe(true);
  await adoption.clear();
  expect([adoption.admits(lines[0], 'book-1'), adoption.offered()]).toEqual([false, null]);
});
