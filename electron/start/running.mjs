import { existsSync, readFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import path from 'node:path';

/** What a running desk has noted of itself (electron/services/folder-lock.ts); `null` where there is no note. */
function readNote(folder) {
  const file = path.join(folder, 'running.json');
  if (!existsSync(file)) return null;
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

/** Which line says that a desk runs on this folder: one that was started without a window has none to bring to the front. */
export function runningLine(folder) {
  return readNote(folder)?.window === false ? 'runningWithoutWindow' : 'alreadyRunning';
}

/** Asks a desk that already runs on this folder to come to the front; resolves to whether there is one. */
export function askToFront(folder) {
  const note = readNote(folder);
  if (note === null) return Promise.resolve(false);
  const { socket } = note;
  return new Promise((resolve) => {
    const connection = createConnection(socket, () => connection.write('front\n'));
    connection.setTimeout(3000, () => connection.destroy());
    connection.once('data', () => connection.destroy());
    // Nobody holds the socket any more. Who holds it and is too busy to answer is there.
    connection.once('error', () => resolve(false));
    connection.once('close', () => resolve(true));
  });
}
