import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { decodeWire, encodeWire } from '../../shared/contract/codec.ts';
import { failure, type Result } from '../../shared/contract/result.ts';
import type { Dispatch } from '../services/dispatcher.ts';
import { plainPage } from '../services/host-words.ts';
import { PAGE_HEADERS, readPageFile } from '../services/page-files.ts';
import { PRINT_HEADERS, type PrintShelf } from '../services/printing.ts';
import { callFits, hostFits, type Access } from './access.ts';
import { handleCallSockets } from './call-socket.ts';

export interface LoopbackParts {
  port: number;
  access: Access;
  dispatch: Dispatch;
  shelf: PrintShelf;
  /** Folder of the built page. */
  pageRoot: string;
}

/** A print document with its pictures, in base64: the largest thing a page sends. */
const LARGEST_BODY = 128 * 1024 * 1024;

const FONT = /^\/fonts\/[\w-]+\.woff2$/;

const REFUSED_PAGE = plainPage('addressClosed');

/** Answers on 127.0.0.1 only to whoever holds the key; everything else is refused without a word about what is here. */
export function handleRequests(server: Server, parts: LoopbackParts): void {
  handleCallSockets(server, parts);
  server.on('request', (request, response) => {
    answer(request, response, parts).catch(() => {
      if (!response.headersSent) send(response, 500, { 'Content-Type': 'text/plain' }, '');
      response.destroy();
    });
  });
}

/** A server bound to 127.0.0.1. Rejects with the system's error when the port is taken. */
export async function listenOnLoopback(port: number): Promise<{ server: Server; port: number }> {
  const server = createServer();
  // The page keeps calling: a connection that is closed between two calls costs each of them a new one.
  server.keepAliveTimeout = 120_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
  const address = server.address();
  return { server, port: typeof address === 'object' && address !== null ? address.port : port };
}

async function answer(request: IncomingMessage, response: ServerResponse, parts: LoopbackParts): Promise<void> {
  const { port, access } = parts;
  if (!hostFits(request.headers, port)) return refuse(response);
  const address = `http://127.0.0.1:${port}`;
  const url = URL.canParse(request.url ?? '', address) ? new URL(request.url ?? '', address) : null;
  if (url === null || url.origin !== address) return refuse(response);
  if (request.method === 'POST') return answerCall(request, response, url.pathname, parts);
  if (request.method !== 'GET' && request.method !== 'HEAD') return send(response, 405, {}, '');
  // Asked for by every browser by itself; the page names its own icon.
  if (url.pathname === '/favicon.ico') return send(response, 204, {}, '');
  const key = url.searchParams.get('key');
  if (url.pathname === '/' && key !== null) return exchangeKey(response, access.exchange(key));
  // The headless browser that makes the PDFs holds no cookie: a document's address is its own secret, fonts are none.
  if (url.pathname.startsWith('/print/')) return answerPrint(response, parts.shelf.take(url.pathname));
  if (!access.hasCookie(request.headers) && !FONT.test(url.pathname)) return refuse(response);
  const file = await readPageFile(parts.pageRoot, url.pathname);
  if (file === null) return send(response, 404, {}, '');
  send(response, 200, file.headers, file.bytes);
}

function exchangeKey(response: ServerResponse, cookie: string | null): void {
  if (cookie === null) return refuse(response);
  send(response, 302, { 'Set-Cookie': cookie, Location: '/', 'Cache-Control': 'no-store' }, '');
}

function answerPrint(response: ServerResponse, html: string | null): void {
  if (html === null) send(response, 404, {}, '');
  else send(response, 200, PRINT_HEADERS, html);
}

async function answerCall(request: IncomingMessage, response: ServerResponse, pathname: string, parts: LoopbackParts): Promise<void> {
  const name = /^\/call\/(\w{1,40})$/.exec(pathname)?.[1];
  if (name === undefined) return send(response, 404, {}, '');
  if (!parts.access.hasCookie(request.headers) || !callFits(request.headers, parts.port)) {
    return sendResult(response, 403, failure('keyWrong'));
  }
  const body = await readBody(request);
  if (body === null) return sendResult(response, 413, failure('tooLarge'));
  let input: unknown;
  try {
    const wrapper = decodeWire(body);
    input = typeof wrapper === 'object' && wrapper !== null && 'input' in wrapper ? wrapper.input : undefined;
  } catch {
    return sendResult(response, 400, failure('badPayload', { at: '' }));
  }
  sendResult(response, 200, await parts.dispatch(name, input));
}

async function readBody(request: IncomingMessage): Promise<string | null> {
  if (Number(request.headers['content-length'] ?? 0) > LARGEST_BODY) return null;
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of request) {
    if (!Buffer.isBuffer(piece)) continue;
    bytes += piece.length;
    if (bytes > LARGEST_BODY) return null;
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}

function sendResult(response: ServerResponse, status: number, result: Result<unknown>): void {
  send(response, status, { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' }, encodeWire(result));
}

function refuse(response: ServerResponse): void {
  send(response, 403, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' }, REFUSED_PAGE);
}

function send(response: ServerResponse, status: number, headers: Record<string, string>, body: string | Buffer): void {
  response.writeHead(status, { ...PAGE_HEADERS, ...headers, 'Content-Length': String(Buffer.byteLength(body)) });
  response.end(response.req.method === 'HEAD' ? undefined : body);
}
