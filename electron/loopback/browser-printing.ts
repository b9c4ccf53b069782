import type { ChildProcess } from 'node:child_process';
import { z } from 'zod';
import type { PrintJob } from '../../shared/contract/host-calls.ts';
import { FailureError } from '../../shared/contract/result.ts';
import { shiftDocument, type Printing, type PrintShelf } from '../services/printing.ts';
import { refuse } from '../services/refuse.ts';
import { createSerial } from '../services/serial.ts';
import { endBrowser, startBrowser } from './browser-process.ts';
import { openDevtoolsPipe, type DevtoolsPipe } from './devtools-pipe.ts';

interface BrowserPrintingParts {
  /** Program file; `''` where the PC has no browser we know. */
  browser: string;
  /** Profile of its own, so that printing works while the app window is open. */
  profile: string;
  origin: string;
  shelf: PrintShelf;
}

const MM_PER_INCH = 25.4;
const LONGEST_JOB_MS = 120_000;
/** Browser and page are kept for the next sheet (decoding the fonts anew costs half a second), and ended when none comes. */
const IDLE_MS = 120_000;

/** Waits for every face the sheet declares; a face that cannot be loaded must not turn into another one unseen. */
const FONTS_READY = `Promise.all([...document.fonts].map((face) => face.load())).then(() => document.fonts.ready).then(() => 'ready', () => 'failed')`;

const attachedSchema = z.object({ sessionId: z.string() });
const targetSchema = z.object({ targetId: z.string() });
const evaluatedSchema = z.object({ result: z.object({ value: z.string().optional() }) });
const pdfSchema = z.object({ stream: z.string() });
const pieceSchema = z.object({ data: z.string(), base64Encoded: z.boolean().optional(), eof: z.boolean() });

/** A browser without a window, and the one page in it that sheets are laid out in. */
interface Sheet {
  pipe: DevtoolsPipe;
  session: string;
}

/** PDF by the PC's own browser, without a window; paper through the print window of the page. */
export function createBrowserPrinting({ browser, profile, origin, shelf }: BrowserPrintingParts): Printing & { end(): Promise<void> } {
  const inTurn = createSerial();
  let browserOfSheets: ChildProcess | null = null;
  let running: Sheet | null = null;
  let idle: NodeJS.Timeout | undefined;
  let ended = Promise.resolve();

  /** Resolves when no browser of ours is left. */
  function end(): Promise<void> {
    clearTimeout(idle);
    const child = browserOfSheets;
    browserOfSheets = null;
    running = null;
    if (child !== null) ended = ended.then(() => endBrowser(child));
    return ended;
  }

  async function start(): Promise<Sheet> {
    clearTimeout(idle);
    if (running !== null) return running;
    if (browser === '') return refuse('noBrowser');
    // Two browsers cannot share a profile: the second would hand its page to the first and end.
    await end();
    const child = startBrowser(browser, profile, ['--headless=new', '--no-startup-window']);
    browserOfSheets = child;
    child.once('exit', () => {
      if (browserOfSheets === child) running = null;
    });
    child.once('error', () => undefined);
    const pipe = openDevtoolsPipe(child);
    const { targetId } = targetSchema.parse(await pipe.send('Target.createTarget', { url: 'about:blank' }));
    const attached = await pipe.send('Target.attachToTarget', { targetId, flatten: true });
    const { sessionId } = attachedSchema.parse(attached);
    await pipe.send('Page.enable', {}, sessionId);
    running = { pipe, session: sessionId };
    return running;
  }

  async function render(job: PrintJob): Promise<Uint8Array> {
    const { pipe, session } = await start();
    const loaded = pipe.event('Page.loadEventFired', session);
    // Where the next call fails nobody waits for it any more, and a rejection that nobody hears ends this process.
    loaded.catch(() => undefined);
    await pipe.send('Page.navigate', { url: origin + shelf.put(job.html) }, session);
    await loaded;
    await waitForFonts(pipe, session);
    return printTo(pipe, session, job);
  }

  return {
    end,
    listPrinters: () => Promise.resolve([]),
    savePdf: (job) =>
      inTurn(async () => {
        try {
          return { file: 'page' as const, pdf: await withinTime(render(job)) };
        } catch (error) {
          // A browser that failed once may be in any state: the next job gets a new one.
          void end();
          throw error instanceof FailureError ? error : new FailureError('printFailed', { reason: '' });
        } finally {
          idle = setTimeout(() => void end(), IDLE_MS).unref();
        }
      }),
    printPaper: (job, offset) => Promise.resolve({ paper: 'window', url: shelf.put(shiftDocument(job.html, offset)) }),
  };
}

async function waitForFonts(pipe: DevtoolsPipe, session: string): Promise<void> {
  const parameters = { expression: FONTS_READY, awaitPromise: true, returnByValue: true };
  const answer = evaluatedSchema.parse(await pipe.send('Runtime.evaluate', parameters, session));
  if (answer.result.value !== 'ready') refuse('printFailed', { reason: 'font' });
}

async function printTo(pipe: DevtoolsPipe, session: string, { pageSize }: PrintJob): Promise<Uint8Array> {
  const margins = { marginTop: 0, marginBottom: 0, marginLeft: 0, marginRight: 0 };
  const paper = { paperWidth: pageSize.widthMm / MM_PER_INCH, paperHeight: pageSize.heightMm / MM_PER_INCH };
  const options = { ...margins, ...paper, preferCSSPageSize: true, printBackground: true, transferMode: 'ReturnAsStream' };
  const { stream } = pdfSchema.parse(await pipe.send('Page.printToPDF', options, session));
  const pieces: Buffer[] = [];
  for (let done = false; !done;) {
    const piece = pieceSchema.parse(await pipe.send('IO.read', { handle: stream, size: 4 * 1024 * 1024 }, session));
    pieces.push(Buffer.from(piece.data, piece.base64Encoded === true ? 'base64' : 'utf8'));
    done = piece.eof;
  }
  await pipe.send('IO.close', { handle: stream }, session);
  return Buffer.concat(pieces);
}

async function withinTime<Value>(work: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new FailureError('printTimeout')), LONGEST_JOB_MS);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}
