import { FailureError } from '../../shared/contract/result.ts';
import { errorCode, isFull, isSystemError } from './durable-file.ts';
import { EXIT } from './exit-codes.ts';
import type { HostWord } from './host-words.ts';

/** Why a host did not open, for the start script, a terminal and a window. */
export interface StartFailure {
  /** What the start script words. */
  exit: number;
  /** For whoever helps: code and place, no data of the book. */
  line: string;
  word: HostWord;
}

/** What the host itself refuses to open; anything else it says of a folder is of a file in it. */
const REFUSED: Record<string, Omit<StartFailure, 'line'> | undefined> = {
  notASample: { exit: EXIT.notASample, word: 'folderNotASample' },
  folderNotPrivate: { exit: EXIT.notPrivate, word: 'folderNotPrivate' },
};
const UNREADABLE = { exit: EXIT.damaged, word: 'folderUnreadable' } as const;

/** What keeps a host from opening its data folder; whatever it is, it is said and the host ends. */
export function startFailure(error: unknown): StartFailure {
  if (error instanceof FailureError) {
    const { code, parameters = {} } = error.failure;
    return { ...(REFUSED[code] ?? UNREADABLE), line: `${code} ${JSON.stringify(parameters)}` };
  }
  const line = String(error);
  if (isFull(error)) return { exit: EXIT.diskFull, line, word: 'diskFull' };
  return isSystemError(error) ? { exit: EXIT.unusable, line, word: 'folderUnusable' } : { exit: 1, line, word: 'folderUnreadable' };
}

/** The exit for a desk whose port cannot be had: Windows refuses one it keeps for itself with EACCES, as if it were not allowed. */
export function portExit(error: unknown): number {
  const code = errorCode(error);
  return code === 'EADDRINUSE' || code === 'EACCES' ? EXIT.portBusy : 1;
}
