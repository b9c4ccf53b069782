import { screen, type BrowserWindow, type Rectangle } from 'electron';
import { z } from 'zod';
import { openConvenienceFile } from '../services/state-file.ts';

const boundsSchema = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().min(400),
  height: z.int().min(300),
  maximized: z.boolean(),
});
type Bounds = z.infer<typeof boundsSchema>;

/** Where the window stood when it was last closed. */
export interface WindowBounds {
  /** `null` at the first start, and when that screen is no longer there. */
  last(): Bounds | null;
  remember(window: BrowserWindow): Promise<void>;
}

export async function openWindowBounds(file: string): Promise<WindowBounds> {
  const state = await openConvenienceFile<Bounds | null>(file, boundsSchema.nullable(), null);
  return {
    last: () => {
      const bounds = state.read();
      return bounds !== null && isOnScreen(bounds) ? bounds : null;
    },
    remember: (window) => state.write({ ...window.getNormalBounds(), maximized: window.isMaximized() }),
  };
}

/** Pixels that must be seen, to take hold of it. */
const REACH = 100;
/** Pixels that a system's frame may stand above the screen. */
const FRAME = 10;

function isOnScreen(bounds: Rectangle): boolean {
  const { workArea } = screen.getDisplayMatching(bounds);
  return (
    bounds.x + REACH < workArea.x + workArea.width &&
    bounds.x + bounds.width > workArea.x + REACH &&
    bounds.y >= workArea.y - FRAME &&
    bounds.y + REACH < workArea.y + workArea.height
  );
}
