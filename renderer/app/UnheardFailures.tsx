import { notifications } from '@mantine/notifications';
import { Dexie } from 'dexie';
import { useEffect } from 'react';
import type { HostApi } from '../../shared/contract/host-calls.ts';
import { FailureError } from '../../shared/contract/result.ts';
import { failureOf } from '../data/store-failure.ts';
import { FailureWords } from '../ui/FailureWords.tsx';

/**
 * Says what went wrong where no screen waits for it: a new entry that the store did not take, a draft that found no room. Whoever
 * pressed a key and sees nothing happen would press it again, or think that it was done.
 */
export function UnheardFailures({ host }: { host: Pick<HostApi, 'freeSpace'> }) {
  useEffect(() => {
    async function say(reason: unknown): Promise<void> {
      const failure = await failureOf(host, reason);
      notifications.show({ id: `unheard-${failure.code}`, message: <FailureWords failure={failure} />, color: 'red', autoClose: false });
    }
    function hear(event: Event): void {
      // Dexie tells of its own promises with an event that has the reason, but not the type.
      const reason: unknown = 'reason' in event ? event.reason : undefined;
      if (isOurs(reason)) say(reason).catch(() => undefined);
    }
    globalThis.addEventListener('unhandledrejection', hear);
    return () => globalThis.removeEventListener('unhandledrejection', hear);
  }, [host]);
  return null;
}

/** The store's failures and our own; a library that gives up on something says nothing to the person at the desk. */
function isOurs(reason: unknown): boolean {
  return (
    reason instanceof FailureError ||
    reason instanceof Dexie.DexieError ||
    (reason instanceof DOMException && reason.name === 'QuotaExceededError')
  );
}
