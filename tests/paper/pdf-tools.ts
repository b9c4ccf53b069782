import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { chromium, type Browser } from 'playwright';
import { afterAll } from 'vitest';
import type { PrintDocument } from '../../renderer/print/print-document.tsx';

const run = promisify(execFile);
const fontFolder = new URL('../../resources/fonts/', import.meta.url);

/** Where the printouts of a test run are left for looking at. */
const output = new URL('../output/paper/', import.meta.url).pathname;

function chromiumPath(): string {
  const candidates = [
    process.env['CHROMIUM_PATH'],
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
  ];
  const found = candidates.find((candidate) => candidate !== undefined && existsSync(candidate));
  if (!found) throw new Error(`no Chromium found: set CHROMIUM_PATH (tried ${candidates.join(', ')})`);
  return found;
}

/** Serves one printout as the hosts do: its fonts beside it, no scripts. */
async function serve(html: string): Promise<{ url: string; close: () => Promise<void> }> {
  const server = createServer((request, response) => {
    const font = /^\/fonts\/([a-z-]+\.woff2)$/.exec(request.url ?? '')?.[1];
    if (font !== undefined) {
      readFile(new URL(font, fontFolder)).then(
        (bytes) => response.writeHead(200, { 'Content-Type': 'font/woff2' }).end(bytes),
        () => response.writeHead(404).end(),
      );
      return;
    }
    response.writeHead(request.url === '/' ? 200 : 404, {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': "default-src 'none'; script-src 'none'; style-src 'unsafe-inline'; font-src 'self'",
    });
    response.end(request.url === '/' ? html : '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the loopback server has no port');
  return {
    url: `http://127.0.0.1:${address.port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        // The browser keeps its connections for a next page that never comes.
        server.closeAllConnections();
      }),
  };
}

const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

let browser: Promise<Browser> | undefined;

/** One browser for all printouts of a test file: starting one takes longer than printing. */
function sharedBrowser(): Promise<Browser> {
  browser ??= chromium.launch({ executablePath: chromiumPath(), args: sandbox });
  return browser;
}

afterAll(async () => {
  await (await browser)?.close();
});

async function leave(name: string, document: PrintDocument): Promise<string> {
  await mkdir(output, { recursive: true });
  await writeFile(join(output, `${name}.html`), document.html);
  return join(output, `${name}.pdf`);
}

/** Prints to `tests/output/paper/<name>.pdf` with the Chromium of this machine and returns the file's path. */
export async function toPdf(name: string, document: PrintDocument): Promise<string> {
  const path = await leave(name, document);
  const site = await serve(document.html);
  const page = await (await sharedBrowser()).newPage();
  try {
    await page.goto(site.url, { waitUntil: 'load' });
    await page.pdf({ path, preferCSSPageSize: true, printBackground: true });
  } finally {
    await page.close();
    await site.close();
  }
  return path;
}

/** The same by the command line, as the browser host prints: a browser of its own that obeys `@page`. */
export async function toPdfByCommandLine(name: string, document: PrintDocument): Promise<string> {
  const path = await leave(name, document);
  const profile = await mkdtemp(join(tmpdir(), 'paper-'));
  const site = await serve(document.html);
  try {
    await run(chromiumPath(), [
      '--headless',
      ...sandbox,
      '--no-first-run',
      `--user-data-dir=${profile}`,
      '--no-pdf-header-footer',
      `--print-to-pdf=${path}`,
      site.url,
    ]);
  } finally {
    await site.close();
    await rm(profile, { recursive: true, force: true });
  }
  return path;
}

/** Text of a page (all pages when none is named), laid out as on paper. */
export async function textOf(pdf: string, page?: number): Promise<string> {
  const range = page === undefined ? [] : ['-f', String(page), '-l', String(page)];
  const { stdout } = await run('pdftotext', ['-layout', ...range, pdf, '-'], { maxBuffer: 64 * 1024 * 1024 });
  return stdout;
}

export interface PdfFont {
  name: string;
  type: string;
  embedded: boolean;
}

/** The fonts a PDF carries, as pdffonts lists them. */
export async function fontsOf(pdf: string): Promise<PdfFont[]> {
  const { stdout } = await run('pdffonts', [pdf]);
  return stdout
    .trimEnd()
    .split('\n')
    .slice(2)
    .map((row) => ({
      name: row.slice(0, 36).trim(),
      type: row.slice(37, 54).trim(),
      embedded: row.slice(72, 75).trim() === 'yes',
    }));
}

export interface PdfPages {
  count: number;
  /** Size of the first page in millimetres. */
  widthMm: number;
  heightMm: number;
}

/** Number and size of the pages. */
export async function pagesOf(pdf: string): Promise<PdfPages> {
  const { stdout } = await run('pdfinfo', [pdf]);
  const count = Number(/^Pages:\s+(\d+)/m.exec(stdout)?.[1]);
  const size = /^Page size:\s+([\d.]+) x ([\d.]+) pts/m.exec(stdout);
  const mm = (points: string | undefined) => (Number(points) * 25.4) / 72;
  return { count, widthMm: mm(size?.[1]), heightMm: mm(size?.[2]) };
}

/** A word and where its box lies, in millimetres from the page's upper left corner. */
export interface PlacedWord {
  text: string;
  leftMm: number;
  topMm: number;
  rightMm: number;
  bottomMm: number;
}

/** The words of a page with their places. */
export async function wordsOf(pdf: string, page = 1): Promise<PlacedWord[]> {
  const { stdout } = await run('pdftotext', ['-bbox', '-f', String(page), '-l', String(page), pdf, '-'], {
    maxBuffer: 64 * 1024 * 1024,
  });
  const pattern = /<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">([^<]*)<\/word>/g;
  const mm = (points: string | undefined) => (Number(points) * 25.4) / 72;
  return [...stdout.matchAll(pattern)].map(([, left, top, right, bottom, text]) => ({
    text: text ?? '',
    leftMm: mm(left),
    topMm: mm(top),
    rightMm: mm(right),
    bottomMm: mm(bottom),
  }));
}

/** Dots an inch of the coarsest printers a desk has. */
const LABEL_PRINTER_DPI = 203;

/** A band across the page, in millimetres from its top. */
interface Band {
  fromMm: number;
  heightMm: number;
}

/**
 * Draws a page as a printer with 203 dots an inch would, and reads every Code 128 in the band (anywhere, if none is
 * given). A value that stands twice is read once: ask for two bands to see both.
 */
export async function barcodesOf(pdf: string, page = 1, band?: Band): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'paper-'));
  const dots = (mm: number) => String(Math.round((mm / 25.4) * LABEL_PRINTER_DPI));
  const crop = band ? ['-y', dots(band.fromMm), '-H', dots(band.heightMm)] : [];
  try {
    const image = join(folder, 'page');
    const which = ['-f', String(page), '-l', String(page)];
    await run('pdftoppm', ['-r', String(LABEL_PRINTER_DPI), '-mono', '-singlefile', ...which, ...crop, pdf, image]);
    const { stdout } = await run('zbarimg', ['--quiet', '-Sdisable', '-Scode128.enable', `${image}.pbm`]).catch(
      // Exit code 4: no bar code in the picture.
      (error: unknown) => {
        if (error instanceof Error && 'code' in error && error.code === 4) return { stdout: '' };
        throw error;
      },
    );
    return stdout
      .trim()
      .split('\n')
      .filter((found) => found !== '')
      .map((found) => found.replace('CODE-128:', ''));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
