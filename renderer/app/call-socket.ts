import { decodeWire, encodeWire } from '../../shared/contract/codec.ts';
import { CALL_SOCKET_PATH, LONGEST_SOCKET_CALL, type SocketCall } from '../../shared/contract/call-over-socket.ts';

interface Waiter {
  resolve: (result: unknown) => void;
  reject: (error: Error) => void;
}

/**
 * Carries calls to the browser host over one connection, opened with the first call and again when it was lost.
 * Answers `null` for a call that has to go by HTTP: one that is too long, or any where no connection can be had (a virus
 * scanner in between). Rejects when the connection breaks off before the answer: nobody knows whether the call was served.
 */
export function createCallSocket(origin: string): (name: string, input: unknown) => Promise<unknown> {
  const waiting = new Map<number, Waiter>();
  let latest = 0;
  let everOpened = false;
  let impossible = false;
  let opening: Promise<WebSocket | null> | null = null;
  let connected: WebSocket | null = null;

  function open(): Promise<WebSocket | null> {
    return new Promise((resolve) => {
      const socket = new WebSocket(`${origin.replace(/^http/, 'ws')}${CALL_SOCKET_PATH}`);
      socket.addEventListener('open', () => {
        everOpened = true;
        connected = socket;
        resolve(socket);
      });
      socket.addEventListener('message', ({ data }: MessageEvent<unknown>) => settle(String(data)));
      socket.addEventListener('close', () => {
        opening = null;
        connected = null;
        impossible = !everOpened;
        resolve(null);
        for (const { reject } of waiting.values()) reject(new Error('the host closed the connection'));
        waiting.clear();
      });
    });
  }

  function settle(text: string): void {
    const answer = decodeWire(text);
    if (typeof answer !== 'object' || answer === null || !('id' in answer) || !('result' in answer)) return;
    const id = Number(answer.id);
    waiting.get(id)?.resolve(answer.result);
    waiting.delete(id);
  }

  return async (name, input) => {
    if (impossible) return null;
    const id = (latest += 1);
    const text = encodeWire({ id, name, input } satisfies SocketCall);
    if (text.length > LONGEST_SOCKET_CALL) return null;
    opening ??= open();
    // Not waited for once it is there: whatever else the page has to do at this moment would come first.
    const socket = connected ?? (await opening);
    if (socket === null) return null;
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      socket.send(text);
    });
  };
}
