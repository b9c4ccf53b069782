import type { ChildProcess } from 'node:child_process';
import { z } from 'zod';
import { endBrowser, startBrowser } from './browser-process.ts';
import { openDevtoolsPipe, type DevtoolsPipe } from './devtools-pipe.ts';

/** The app window of the PC's browser. */
export interface AppWindow {
  toFront(): Promise<void>;
  /** Resolves when the window was closed and the browser has ended. */
  closed: Promise<void>;
  end(): Promise<void>;
}

const targetsSchema = z.object({ targetInfos: z.array(z.object({ targetId: z.string(), type: z.string(), url: z.string() })) });

/** @param address what the window opens; `origin` tells its page apart from the browser's own */
export function openAppWindow(browser: string, profile: string, address: string, origin: string): AppWindow {
  const child = startBrowser(browser, profile, [`--app=${address}`, '--window-size=1360,900']);
  const pipe = openDevtoolsPipe(child);
  const closed = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  void endWithLastWindow(pipe, child, origin);
  return {
    closed,
    end: () => endBrowser(child),
    toFront: async () => {
      const target = (await pagesOf(pipe)).find((page) => page.url.startsWith(origin));
      if (target !== undefined) await pipe.send('Target.activateTarget', { targetId: target.targetId });
    },
  };
}

async function pagesOf(pipe: DevtoolsPipe): Promise<z.infer<typeof targetsSchema>['targetInfos']> {
  const { targetInfos } = targetsSchema.parse(await pipe.send('Target.getTargets'));
  return targetInfos.filter((target) => target.type === 'page');
}

/** With a debugging pipe some browsers stay in the background after their last window: then we end them. */
async function endWithLastWindow(pipe: DevtoolsPipe, child: ChildProcess, origin: string): Promise<void> {
  // Asked for before each look at the windows: a change during the look must not be missed.
  const nextChange = (): Promise<void> => {
    const change = Promise.race([pipe.event('Target.targetCreated', ''), pipe.event('Target.targetDestroyed', '')]);
    change.catch(() => undefined);
    return change;
  };
  try {
    let change = nextChange();
    await pipe.send('Target.setDiscoverTargets', { discover: true });
    for (let opened = false; ;) {
      const open = (await pagesOf(pipe)).some((page) => page.url.startsWith(origin));
      if (opened && !open) break;
      opened ||= open;
      await change;
      change = nextChange();
    }
    await pipe.send('Browser.close');
  } catch {
    // The browser has ended by itself.
    child.kill();
  }
}
