import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { chromium, type Browser, type Page } from 'playwright';
import { afterAll } from 'vitest';
import type { PrintDocument } from '../../renderer/print/print-document.tsx';
import { findChromium } from '../support/chromium.ts';

const run = promisify(execFile);
const fontFolder = new URL('../../resources/fonts/', import.meta.url);

/** Where the printouts of a test run are left for looking at. */
const output = new URL('../output/paper/', import.meta.url).pathname;

interface Site {
  /** Puts a printout up and returns its address. */
  show: (name: string, html: string) => string;
  close: () => Promise<void>;
}

/** Serves printouts as the hosts do: the fonts beside them, no scripts. */
async function openSite(): Promise<Site> {
  const shown = new Map<string, string>();
  const server = createServer((request, response) => {
    const font = /^\/fonts\/([a-z-]+\.woff2)$/.exec(request.url ?? '')?.[1];
    if (font !== undefined) {
      // Kept by the browser: unpacking the fonts anew for every printout would take most of the run.
      const headers = { 'Content-Type': 'font/woff2', 'Cache-Control': 'max-age=3600' };
      readFile(new URL(font, fontFolder)).then(
        (bytes) => response.writeHead(200, headers).end(bytes),
        () => response.writeHead(404).end(),
      );
      return;
    }
    const html = shown.get(request.url ?? '');
    response.writeHead(html === undefined ? 404 : 200, {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': "default-src 'none'; script-src 'none'; style-src 'unsafe-inline'; font-src 'self'",
    });
    response.end(html ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the loopback server has no port');
  const { port } = address;
  return {
    show(name, html) {
      shown.set(`/${name}`, html);
      return `http://127.0.0.1:${port}/${name}`;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        // The browser keeps its connections for a next page that never comes.
        server.closeAllConnections();
      }),
  };
}

const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

interface Press {
  site: Site;
  browser: Browser;
  page: Page;
}

async function openPress(): Promise<Press> {
  const site = await openSite();
  const browser = await chromium.launch({ executablePath: findChromium(), args: sandbox });
  return { site, browser, page: await browser.newPage() };
}

let press: Promise<Press> | undefined;

/** One page for all printouts of a test file: starting a browser takes longer than printing. */
function sharedPress(): Promise<Press> {
  press ??= openPress();
  return press;
}

afterAll(async () => {
  if (!press) return;
  const { site, browser } = await press;
  await browser.close();
  await site.close();
});

async function leave(name: string, document: PrintDocument): Promise<string> {
  await mkdir(output, { recursive: true });
  await writeFile(join(output, `${name}.html`), document.html);
  return join(output, `${name}.pdf`);
}

/** Prints to `tests/output/paper/<name>.pdf` with the Chromium of this machine and returns the file's path. */
export async function toPdf(name: string, document: PrintDocument): Promise<string> {
  const path = await leave(name, document);
  const { site, page } = await sharedPress();
  await page.goto(site.show(name, document.html), { waitUntil: 'load' });
  await page.pdf({ path, preferCSSPageSize: true, printBackground: true });
  return path;
}

/** The same by the command line, as the browser host prints: a browser of its own that obeys `@page`. */
export async function toPdfByCommandLine(name: string, document: PrintDocument): Promise<string> {
  const path = await leave(name, document);
  const profile = await mkdtemp(join(tmpdir(), 'paper-'));
  const { site } = await sharedPress();
  try {
    await run(findChromium(), [
      '--headless',
      ...sandbox,
      '--no-first-run',
      `--user-data-dir=${profile}`,
      '--no-pdf-header-footer',
      `--print-to-pdf=${path}`,
      site.show(name, document.html),
    ]);
  } finally {
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
