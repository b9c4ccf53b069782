import type { Session } from 'electron';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { servePage } from '../../electron/main/scheme.ts';
import { createPrintShelf } from '../../electron/services/printing.ts';
import { temporaryFolder } from './test-host.ts';

vi.mock('electron', () => ({ protocol: {} }));

type Answer = (request: Request) => Promise<Response>;

/** What a window of the desk is answered under the scheme. */
function startScheme() {
  const root = temporaryFolder();
  const pageRoot = path.join(root, 'renderer');
  mkdirSync(path.join(pageRoot, 'assets'), { recursive: true });
  writeFileSync(path.join(pageRoot, 'index.html'), '<!doctype html>desk');
  writeFileSync(path.join(pageRoot, 'assets', 'main.js'), 'export {}');
  writeFileSync(path.join(root, 'secret.json'), 'secret');
  const shelf = createPrintShelf();
  let answer: Answer = () => Promise.reject(new Error('nothing is served'));
  // A stand-in with just what is asked of a session.
  const session = { protocol: { handle: (_scheme: string, handler: Answer) => (answer = handler) } } as unknown as Session;
  servePage(session, pageRoot, shelf);
  return { shelf, ask: (address: string, method = 'GET') => answer(new Request(address, { method })) };
}

test('the built page is served under its rules, and its files as what they are', async () => {
  const { ask } = startScheme();
  const page = await ask('app://qiantai/?print=slip');
  expect([page.status, await page.text()]).toEqual([200, '<!doctype html>desk']);
  const rules = page.headers.get('content-security-policy')?.split('; ') ?? [];
  for (const name of ['default-src', 'base-uri', 'form-action', 'frame-ancestors']) expect(rules).toContain(`${name} 'none'`);
  for (const name of ['script-src', 'connect-src', 'worker-src']) expect(rules).toContain(`${name} 'self'`);
  expect(page.headers.get('x-content-type-options')).toBe('nosniff');
  expect(page.headers.get('cache-control')).toBe('no-store');
  const script = await ask('app://qiantai/assets/main.js');
  expect([script.status, script.headers.get('content-type')]).toEqual([200, 'text/javascript; charset=utf-8']);
  // Its name changes with what it holds: it need not be fetched again.
  expect(script.headers.get('cache-control')).toContain('immutable');
});

test.each([
  ['another host', 'app://evil/', 'GET'],
  ['another method', 'app://qiantai/', 'POST'],
  ['a file that is not there', 'app://qiantai/assets/gone.js', 'GET'],
  ['a way out of the folder', 'app://qiantai/..%2fsecret.json', 'GET'],
  ['a print document that is none', 'app://qiantai/print/guess', 'GET'],
])('%s is not found', async (_name, address, method) => {
  const answer = await startScheme().ask(address, method);
  expect([answer.status, await answer.text()]).toEqual([404, '']);
});

test('a print document is served once, and runs no script', async () => {
  const { ask, shelf } = startScheme();
  const address = `app://qiantai${shelf.put('<p>sheet</p>')}`;
  const sheet = await ask(address);
  expect([sheet.status, await sheet.text()]).toEqual([200, '<p>sheet</p>']);
  expect(sheet.headers.get('content-security-policy')).toContain("script-src 'none'");
  expect((await ask(address)).status).toBe(404);
});

test('where the page has died, a page in both languages leads back to it', async () => {
  const answer = await startScheme().ask('app://qiantai/crashed');
  expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
  const text = await answer.text();
  for (const part of ['页面意外停止', 'The page has stopped unexpectedly', 'href="/"']) expect(text).toContain(part);
});
