/**
 * A hand scanner types like a keyboard: the characters of a barcode within a breath of each other, then Enter. What a person
 * types is slower by far, so speed and form tell the two apart (DOMAIN §4, §13).
 */

/** Longest pause between two characters of one scan, in milliseconds; the fastest typists need more than 80. */
const LONGEST_PAUSE_MS = 60;

/** Shortest text taken for a scan: `BY-1` no, `BY-2026-1` yes. */
const SHORTEST_SCAN = 6;

/** What Code 128 carries of our numbers and what other barcodes hold; nothing else is typed by a scanner here. */
const CHARACTER = /^[\w\-/.]$/;

/** Whether a scan can bring this text: a number with other characters has no bar code that leads back to it (DOMAIN §13). */
export function isScannable(text: string): boolean {
  return [...text].every((character) => CHARACTER.test(character));
}

export interface ScanState {
  text: string;
  /** Time of the last character, in milliseconds. */
  at: number;
}

export const NO_SCAN: ScanState = { text: '', at: 0 };

export interface ScanStep {
  state: ScanState;
  /** The number that was scanned; `''` while nothing is complete. */
  scanned: string;
}

/** Takes one key with the time it was pressed at. Keys that only shift others leave the scan as it is. */
export function takeScanKey(state: ScanState, key: string, at: number): ScanStep {
  if (key === 'Shift' || key === 'CapsLock') return { state, scanned: '' };
  const follows = state.text !== '' && at - state.at <= LONGEST_PAUSE_MS;
  if (key === 'Enter') {
    const scanned = follows && state.text.length >= SHORTEST_SCAN ? state.text.toUpperCase() : '';
    return { state: NO_SCAN, scanned };
  }
  if (!CHARACTER.test(key)) return { state: NO_SCAN, scanned: '' };
  return { state: { text: follows ? state.text + key : key, at }, scanned: '' };
}
