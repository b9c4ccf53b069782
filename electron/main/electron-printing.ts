import { BrowserWindow, type Session, type WebContents } from 'electron';
import type { PrintJob } from '../../shared/contract/host-calls.ts';
import { FailureError } from '../../shared/contract/result.ts';
import { shiftDocument, type PaperOutcome, type Printing, type PrintShelf } from '../services/printing.ts';
import { refuse } from '../services/refuse.ts';
import { createSerial } from '../services/serial.ts';
import { ORIGIN } from './page-address.ts';
import type { SaveFile } from './save-file.ts';

const MM_PER_INCH = 25.4;
const MICRONS_PER_MM = 1000;
const LONGEST_WORK_MS = 120_000;
/** The window is kept for the next sheet: decoding the fonts anew costs half a second. */
const IDLE_MS = 120_000;

/** Every face the sheet declares is loaded, or nothing is printed: another face would move every line end. */
const FONTS_READY = `Promise.all([...document.fonts].map((face) => face.load())).then(() => document.fonts.ready).then(() => 'ready', () => 'failed')`;

export interface ElectronPrinting extends Printing {
  /** Closes the hidden window, which would keep the app from ending. */
  end(): void;
}

interface ElectronPrintingParts {
  /** In memory, serving only print documents and fonts. */
  session: Session;
  shelf: PrintShelf;
  /** Whose printers are listed. */
  desk: () => WebContents | null;
  saveFile: SaveFile;
}

/** Sheets are laid out in a hidden window of a session of its own, where no script of the document runs. */
export function createElectronPrinting({ session, shelf, desk, saveFile }: ElectronPrintingParts): ElectronPrinting {
  const inTurn = createSerial();
  let sheetWindow: BrowserWindow | null = null;
  let idle: NodeJS.Timeout | undefined;

  function end(): void {
    clearTimeout(idle);
    sheetWindow?.destroy();
    sheetWindow = null;
  }

  async function withSheet<Value>(html: string, work: (sheet: WebContents) => Promise<Value>): Promise<Value> {
    clearTimeout(idle);
    sheetWindow ??= new BrowserWindow({ show: false, webPreferences: { session, sandbox: true, spellcheck: false, devTools: false } });
    try {
      return await work(await inTime(loadSheet(sheetWindow.webContents, html)));
    } catch (error) {
      // A window that failed once may be in any state: the next sheet gets a new one.
      end();
      throw error instanceof FailureError ? error : new FailureError('printFailed', { reason: '' });
    } finally {
      idle = setTimeout(end, IDLE_MS).unref();
    }
  }

  async function loadSheet(sheet: WebContents, html: string): Promise<WebContents> {
    await sheet.loadURL(ORIGIN + shelf.put(html));
    const fonts: unknown = await sheet.executeJavaScript(FONTS_READY);
    return fonts === 'ready' ? sheet : refuse('printFailed', { reason: 'font' });
  }

  function renderPdf({ html, pageSize }: PrintJob): Promise<Uint8Array> {
    return withSheet(html, (sheet) =>
      inTime(
        sheet.printToPDF({
          printBackground: true,
          preferCSSPageSize: true,
          margins: { top: 0, bottom: 0, left: 0, right: 0 },
          pageSize: { width: pageSize.widthMm / MM_PER_INCH, height: pageSize.heightMm / MM_PER_INCH },
        }),
      ),
    );
  }

  return {
    end,
    listPrinters: async () => {
      const printers = (await desk()?.getPrintersAsync()) ?? [];
      return printers.map(({ name, displayName, ...rest }) => ({
        name,
        displayName,
        isDefault: 'isDefault' in rest && rest.isDefault === true,
      }));
    },
    // The next sheet does not wait for the person who is looking for a folder.
    savePdf: async (job) => ({ file: await saveFile(`${job.title}.pdf`, await inTurn(() => renderPdf(job))), pdf: new Uint8Array() }),
    printPaper: (job, offset) =>
      inTurn(() =>
        withSheet(shiftDocument(job.html, offset), (sheet) => (job.silent ? inTime(sendToPrinter(sheet, job)) : sendToPrinter(sheet, job))),
      ),
  };
}

/** Not for what a person does: the system's print dialog stays open as long as somebody thinks about it. */
async function inTime<Value>(work: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new FailureError('printTimeout')), LONGEST_WORK_MS);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

type PaperJob = PrintJob & { printer: string; silent: boolean; copies: number };

async function sendToPrinter(sheet: WebContents, { printer, silent, copies, pageSize }: PaperJob): Promise<PaperOutcome> {
  if (printer !== '' && !(await sheet.getPrintersAsync()).some(({ name }) => name === printer)) refuse('printerMissing', { printer });
  const reason = await new Promise<string>((resolve) => {
    sheet.print(
      {
        silent,
        copies,
        deviceName: printer,
        printBackground: true,
        margins: { marginType: 'none' },
        pageSize: { width: pageSize.widthMm * MICRONS_PER_MM, height: pageSize.heightMm * MICRONS_PER_MM },
      },
      (success, failureReason) => resolve(success ? '' : failureReason || 'failed'),
    );
  });
  if (reason === '') return { paper: 'sent', url: '' };
  return /cancel/i.test(reason) ? { paper: 'cancelled', url: '' } : refuse('printFailed', { reason });
}
