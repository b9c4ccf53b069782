import { protocol, type Session } from 'electron';
import { PAGE_HEADERS, readPageFile } from '../services/page-files.ts';
import { PRINT_HEADERS, type PrintShelf } from '../services/printing.ts';
import { APP_HOST, CRASHED_PAGE, ORIGIN, SCHEME } from './page-address.ts';

/** Must run before the app is ready. `standard` gives the scheme an origin, and with it IndexedDB. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

const CRASHED = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>Qiantai 前台</title>
<body style="font:18px/1.6 sans-serif;max-width:32em;margin:15vh auto;padding:0 1em">
<p>页面意外停止。已保存的内容不受影响,未填完的表单会恢复。</p>
<p lang="en">The page has stopped unexpectedly. What was saved is safe, and half-filled forms come back.</p>
<p><a href="/">重新打开 · Open again</a></p></body></html>`;

/** Serves the built page, its fonts and the print documents; nothing else is reachable under the scheme. */
export function servePage(session: Session, pageRoot: string, shelf: PrintShelf): void {
  session.protocol.handle(SCHEME, async (request) => {
    const { host, pathname } = new URL(request.url);
    if (host !== APP_HOST || request.method !== 'GET') return notFound();
    if (`${ORIGIN}${pathname}` === CRASHED_PAGE) {
      return new Response(CRASHED, { headers: { ...PAGE_HEADERS, 'Content-Type': 'text/html; charset=utf-8' } });
    }
    if (pathname.startsWith('/print/')) {
      const html = shelf.take(pathname);
      return html === null ? notFound() : new Response(html, { headers: PRINT_HEADERS });
    }
    const file = await readPageFile(pageRoot, pathname);
    return file === null ? notFound() : new Response(new Uint8Array(file.bytes), { headers: file.headers });
  });
}

function notFound(): Response {
  return new Response(null, { status: 404 });
}
