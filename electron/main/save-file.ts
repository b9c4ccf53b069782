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

/** What every system takes as the name of a file. */
export function asFileName(name: string): string {
  return name.replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, ' ');
}

/** A file that was there before is replaced as a whole or stays. It is the person's own: with the rights their files have. */
async function write(file: string, bytes: Uint8Array): Promise<void> {
  const temporary = `${file}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    await writeFile(temporary, bytes, { flag: 'wx', flush: true });
    await renamePatiently(temporary, file);
  } catch {
    await rm(temporary, { force: true }).catch(() => undefined);
    refuse('fileNotSaved');
  }
}
