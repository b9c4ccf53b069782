import { expect, test } from 'vitest';
import { isOwnFrame, isOwnPage } from '../../electron/main/page-address.ts';
import { mayHave } from '../../electron/main/permissions.ts';
import { resolveInside } from '../../electron/services/page-files.ts';
import { shiftDocument } from '../../electron/services/printing.ts';
import { readHostArguments } from '../../electron/services/host-arguments.ts';

test.each([
  ['persistent-storage', 'app://qiantai/', true],
  ['persistent-storage', 'app://qiantai', true],
  ['persistent-storage', 'https://evil.example/', false],
  ['persistent-storage', 'app://qiantai.evil/', false],
  ['clipboard-sanitized-write', 'app://qiantai/', true],
  ['clipboard-read', 'app://qiantai/', false],
  ['geolocation', 'app://qiantai/', false],
  ['media', 'app://qiantai/', false],
  ['notifications', 'app://qiantai/', false],
  ['openExternal', 'app://qiantai/', false],
  ['toString', 'app://qiantai/', false],
])('permission %s for %s: %s', (permission, origin, allowed) => {
  expect(mayHave(permission, origin)).toBe(allowed);
});

test.each([
  ['app://qiantai/', true],
  ['app://qiantai/?print=slip#/reception/1', true],
  ['app://qiantai/#/letters', true],
  ['app://qiantai/crashed', true],
  ['app://qiantai/x?app://qiantai/', false],
  ['app://qiantai/index.html', false],
  ['app://evil/', false],
  ['https://example.com/', false],
  ['file:///etc/passwd', false],
  ['javascript:alert(1)', false],
])('the window may show %s: %s', (address, allowed) => {
  expect(isOwnPage(address)).toBe(allowed);
});

test.each([
  ['about:srcdoc', true],
  ['blob:app://qiantai/1', true],
  ['app://qiantai/print/x', true],
  ['blob:https://evil.example/1', false],
  ['app://qiantai/', false],
  ['data:text/html,x', false],
  ['https://example.com/', false],
])('a frame may show %s: %s', (address, allowed) => {
  expect(isOwnFrame(address)).toBe(allowed);
});

test.each([
  '/../x.js',
  '/..%2fx.js',
  '/%2e%2e%2fx.js',
  '/a\\..\\..\\x.js',
  '/%5c%5cserver%5cx.js',
  '/C:/x.js',
  '/%00',
  '/%E0%A4%A',
  'x.js',
  '/',
])('%s is no file of the page', (pathname) => {
  expect(resolveInside('/srv/page', pathname)).toBeNull();
});

test('an offset shifts the sheet and lays nothing out anew', () => {
  const html = '<html><head><title>a</title></head><body>$& </head></body></html>';
  expect(shiftDocument(html, { x: 0, y: 0 })).toBe(html);
  expect(shiftDocument(html, { x: 1.5, y: -2 })).toBe(
    html.replace('</head>', () => '<style>body{position:relative;left:1.5mm;top:-2mm}</style></head>'),
  );
});

test('a host reads its own switches among Chromium’s', () => {
  const options = readHostArguments([
    'electron',
    'main.cjs',
    '--no-sandbox',
    '--data=/tmp/a=b',
    '--sample',
    '--port=17930',
    '--no-open',
    '--profile=2',
  ]);
  expect(options).toMatchObject({ folder: '/tmp/a=b', sample: true, port: 17930, openWindow: false, browser: '', profile: 2 });
  expect(() => readHostArguments([])).toThrow('--data');
});
