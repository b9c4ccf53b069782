import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { ScanEntry } from '../../shared/contract/host-calls.ts';
import { LARGEST_SCAN_BYTES } from '../../shared/domain/fields.ts';
import { errorCode, makeFolder, syncFolder, writeDurably } from './durable-file.ts';
import type { Faults } from './faults.ts';
import { refuse } from './refuse.ts';

/** Scanned papers, named by the SHA-256 of their bytes: the same paper twice is one file, and no file changes unseen. */
export interface Scans {
  /** Fails with `scanType`, `scanTooLarge`. Durable when it resolves. */
  store(bytes: Uint8Array): Promise<ScanEntry>;
  /** Fails with `scanMissing`, `scanDamaged`. */
  read(sha256: string): Promise<{ bytes: Uint8Array; type: ScanEntry['type'] }>;
  list(): Promise<string[]>;
  /** Whether the file is here, and what its name says. */
  has(sha256: string): Promise<boolean>;
  /** Path of the file with this hash. */
  place(sha256: string): string;
}

const SIGNATURES: { type: ScanEntry['type']; bytes: readonly number[] }[] = [
  { type: 'application/pdf', bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { type: 'image/jpeg', bytes: [0xff, 0xd8, 0xff] },
  { type: 'image/png', bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
];

/** The type by its first bytes, never by a name; `null` for everything the desk does not take, SVG above all. */
export function sniffType(bytes: Uint8Array): ScanEntry['type'] | null {
  return SIGNATURES.find((signature) => signature.bytes.every((byte, index) => bytes[index] === byte))?.type ?? null;
}

export function createScans(folder: string, faults: Faults): Scans {
  // Two letters of the hash as a folder: no folder with tens of thousands of files.
  function place(sha256: string): string {
    return path.join(folder, sha256.slice(0, 2), sha256);
  }

  async function readIfThere(sha256: string): Promise<Buffer | null> {
    try {
      return await readFile(place(sha256));
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return null;
      throw error;
    }
  }

  return {
    store: async (bytes) => {
      if (bytes.length > LARGEST_SCAN_BYTES) refuse('scanTooLarge', { megabytes: LARGEST_SCAN_BYTES / 1024 / 1024 });
      const type = sniffType(bytes) ?? refuse('scanType');
      const sha256 = hashOf(bytes);
      const stored = await readIfThere(sha256);
      // A file that was damaged since is mended by storing the same paper again.
      if (stored === null || hashOf(stored) !== sha256) {
        faults.reach('scan');
        await makeFolder(path.dirname(place(sha256)));
        await writeDurably(place(sha256), bytes, folder);
        await syncFolder(folder);
      }
      return { sha256, type, bytes: bytes.length };
    },
    read: async (sha256) => {
      const bytes = (await readIfThere(sha256)) ?? refuse('scanMissing');
      const type = sniffType(bytes);
      if (type === null || hashOf(bytes) !== sha256) return refuse('scanDamaged');
      return { bytes, type };
    },
    list: async () => {
      const parts = await readdir(folder, { recursive: true });
      return parts.map((part) => path.basename(part)).filter((name) => /^[0-9a-f]{64}$/.test(name));
    },
    has: async (sha256) => {
      const bytes = await readIfThere(sha256);
      return bytes !== null && hashOf(bytes) === sha256;
    },
    place,
  };
}

/** SHA-256 of the bytes, lower-case hex: the name of their file. */
export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
