import { randomBytes } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { app, dialog, BrowserWindow, type WebContents } from 'electron';
import { renamePatiently } from '../services/durable-file.ts';
import { refuse } from '../services/refuse.ts';

/** Asks where a file goes and writes it there. Fails with `fileNotSaved`. */
export type SaveFile = (name: string, bytes: Uint8Array) => Promise<'saved' | 'cancelled'>;

/** The system's own save window over the desk's. It begins in the downloads folder, and then where the last file went. */
export function createSaveFile(desk: () => WebContents | null): SaveFile {
  let folder = '';
  return async (name, bytes) => {
    if (folder === '') folder = app.getPath('downloads');
    const contents = desk();
    const window = contents === null ? null : BrowserWindow.fromWebContents(contents);
    const options = {
      defaultPath: path.join(folder, asFileName(name)),
      filters: [{ name: 'PDF', extensions: ['pdf'] }],
      properties: ['showOverwriteConfirmation' as const],
    };
    const { canceled, filePath } = await (window === null ? dialog.showSaveDialog(options) : dialog.showSaveDialog(window, options));
    if (canceled || filePath === '') return 'cancelled';
    await write(filePath, bytes);
    folder = path.dirname(filePath);
    return 'saved';
  };
}

/** Disks take 255 bytes, or as many letters; a number or a date that somebody adds has room beside it. */
const LONGEST_STEM_BYTES = 200;
/** Names of devices on Windows, in any spelling and with any ending. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/** What every system takes as the name of a file. */
export function asFileName(name: string): string {
  const plain = name.replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, ' ');
  const { name: stem, ext } = path.parse(plain);
  let short = '';
  for (const letter of stem) {
    if (Buffer.byteLength(short + letter) > LONGEST_STEM_BYTES) break;
    short += letter;
  }
  return `${DEVICE.test(short) ? '_' : ''}${short}${ext}`;
}

/** A file that was there before is replaced as a whole or stays. It is the person's own: with the rights their files have. */
async function write(file: string, bytes: Uint8Array): Promise<void> {
  // Of a short name: the file's own may be as long as a name can be.
  const temporary = path.join(path.dirname(file), `${randomBytes(6).toString('hex')}.tmp`);
  try {
    await writeFile(temporary, bytes, { flag: 'wx', flush: true });
    await renamePatiently(temporary, file);
  } catch {
    await rm(temporary, { force: true }).catch(() => undefined);
    refuse('fileNotSaved');
  }
}
