import { z } from 'zod';
import { isPin } from '../domain/pin.ts';
import type { Result } from './result.ts';

/**
 * The contract between the page and its host: name → input schema → result. Both hosts check every input against
 * these schemas before a service sees it; the page only ever sees `HostApi`.
 */

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const personId = z.string().min(1).max(64);
const pin = z.string().refine(isPin);
const leaseToken = z.string().min(1).max(64);
const databaseName = z.string().regex(/^qiantai-[0-9a-z-]{1,60}$/);
const fileBytes = z.instanceof(Uint8Array);

export const journalLineSchema = z.object({
  sequence: z.int().min(1),
  previousHash: sha256,
  payloadHash: sha256,
  /** `null` once the payload was lawfully erased: the chain runs over payload hashes and stays whole. */
  payload: z.string().nullable(),
});
/** One operation as the journal on disk holds it. */
export type JournalLine = z.infer<typeof journalLineSchema>;

/** What the host found on disk. Only `healthy` and `tornCut` let the page write. */
export interface JournalReport {
  state: 'absent' | 'healthy' | 'tornCut' | 'broken';
  /** Sequence and hash of the last valid line; 0 and 64 zeros when there is none. */
  sequence: number;
  hash: string;
  /** The book (database id) the lines belong to; `''` when there is no line. */
  book: string;
  /** Time of the last line's operation, ISO 8601 UTC; `''` when there is no line. */
  lastAt: string;
  /** File and line number of the first broken place, for the recovery screen; `''` otherwise. */
  brokenAt: string;
}

export interface HostDescription {
  host: 'electron' | 'browser';
  appVersion: string;
  platform: string;
  dataFolder: string;
  sample: boolean;
  /** Milliseconds to add to the PC's clock: 0 except in test builds. */
  clockOffsetMs: number;
  testBuild: boolean;
}

/** First step of the boot gate: what the keeper of the storage knows before the database is opened. */
export interface BookState {
  /** Name of the IndexedDB database in force; `''` before the first start has finished. */
  database: string;
  /** Highest data version ever written into this folder; 0 when new. */
  schemaVersion: number;
  journal: JournalReport;
  freeBytes: number;
  snapshots: number;
}

export const snapshotHeaderSchema = z.object({
  reason: z.enum(['scheduled', 'manual', 'beforeMigration', 'beforeRestore']),
  book: z.string(),
  schemaVersion: z.int(),
  appVersion: z.string(),
  /** Sequence and chain hash of the last operation inside the snapshot. */
  sequence: z.int().min(0),
  hash: sha256,
  takenAt: z.string(),
  rowCounts: z.record(z.string(), z.int()),
});
export type SnapshotHeader = z.infer<typeof snapshotHeaderSchema>;

export interface SnapshotEntry extends SnapshotHeader {
  name: string;
  bytes: number;
  /** SHA-256 of the exported text before compression, checked again when it is read. */
  contentHash: string;
  place: 'main' | 'second';
  sealed: boolean;
  /** Set when the file could not be read or its hash does not fit. */
  damaged: boolean;
}

/** A finished snapshot, and what became of its sealed copy: a stick that was pulled out does not cost the first. */
export interface FinishedSnapshot extends SnapshotEntry {
  second: 'none' | 'written' | 'noPassphrase' | 'failed';
  /** Failure code when `second` is `failed`; `''` otherwise. */
  secondError: string;
}

export interface SecondFolderState {
  named: boolean;
  /** Whether a passphrase was set: without one nothing is written there. */
  passphraseSet: boolean;
}

export const keptReasonSchema = z.enum(['empty', 'backup', 'rewritten', 'putBack']);
/** Why data were put aside: for an empty book, for a backup, for a safety copy written anew, for others that were put back. */
export type KeptReason = z.infer<typeof keptReasonSchema>;

/** Data that were put aside: a journal, and what leads back to it. */
export interface KeptEntry {
  name: string;
  at: string;
  why: KeptReason;
  /** Of its last valid line; 0 and `''` when there is none, or an older program put it aside. */
  sequence: number;
  lastAt: string;
  /** File and line number of the first broken place; `''` when it was whole. */
  brokenAt: string;
  bytes: number;
  /** Whether its PINs lie with it: without them it cannot be put back. */
  withPins: boolean;
}

/** A path as it is pasted: Windows' "Copy as path" puts it in quotes. */
const pastedPath = z
  .string()
  .max(1000)
  .transform((text) => text.trim().replace(/^"(.*)"$/, '$1'));

export const hostSettingsSchema = z.object({
  /** A second folder (USB stick, share) for sealed snapshots; `''` for none. */
  secondFolder: pastedPath,
  snapshotEveryHours: z.number().min(1).max(168),
  keepDaily: z.int().min(1).max(400),
  keepMonthly: z.int().min(0).max(120),
  /** Printer for A4/A5 sheets and for the 80 mm roll; `''` = the system's default with its dialog. */
  sheetPrinter: z.string().max(300),
  rollPrinter: z.string().max(300),
  printSilently: z.boolean(),
  /** Shift of the whole page in millimetres, per printer name. */
  printerOffsets: z.record(z.string(), z.object({ x: z.number().min(-30).max(30), y: z.number().min(-30).max(30) })),
  /** Official letters in the PC's own 仿宋 (DOMAIN §13). Settings of before it could be chosen have none. */
  systemFangSong: z.boolean().default(false),
});
export type HostSettings = z.infer<typeof hostSettingsSchema>;

const printJobSchema = z.object({
  title: z.string().max(300),
  html: z.string().max(60_000_000),
  pageSize: z.object({ widthMm: z.number().min(20).max(500), heightMm: z.number().min(20).max(3000) }),
});
export type PrintJob = z.infer<typeof printJobSchema>;

export interface PrinterEntry {
  name: string;
  displayName: string;
  isDefault: boolean;
}

export interface PinState {
  /** Ids of the people who have a PIN at this PC. */
  withPin: string[];
  /** Who is unlocked; `''` for nobody. */
  unlocked: string;
  recoveryCodeExists: boolean;
}

export interface UnlockOutcome {
  outcome: 'unlocked' | 'wrong' | 'wait' | 'noPin';
  /** Milliseconds before the next try is looked at (slowed after wrong tries); 0 when none. */
  waitMs: number;
}

export interface ScanEntry {
  sha256: string;
  /** Sniffed from the bytes, never from the name; SVG and everything else is refused. */
  type: 'application/pdf' | 'image/jpeg' | 'image/png';
  bytes: number;
}

function call<Value>() {
  return <Input extends z.ZodType>(input: Input) => ({ input, result: undefined as Value | undefined });
}

const nothing = z.undefined();

export const hostCalls = {
  describeHost: call<HostDescription>()(nothing),
  /** Test builds only: sets the one clock of page and host. Fails with `notATestBuild` otherwise. */
  setClock: call<{ clockOffsetMs: number }>()(z.object({ at: z.iso.datetime() })),

  // The write lease: one page holds it; a second window or tab is told where the desk is open.
  takeLease: call<{ token: string } | { heldElsewhere: true }>()(nothing),
  /** A sign of life; tells the page also when the journal was found broken while the desk runs (`''` while it is sound). */
  renewLease: call<{ held: boolean; journalBrokenAt: string }>()(z.object({ token: leaseToken })),
  releaseLease: call<null>()(z.object({ token: leaseToken })),

  // The book: journal, watermark, database in force.
  openBook: call<BookState>()(nothing),
  /** Takes lines in order after the last one; the same sequence with the same hash is a no-op. fsync before answering. */
  appendLines: call<{ sequence: number; hash: string }>()(
    z.object({ lease: leaseToken, lines: z.array(journalLineSchema).min(1).max(500) }),
  ),
  /** Lines from a sequence on, at most `limit`; empty when there are none. */
  readLines: call<{ lines: JournalLine[] }>()(z.object({ from: z.int().min(1), limit: z.int().min(1).max(5000) })),
  /** Switches the `current` pointer (fsync) after a first start, a replay or a restore that was checked. */
  switchDatabase: call<null>()(z.object({ lease: leaseToken, database: databaseName, schemaVersion: z.int().min(1) })),
  /** Puts journal and pins aside (kept, never removed) and begins an empty book. `typed` must be the folder's word. */
  startEmpty: call<{ keptIn: string }>()(
    z.object({ lease: leaseToken, typed: z.literal('EMPTY'), why: keptReasonSchema.extract(['empty', 'backup']) }),
  ),
  /**
   * Puts a damaged or missing journal aside (kept) and begins it anew for the same book: its lines are then appended from
   * a sound database, up to this last operation of it. Fails with `journalDiverged` at the end when they are other lines, and
   * with `notAllowed` while nobody is unlocked who may manage.
   */
  rewriteJournal: call<{ keptIn: string }>()(
    z.object({ lease: leaseToken, book: z.string().min(1).max(64), sequence: z.int().min(1), hash: sha256 }),
  ),

  /** What was put aside, newest first. */
  listKept: call<KeptEntry[]>()(nothing),
  /**
   * Puts data that were put aside back into force, with their PINs, and the present ones aside the same way. The page reloads
   * after it. Fails with `keptMissing`, `keptWithoutPins`, `notAllowed` (somebody is unlocked who may not manage).
   */
  putBack: call<null>()(z.object({ lease: leaseToken, name: z.string().regex(/^book-[0-9A-Za-z-]{1,60}$/) })),

  // Snapshots: written temp → fsync → rename, streamed in chunks.
  /** Those that can be listed; `checkSecondFolder` says why those of the second folder are not. */
  listSnapshots: call<SnapshotEntry[]>()(nothing),
  /** Fails with `secondFolderMissing`, `secondFolderFailed` (its disk or share gives an error), `secondFolderSilent`. */
  checkSecondFolder: call<SecondFolderState>()(nothing),
  beginSnapshot: call<{ id: string }>()(z.object({ lease: leaseToken, header: snapshotHeaderSchema })),
  writeSnapshot: call<null>()(z.object({ id: z.string().max(64), chunk: fileBytes })),
  finishSnapshot: call<FinishedSnapshot>()(z.object({ id: z.string().max(64), contentHash: sha256 })),
  /** `scansFailed`: scans beside a sealed snapshot that could not be brought back. */
  readSnapshot: call<{ chunk: Uint8Array; next: number; done: boolean; scansFailed: number }>()(
    z.object({ name: z.string().max(200), place: z.enum(['main', 'second']), offset: z.int().min(0), passphrase: z.string().max(300) }),
  ),
  setSnapshotPassphrase: call<null>()(z.object({ passphrase: z.string().min(8).max(300) })),

  // People at the desk: PINs (scrypt) and who is unlocked. The host refuses lines of anybody else.
  pinState: call<PinState>()(nothing),
  unlock: call<UnlockOutcome>()(z.object({ personId, pin })),
  lock: call<null>()(nothing),
  /** The first PIN of an empty folder; afterwards only while a person with `mayManage` is unlocked, or one's own. */
  setPin: call<null>()(z.object({ personId, pin, mayManage: z.boolean() })),
  removePin: call<null>()(z.object({ personId })),
  /** A decision taken at the desk by somebody who is not the unlocked person, for one operation id. */
  confirmByPin: call<UnlockOutcome>()(z.object({ personId, pin, operationId: z.string().min(1).max(64) })),
  /** A new one-time code, shown and printed once; only its scrypt hash is kept. */
  makeRecoveryCode: call<{ code: string }>()(nothing),
  useRecoveryCode: call<UnlockOutcome>()(z.object({ code: z.string().max(60), personId, newPin: pin })),

  // Scans: files named by their SHA-256.
  storeScan: call<ScanEntry>()(z.object({ bytes: fileBytes })),
  readScan: call<{ bytes: Uint8Array; type: ScanEntry['type'] }>()(z.object({ sha256 })),

  // Paper.
  listPrinters: call<PrinterEntry[]>()(nothing),
  /**
   * Electron: asks where the file goes and writes it; `pdf` is empty. Browser host: `file: 'page'`, the page hands `pdf` to the
   * browser's own downloads.
   */
  savePdf: call<{ file: 'saved' | 'cancelled' | 'page'; pdf: Uint8Array }>()(printJobSchema),
  /** Electron: sends to the printer. Browser host: `paper: 'window'`, the page opens its print window and asks. */
  printPaper: call<{ paper: 'sent' | 'window' | 'cancelled'; url: string }>()(
    printJobSchema.extend({ printer: z.string().max(300), silent: z.boolean(), copies: z.int().min(1).max(99) }),
  ),

  // The PC.
  readHostSettings: call<HostSettings>()(nothing),
  writeHostSettings: call<HostSettings>()(hostSettingsSchema),
  freeSpace: call<{ freeBytes: number }>()(nothing),
} as const;

export type HostCalls = typeof hostCalls;
export type HostCallName = keyof HostCalls;
export type HostInput<Name extends HostCallName> = z.infer<HostCalls[Name]['input']>;
export type HostValue<Name extends HostCallName> = NonNullable<HostCalls[Name]['result']> | Extract<HostCalls[Name]['result'], null>;

/** What a host offers its page: one function a call, each answering with the envelope. */
export type HostApi = {
  [Name in HostCallName]: HostInput<Name> extends undefined
    ? () => Promise<Result<HostValue<Name>>>
    : (input: HostInput<Name>) => Promise<Result<HostValue<Name>>>;
};
