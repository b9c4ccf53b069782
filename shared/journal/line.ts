import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { JournalLine } from '../contract/host-calls.ts';

/** Hash before the first line of a book. */
export const ORIGIN_HASH = '0'.repeat(64);

/** What stands in the file where a payload was lawfully erased (DOMAIN §15). JSON text can never be a lone hyphen. */
const ERASED = '-';

/** SHA-256 of a text, lower-case hex. The host passes its own, which is ten times quicker, where it reads whole journals. */
export type HashText = (text: string) => string;

/** SHA-256 of a text, lower-case hex, on any platform. */
export function hashText(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/**
 * Hash of a line, which the next line names as its predecessor. It covers the payload's hash, not the payload, so that
 * erasing a payload keeps the chain.
 */
export function lineHash(line: Pick<JournalLine, 'sequence' | 'previousHash' | 'payloadHash'>, hash: HashText = hashText): string {
  return hash(`${line.sequence}\t${line.previousHash}\t${line.payloadHash}`);
}

/** One line of the file, with its line feed. JSON escapes tabs and line feeds, so four fields always stay four. */
export function formatLine(line: JournalLine): string {
  return `${line.sequence}\t${line.previousHash}\t${line.payloadHash}\t${line.payload ?? ERASED}\n`;
}

/** Reads one line without its line feed; `null` when it is not a whole, self-consistent line. */
export function parseLine(text: string, hash: HashText = hashText): JournalLine | null {
  const [sequenceText, previousHash, payloadHash, payloadText, ...rest] = text.split('\t');
  if (payloadText === undefined || previousHash === undefined || payloadHash === undefined || rest.length > 0) return null;
  const sequence = Number(sequenceText);
  if (!Number.isSafeInteger(sequence) || sequence < 1 || String(sequence) !== sequenceText) return null;
  if (!/^[0-9a-f]{64}$/.test(previousHash) || !/^[0-9a-f]{64}$/.test(payloadHash)) return null;
  const payload = payloadText === ERASED ? null : payloadText;
  if (payload !== null && hash(payload) !== payloadHash) return null;
  return { sequence, previousHash, payloadHash, payload };
}

/** Whether `line` may stand directly after a line with this sequence and hash. */
export function follows(line: JournalLine, sequence: number, hash: string): boolean {
  return line.sequence === sequence + 1 && line.previousHash === hash;
}
