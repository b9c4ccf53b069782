import { app, type Session } from 'electron';
import { isOwnFrame, isOwnPage, ORIGIN } from './page-address.ts';

/** No page leads away from ours, no window opens beside it, no other page is embedded. Holds for every contents ever made. */
export function forbidNavigation(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.on('will-frame-navigate', (event) => {
      const allowed = event.isMainFrame ? isOwnPage(event.url) : isOwnFrame(event.url);
      if (!allowed) event.preventDefault();
    });
    contents.on('will-redirect', (event) => event.preventDefault());
  });
}

/** A file leaves the page only when our own script made it, and then through the save dialog. */
export function limitDownloads(session: Session): void {
  session.on('will-download', (event, item) => {
    if (!item.getURL().startsWith(`blob:${ORIGIN}/`)) event.preventDefault();
  });
}
