import type { ChildProcess } from 'node:child_process';
import { Readable, Writable } from 'node:stream';
import { z } from 'zod';

/**
 * Talks to a browser we started through two pipes only we hold (`--remote-debugging-pipe`): no port that another
 * program could reach. Messages are JSON, each ended by a NUL.
 */
export interface DevtoolsPipe {
  /** Rejects when the browser refuses the method or ends before it answers. */
  send(method: string, parameters?: Record<string, unknown>, session?: string): Promise<Record<string, unknown>>;
  /** Resolves at the next event of this name in the session. */
  event(name: string, session: string): Promise<void>;
}

const messageSchema = z.object({
  id: z.number().optional(),
  method: z.string().optional(),
  sessionId: z.string().optional(),
  result: z.record(z.string(), z.unknown()).optional(),
  error: z.object({ message: z.string() }).optional(),
});

interface Waiting {
  resolve(result: Record<string, unknown>): void;
  reject(error: Error): void;
}

/** @param browser started with pipes at 3 (to the browser) and 4 (from it) */
export function openDevtoolsPipe(browser: ChildProcess): DevtoolsPipe {
  const input = browser.stdio[3];
  const output = browser.stdio[4];
  if (!(input instanceof Writable) || !(output instanceof Readable)) throw new Error('expected pipes at 3 and 4');
  const waiting = new Map<number, Waiting>();
  const listeners = new Map<string, Waiting[]>();
  let nextId = 1;
  let rest: Buffer[] = [];

  function take(text: string): void {
    const { id, method, sessionId, result, error } = messageSchema.parse(JSON.parse(text));
    if (id !== undefined) {
      const asked = waiting.get(id);
      waiting.delete(id);
      if (error === undefined) asked?.resolve(result ?? {});
      else asked?.reject(new Error(error.message));
    } else if (method !== undefined) {
      const key = `${sessionId ?? ''} ${method}`;
      for (const listener of listeners.get(key) ?? []) listener.resolve({});
      listeners.delete(key);
    }
  }

  function end(): void {
    const gone = new Error('the browser has ended');
    for (const asked of [...waiting.values(), ...[...listeners.values()].flat()]) asked.reject(gone);
    waiting.clear();
    listeners.clear();
  }

  output.on('data', (data: Buffer) => {
    let start = 0;
    for (let stop = data.indexOf(0); stop !== -1; stop = data.indexOf(0, start)) {
      take(Buffer.concat([...rest, data.subarray(start, stop)]).toString('utf8'));
      rest = [];
      start = stop + 1;
    }
    if (start < data.length) rest.push(data.subarray(start));
  });
  output.on('close', end);
  output.on('error', end);
  input.on('error', end);

  return {
    send: (method, parameters = {}, session) => {
      const id = nextId;
      nextId += 1;
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        input.write(`${JSON.stringify({ id, method, params: parameters, sessionId: session })}\0`);
      });
    },
    event: (name, session) =>
      new Promise((resolve, reject) => {
        const key = `${session} ${name}`;
        listeners.set(key, [...(listeners.get(key) ?? []), { resolve: () => resolve(), reject }]);
      }),
  };
}
