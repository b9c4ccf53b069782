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

function isOnScreen(bounds: Rectangle): boolean {
  const { workArea } = screen.getDisplayMatching(bounds);
  const reach = 100;
  return (
    bounds.x + reach < workArea.x + workArea.width &&
    bounds.x + bounds.width > workArea.x + reach &&
    bounds.y >= workArea.y - reach &&
    bounds.y + reach < workArea.y + workArea.height
  );
}
