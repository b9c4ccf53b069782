import { expect, it } from 'vitest';
import { hostCalls } from '../contract/host-calls.ts';
import { isPin } from './pin.ts';

it.each([
  ['', false],
  ['123', false],
  ['1234', true],
  ['000000', true],
  ['123456789012', true],
  ['1234567890123', false],
  [' 1234', false],
  ['1234\n', false],
  ['12a4', false],
  ['１２３４', false],
])('%j is a PIN: %s, for the screens and for the host', (pin, fits) => {
  expect(isPin(pin)).toBe(fits);
  expect(hostCalls.unlock.input.safeParse({ personId: 'p', pin }).success).toBe(fits);
});
