import { randomBytes } from 'node:crypto';
import type { PrinterEntry, PrintJob } from '../../shared/contract/host-calls.ts';

/** `page`: the host only lays the sheet out, and the page sees to the file. */
export interface PdfOutcome {
  file: 'saved' | 'cancelled' | 'page';
  pdf: Uint8Array;
}

export type PaperOutcome = { paper: 'sent' | 'cancelled'; url: '' } | { paper: 'window'; url: string };

/** Paper, as a host can make it. The document is complete and runs no script. */
export interface Printing {
  listPrinters(): Promise<PrinterEntry[]>;
  /** Fails with `printFailed`, `printTimeout`, `noBrowser`, `fileNotSaved`. */
  savePdf(job: PrintJob): Promise<PdfOutcome>;
  /** Fails with `printFailed`, `printerMissing`, `printTimeout`. */
  printPaper(job: PrintJob & { printer: string; silent: boolean; copies: number }, offset: PrintOffset): Promise<PaperOutcome>;
}

/** Shift of the whole page in millimetres, right and down. */
export interface PrintOffset {
  x: number;
  y: number;
}

/**
 * Headers a print document is served under. No script runs in it whatever its text holds; its fonts come from the
 * place that serves it.
 */
export const PRINT_HEADERS = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy':
    "default-src 'none'; script-src 'none'; style-src 'unsafe-inline'; font-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
};

/** Print documents waiting to be fetched, each under an address nobody can guess, and once. */
export interface PrintShelf {
  /** Returns the path of the document's address. */
  put(html: string): string;
  /** Hands the document over and forgets it; `null` for an unknown or used address. */
  take(path: string): string | null;
}

const SHELF_PREFIX = '/print/';
/** Documents that were never fetched (a window closed too soon) must not pile up. */
const SHELF_SIZE = 20;

export function createPrintShelf(): PrintShelf {
  const documents = new Map<string, string>();
  return {
    put: (html) => {
      const path = SHELF_PREFIX + randomBytes(24).toString('base64url');
      documents.set(path, html);
      const [oldest] = documents.keys();
      if (documents.size > SHELF_SIZE && oldest !== undefined) documents.delete(oldest);
      return path;
    },
    take: (path) => {
      const html = documents.get(path) ?? null;
      documents.delete(path);
      return html;
    },
  };
}

/** Moves the printed page for a printer that feeds crookedly; nothing is laid out anew. */
export function shiftDocument(html: string, { x, y }: PrintOffset): string {
  if (x === 0 && y === 0) return html;
  return html.replace('</head>', () => `<style>body{position:relative;left:${x}mm;top:${y}mm}</style></head>`);
}
