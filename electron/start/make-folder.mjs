import { chmodSync, closeSync, fsyncSync, mkdirSync, openSync, statSync } from 'node:fs';
import path from 'node:path';

/** What passes: file systems that know no flushing of a folder, as shares do, and folders that let us through, and not look. */
const PASSED_OVER = ['EINVAL', 'ENOTSUP', 'ENOSYS', 'EACCES', 'EROFS', 'EPERM'];

/**
 * Creates the data folder as the hosts create theirs (`makeFolder` in electron/services/durable-file.ts): only its owner can
 * enter it, and after a power cut there is a way to what was synced in it, through each folder that was made on the way. The
 * hosts find it there already, and would sync no name of it.
 */
export function makeFolder(folder) {
  const whole = path.resolve(folder);
  const first = mkdirSync(whole, { recursive: true, mode: 0o700 });
  if (process.platform !== 'win32') chmodSync(whole, 0o700);
  if (first === undefined) return;
  for (let made = whole; ; made = path.dirname(made)) {
    syncFolder(path.dirname(made));
    if (made === path.resolve(first)) return;
  }
}

/** What a file system answers that keeps no permissions, FAT and exFAT above all (`makePrivate` in electron/services/data-folder.ts). */
const NO_PERMISSIONS = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EINVAL'];

/** Whether the folder could not be closed to others because its disk keeps no permissions, rather than because it is somebody else's. */
export function keepsNoPermissions(error, folder) {
  if (error.syscall !== 'chmod' || !NO_PERMISSIONS.includes(error.code)) return false;
  const owner = process.getuid();
  return owner === 0 || statSync(folder).uid === owner;
}

/** Makes the names inside a folder durable. Windows cannot sync a folder; NTFS keeps its own journal of names. */
function syncFolder(folder) {
  if (process.platform === 'win32') return;
  let handle;
  try {
    handle = openSync(folder, 'r');
    fsyncSync(handle);
  } catch (error) {
    if (!PASSED_OVER.includes(error.code)) throw error;
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}
