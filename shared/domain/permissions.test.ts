import { expect, it } from 'vitest';
import type { Role } from './person.ts';
import { mayRun } from './permissions.ts';

it.each<[Role[], boolean]>([
  [['receptionist'], true],
  // One person can hold several roles (DOMAIN §1): any of them is enough.
  [['steward', 'receptionist', 'lawyer'], true],
  [['steward', 'lawyer'], false],
  [[], false],
])('%o may log a call: %s', (roles, may) => {
  expect(mayRun(roles, 'log-reception')).toBe(may);
});
