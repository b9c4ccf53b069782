import { Dexie } from 'dexie';
import type { HostApi } from '../../shared/contract/host-calls.ts';
import { FailureError, type Failure } from '../../shared/contract/result.ts';

/** What Dexie and the browser say of a store that they cannot read or write. */
export function isStoreError(error: unknown): boolean {
  return error instanceof Dexie.DexieError || error instanceof DOMException;
}

/** Below this a store that fails has failed for want of room. */
const NO_ROOM_BYTES = 16 * 1024 * 1024;

/**
 * What went wrong, as a failure that the screen can word. Chromium tells a full disk as damage of its store; the host knows
 * how much room there is.
 */
export async function failureOf(host: Pick<HostApi, 'freeSpace'>, error: unknown): Promise<Failure> {
  const problem = toFailure(error);
  if (problem.code !== 'storeError') return problem;
  const space = await host.freeSpace();
  return space.ok && space.value.freeBytes < NO_ROOM_BYTES ? { code: 'diskFull' } : problem;
}

function toFailure(error: unknown): Failure {
  if (error instanceof FailureError) return error.failure;
  const named = error instanceof Dexie.DexieError && error.inner instanceof Error ? error.inner : error;
  const name = named instanceof Error ? named.name : '';
  if (error instanceof Error && error.name === 'FailureError') return { code: error.message };
  if (name === 'QuotaExceededError') return { code: 'diskFull' };
  return { code: 'storeError', parameters: { detail: failureDetail(error) } };
}

/** What a store said, for whoever looks into the failure. */
export function failureDetail(error: unknown): string {
  if (error instanceof FailureError) return `${error.failure.code}: ${error.failure.parameters?.['detail'] ?? ''}`;
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
