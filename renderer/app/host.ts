import { decodeWire, encodeWire } from '../../shared/contract/codec.ts';
import { createHostApi } from '../../shared/contract/host-api.ts';
import type { HostApi, HostCallName, HostInput, HostValue } from '../../shared/contract/host-calls.ts';
import { failure, type Result } from '../../shared/contract/result.ts';
import { createCallSocket } from './call-socket.ts';
import { withLastingLock } from './lasting-lock.ts';

declare global {
  interface Window {
    /** Put there by Electron's preload; absent in a browser. */
    qiantai?: HostApi;
  }
}

/** The host of this page: Electron's preload where it is, the loopback host of the browser otherwise. */
export function createHost(): HostApi {
  return withLastingLock(window.qiantai ?? createBrowserHost());
}

function createBrowserHost(): HostApi {
  const bySocket = createCallSocket(globalThis.location.origin);

  async function invoke<Name extends HostCallName>(name: Name, input?: HostInput<Name>): Promise<Result<HostValue<Name>>> {
    try {
      const answer = (await bySocket(name, input)) ?? (await byHttp(name, input));
      return isResult<HostValue<Name>>(answer) ? answer : failure('hostUnreachable');
    } catch {
      return failure('hostUnreachable');
    }
  }

  const api = createHostApi(invoke);
  return {
    ...api,
    takeLease: async () => {
      const answer = await api.takeLease();
      if (answer.ok && 'token' in answer.value) releaseOnLeaving(answer.value.token);
      return answer;
    },
  };
}

async function byHttp(name: HostCallName, input: unknown): Promise<unknown> {
  const response = await fetch(`/call/${name}`, { method: 'POST', headers: JSON_TYPE, body: encodeWire({ input }) });
  return decodeWire(await response.text());
}

const JSON_TYPE = { 'Content-Type': 'application/json' };

/** Checks the envelope; the value inside is trusted, because only our own host can answer at this origin. */
function isResult<Value>(answer: unknown): answer is Result<Value> {
  return typeof answer === 'object' && answer !== null && 'ok' in answer && typeof answer.ok === 'boolean';
}

/** Without this a reloaded page would wait for its own lease to run out. */
function releaseOnLeaving(token: string): void {
  window.addEventListener('pagehide', () => {
    void fetch('/call/releaseLease', { method: 'POST', headers: JSON_TYPE, body: encodeWire({ input: { token } }), keepalive: true });
  });
}
