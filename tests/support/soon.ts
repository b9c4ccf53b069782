import { vi } from 'vitest';

/** Waits until this holds. Vitest alone gives up after a second, which a machine busy with other work may take for one drawing. */
export function soon<Value>(check: () => Value | Promise<Value>): Promise<Value> {
  return vi.waitFor(check, { timeout: 30_000 });
}
