import path from 'node:path';
import { BrowserWindow, type Session } from 'electron';
import { isTestBuild } from '../services/build-facts.ts';
import { CRASHED_PAGE, START_PAGE } from './page-address.ts';
import type { WindowBounds } from './window-bounds.ts';

export interface DeskWindowParts {
  session: Session;
  bounds: WindowBounds;
  /** The page is gone: its lease must not keep the next one waiting. */
  onPageGone(): void;
  /** It has died: nothing locks the desk by itself any more. */
  onPageDied(): void;
}

/** The one window of the desk. */
export function openDeskWindow({ session, bounds, onPageGone, onPageDied }: DeskWindowParts): BrowserWindow {
  const last = bounds.last();
  const window = new BrowserWindow({
    width: 1360,
    height: 900,
    ...last,
    minWidth: 800,
    minHeight: 600,
    show: false,
    backgroundColor: '#ffffff',
    autoHideMenuBar: true,
    webPreferences: {
      session,
      preload: path.join(__dirname, '../preload/preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      devTools: isTestBuild,
    },
  });
  if (last?.maximized === true) window.maximize();
  window.once('ready-to-show', () => window.show());
  // Only once another page is there: one that was begun may still be refused, and then the page stays and goes on writing.
  window.webContents.on('did-navigate', onPageGone);
  window.webContents.on('render-process-gone', (_event, details) => {
    onPageGone();
    onPageDied();
    // A page that dies while loading would die again: a person decides when to try.
    if (details.reason !== 'clean-exit') void window.loadURL(CRASHED_PAGE);
  });
  void window.loadURL(START_PAGE);
  return window;
}

export function bringToFront(window: BrowserWindow | null): void {
  if (window === null) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
