import { createHash, randomBytes, type Hash } from 'node:crypto';
import { createReadStream, createWriteStream, type WriteStream } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { createGzip, type Gzip } from 'node:zlib';
import { once } from 'node:events';
import type { FinishedSnapshot, HostSettings, SecondFolderState, SnapshotEntry, SnapshotHeader } from '../../shared/contract/host-calls.ts';
import type { Adoption } from './adoption.ts';
import type { Faults } from './faults.ts';
import type { HostLog } from './host-log.ts';
import { createMainSnapshots } from './main-snapshots.ts';
import type { Pins } from './pins.ts';
import { refuse } from './refuse.ts';
import type { Scans } from './scans.ts';
import type { OpenKey, Sealing } from './sealing.ts';
import { openSecondFolder, secondFolderFailure, type SecondFolder } from './second-folder.ts';
import { createSecondReach, type SecondReach, type Silence } from './second-reach.ts';
import { createSerial } from './serial.ts';
import { joinSnapshot, readSnapshotContent, snapshotName, type SnapshotFileHeader } from './snapshot-file.ts';
import { expiredSnapshots, type RetentionScope } from './snapshot-retention.ts';
import { dropTemporary, errorCode } from './durable-file.ts';
import { FailureError } from '../../shared/contract/result.ts';

export interface Snapshots {
  list(): Promise<SnapshotEntry[]>;
  count(): Promise<number>;
  /** Fails with `secondFolderMissing`, `secondFolderFailed`, `secondFolderSilent`. */
  checkSecond(): Promise<SecondFolderState>;
  begin(header: SnapshotHeader): Promise<{ id: string }>;
  /** Fails with `snapshotNotBegun`. */
  write(id: string, chunk: Uint8Array): Promise<void>;
  /** Fails with `snapshotNotBegun`, `snapshotDamaged` (what arrived is not what was sent). */
  finish(id: string, contentHash: string): Promise<FinishedSnapshot>;
  /** The content piece by piece; the whole file is checked before the first piece is handed out. */
  read(request: {
    name: string;
    place: 'main' | 'second';
    offset: number;
    passphrase: string;
  }): Promise<{ chunk: Uint8Array; next: number; done: boolean; scansFailed: number }>;
  /** The host closes: nothing goes on in a second folder. Answers whether all of it has ended, or a call into one still hangs. */
  end(): Promise<boolean>;
}

interface SnapshotParts {
  folder: string;
  settings: () => HostSettings;
  sealing: Sealing;
  scans: Scans;
  pins: Pins;
  adoption: Adoption;
  /** Whether the journal on disk has no line, looked at anew: only then a snapshot may vouch for lines to come. */
  journalIsEmpty: () => Promise<boolean>;
  faults: Faults;
  log: HostLog;
  /** How long the second folder may be silent. */
  silence?: Silence | undefined;
}

interface Pending {
  id: string;
  header: SnapshotHeader;
  body: string;
  gzip: Gzip;
  output: WriteStream;
  hash: Hash;
  bytes: number;
  failed: Promise<unknown>;
}

interface Unpacked {
  file: string;
  bytes: number;
  scansFailed: number;
}

/** Where a snapshot's bytes come from. */
interface SnapshotSource {
  content: Readable;
  key: OpenKey | null;
  restoreScans(): Promise<number>;
}

interface SecondPlace {
  chosen: string;
  reach: SecondReach;
}

const CHUNK_BYTES = 4 * 1024 * 1024;

export function createSnapshots(parts: SnapshotParts): Snapshots {
  const { folder, settings, sealing, scans, pins, adoption, faults, log } = parts;
  const inTurn = createSerial();
  const main = createMainSnapshots(folder);
  let pending: Pending | null = null;
  let reading: (Unpacked & { key: string }) | null = null;
  /** By the folder: one that was chosen before may still hang. */
  const places = new Map<string, SecondPlace>();

  /** The second folder of the settings and the way to it; another folder that is chosen answers for itself. `null` where none is. */
  function secondPlace(): SecondPlace | null {
    const { secondFolder } = settings();
    if (secondFolder === '') return null;
    const place = places.get(secondFolder) ?? { chosen: secondFolder, reach: createSecondReach(parts.silence) };
    places.set(secondFolder, place);
    return place;
  }

  async function listSecond(): Promise<SnapshotEntry[]> {
    const second = secondPlace();
    if (second === null) return [];
    return second.reach
      .look((alive) => openSecondFolder(second.chosen, alive).list())
      .catch((error: unknown) => {
        log.note('secondFolder', detailOf(error));
        return [];
      });
  }

  async function checkSecond(): Promise<SecondFolderState> {
    const second = secondPlace();
    if (second !== null) {
      await second.reach
        .look(() => openSecondFolder(second.chosen).check())
        .catch((error: unknown) => Promise.reject(error instanceof FailureError ? error : new FailureError('secondFolderFailed')));
    }
    return { named: second !== null, passphraseSet: sealing.current() !== null };
  }

  async function abandon(): Promise<void> {
    const left = pending;
    pending = null;
    if (left === null) return;
    left.gzip.destroy();
    left.output.destroy();
    // A file that is only being opened would appear after it was removed.
    await finished(left.output).catch(() => undefined);
    await dropTemporary(left.body);
  }

  async function begin(header: SnapshotHeader): Promise<{ id: string }> {
    await abandon();
    const id = randomBytes(12).toString('hex');
    const body = path.join(folder, `${id}.body.tmp`);
    const gzip = createGzip();
    const output = createWriteStream(body, { flags: 'wx', mode: 0o600 });
    gzip.pipe(output);
    // An error of the disk comes as an event, long before anybody waits for it.
    const failed = once(output, 'error').then(([error]) => error);
    failed.catch(() => undefined);
    pending = { id, header, body, gzip, output, hash: createHash('sha256'), bytes: 0, failed };
    return { id };
  }

  function requirePending(id: string): Pending {
    return pending?.id === id ? pending : refuse('snapshotNotBegun');
  }

  async function write(id: string, chunk: Uint8Array): Promise<void> {
    const current = requirePending(id);
    try {
      faults.reach('snapshot');
      current.hash.update(chunk);
      current.bytes += chunk.length;
      if (current.output.errored !== null) throw current.output.errored;
      if (!current.gzip.write(chunk)) {
        const error = await Promise.race([once(current.gzip, 'drain').then(() => null), current.failed]);
        if (error !== null) throw error;
      }
    } catch (error) {
      await abandon();
      throw error;
    }
  }

  async function finish(id: string, contentHash: string): Promise<FinishedSnapshot> {
    const current = requirePending(id);
    try {
      current.gzip.end();
      await finished(current.output);
      if (current.hash.digest('hex') !== contentHash) refuse('snapshotDamaged');
      const header: SnapshotFileHeader = { ...current.header, contentHash, contentBytes: current.bytes, recovery: pins.recoveryHash() };
      const name = snapshotName(header, id.slice(0, 6));
      const file = path.join(folder, name);
      await joinSnapshot(file, header, current.body);
      const entry = await main.entry(name);
      if (entry === null || entry.damaged) {
        await rm(file, { force: true });
        refuse('snapshotDamaged');
      }
      const second = await copyToSecond(file, header);
      // What is too old may stay a while longer: the snapshot itself is on disk.
      await removeExpired({ book: header.book, now: header.takenAt }).catch((error: unknown) =>
        log.note('expiredSnapshots', errorCode(error)),
      );
      return { ...entry, ...second };
    } finally {
      await abandon();
    }
  }

  /** A stick that was pulled out must not cost the snapshot on this disk; the answer tells what happened. */
  async function copyToSecond(file: string, header: SnapshotFileHeader): Promise<Pick<FinishedSnapshot, 'second' | 'secondError'>> {
    const second = secondPlace();
    const key = sealing.current();
    if (second === null) return { second: 'none', secondError: '' };
    if (key === null) return { second: 'noPassphrase', secondError: '' };
    try {
      await carry(second, (there) => there.copy(file, header, key, scans));
      return { second: 'written', secondError: '' };
    } catch (error) {
      log.note('secondFolder', detailOf(error));
      return { second: 'failed', secondError: secondFolderFailure(error).failure.code };
    }
  }

  function carry<Value>({ chosen, reach }: SecondPlace, work: (there: SecondFolder) => Promise<Value>): Promise<Value> {
    return reach.carry(
      () => openSecondFolder(chosen).check(),
      (alive) => work(openSecondFolder(chosen, alive)),
    );
  }

  async function removeExpired(scope: RetentionScope): Promise<void> {
    faults.reach('expire');
    for (const name of expiredSnapshots(await main.list(), settings(), scope)) await rm(path.join(folder, name), { force: true });
    const second = secondPlace();
    if (second === null) return;
    for (const name of expiredSnapshots(await listSecond(), settings(), scope)) {
      await second.reach.look(() => openSecondFolder(second.chosen).remove(name)).catch(() => undefined);
    }
  }

  function unpack(name: string, from: 'main' | 'second', passphrase: string): Promise<Unpacked> {
    if (from === 'main') return unpackFrom(() => openMain(name));
    return carry(secondPlace() ?? refuse('secondFolderMissing'), (there) =>
      unpackFrom(async () => {
        const { content, key } = await there.unseal(name, passphrase);
        return { content, key, restoreScans: () => there.restoreScans(key, scans) };
      }),
    );
  }

  /** Unpacks and checks the whole file beside the snapshots; the data folder holds the same data anyway. */
  async function unpackFrom(openSource: () => Promise<SnapshotSource>): Promise<Unpacked> {
    const file = path.join(folder, `${randomBytes(8).toString('hex')}.reading.tmp`);
    const output = await open(file, 'wx', 0o600);
    try {
      const source = await openSource();
      const header = await readSnapshotContent(source.content, async (piece) => {
        await output.appendFile(piece);
      });
      await vouch(header, source.key);
      return { file, bytes: header.contentBytes, scansFailed: await source.restoreScans() };
    } catch (error) {
      await dropTemporary(file);
      throw error;
    } finally {
      await output.close();
    }
  }

  async function openMain(name: string): Promise<SnapshotSource> {
    if (!(await main.names()).includes(name)) refuse('snapshotMissing');
    return { content: createReadStream(path.join(folder, name)), key: null, restoreScans: () => Promise.resolve(0) };
  }

  /**
   * On a PC that has no line of any book yet, this snapshot speaks for its lines and its recovery code, and its passphrase seals
   * those that follow it in the second folder.
   */
  async function vouch(header: SnapshotFileHeader, key: OpenKey | null): Promise<void> {
    if (!(await parts.journalIsEmpty())) return;
    await adoption.offer(header);
    if (key !== null) await sealing.adopt(key);
    if (header.recovery !== null) await pins.adoptRecoveryHash(header.recovery);
  }

  async function read({ name, place: from, offset, passphrase }: Parameters<Snapshots['read']>[0]) {
    const key = `${from}/${name}`;
    if (offset === 0 || reading === null || reading.key !== key) {
      if (reading !== null) await dropTemporary(reading.file);
      reading = null;
      reading = { key, ...(await unpack(name, from, passphrase)) };
    }
    const { file, bytes, scansFailed } = reading;
    const chunk = await pieceOf(file, offset, Math.max(0, Math.min(CHUNK_BYTES, bytes - offset)));
    const next = offset + chunk.length;
    const done = next >= bytes;
    if (done) {
      await dropTemporary(file);
      reading = null;
    }
    return { chunk, next, done, scansFailed };
  }

  return {
    list: async () => [...(await main.list()), ...(await listSecond())].sort((one, other) => other.takenAt.localeCompare(one.takenAt)),
    checkSecond,
    count: async () => (await main.names()).length,
    begin: (header) => inTurn(() => begin(header)),
    write: (id, chunk) => inTurn(() => write(id, chunk)),
    finish: (id, contentHash) => inTurn(() => finish(id, contentHash)),
    read: (request) => inTurn(() => read(request)),
    end: async () => (await Promise.all([...places.values()].map(({ reach }) => reach.end()))).every(Boolean),
  };
}

/** For the log. */
function detailOf(error: unknown): string {
  return error instanceof FailureError ? error.failure.code : errorCode(error);
}

/** A piece of a file. Fails with `snapshotUnreadable` where it has become shorter: what is not there must not be read as zeros. */
async function pieceOf(file: string, offset: number, length: number): Promise<Uint8Array> {
  const piece = new Uint8Array(length);
  const handle = await open(file, 'r');
  try {
    const { bytesRead } = await handle.read(piece, 0, length, offset);
    return bytesRead > 0 || length === 0 ? piece.subarray(0, bytesRead) : refuse('snapshotUnreadable');
  } finally {
    await handle.close();
  }
}
