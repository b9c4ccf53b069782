import type { BrowserWindow, Rectangle } from 'electron';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { openWindowBounds } from '../../electron/main/window-bounds.ts';
import { temporaryFolder } from './test-host.ts';

/** The one screen that is left, beside which another stood before. */
const WORK_AREA = { x: 0, y: 0, width: 1920, height: 1040 };

vi.mock('electron', () => ({ screen: { getDisplayMatching: () => ({ workArea: WORK_AREA }) } }));

const SIZE = { width: 1360, height: 900 };

/** A window that stood there when it was closed: where the next one opens; `null` for the middle of the screen. */
async function nextAfter(bounds: Rectangle, maximized = false): Promise<unknown> {
  const file = path.join(temporaryFolder(), 'window.json');
  const window = { getNormalBounds: () => bounds, isMaximized: () => maximized } as unknown as BrowserWindow;
  await (await openWindowBounds(file)).remember(window);
  return (await openWindowBounds(file)).last();
}

test('the window opens where it was closed, and as large', async () => {
  expect(await nextAfter({ x: 200, y: 80, ...SIZE })).toEqual({ x: 200, y: 80, ...SIZE, maximized: false });
  expect(await nextAfter({ x: -7, y: -7, ...SIZE }, true)).toEqual({ x: -7, y: -7, ...SIZE, maximized: true });
});

test.each([
  ['at the right', { x: 1900, y: 80 }],
  ['at the left', { x: -1340, y: 80 }],
  ['below', { x: 200, y: 1030 }],
  ['above, where its bar cannot be taken hold of', { x: 200, y: -40 }],
])('a window of which hardly anything would be seen, %s, opens in the middle', async (_name, place) => {
  expect(await nextAfter({ ...place, ...SIZE })).toBeNull();
});

test.each(['', '{"x":', '{"x":0,"y":0,"width":1,"height":1,"maximized":false}'])(
  'a file that says %j is no place, and keeps nobody out',
  async (text) => {
    const file = path.join(temporaryFolder(), 'window.json');
    writeFileSync(file, text);
    expect((await openWindowBounds(file)).last()).toBeNull();
  },
);
