import { protocol, type Session } from 'electron';
import { plainPage } from '../services/host-words.ts';
import { PAGE_HEADERS, readPageFile } from '../services/page-files.ts';
import { PRINT_HEADERS, type PrintShelf } from '../services/printing.ts';
import { APP_HOST, CRASHED_PAGE, ORIGIN, SCHEME } from './page-address.ts';

/** Must run before the app is ready. `standard` gives the scheme an origin, and with it IndexedDB. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

const CRASHED = plainPage('pageStopped', { word: 'openAgain', address: '/' });

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
