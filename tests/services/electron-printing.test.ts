import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createElectronPrinting } from '../../electron/main/electron-printing.ts';
import type { SaveFile } from '../../electron/main/save-file.ts';

const MINUTES = 60_000;

const sheet = vi.hoisted(() => ({
  loadURL: () => Promise.resolve(),
  executeJavaScript: () => Promise.resolve('ready'),
  getPrintersAsync: () => Promise.resolve([]),
  printToPDF: (): Promise<Buffer> => new Promise(() => undefined),
  print: (_options: object, _done: (success: boolean, reason: string) => void): void => undefined,
}));

vi.mock('electron', () => ({
  BrowserWindow: class {
    webContents = sheet;
    destroy(): void {}
  },
}));

const shelf = { put: () => '/print/1', take: () => null };
const job = { title: '', html: '<html></html>', pageSize: { widthMm: 210, heightMm: 297 } };
const paper = { ...job, printer: '', copies: 1 };
const offset = { x: 0, y: 0 };
const saveFile = vi.fn<SaveFile>();

function printing() {
  // The session is handed to the window, which is not a real one here.
  return createElectronPrinting({ session: Object.create(null), shelf, desk: () => null, saveFile });
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test('the system’s print dialog may stay open as long as somebody thinks about it', async () => {
  let confirm: (success: boolean, reason: string) => void = () => undefined;
  vi.spyOn(sheet, 'print').mockImplementation((_options, done) => {
    confirm = done;
  });
  const printed = printing().printPaper({ ...paper, silent: false }, offset);
  await vi.advanceTimersByTimeAsync(10 * MINUTES);
  confirm(true, '');
  expect(await printed).toEqual({ paper: 'sent', url: '' });
});

test.each([
  ['a PDF', () => printing().savePdf(job)],
  ['a silent print', () => printing().printPaper({ ...paper, silent: true }, offset)],
])('%s that never comes ends after two minutes', async (_what, print) => {
  const printed = print().then(
    () => 'printed',
    (error: unknown) => error,
  );
  await vi.advanceTimersByTimeAsync(2 * MINUTES);
  expect(await printed).toMatchObject({ failure: { code: 'printTimeout' } });
});

test.each(['saved', 'cancelled'] as const)(
  'a PDF whose save window ends with “%s” says so, and the next sheet does not wait for it',
  async (end) => {
    vi.spyOn(sheet, 'printToPDF').mockResolvedValue(Buffer.from('%PDF-'));
    vi.spyOn(sheet, 'print').mockImplementation((_options, done) => done(true, ''));
    let choose: (end: 'saved' | 'cancelled') => void = () => undefined;
    saveFile.mockImplementation(() => new Promise((resolve) => (choose = resolve)));
    const desk = printing();
    const saved = desk.savePdf({ ...job, title: 'XT-2026-0001' });
    await vi.advanceTimersByTimeAsync(10 * MINUTES);
    expect(await desk.printPaper({ ...paper, silent: true }, offset)).toEqual({ paper: 'sent', url: '' });
    choose(end);
    expect(await saved).toEqual({ file: end, pdf: new Uint8Array() });
    expect(saveFile).toHaveBeenLastCalledWith('XT-2026-0001.pdf', Buffer.from('%PDF-'));
  },
);

test('a system’s print dialog that was cancelled is no failure', async () => {
  vi.spyOn(sheet, 'print').mockImplementation((_options, done) => done(false, 'Print job canceled'));
  expect(await printing().printPaper({ ...paper, silent: false }, offset)).toEqual({ paper: 'cancelled', url: '' });
});
