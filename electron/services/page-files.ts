import { readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { errorCode } from './durable-file.ts';

/** One file of the built page, as either host serves it. */
export interface PageFile {
  bytes: Buffer;
  headers: Record<string, string>;
}

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/**
 * Rules of the page: its own scripts only, no other address, no frame from elsewhere. Mantine needs inline styles; scans
 * and previews are shown from memory (`blob:`, `data:`).
 */
const CONTENT_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "frame-src 'self' blob:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

export const PAGE_HEADERS = {
  'Content-Security-Policy': CONTENT_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

/**
 * The file a page address names, or `null`: unknown types, addresses that lead out of the folder and files that are not
 * there are all the same to the asker.
 * @param pathname path of the address, still percent-encoded
 */
export async function readPageFile(root: string, pathname: string): Promise<PageFile | null> {
  const file = resolveInside(root, pathname === '/' ? '/index.html' : pathname);
  if (file === null) return null;
  const type = TYPES[path.extname(file)];
  if (type === undefined) return null;
  try {
    // A link inside the folder must not lead out of it either.
    const real = await realpath(file);
    if (!isInside(await realpath(root), real) || !(await stat(real)).isFile()) return null;
    // Names of built files carry their hash; fonts change only with a release.
    const lasting = pathname.startsWith('/assets/') || pathname.startsWith('/fonts/');
    const caching = lasting ? 'public, max-age=31536000, immutable' : 'no-store';
    return { bytes: await readFile(real), headers: { ...PAGE_HEADERS, 'Content-Type': type, 'Cache-Control': caching } };
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'EISDIR'].includes(errorCode(error))) return null;
    throw error;
  }
}

/** Joins an address to the folder; `null` when it leads out of it or is not a plain path. */
export function resolveInside(root: string, pathname: string): string | null {
  let decoded: string;
  try {
    decoded = decodeURIComponent(pathname);
  } catch {
    return null;
  }
  if (!decoded.startsWith('/') || /[\\\0:]/.test(decoded)) return null;
  const file = path.resolve(root, `.${decoded}`);
  return isInside(root, file) ? file : null;
}

function isInside(root: string, file: string): boolean {
  const relative = path.relative(root, file);
  return relative !== '' && !relative.startsWith('..') && !path.isAbsolute(relative);
}
