import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** The `code` of a system error, `''` for anything else. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** Whether the system refused (disk full, read-only, gone), rather than our own code being wrong. */
export function isSystemError(error: unknown): boolean {
  return errorCode(error) !== '';
}

/** Whether a disk refused to read or write; what a library finds wrong with the bytes has a code at times, but no such call. */
export function isDiskError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}

const FULL = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);
const READ_ONLY = new Set(['EACCES', 'EROFS', 'EPERM']);

/** Whether the disk has no room for it; a stick may also be one that takes no file of that size. */
export function isFull(error: unknown): boolean {
  return FULL.has(errorCode(error));
}

/** Whether this user may not write there. */
export function isNotWritable(error: unknown): boolean {
  return READ_ONLY.has(errorCode(error));
}

/** What file systems answer that know no flushing of a folder, as shares do; nothing more can be done there. */
const NO_FOLDER_SYNC = new Set(['EINVAL', 'ENOTSUP', 'ENOSYS']);

/** Makes the names inside a folder durable. Windows cannot sync a folder; NTFS keeps its own journal of names. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } catch (error) {
    if (!NO_FOLDER_SYNC.has(errorCode(error))) throw error;
  } finally {
    await handle.close();
  }
}

/**
 * Creates a folder that only its owner can enter, durably: after a power cut what was synced in it must have a way to it, through
 * each folder that was made on the way.
 */
export async function makeFolder(folder: string): Promise<void> {
  const whole = path.resolve(folder);
  const first = await mkdir(whole, { recursive: true, mode: 0o700 });
  if (first === undefined) return;
  for (let made = whole; ; made = path.dirname(made)) {
    await syncFolder(path.dirname(made)).catch(passOver);
    if (made === path.resolve(first)) return;
  }
}

/** The folder that somebody else made may let us through, and not look. */
function passOver(error: unknown): void {
  if (!isNotWritable(error)) throw error;
}

const RETRIED = new Set(['EBUSY', 'EPERM', 'EACCES']);
const PAUSES_MS = [10, 20, 40, 80, 160, 320, 640, 1000];

/** Renames, patient with virus scanners that hold a fresh file open for a moment (EBUSY, EPERM on Windows). */
export async function renamePatiently(
  from: string,
  to: string,
  move = rename,
  wait: (ms: number) => Promise<unknown> = pause,
): Promise<void> {
  for (const ms of PAUSES_MS) {
    try {
      await move(from, to);
      return;
    } catch (error) {
      if (!RETRIED.has(errorCode(error))) throw error;
      await wait(ms);
    }
  }
  await move(from, to);
}

/**
 * Replaces a file as a whole: temp, fsync, rename, folder fsync. After a power cut it holds the old text or the new.
 * @param beside folder for the temp file: one that is swept at the start (`openDataFolder`)
 */
export async function writeDurably(file: string, content: string | Uint8Array, beside = path.dirname(file)): Promise<void> {
  const temporary = path.join(beside, `${path.basename(file)}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    const handle = await open(temporary, 'wx', 0o600);
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await renamePatiently(temporary, file);
  } catch (error) {
    await dropTemporary(temporary);
    throw error;
  }
  await syncFolder(path.dirname(file));
}

/**
 * Removes a temp file that is done with. One that the system holds on to (a virus scanner that reads it) must not make a failure of
 * what has succeeded, or take the place of the failure that there was: the next start sweeps it.
 */
export async function dropTemporary(file: string): Promise<void> {
  await rm(file, { force: true }).catch(() => undefined);
}

/**
 * Cuts a file back to a length, durably. Through a handle of its own: one that was opened to append may on Windows do nothing
 * else, and refuses with EPERM.
 */
export async function cutFile(file: string, bytes: number): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    await handle.truncate(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Text of a file, or `null` when there is none. */
export async function readTextIfThere(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}
