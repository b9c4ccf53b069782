import { open, readdir, readFile, rm, rmdir, stat, truncate } from 'node:fs/promises';
import path from 'node:path';
import { makeFolder, renamePatiently, syncFolder, writeDurably } from './durable-file.ts';
import { CHAIN_START, scanSegment, segmentStart, type ChainEnd } from './journal-segment.ts';
import { VERIFIED, type VerifiedSegments } from './journal-verified.ts';

export interface Segment {
  name: string;
  firstSequence: number;
  bytes: number;
}

/** What a look through the whole journal found. */
export interface JournalScan {
  end: ChainEnd;
  segments: Segment[];
  tornCut: boolean;
  /** `file:line` of the first broken place; `''` when the chain is whole. */
  brokenAt: string;
}

/**
 * Walks the files in order and checks that they form one chain. Closed files that were checked before and have not
 * changed since are taken as checked when `verified` says so; the last file is always read. Only a torn end of the last
 * file is changed: cut off, and the piece kept aside. A break anywhere else changes nothing.
 */
export async function scanJournal(folder: string, kept: string, verified: VerifiedSegments | null): Promise<JournalScan> {
  const names = await segmentNames(folder);
  const segments: Segment[] = [];
  let end = CHAIN_START;
  let tornCut = false;
  for (const [index, { name, firstSequence }] of names.entries()) {
    if (firstSequence !== end.sequence + 1) return { end, segments, tornCut, brokenAt: `${name}:1` };
    const file = path.join(folder, name);
    const last = index === names.length - 1;
    const found = await stat(file);
    const known = last ? null : (verified?.endOf(name, found.size, found.mtimeMs) ?? null);
    if (known !== null) {
      end = known;
      segments.push({ name, firstSequence, bytes: found.size });
      continue;
    }
    const bytes = await readFile(file);
    const scan = scanSegment(bytes, end);
    end = scan.end;
    segments.push({ name, firstSequence, bytes: scan.validBytes });
    if (scan.fault !== null) {
      if (!last || scan.fault.kind === 'broken') {
        return { end, segments, tornCut, brokenAt: `${name}:${scan.fault.line}` };
      }
      await cutTail(file, bytes.subarray(scan.validBytes), scan.validBytes, kept);
      tornCut = true;
    } else if (!last) {
      verified?.remember(name, found.size, found.mtimeMs, end);
    }
  }
  return { end, segments, tornCut, brokenAt: '' };
}

export async function segmentNames(folder: string): Promise<{ name: string; firstSequence: number }[]> {
  const found = (await readdir(folder)).flatMap((name) => {
    const firstSequence = segmentStart(name);
    return firstSequence === null ? [] : [{ name, firstSequence }];
  });
  return found.sort((one, other) => one.firstSequence - other.firstSequence);
}

async function cutTail(file: string, tail: Buffer, validBytes: number, kept: string): Promise<void> {
  const stamp = new Date().toISOString().replace(/[:.]/g, '-');
  await writeDurably(path.join(kept, `torn-${stamp}-${path.basename(file)}`), tail);
  await truncate(file, validBytes);
  const handle = await open(file, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Removes the folder of a journal without a line; fails when anything but the memory of what was checked lies in it. */
async function dropEmptyJournal(folder: string): Promise<void> {
  await rm(path.join(folder, VERIFIED), { force: true });
  await rmdir(folder);
}

/** Puts another journal in the place of an empty one, which is there again where that fails. */
export async function replaceEmptyJournal(folder: string, source: string): Promise<void> {
  await dropEmptyJournal(folder);
  try {
    await moveJournal(source, folder);
  } catch (error) {
    await makeFolder(folder);
    throw error;
  }
}

/** Moves the whole journal to a folder of its own; nothing is removed. */
export async function moveJournal(folder: string, target: string): Promise<void> {
  await renamePatiently(folder, target);
  await syncFolder(path.dirname(folder));
  await syncFolder(path.dirname(target));
}
