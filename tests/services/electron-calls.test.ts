import type { IpcMainInvokeEvent, WebContents } from 'electron';
import { beforeEach, expect, test, vi } from 'vitest';
import { answerCalls } from '../../electron/main/calls.ts';

const handlers = vi.hoisted(() => new Map<string, (...parts: unknown[]) => unknown>());

vi.mock('electron', () => ({
  ipcMain: { handle: (channel: string, handler: (...parts: unknown[]) => unknown) => handlers.set(channel, handler) },
}));

/** Stand-ins with just what the wrapper looks at. */
const desk = { id: 1 } as WebContents;
const other = { id: 2 } as WebContents;

function eventFrom(sender: WebContents, url: string, parent: object | null = null): IpcMainInvokeEvent {
  return { sender, senderFrame: { url, parent } } as IpcMainInvokeEvent;
}

let dispatched: unknown[] = [];

beforeEach(() => {
  dispatched = [];
  answerCalls(
    (name, input) => {
      dispatched.push([name, input]);
      return Promise.resolve({ ok: true, value: null });
    },
    () => desk,
  );
});

function call(event: IpcMainInvokeEvent, name: unknown): unknown {
  return handlers.get('qiantai:call')?.(event, name, undefined);
}

test('one channel is all there is', () => {
  expect([...handlers.keys()]).toEqual(['qiantai:call']);
});

test('the desk’s own page is answered', async () => {
  expect(await call(eventFrom(desk, 'app://qiantai/'), 'lock')).toEqual({ ok: true, value: null });
  expect(dispatched).toEqual([['lock', undefined]]);
});

test.each([
  ['another window', eventFrom(other, 'app://qiantai/')],
  ['a frame inside the page', eventFrom(desk, 'app://qiantai/', {})],
  ['a foreign page in the window', eventFrom(desk, 'https://example.com/')],
  ['a look-alike', eventFrom(desk, 'app://qiantai.evil/')],
  ['the crash page', eventFrom(desk, 'app://qiantai/crashed')],
  ['a print document', eventFrom(desk, 'app://qiantai/print/x')],
  ['a frame that is gone', { sender: desk, senderFrame: null } as IpcMainInvokeEvent],
])('%s is refused', async (_name, event) => {
  expect(await call(event, 'lock')).toEqual({ ok: false, error: { code: 'senderRefused' } });
  expect(dispatched).toEqual([]);
});

test.each([undefined, 7, {}, ['lock']])('%j is no name of a call', async (name) => {
  expect(await call(eventFrom(desk, 'app://qiantai/'), name)).toEqual({ ok: false, error: { code: 'unknownCall' } });
});
