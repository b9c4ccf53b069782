import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { createFaults } from '../../electron/services/faults.ts';
import { openPresence } from '../../electron/services/presence.ts';
import { manualClock, temporaryFolder } from './test-host.ts';

async function somebodyHere() {
  const clock = manualClock();
  const file = path.join(temporaryFolder(), 'presence.log');
  const presence = await openPresence(file, clock, createFaults(false, ''));
  await presence.begin('zhang');
  return { presence, clock, file };
}

// A PC that wakes: the desk locks itself, and what was still to be saved goes to the journal at the same moment.
test('a desk locked while a line is looked at after a step of the clock is locked', async () => {
  const { presence, clock } = await somebodyHere();
  clock.jump(3600_000);
  const admitted = presence.admits(1, 'zhang', clock.now());
  await presence.end();
  expect(await admitted).toBe(true);
  expect(presence.person()).toBe('');
});

test('what is noted at the same moment stands on the disk once each, in its order', async () => {
  const { presence, file } = await somebodyHere();
  await Promise.all([presence.end(), presence.begin('li'), presence.end(), presence.begin('wang')]);
  const events = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => Object.entries<unknown>(JSON.parse(line))[0])
    .map(([kind, value] = ['', '']) => (kind === 'begin' ? value : kind));
  expect(events).toEqual(['zhang', 'end', 'li', 'end', 'wang']);
});

test('a clock far ahead at the start does not make the host forget who was here last', async () => {
  const { presence, clock, file } = await somebodyHere();
  const at = clock.now();
  await presence.end();
  const before = Array.from({ length: 5002 }, (_none, index) =>
    JSON.stringify(index % 2 === 0 ? { begin: 'li', at: index } : { end: index }),
  );
  writeFileSync(file, `${before.join('\n')}\n${readFileSync(file, 'utf8')}`);
  clock.jump(10 * 365 * 24 * 3600_000);
  const again = await openPresence(file, clock, createFaults(false, ''));
  clock.jump(-10 * 365 * 24 * 3600_000);
  expect(await again.admits(1, 'zhang', at)).toBe(true);
  expect(readFileSync(file, 'utf8').split('\n').length).toBeLessThan(5000);
});

test('after a crash, what the person stored within a day of unlocking is still to come, and nothing later', async () => {
  const { presence, clock, file } = await somebodyHere();
  const began = clock.now();
  expect(presence.person()).toBe('zhang');
  clock.step(60_000);
  const again = await openPresence(file, clock, createFaults(false, ''));
  const hours = (count: number): number => began + count * 3600_000;
  const admitted = [await again.admits(2, 'zhang', hours(1)), await again.admits(3, 'zhang', hours(25))];
  expect([again.person(), ...admitted]).toEqual(['', true, false]);
});

test('whoever is at the desk already does not arrive anew', async () => {
  const { presence, file } = await somebodyHere();
  const before = readFileSync(file, 'utf8');
  await presence.begin('zhang');
  expect(readFileSync(file, 'utf8')).toBe(before);
  expect(presence.person()).toBe('zhang');
});
