import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { request, type IncomingHttpHeaders, type Server } from 'node:http';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { createAccess } from '../../electron/loopback/access.ts';
import { handleRequests, listenOnLoopback } from '../../electron/loopback/server.ts';
import { createPrintShelf } from '../../electron/services/printing.ts';
import { decodeWire, encodeWire } from '../../shared/contract/codec.ts';
import { startDesk, temporaryFolder } from './test-host.ts';

const servers: Server[] = [];

afterEach(() => {
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
  return { ask, call, entered, cookie, origin, ours, access, shelf, port };
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
