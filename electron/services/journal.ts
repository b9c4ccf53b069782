import { open, readFile, stat, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import type { JournalLine, JournalReport } from '../../shared/contract/host-calls.ts';
import { formatLine, lineHash } from '../../shared/journal/line.ts';
import { cutFile, makeFolder, syncFolder } from './durable-file.ts';
import type { Faults } from './faults.ts';
import { moveJournal, replaceEmptyJournal, scanJournal, segmentNames, type JournalScan, type Segment } from './journal-scan.ts';
import { advance, CHAIN_START, offsetOfLine, quickHash, scanSegment, segmentName, type ChainEnd } from './journal-segment.ts';
import { openVerifiedSegments, VERIFIED } from './journal-verified.ts';
import { refuse } from './refuse.ts';
import { createSerial } from './serial.ts';

/** Throws a failure when a line may not enter the journal. `end` is where the chain stands before it. */
export type AdmitLine = (line: JournalLine, end: ChainEnd) => Promise<void>;

/** The operations on disk: appended, synced, chained. Its last valid line is the watermark of the book. */
export interface Journal {
  /** Checks the files and cuts a torn last line. */
  open(): Promise<JournalReport>;
  /** File and line of the break that stops all writing; `''` while there is none. */
  brokenAt(): string;
  append(lines: readonly JournalLine[], admit: AdmitLine): Promise<{ sequence: number; hash: string }>;
  read(from: number, limit: number): Promise<JournalLine[]>;
  /** Checks every line again, also of files checked before; a break found now stops all writing. */
  verifyAll(): Promise<JournalReport>;
  /** Moves the journal's files to `target` and begins an empty one. */
  putAside(target: string): Promise<void>;
  /** Takes the files of `source` for its own. It must be empty itself: nothing is ever written over. */
  bringBack(source: string): Promise<void>;
  close(): Promise<void>;
}

export interface JournalOptions {
  folder: string;
  kept: string;
  faults: Faults;
  /** A new file is begun once the last one has this many bytes. */
  segmentBytes?: number;
}

/** Small enough that the last file is read within a few milliseconds at every start. */
const SEGMENT_BYTES = 4 * 1024 * 1024;
/** Most bytes of payload in one answer, whatever limit the caller asks for. */
const READ_BYTES = 8 * 1024 * 1024;

export async function createJournal({ folder, kept, faults, segmentBytes = SEGMENT_BYTES }: JournalOptions): Promise<Journal> {
  const inTurn = createSerial();
  const verified = await openVerifiedSegments(path.join(folder, VERIFIED));
  let scan: JournalScan | null = null;
  let end = CHAIN_START;
  let segments: Segment[] = [];
  let handle: FileHandle | null = null;
  // A torn line stays reported until the app ends: a page that reloads would otherwise never say it.
  let tornCut = false;
  /** Whether the names of all files are durable: a line in a file without a name is lost in a power cut, however well it was synced. */
  let named = true;
  let closed = false;

  async function closeHandle(): Promise<void> {
    const open = handle;
    handle = null;
    await open?.close();
  }

  async function examine(trustVerified: boolean): Promise<JournalScan> {
    await closeHandle();
    scan = null;
    const found = await scanJournal(folder, kept, trustVerified ? verified : null);
    ({ end, segments } = found);
    tornCut ||= found.tornCut;
    scan = found;
    // What was taken as checked is in doubt: the next start looks at every line, and finds the break again.
    if (found.brokenAt !== '') verified.forget();
    await verified.save();
    return found;
  }

  function report(found: JournalScan): JournalReport {
    const state = found.brokenAt !== '' ? 'broken' : tornCut ? 'tornCut' : end.sequence === 0 ? 'absent' : 'healthy';
    return { state, sequence: end.sequence, hash: end.hash, book: end.book, lastAt: end.lastAt, brokenAt: found.brokenAt };
  }

  async function openLast(segment: Segment): Promise<FileHandle> {
    handle ??= await open(path.join(folder, segment.name), 'a', 0o600);
    return handle;
  }

  /** Looks whether the last file still is the one we know: a removed or changed one would swallow what we write. */
  async function readyToWrite(): Promise<void> {
    const found = await ready();
    const last = segments.at(-1);
    if (found.brokenAt === '' && last !== undefined) {
      const { nlink, size } = await (await openLast(last)).stat();
      if (nlink === 0 || size !== last.bytes) await examine(false);
    }
    if (scan === null || scan.brokenAt !== '') refuse('journalBroken');
  }

  async function lastFile(): Promise<{ file: FileHandle; segment: Segment }> {
    const last = segments.at(-1);
    const found =
      last === undefined || last.bytes >= segmentBytes ? await beginSegment(last) : { file: await openLast(last), segment: last };
    if (!named) await syncFolder(folder);
    named = true;
    return found;
  }

  async function beginSegment(closed: Segment | undefined): Promise<{ file: FileHandle; segment: Segment }> {
    await closeHandle();
    const segment = { name: segmentName(end.sequence + 1), firstSequence: end.sequence + 1, bytes: 0 };
    const file = (handle = await open(path.join(folder, segment.name), 'ax', 0o600));
    segments.push(segment);
    named = false;
    if (closed !== undefined) {
      const { mtimeMs } = await stat(path.join(folder, closed.name));
      verified.remember(closed.name, closed.bytes, mtimeMs, end);
      await verified.save();
    }
    return { file, segment };
  }

  async function write(lines: readonly JournalLine[]): Promise<void> {
    if (lines.length === 0) return;
    faults.reach('append');
    const { file, segment } = await lastFile();
    const bytes = Buffer.from(lines.map(formatLine).join(''), 'utf8');
    try {
      if (faults.waitsAt('appendHalf')) await file.appendFile(bytes.subarray(0, bytes.length >> 1));
      faults.reach('appendHalf');
      await file.appendFile(bytes);
      faults.reach('appendWritten');
      await file.sync();
    } catch (error) {
      // What reached the file was never acknowledged. When even cutting it fails, the next use looks at the disk anew.
      await cutBack(segment);
      throw error;
    }
    faults.reach('appendSynced');
    segment.bytes += bytes.length;
    for (const line of lines) end = advance(end, line);
  }

  async function cutBack({ name, bytes }: Segment): Promise<void> {
    try {
      await cutFile(path.join(folder, name), bytes);
    } catch {
      scan = null;
      await closeHandle().catch(() => undefined);
    }
  }

  async function collect(from: number, limit: number): Promise<JournalLine[]> {
    const lines: JournalLine[] = [];
    let bytes = 0;
    for (const [index, segment] of segments.entries()) {
      const next = segments[index + 1];
      if (next !== undefined && next.firstSequence <= from) continue;
      if (lines.length >= limit || bytes >= READ_BYTES) break;
      const content = (await readFile(path.join(folder, segment.name))).subarray(0, segment.bytes);
      const first = Math.max(from, segment.firstSequence);
      const rest = content.subarray(offsetOfLine(content, first - segment.firstSequence));
      // The chain up to here was checked when the journal was opened; each line read must hold from here on.
      const before = { ...CHAIN_START, sequence: first - 1, hash: firstPreviousHash(rest) };
      scanSegment(rest, before, (line) => {
        lines.push(line);
        bytes += line.payload?.length ?? 0;
        return lines.length < limit && bytes < READ_BYTES;
      });
    }
    return lines;
  }

  async function hashesOf(lines: readonly JournalLine[]): Promise<Map<number, string>> {
    const known = lines.filter((line) => line.sequence <= end.sequence);
    const from = Math.min(...known.map((line) => line.sequence));
    const hashes = new Map<number, string>();
    const last = Math.max(...known.map((line) => line.sequence));
    for (let next = from; known.length > 0 && next <= last;) {
      const stored = await collect(next, last - next + 1);
      if (stored.length === 0) break;
      for (const line of stored) hashes.set(line.sequence, lineHash(line, quickHash));
      next += stored.length;
    }
    return hashes;
  }

  async function ready(): Promise<JournalScan> {
    return scan ?? examine(true);
  }

  /** Whether every line is as it was written. A turn for each file: what is saved meanwhile waits for one of them, not for all. */
  async function stillWhole(): Promise<boolean> {
    let reached: ChainEnd | null = CHAIN_START;
    for (let at = 0; reached !== null && (at === 0 || at < segments.length); at += 1) {
      // Nothing speaks against what is no longer looked at.
      if (closed) return true;
      const before: ChainEnd = reached;
      reached = await inTurn(() => readThrough(at, before).catch(() => null));
    }
    return reached !== null;
  }

  /** Where the chain stands after one file; `null` when that is not what is known of it. */
  async function readThrough(at: number, before: ChainEnd): Promise<ChainEnd | null> {
    await ready();
    const segment = segments[at];
    const names = await segmentNames(folder);
    // A file too many: the next start would find a chain that breaks off. One too few is not there to be read.
    if (names.length !== segments.length) return null;
    if (segment === undefined) return before;
    const bytes = await readFile(path.join(folder, segment.name));
    const found = scanSegment(bytes, before);
    const last = at === segments.length - 1;
    if (found.fault !== null || bytes.length !== segment.bytes || (last && found.end.hash !== end.hash)) return null;
    return found.end;
  }

  async function verifyAll(): Promise<JournalReport> {
    const found = (await stillWhole()) ? scan : null;
    return found === null ? inTurn(async () => report(await examine(false))) : report(found);
  }

  async function appendNow(lines: readonly JournalLine[], admit: AdmitLine): Promise<{ sequence: number; hash: string }> {
    await readyToWrite();
    const hashes = await hashesOf(lines);
    const fresh: JournalLine[] = [];
    let next = end;
    let failed: unknown = null;
    try {
      for (const line of lines) {
        if (line.sequence <= end.sequence) {
          if (hashes.get(line.sequence) !== lineHash(line, quickHash)) refuse('journalDiverged', { sequence: line.sequence });
          continue;
        }
        checkChain(line, next);
        await admit(line, next);
        fresh.push(line);
        next = advance(next, line);
      }
    } catch (error) {
      failed = error;
    }
    // One refused line must not keep those before it without their safety copy.
    await write(fresh);
    if (failed !== null) throw failed;
    return { sequence: end.sequence, hash: end.hash };
  }

  return {
    open: () => inTurn(async () => report(await examine(true))),
    brokenAt: () => scan?.brokenAt ?? '',
    append: (lines, admit) => inTurn(() => appendNow(lines, admit)),
    read: (from, limit) =>
      inTurn(async () => {
        await ready();
        return collect(from, limit);
      }),
    verifyAll,
    putAside: (target) =>
      inTurn(async () => {
        await closeHandle();
        await moveJournal(folder, target);
        await makeFolder(folder);
        verified.forget();
        tornCut = false;
        await examine(true);
      }),
    bringBack: (source) =>
      inTurn(async () => {
        await closeHandle();
        await replaceEmptyJournal(folder, source);
        verified.forget();
        tornCut = false;
        await examine(false);
      }),
    close: () => {
      closed = true;
      return inTurn(closeHandle);
    },
  };
}

function checkChain(line: JournalLine, end: ChainEnd): void {
  if (line.sequence !== end.sequence + 1) {
    refuse('journalGap', { expected: end.sequence + 1, received: line.sequence });
  }
  if (line.previousHash !== end.hash) refuse('journalDiverged', { sequence: line.sequence });
  if (line.payload === null || quickHash(line.payload) !== line.payloadHash) refuse('badLine', { sequence: line.sequence });
  if (/[\t\n\r]/.test(line.payload)) refuse('badLine', { sequence: line.sequence });
}

/** The predecessor's hash that the first of these lines names. */
function firstPreviousHash(content: Buffer): string {
  return content.subarray(0, 200).toString('utf8').split('\t')[1] ?? '';
}
