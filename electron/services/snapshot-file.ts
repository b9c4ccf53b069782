import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline, type Readable } from 'node:stream';
import { pipeline as pipelineDone } from 'node:stream/promises';
import { createGunzip, gzipSync } from 'node:zlib';
import { z } from 'zod';
import { snapshotHeaderSchema } from '../../shared/contract/host-calls.ts';
import { dropTemporary, isDiskError, renamePatiently, syncFolder } from './durable-file.ts';
import { refuse } from './refuse.ts';
import { secretHashSchema } from './secret-hash.ts';
import path from 'node:path';

/**
 * A snapshot is a gzip file of two members: one line of JSON (this header), then the exported text. `zcat` shows both.
 */
export const snapshotFileHeaderSchema = snapshotHeaderSchema.extend({
  contentHash: z.string(),
  contentBytes: z.int(),
  /** Hash of the recovery code in force, so that a restore on another PC knows the printed sheet. */
  recovery: secretHashSchema.nullable(),
});
export type SnapshotFileHeader = z.infer<typeof snapshotFileHeaderSchema>;

const NAME = /^snapshot-[0-9A-Za-z.-]{10,120}\.json\.gz$/;

/** Whether this is a name we gave: callers' names never reach the disk otherwise. */
export function isSnapshotName(name: string): boolean {
  return NAME.test(name) && path.basename(name) === name;
}

export function snapshotName(header: Pick<SnapshotFileHeader, 'takenAt' | 'sequence' | 'reason'>, unique: string): string {
  const stamp = new Date(header.takenAt).toISOString().replace(/[:.]/g, '-');
  return `snapshot-${stamp}-${header.sequence}-${header.reason}-${unique}.json.gz`;
}

/**
 * Joins header and compressed content: temp, fsync, rename, folder fsync. `body` holds the gzipped content. What a full disk
 * cut off is removed again: the next try has another name, and would find even less room.
 */
export async function joinSnapshot(target: string, header: SnapshotFileHeader, body: string): Promise<void> {
  const temporary = `${target}.tmp`;
  try {
    const output = createWriteStream(temporary, { mode: 0o600 });
    output.write(gzipSync(`${JSON.stringify(header)}\n`));
    await pipelineDone(createReadStream(body), output);
    const handle = await open(temporary, 'r+');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
    await renamePatiently(temporary, target);
  } catch (error) {
    await dropTemporary(temporary);
    throw error;
  }
  await syncFolder(path.dirname(target));
}

const LONGEST_HEADER = 1024 * 1024;

/**
 * Reads a snapshot's bytes through to the end and checks length and hash of its content. Fails with `snapshotDamaged`, with
 * `snapshotUnreadable` where its disk gives no more of it, and with the error of the disk that is written to.
 * @param write takes the content in pieces; a failure after some pieces means none of them may be used
 */
export async function readSnapshotContent(source: Readable, write: (piece: Buffer) => Promise<void> | void): Promise<SnapshotFileHeader> {
  let header: SnapshotFileHeader | null = null;
  let start = Buffer.alloc(0);
  let bytes = 0;
  const hash = createHash('sha256');
  try {
    for await (const chunk of unzip(source)) {
      let piece = chunk;
      if (header === null) {
        start = Buffer.concat([start, piece]);
        const feed = start.indexOf(10);
        if (feed === -1) {
          if (start.length > LONGEST_HEADER) break;
          continue;
        }
        header = snapshotFileHeaderSchema.parse(JSON.parse(start.toString('utf8', 0, feed)));
        piece = start.subarray(feed + 1);
      }
      hash.update(piece);
      bytes += piece.length;
      await write(piece);
    }
  } catch (error) {
    if (source.errored === error && isDiskError(error)) return refuse('snapshotUnreadable');
    // An error of our own disk (full, gone) is not the snapshot's damage.
    if (isDiskError(error)) throw error;
    return refuse('snapshotDamaged');
  }
  if (header === null || header.contentBytes !== bytes || header.contentHash !== hash.digest('hex')) refuse('snapshotDamaged');
  return header;
}

/** Only the header; the content stays unread. Fails with `snapshotDamaged`. */
export async function readSnapshotHeader(file: string): Promise<SnapshotFileHeader> {
  let start = Buffer.alloc(0);
  try {
    for await (const chunk of unzip(createReadStream(file, { highWaterMark: 16 * 1024 }))) {
      start = Buffer.concat([start, chunk]);
      const feed = start.indexOf(10);
      if (feed !== -1) return snapshotFileHeaderSchema.parse(JSON.parse(start.toString('utf8', 0, feed)));
      if (start.length > LONGEST_HEADER) break;
    }
  } catch {
    return refuse('snapshotDamaged');
  }
  return refuse('snapshotDamaged');
}

async function* unzip(source: Readable): AsyncGenerator<Buffer> {
  const gunzip = createGunzip();
  // The iteration below meets the error, whichever of the two streams it came from.
  pipeline(source, gunzip, () => undefined);
  for await (const chunk of gunzip) {
    if (Buffer.isBuffer(chunk)) yield chunk;
  }
}
