import path from 'node:path';
import { app, dialog, session, type BrowserWindow } from 'electron';
import { isTestBuild } from '../services/build-facts.ts';
import { closeToOthers, makePrivate } from '../services/data-folder.ts';
import { endProcess } from '../services/end-process.ts';
import { EXIT } from '../services/exit-codes.ts';
import { lockFolder } from '../services/folder-lock.ts';
import { readHostArguments } from '../services/host-arguments.ts';
import { inBothLanguages } from '../services/host-words.ts';
import { createPrintShelf } from '../services/printing.ts';
import { startHost } from '../services/start-host.ts';
import { startFailure } from '../services/start-failure.ts';
import { answerCalls } from './calls.ts';
import { bringToFront, openDeskWindow } from './desk-window.ts';
import { createElectronPrinting } from './electron-printing.ts';
import { setMenu } from './menu.ts';
import { forbidNavigation, limitDownloads } from './navigation.ts';
import { cutNetwork, refuseRequests } from './network.ts';
import { ORIGIN } from './page-address.ts';
import { limitPermissions } from './permissions.ts';
import { createSaveFile } from './save-file.ts';
import { registerScheme, servePage } from './scheme.ts';
import { openWindowBounds } from './window-bounds.ts';

const options = readHostArguments(process.argv, path.join(app.getPath('appData'), 'qiantai'));
let window: BrowserWindow | null = null;

// Before the app is ready: profile, scheme, network, sandbox. The profile lies in the data folder, so one folder is one desk.
app.setName('Qiantai');
app.setPath('userData', path.join(options.folder, `electron-profile-${options.profile}`));
registerScheme();
cutNetwork();
// Both together end in an endless crash loop when root starts the app (STACK).
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
forbidNavigation();
setMenu();

if (app.requestSingleInstanceLock()) {
  app.on('second-instance', () => bringToFront(window));
  app.whenReady().then(start).catch(fail);
} else {
  refused();
}

/** Another window has the folder; but Chromium takes its lock on no disk that keeps no permissions, and there nothing is running. */
function refused(): void {
  try {
    closeToOthers(options.folder);
    app.exit(EXIT.alreadyRunning);
  } catch (error) {
    void app.whenReady().then(() => fail(error));
  }
}

async function start(): Promise<void> {
  await makePrivate(options.folder);
  const lock = await lockFolder(options.folder, () => bringToFront(window));
  if (!('held' in lock)) return app.exit(EXIT.alreadyRunning);
  const { held } = lock;

  const pageRoot = path.join(__dirname, '../renderer');
  const shelf = createPrintShelf();
  const deskSession = session.fromPartition('persist:desk');
  const sheetSession = session.fromPartition('sheets');
  for (const each of [deskSession, sheetSession]) {
    servePage(each, pageRoot, shelf);
    limitPermissions(each);
    limitDownloads(each);
    refuseRequests(each);
  }
  const desk = (): Electron.WebContents | null => window?.webContents ?? null;
  const printing = createElectronPrinting({ session: sheetSession, shelf, desk, saveFile: createSaveFile(desk) });
  const host = await startHost(options, { kind: 'electron', origin: ORIGIN, printing });
  answerCalls(host.dispatch, desk);
  const bounds = await openWindowBounds(path.join(options.folder, 'window.json'));
  window = openDeskWindow({ session: deskSession, bounds, onPageGone: host.lease.drop, onPageDied: () => void host.lock() });

  const opened = window;
  let remembered = Promise.resolve();
  opened.on('close', () => {
    remembered = bounds.remember(opened).catch(() => undefined);
  });
  // The PC is shut down: the spans of who was unlocked end now. Lines need nothing more, each is synced when it is taken.
  opened.on('session-end', () => void host.close());
  opened.on('closed', () => {
    window = null;
    printing.end();
    void remembered
      .then(host.close)
      .then(held.release)
      .finally(() => endProcess(host.hangs(), () => app.exit(0)));
  });
  // The end is ours, after the host has closed its files.
  app.on('window-all-closed', () => undefined);
  app.on('will-quit', (event) => event.preventDefault());
}

/**
 * Nothing can be shown in the page yet: the start script words the exit code, and a window says so where there is none. The host
 * must end: one that stays without a window would hold the folder, and every further start would be told that it is open.
 */
function fail(error: unknown): void {
  const { exit, line, word } = startFailure(error);
  process.stderr.write(`${line}\n`);
  const words = inBothLanguages(word);
  if (!isTestBuild) dialog.showErrorBox(inBothLanguages('appName').en, `${words.zh}\n${words.en}\n\n${options.folder}\n${line}`);
  app.exit(exit);
}
