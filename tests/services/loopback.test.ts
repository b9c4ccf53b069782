import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { request, type IncomingHttpHeaders, type Server } from 'node:http';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { createAccess } from '../../electron/loopback/access.ts';
import { handleRequests, listenOnLoopback } from '../../electron/loopback/server.ts';
import { createPrintShelf } from '../../electron/services/printing.ts';
import { CALL_SOCKET_PATH, LARGEST_SOCKET_BYTES } from '../../shared/contract/call-over-socket.ts';
import { decodeWire, encodeWire } from '../../shared/contract/codec.ts';
import { startDesk, temporaryFolder } from './test-host.ts';

const servers: Server[] = [];
const sockets: WebSocket[] = [];

afterEach(() => {
  for (const socket of sockets.splice(0)) socket.terminate();
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

async function startLoopback() {
  const root = temporaryFolder();
  const pageRoot = path.join(root, 'renderer');
  mkdirSync(path.join(pageRoot, 'assets'), { recursive: true });
  mkdirSync(path.join(pageRoot, 'fonts'));
  writeFileSync(path.join(pageRoot, 'index.html'), '<!doctype html>desk');
  writeFileSync(path.join(pageRoot, 'assets', 'main.js'), 'export {}');
  writeFileSync(path.join(pageRoot, 'assets', 'notes.txt'), 'unknown type');
  writeFileSync(path.join(pageRoot, 'fonts', 'serif-regular.woff2'), 'font');
  writeFileSync(path.join(root, 'secret.json'), 'secret');
  symlinkSync(path.join(root, 'secret.json'), path.join(pageRoot, 'assets', 'link.json'));
  symlinkSync('loop.js', path.join(pageRoot, 'assets', 'loop.js'));
  const { host } = await startDesk();
  const { server, port } = await listenOnLoopback(0);
  servers.push(server);
  const access = createAccess(port);
  const shelf = createPrintShelf();
  handleRequests(server, { port, access, dispatch: host.dispatch, shelf, pageRoot });

  function ask(method: string, target: string, headers: Record<string, string> = {}, body = ''): Promise<Answer> {
    return new Promise((resolve, reject) => {
      // The raw target, as no browser would send it: fetch() would tidy the path before it leaves.
      const sent = request({ host: '127.0.0.1', port, method, path: target, headers, agent: false }, (response) => {
        const pieces: Buffer[] = [];
        response.on('data', (piece: Buffer) => pieces.push(piece));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text: Buffer.concat(pieces).toString('utf8') }),
        );
      });
      sent.on('error', reject);
      sent.end(body);
    });
  }

  const entered = await ask('GET', `/?key=${access.key}`);
  const cookie = (entered.headers['set-cookie']?.[0] ?? '').split(';')[0] ?? '';
  const origin = `http://127.0.0.1:${port}`;
  const ours = { cookie, origin, 'content-type': 'application/json' };
  const call = (headers: Record<string, string>, name = 'describeHost', body = encodeWire({})) =>
    ask('POST', `/call/${name}`, headers, body);
  /** Opens the connection for calls; the status it was refused with, or the open socket. */
  function connect(headers: Record<string, string>, target = CALL_SOCKET_PATH): Promise<WebSocket | number> {
    return new Promise((resolve, reject) => {
      const { origin: from, ...others } = headers;
      const socket = new WebSocket(`ws://127.0.0.1:${port}${target}`, { headers: others, ...(from === undefined ? {} : { origin: from }) });
      sockets.push(socket);
      socket.on('open', () => resolve(socket));
      socket.on('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0));
      socket.on('error', reject);
    });
  }
  return { ask, call, connect, entered, cookie, origin, ours, access, shelf, port };
}

test('the key is exchanged for a cookie no script can read, and leaves the address', async () => {
  const { ask, entered, cookie } = await startLoopback();
  expect(entered.status).toBe(302);
  expect(entered.headers.location).toBe('/');
  expect(entered.headers['set-cookie']?.[0]).toMatch(/; HttpOnly; SameSite=Strict; Path=\/$/);
  const page = await ask('GET', '/', { cookie });
  expect([page.status, page.text]).toEqual([200, '<!doctype html>desk']);
  expect(page.headers['content-security-policy']).toContain("script-src 'self'");
  expect(page.headers['cache-control']).toBe('no-store');
});

test.each(['', 'wrong', 'x'.repeat(43)])('the key %j opens nothing', async (key) => {
  const { ask } = await startLoopback();
  const answer = await ask('GET', `/?key=${key}`);
  expect(answer.status).toBe(403);
  expect(answer.headers['set-cookie']).toBeUndefined();
  // A person with an address of yesterday reads how the desk is opened.
  expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
  expect(answer.text).toContain('这个地址的密钥已失效');
});

test('a ticket works once', async () => {
  const { ask, access } = await startLoopback();
  const ticket = access.newTicket();
  expect((await ask('GET', `/?key=${ticket}`)).status).toBe(302);
  expect((await ask('GET', `/?key=${ticket}`)).status).toBe(403);
});

test('without the cookie, or with another start’s, nothing of the page is served', async () => {
  const { ask, call, ours, port } = await startLoopback();
  for (const cookie of ['', `qiantai-${port}=${'A'.repeat(43)}`]) {
    expect((await ask('GET', '/', { cookie })).status).toBe(403);
    expect((await ask('GET', '/assets/main.js', { cookie })).status).toBe(403);
    expect((await call({ ...ours, cookie })).status).toBe(403);
  }
});

test.each(['localhost', 'evil.example', '127.0.0.1', '127.0.0.1:1', '[::1]'])('a request to the host name %s is refused', async (host) => {
  const { ask, call, ours, cookie } = await startLoopback();
  expect((await ask('GET', '/', { cookie, host })).status).toBe(403);
  expect((await ask('GET', '/fonts/serif-regular.woff2', { host })).status).toBe(403);
  expect((await call({ ...ours, host })).status).toBe(403);
});

test.each([
  ['no origin', { origin: '' }],
  ['a foreign origin', { origin: 'https://evil.example' }],
  ['another port’s origin', { origin: 'http://127.0.0.1:1' }],
  ['a null origin', { origin: 'null' }],
  ['a cross-site fetch', { 'sec-fetch-site': 'cross-site' }],
  ['another port of this PC', { 'sec-fetch-site': 'same-site' }],
  ['a form', { 'content-type': 'text/plain' }],
  ['a form upload', { 'content-type': 'multipart/form-data; boundary=x' }],
])('a call with %s is refused', async (_name, headers) => {
  const { call, ours } = await startLoopback();
  const answer = await call({ ...ours, ...headers });
  expect([answer.status, decodeWire(answer.text)]).toEqual([403, { ok: false, error: { code: 'keyWrong' } }]);
});

test.each([
  ['a browser that says where the call comes from', () => ({ 'sec-fetch-site': 'same-origin' })],
  ['the cookie of another desk on this PC before ours', (cookie: string) => ({ cookie: `qiantai-1=x; ${cookie}` })],
  ['the cookie of another desk on this PC behind ours', (cookie: string) => ({ cookie: `${cookie}; qiantai-1=x` })],
])('a call with %s is answered', async (_name, headers) => {
  const { call, ours, cookie } = await startLoopback();
  expect((await call({ ...ours, ...headers(cookie) })).status).toBe(200);
});

test('a file that cannot be read is answered, and does not keep the browser waiting', async () => {
  const { ask, cookie } = await startLoopback();
  expect((await ask('GET', '/assets/loop.js', { cookie })).status).toBe(500);
});

test('a right call is answered, with bytes both ways', async () => {
  const { call, ours } = await startLoopback();
  expect(decodeWire((await call(ours)).text)).toMatchObject({ ok: true, value: { host: 'browser' } });
  const bytes = new TextEncoder().encode('%PDF-1.7 x');
  const stored = decodeWire((await call(ours, 'storeScan', encodeWire({ input: { bytes } }))).text);
  expect(stored).toMatchObject({ ok: true, value: { bytes: bytes.length } });
});

test.each([
  ['no JSON', 'describeHost', '{', 400, 'badPayload'],
  ['bytes that are none', 'storeScan', '{"input":{"bytes":{"$bytes":"%"}}}', 400, 'badPayload'],
  ['a call that is none', 'nothing', '{}', 200, 'unknownCall'],
  ['a wrong payload', 'unlock', '{"input":{"personId":7}}', 200, 'badPayload'],
])('%s is answered with a code', async (_name, name, body, status, code) => {
  const { call, ours } = await startLoopback();
  const answer = await call(ours, name, body);
  expect([answer.status, decodeWire(answer.text)]).toMatchObject([status, { ok: false, error: { code } }]);
});

test('a body beyond the limit is refused before it is read', async () => {
  const { call, ours } = await startLoopback();
  const answer = await call({ ...ours, 'content-length': String(200 * 1024 * 1024) }, 'describeHost', '').catch(() => null);
  expect(answer === null || answer.status === 413).toBe(true);
});

test.each([
  '/../secret.json',
  '/%2e%2e/secret.json',
  '/..%2fsecret.json',
  '/assets/..%2f..%2fsecret.json',
  '/..%5csecret.json',
  '/assets/%00.js',
  '/%',
  '/assets/link.json',
  '/assets/notes.txt',
  '/assets',
  '/assets/',
  '//etc/passwd.json',
  'http://evil.example/assets/main.js',
  '/call/describeHost',
])('%s leads nowhere', async (target) => {
  const { ask, cookie } = await startLoopback();
  const answer = await ask('GET', target, { cookie });
  expect([403, 404]).toContain(answer.status);
  expect(answer.text).not.toContain('secret');
});

test.each(['PUT', 'DELETE', 'OPTIONS', 'PATCH'])('%s is no method here', async (method) => {
  const { ask, cookie } = await startLoopback();
  expect((await ask(method, '/', { cookie })).status).toBe(405);
});

test('a print document is served once, and runs no script', async () => {
  const { ask, shelf } = await startLoopback();
  const address = shelf.put('<p>sheet</p>');
  const first = await ask('GET', address);
  expect([first.status, first.text]).toEqual([200, '<p>sheet</p>']);
  expect(first.headers['content-security-policy']).toContain("script-src 'none'");
  expect((await ask('GET', address)).status).toBe(404);
  expect((await ask('GET', '/print/guess')).status).toBe(404);
});

test('fonts need no cookie, and nothing else hides behind their folder', async () => {
  const { ask } = await startLoopback();
  expect((await ask('GET', '/fonts/serif-regular.woff2')).status).toBe(200);
  expect((await ask('GET', '/fonts/..%2findex.html')).status).toBe(403);
});

test('the host answers on 127.0.0.1 alone', async () => {
  const { server } = await listenOnLoopback(0);
  servers.push(server);
  expect(server.address()).toMatchObject({ address: '127.0.0.1' });
});

test('a busy port is said', async () => {
  const { port } = await startLoopback();
  await expect(listenOnLoopback(port)).rejects.toMatchObject({ code: 'EADDRINUSE' });
});

async function opened(connecting: Promise<WebSocket | number>): Promise<WebSocket> {
  const socket = await connecting;
  if (typeof socket === 'number') throw new Error(`refused with ${socket}`);
  return socket;
}

const nextMessage = (socket: WebSocket): Promise<unknown> =>
  new Promise((resolve) => socket.once('message', (data) => resolve(decodeWire(String(data)))));

test('calls over one connection are answered under their ids, whatever order they end in', async () => {
  const { connect, ours } = await startLoopback();
  const socket = await opened(connect(ours));
  const answers = new Map<number, unknown>();
  const both = new Promise<void>((resolve) => {
    socket.on('message', (data) => {
      const answer = decodeWire(String(data));
      if (typeof answer === 'object' && answer !== null && 'id' in answer && 'result' in answer)
        answers.set(Number(answer.id), answer.result);
      if (answers.size === 3) resolve();
    });
  });
  socket.send(encodeWire({ id: 1, name: 'describeHost' }));
  socket.send(encodeWire({ id: 2, name: 'unlock', input: { personId: 7 } }));
  socket.send(encodeWire({ id: 3, name: 'nothing' }));
  await both;
  expect(answers.get(1)).toMatchObject({ ok: true, value: { host: 'browser' } });
  expect(answers.get(2)).toMatchObject({ ok: false, error: { code: 'badPayload' } });
  expect(answers.get(3)).toMatchObject({ ok: false, error: { code: 'unknownCall' } });
});

test.each([
  ['no cookie', { cookie: '' }],
  ['a wrong cookie', { cookie: 'qiantai=x' }],
  ['no origin', { origin: '' }],
  ['a foreign origin', { origin: 'https://evil.example' }],
  ['another port’s origin', { origin: 'http://127.0.0.1:1' }],
  ['a foreign host name', { host: 'evil.example' }],
  ['another port of this PC', { 'sec-fetch-site': 'same-site' }],
])('a connection with %s is refused', async (_name, headers) => {
  const { connect, ours } = await startLoopback();
  expect(await connect({ ...ours, ...headers })).toBe(403);
});

test.each(['/', '/call/describeHost', '/calls/', '/calls?key=x'])('%s takes no connection', async (target) => {
  const { connect, ours } = await startLoopback();
  expect(await connect(ours, target)).toBe(403);
});

test.each([
  ['no JSON', '{', 1008],
  ['no name', '{"id":1}', 1008],
  ['no id', '{"name":"describeHost"}', 1008],
  ['bytes instead of text', Buffer.from('{"id":1,"name":"describeHost"}'), 1008],
  ['too much', 'x'.repeat(LARGEST_SOCKET_BYTES + 1), 1009],
])('a message with %s closes the connection, and another can be opened', async (_name, message, code) => {
  const { connect, ours } = await startLoopback();
  const socket = await opened(connect(ours));
  const closed = new Promise((resolve) => socket.once('close', resolve));
  socket.send(message);
  expect(await closed).toBe(code);
  const again = await opened(connect(ours));
  const answer = nextMessage(again);
  again.send(encodeWire({ id: 1, name: 'describeHost' }));
  expect(await answer).toMatchObject({ id: 1, result: { ok: true } });
});
