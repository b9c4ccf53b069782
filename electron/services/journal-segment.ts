import { hash } from 'node:crypto';
import { operationPayloadSchema } from '../../shared/journal/operation-payload.ts';
import { follows, lineHash, ORIGIN_HASH, parseLine } from '../../shared/journal/line.ts';
import type { JournalLine } from '../../shared/contract/host-calls.ts';

/** Where the chain stands after some line: what the next line must follow, and what the report tells of it. */
export interface ChainEnd {
  sequence: number;
  hash: string;
  /** Id of the book, from the first payload that was not erased; `''` while there is none. */
  book: string;
  lastAt: string;
}

export const CHAIN_START: ChainEnd = { sequence: 0, hash: ORIGIN_HASH, book: '', lastAt: '' };

export interface SegmentScan {
  end: ChainEnd;
  /** Bytes up to the end of the last valid line. */
  validBytes: number;
  /** First line that does not fit, counted from 1. */
  fault: { line: number; kind: 'torn' | 'broken' } | null;
}

/** SHA-256 by the system's own code. */
export function quickHash(text: string): string {
  return hash('sha256', text, 'hex');
}

const LINE_FEED = 10;
const NAME = /^journal-(\d{12})\.txt$/;

/** A file of the journal is named by the sequence of its first line. */
export function segmentName(firstSequence: number): string {
  return `journal-${String(firstSequence).padStart(12, '0')}.txt`;
}

/** The sequence a file name promises; `null` for files that are not the journal's. */
export function segmentStart(name: string): number | null {
  const digits = NAME.exec(name)?.[1];
  return digits === undefined ? null : Number(digits);
}

/**
 * Checks every line of one file against the chain, and hands the valid ones over in order.
 * @param visit answers whether it wants more
 */
export function scanSegment(bytes: Buffer, start: ChainEnd, visit?: (line: JournalLine) => boolean): SegmentScan {
  let end = start;
  let offset = 0;
  for (let number = 1; offset < bytes.length; number += 1) {
    const feed = bytes.indexOf(LINE_FEED, offset);
    const text = bytes.toString('utf8', offset, feed === -1 ? bytes.length : feed);
    const line = feed === -1 ? null : parseLine(text, quickHash);
    if (line === null || !follows(line, end.sequence, end.hash)) {
      return { end, validBytes: offset, fault: { line: number, kind: isTorn(bytes, feed, text) ? 'torn' : 'broken' } };
    }
    end = advance(end, line);
    offset = feed + 1;
    if (visit?.(line) === false) break;
  }
  return { end, validBytes: offset, fault: null };
}

/** Where the line with this many lines before it begins. */
export function offsetOfLine(bytes: Buffer, before: number): number {
  let offset = 0;
  for (let count = 0; count < before && offset < bytes.length; count += 1) offset = bytes.indexOf(LINE_FEED, offset) + 1;
  return offset;
}

/**
 * A write that never finished leaves a last line without its line feed, or blocks of NUL where the disk had given room
 * but no data. Anything else was once whole, was perhaps acknowledged, and is damage.
 */
function isTorn(bytes: Buffer, feed: number, text: string): boolean {
  return feed === -1 || (feed === bytes.length - 1 && text.includes('\0'));
}

/** The chain's end after one more line. */
export function advance(end: ChainEnd, line: JournalLine): ChainEnd {
  const next = { ...end, sequence: line.sequence, hash: lineHash(line, quickHash) };
  if (line.payload === null) return next;
  // Only two short fields are wanted, from text our own schema let in: reading them by pattern spares a JSON parse per
  // line at start. A payload's own fields come before `changes`, so the first match is the payload's.
  const book = end.book === '' ? readBook(line.payload) : end.book;
  const at = /"at":"([^"\\]{10,40})"/.exec(line.payload.slice(0, 1000))?.[1];
  return { ...next, book, lastAt: at ?? end.lastAt };
}

function readBook(payload: string): string {
  try {
    const parsed = operationPayloadSchema.safeParse(JSON.parse(payload));
    return parsed.success ? parsed.data.book : '';
  } catch {
    return '';
  }
}
