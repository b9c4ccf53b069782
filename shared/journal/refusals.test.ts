import { expect, it } from 'vitest';
import { isRefusedForGood } from './refusals.ts';

it.each<[string, boolean]>([
  ['actorNotUnlocked', true],
  ['confirmationMissing', true],
  ['badLine', true],
  ['diskFull', false],
  ['leaseLost', false],
  ['journalBroken', false],
  ['hostUnreachable', false],
])('%s is for good: %j', (code, forGood) => {
  expect(isRefusedForGood({ code })).toBe(forGood);
});
