import type { HostApi } from '../../shared/contract/host-calls.ts';
import { failure, type Result } from '../../shared/contract/result.ts';

const FIRST_RETRY_MS = 1000;
const LAST_RETRY_MS = 30_000;

/**
 * A host whose lock is not lost: the page is locked at once, and a host that did not hear of it would open the desk for
 * whoever loads the page again, in the name of the one who left. So what did not reach it is repeated until it has; and before
 * anybody is let in, so that no lock of before arrives after them.
 */
export function withLastingLock(host: HostApi): HostApi {
  /** The lock that the host has not heard of, while it is being said again. */
  let saying: Promise<Result<null>> | null = null;
  let owed = false;
  let retryMs = FIRST_RETRY_MS;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function say(): Promise<Result<null>> {
    clearTimeout(timer);
    owed = true;
    saying ??= host
      .lock()
      .catch(unreachable)
      .then((answer) => {
        saying = null;
        if (answer.ok) {
          owed = false;
          retryMs = FIRST_RETRY_MS;
        } else {
          timer = setTimeout(() => void say(), retryMs);
          retryMs = Math.min(retryMs * 2, LAST_RETRY_MS);
        }
        return answer;
      });
    return saying;
  }

  /** Lets somebody in, once the host knows that whoever was there before has left. */
  async function letIn<Value>(call: () => Promise<Result<Value>>): Promise<Result<Value>> {
    const locked = owed ? await say() : null;
    return locked === null || locked.ok ? call() : locked;
  }

  return {
    ...host,
    lock: say,
    unlock: (input) => letIn(() => host.unlock(input)),
    useRecoveryCode: (input) => letIn(() => host.useRecoveryCode(input)),
  };
}

/** A host that ends in between answers nothing, and Electron says so with an error. */
function unreachable(): Result<null> {
  return failure('hostUnreachable');
}
