import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { SnapshotEntry } from '../../shared/contract/host-calls.ts';
import { FailureError } from '../../shared/contract/result.ts';
import { errorCode, isSystemError } from './durable-file.ts';
import { UNKNOWN_HEADER } from './second-folder.ts';
import { isSnapshotName, readSnapshotContent, readSnapshotHeader } from './snapshot-file.ts';

/** The snapshots on this PC, as they lie there. */
export interface MainSnapshots {
  names(): Promise<string[]>;
  /** Whatever keeps one from being read marks it as damaged, and never hides the others. */
  list(): Promise<SnapshotEntry[]>;
  /** `null` when there is no such file. */
  entry(name: string): Promise<SnapshotEntry | null>;
}

export function createMainSnapshots(folder: string): MainSnapshots {
  /** Files found whole, by name, size and time of change: a list need not read them all again. */
  const sound = new Map<string, string>();

  /** Fails with `snapshotDamaged` or the disk's error. */
  async function requireSound(name: string, size: number, mtimeMs: number): Promise<void> {
    const mark = `${size} ${mtimeMs}`;
    if (sound.get(name) === mark) return;
    await readSnapshotContent(createReadStream(path.join(folder, name)), () => undefined);
    sound.set(name, mark);
  }

  async function names(): Promise<string[]> {
    return (await readdir(folder)).filter(isSnapshotName);
  }

  async function entry(name: string): Promise<SnapshotEntry | null> {
    const found = await stat(path.join(folder, name)).catch((error: unknown) => {
      // Too old, and removed since the folder was read.
      if (errorCode(error) === 'ENOENT') return null;
      throw error;
    });
    if (found === null) return null;
    const where = { name, bytes: found.size, place: 'main', sealed: false } as const;
    let header: Omit<SnapshotEntry, keyof typeof where | 'damaged'> = UNKNOWN_HEADER;
    try {
      const { recovery: _recovery, contentBytes: _bytes, ...read } = await readSnapshotHeader(path.join(folder, name));
      header = read;
      await requireSound(name, found.size, found.mtimeMs);
      return { ...header, ...where, damaged: false };
    } catch (error) {
      // A bad sector, or a file of somebody else's: no less use than a damaged one, and no reason to show none at all.
      if (!(error instanceof FailureError) && !isSystemError(error)) throw error;
      return { ...header, ...where, damaged: true };
    }
  }

  return {
    names,
    entry,
    list: async () => {
      const entries: SnapshotEntry[] = [];
      for (const name of await names()) {
        const found = await entry(name);
        if (found !== null) entries.push(found);
      }
      return entries;
    },
  };
}
