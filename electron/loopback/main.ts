import path from 'node:path';
import { makePrivate } from '../services/data-folder.ts';
import { endProcess } from '../services/end-process.ts';
import { EXIT } from '../services/exit-codes.ts';
import { lockFolder } from '../services/folder-lock.ts';
import { readHostArguments, type HostArguments } from '../services/host-arguments.ts';
import { createPrintShelf } from '../services/printing.ts';
import { startHost } from '../services/start-host.ts';
import { portExit, startFailure } from '../services/start-failure.ts';
import { createAccess } from './access.ts';
import { openAppWindow, type AppWindow } from './app-window.ts';
import { createBrowserPrinting } from './browser-printing.ts';
import { handleRequests, listenOnLoopback } from './server.ts';

/**
 * The browser host: the same services as Electron's, served on 127.0.0.1 to the browser of the PC. Lives as long as its
 * window, or with `--no-open` until it is ended.
 */
async function run(options: HostArguments): Promise<void> {
  // Before the lock: a disk that keeps no permissions takes no socket either.
  await makePrivate(options.folder);
  let window: AppWindow | null = null;
  const opensWindow = options.openWindow && options.browser !== '';
  const lock = await lockFolder(options.folder, opensWindow ? () => void window?.toFront().catch(() => undefined) : null);
  if (!('held' in lock)) process.exit(EXIT.alreadyRunning);
  const { held } = lock;

  const { server, port } = await listenOnLoopback(options.port).catch(async (error: unknown) => {
    await held.release();
    process.stderr.write(`${String(error)}\n`);
    process.exit(portExit(error));
  });
  const origin = `http://127.0.0.1:${port}`;
  const access = createAccess(port);
  const shelf = createPrintShelf();
  const printing = createBrowserPrinting({
    browser: options.browser,
    profile: path.join(options.folder, 'print-profile'),
    origin,
    shelf,
  });
  const host = await startHost(options, { kind: 'browser', origin, printing });
  handleRequests(server, { port, access, dispatch: host.dispatch, shelf, pageRoot: path.join(__dirname, '../renderer') });

  let ending = false;
  async function end(): Promise<void> {
    if (ending) return;
    ending = true;
    const browsersGone = Promise.all([printing.end(), window?.end()]);
    server.close();
    server.closeAllConnections();
    try {
      await host.close();
      // The folder is another start's only once nothing of this one writes into it.
      await browsersGone;
      await held.release();
    } finally {
      // A host that cannot close a file must not stay, holding the folder without a window.
      endProcess(host.hangs(), () => process.exit(0));
    }
  }
  process.on('SIGINT', () => void end());
  process.on('SIGTERM', () => void end());
  process.on('SIGHUP', () => void end());

  if (!opensWindow) {
    // The last line printed: scripts and tests read the address from it.
    process.stdout.write(`Qiantai is at ${origin}/?key=${access.key}\n`);
    return;
  }
  const address = `${origin}/?key=${access.newTicket()}`;
  window = openAppWindow(options.browser, path.join(options.folder, `browser-profile-${options.profile}`), address, origin);
  await window.closed;
  await end();
}

/** No page was served yet: the start script words the exit code. */
function fail(error: unknown): void {
  const { exit, line } = startFailure(error);
  process.stderr.write(`${line}\n`);
  process.exit(exit);
}

run(readHostArguments(process.argv.slice(2))).catch(fail);
