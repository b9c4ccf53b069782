import { chmodSync, statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { dropTemporary, errorCode, makeFolder, readTextIfThere, writeDurably } from './durable-file.ts';
import { inBothLanguages } from './host-words.ts';
import { refuse } from './refuse.ts';

/** Where everything of one desk lies. The same folder serves either host, one at a time. */
export interface DataFolder {
  root: string;
  journal: string;
  /** What was put aside: torn lines, and books of before (`put-aside.ts`). Never removed by the app. */
  kept: string;
  snapshots: string;
  scans: string;
  desk: string;
  log: string;
  /** Whether this folder holds the sample estate; decided when it was made, for good. */
  sample: boolean;
}

const SAMPLE_MARK = 'sample.txt';
/** Any of them was left by a book; a start that ends before them leaves only what belongs to its host. */
const DATA = new Set(['journal', 'kept', 'snapshots', 'scans', 'desk', 'current.json']);
const SAMPLE_WORDS = Object.values(inBothLanguages('sampleFolder')).join('\n');

/** What a file system answers that keeps no permissions, FAT and exFAT above all, when its owner asks for them. */
const NO_PERMISSIONS = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EINVAL']);

/**
 * Closes the folder to everybody else. Fails with `folderNotPrivate` where its disk keeps no permissions: whoever else uses the PC
 * could read the book there.
 */
export function closeToOthers(root: string, close = chmodSync): void {
  if (process.platform === 'win32') return;
  try {
    close(root, 0o700);
  } catch (error) {
    const user = process.getuid?.() ?? 0;
    // Of a folder that belongs to somebody else the system says the same.
    const isOwn = user === 0 || statSync(root).uid === user;
    if (isOwn && NO_PERMISSIONS.has(errorCode(error))) refuse('folderNotPrivate');
    throw error;
  }
}

/** Makes the folder, for its owner alone; one that existed before may have been open to others. */
export async function makePrivate(root: string): Promise<void> {
  await makeFolder(root);
  closeToOthers(root);
}

/**
 * Makes the folder (0700) or opens it. A folder of real data is never opened as a sample (`notASample`); a sample folder
 * stays one whatever it is opened as.
 */
export async function openDataFolder(root: string, sample: boolean): Promise<DataFolder> {
  await makePrivate(root);
  const mark = path.join(root, SAMPLE_MARK);
  const marked = (await readTextIfThere(mark)) !== null;
  const folder: DataFolder = {
    root,
    journal: path.join(root, 'journal'),
    kept: path.join(root, 'kept'),
    snapshots: path.join(root, 'snapshots'),
    scans: path.join(root, 'scans'),
    desk: path.join(root, 'desk'),
    log: path.join(root, 'log'),
    sample: marked || sample,
  };
  if (sample && !marked) {
    const names = await readdir(root);
    if (names.some((name) => DATA.has(name))) refuse('notASample');
    await writeDurably(mark, SAMPLE_WORDS);
  }
  for (const part of [folder.journal, folder.kept, folder.snapshots, folder.scans, folder.desk, folder.log]) {
    await makeFolder(part);
  }
  await removeLeftovers([folder.root, folder.desk, folder.snapshots, folder.scans]);
  return folder;
}

/** Temp files of a write that a crash cut short: never renamed, so never part of the data. */
async function removeLeftovers(folders: readonly string[]): Promise<void> {
  for (const folder of folders) {
    for (const name of await readdir(folder)) {
      if (name.endsWith('.tmp')) await dropTemporary(path.join(folder, name));
    }
  }
}
