import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { rm } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { z } from 'zod';
import type { SnapshotEntry } from '../../shared/contract/host-calls.ts';
import { errorCode, isDiskError, isFull, isNotWritable, makeFolder, readTextIfThere, writeDurably } from './durable-file.ts';
import { FailureError } from '../../shared/contract/result.ts';
import { inBothLanguages } from './host-words.ts';
import { refuse } from './refuse.ts';
import { hashOf, type Scans } from './scans.ts';
import { isIdentityName, openIdentity, sealFile, unsealFile, type OpenKey, type SealKey } from './sealing.ts';
import { isSnapshotName, snapshotFileHeaderSchema, type SnapshotFileHeader } from './snapshot-file.ts';

/** What lies in clear beside a sealed snapshot, so that a list needs no passphrase: counts and hashes, no customer data. */
const noteSchema = snapshotFileHeaderSchema.omit({ recovery: true }).extend({
  identityName: z.string(),
  sealedBytes: z.int(),
});

/** A stick or share with sealed copies. It may be missing at any moment; only what was asked of it then fails. */
export interface SecondFolder {
  list(): Promise<SnapshotEntry[]>;
  /** Copies a snapshot and every scan that is not there under this key yet. Fails with `secondFolderMissing` or the disk's error. */
  copy(file: string, header: SnapshotFileHeader, key: SealKey, scans: Scans): Promise<void>;
  /** Fails with `snapshotMissing`, `passphraseNeeded`, `wrongPassphrase`, `snapshotDamaged`, `snapshotUnreadable`. */
  unseal(name: string, passphrase: string): Promise<{ content: Readable; key: OpenKey }>;
  /**
   * Brings back the scans this PC does not have whole. Returns how many could not be read. Fails with `secondFolderMissing` when it
   * is gone before the last of them, or with the error of this PC's disk.
   */
  restoreScans(key: OpenKey, scans: Scans): Promise<number>;
  remove(name: string): Promise<void>;
  /** Fails with `secondFolderMissing` or the disk's error where nothing can be listed. */
  check(): Promise<void>;
}

/** What the disk says of the second folder, as a failure that the screen can word. */
export function secondFolderFailure(error: unknown): FailureError {
  if (error instanceof FailureError) return error;
  if (isFull(error)) return new FailureError('secondFolderFull');
  return new FailureError(isNotWritable(error) ? 'secondFolderNotWritable' : 'secondFolderFailed');
}

const SUBFOLDER = 'qiantai-backup';
const COMMAND = '  age -d -i identity-XXXX.age snapshot-YYYY.json.gz.age | zcat';
const HOW_TO = Object.values(inBothLanguages('sealedSnapshots'))
  .map((words) => `${words}\n${COMMAND}\n`)
  .join('\n');

/**
 * @param chosen the folder named in the settings
 * @param alive hears of every step of what may take long
 */
export function openSecondFolder(chosen: string, alive: () => void = () => undefined): SecondFolder {
  const root = path.join(chosen, SUBFOLDER);
  const scanRoot = path.join(root, 'scans');

  async function requireChosen(): Promise<void> {
    const found = await stat(chosen).catch(() => null);
    if (found === null || !found.isDirectory()) refuse('secondFolderMissing');
  }

  async function namesIn(folder: string): Promise<string[]> {
    try {
      return await readdir(folder);
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return [];
      throw error;
    }
  }

  async function readNote(name: string): Promise<z.infer<typeof noteSchema> | null> {
    const text = await readTextIfThere(path.join(root, `${name}.note.json`));
    try {
      return noteSchema.parse(JSON.parse(text ?? ''));
    } catch {
      return null;
    }
  }

  /** Whatever keeps one from being read marks it as damaged, and hides no other. */
  async function readEntry(name: string): Promise<SnapshotEntry> {
    const note = await readNote(name).catch(() => null);
    const { size } = await stat(path.join(root, `${name}.age`)).catch(() => ({ size: 0 }));
    const where = { name, bytes: size, place: 'second', sealed: true } as const;
    if (note === null) return { ...UNKNOWN_HEADER, ...where, damaged: true };
    const { identityName: _name, sealedBytes, contentBytes: _bytes, ...header } = note;
    return { ...header, ...where, damaged: sealedBytes !== size };
  }

  /** What a copy of ours left that was cut short. Another PC's may be being written: its key has another name. */
  async function removeLeftovers(ending: string): Promise<void> {
    for (const folder of [root, scanRoot]) {
      const left = (await namesIn(folder)).filter((name) => name.endsWith(ending));
      for (const name of left) await rm(path.join(folder, name), { force: true });
    }
  }

  async function copyScans(scans: Scans, { identityName, recipient }: SealKey): Promise<void> {
    const ending = temporaryEnding(identityName);
    await makeFolder(scanRoot);
    const there = new Set(await namesIn(scanRoot));
    for (const sha256 of await scans.list()) {
      alive();
      const name = scanName(sha256, identityName);
      const target = path.join(scanRoot, name);
      // A scan that is damaged here would lie there for good under the name of the sound one.
      if (!there.has(name) && (await scans.has(sha256))) {
        await sealFile(scans.place(sha256), target, recipient, { temporary: target + ending, alive });
      }
    }
  }

  async function unseal(name: string, passphrase: string): Promise<{ content: Readable; key: OpenKey }> {
    const note = isSnapshotName(name) ? await readNote(name) : null;
    if (note === null || !isIdentityName(note.identityName)) return refuse('snapshotMissing');
    if (passphrase === '') return refuse('passphraseNeeded');
    const identityFile = (await readTextIfThere(path.join(root, note.identityName))) ?? refuse('snapshotDamaged');
    const identity = await openIdentity(identityFile, passphrase);
    const key = { identity, identityName: note.identityName, identityFile };
    return { content: await unsealFile(path.join(root, `${name}.age`), identity, alive), key };
  }

  /** `null` when it was sealed under another passphrase, or is damaged: the others must still come back. */
  async function unsealScan(name: string, identity: string): Promise<Buffer | null> {
    try {
      const pieces: Buffer[] = [];
      for await (const piece of await unsealFile(path.join(scanRoot, name), identity, alive)) pieces.push(Buffer.from(piece));
      return Buffer.concat(pieces);
    } catch {
      return null;
    }
  }

  return {
    list: async () => {
      const names = (await namesIn(root)).filter((name) => name.endsWith('.age') && isSnapshotName(name.slice(0, -4)));
      const entries: SnapshotEntry[] = [];
      // One after the other: a share that does not answer must not take every thread that files are written with.
      for (const name of names) {
        alive();
        entries.push(await readEntry(name.slice(0, -4)));
      }
      return entries;
    },
    copy: async (file, header, key, scans) => {
      await requireChosen();
      await makeFolder(root);
      const name = path.basename(file);
      await writeDurably(path.join(root, key.identityName), key.identityFile);
      await writeDurably(path.join(root, 'how-to-open.txt'), HOW_TO);
      const ending = temporaryEnding(key.identityName);
      await removeLeftovers(ending);
      await copyScans(scans, key);
      const target = path.join(root, `${name}.age`);
      const sealedBytes = await sealFile(file, target, key.recipient, { temporary: target + ending, alive });
      const { recovery: _recovery, ...open } = header;
      const note = { ...open, identityName: key.identityName, sealedBytes };
      await writeDurably(path.join(root, `${name}.note.json`), `${JSON.stringify(note, null, 2)}\n`);
    },
    unseal: async (name, passphrase) => {
      await requireChosen();
      try {
        return await unseal(name, passphrase);
      } catch (error) {
        return isDiskError(error) ? refuse('snapshotUnreadable') : Promise.reject(error);
      }
    },
    restoreScans: async ({ identity, identityName }, scans) => {
      let failed = 0;
      for (const name of await namesIn(scanRoot)) {
        alive();
        const sha256 = name.slice(0, 64);
        // Earlier versions did not name the key.
        const ours = name === scanName(sha256, identityName) || name === `${sha256}.age`;
        if (!/^[0-9a-f]{64}$/.test(sha256) || !ours || (await scans.has(sha256))) continue;
        const bytes = await unsealScan(name, identity);
        if (bytes === null || hashOf(bytes) !== sha256) failed += 1;
        else await scans.store(bytes);
      }
      // A stick that was pulled out has lost nothing: it can be put in again.
      if (failed > 0) await requireChosen();
      return failed;
    },
    check: async () => {
      await requireChosen();
      await namesIn(root);
    },
    remove: async (name) => {
      await rm(path.join(root, `${name}.age`), { force: true });
      await rm(path.join(root, `${name}.note.json`), { force: true });
    },
  };
}

/** Names its key too: after a new passphrase the scans of before must be there under the new one, and the old ones stay for their snapshots. */
function scanName(sha256: string, identityName: string): string {
  return `${sha256}.${path.basename(identityName, '.age')}.age`;
}

/** Names its key, so that each PC knows the temp files of its own. */
function temporaryEnding(identityName: string): string {
  return `.${path.basename(identityName, '.age')}.tmp`;
}

/** Stands for a header that could not be read. */
export const UNKNOWN_HEADER = {
  reason: 'manual',
  book: '',
  schemaVersion: 0,
  appVersion: '',
  sequence: 0,
  hash: '0'.repeat(64),
  takenAt: '',
  rowCounts: {},
  contentHash: '',
} as const;
