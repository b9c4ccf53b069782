import path from 'node:path';
import { hostCalls, type BookState, type HostDescription, type HostSettings } from '../../shared/contract/host-calls.ts';
import { openAdoption } from './adoption.ts';
import { openBookPointer } from './book-pointer.ts';
import type { Clock } from './clock.ts';
import { openConfirmations } from './confirmations.ts';
import { openDataFolder } from './data-folder.ts';
import { createDispatch, route, type Dispatch } from './dispatcher.ts';
import { createFaults } from './faults.ts';
import { createHostLog, type HostLog } from './host-log.ts';
import { openHostSettings } from './host-settings.ts';
import { createJournal } from './journal.ts';
import { createLease, type Lease } from './lease.ts';
import { createLineGuard, resumePresence } from './line-guard.ts';
import { NO_PINS, openPins, pinFileSchema } from './pins.ts';
import { openPresence } from './presence.ts';
import type { Printing } from './printing.ts';
import { createPutAside } from './put-aside.ts';
import { refuse } from './refuse.ts';
import { createScans } from './scans.ts';
import { openSealing } from './sealing.ts';
import type { Silence } from './second-reach.ts';
import { createSerial } from './serial.ts';
import { createSnapshots } from './snapshots.ts';
import { openStateFile } from './state-file.ts';
import { freeBytesAt } from './storage-watch.ts';

export interface HostOptions {
  kind: HostDescription['host'];
  /** Data folder; made when it is not there. */
  folder: string;
  sample: boolean;
  /** Origin whose IndexedDB holds the database: another one is another, empty store, whatever the pointer says. */
  store: string;
  appVersion: string;
  testBuild: boolean;
  clock: Clock;
  printing: Printing;
  /** What a test breaks (`QIANTAI_FAULT`); ignored outside test builds. */
  faults?: string;
  /** For tests: small files, quick hashes, little patience. */
  segmentBytes?: number;
  scryptCost?: number;
  sealWorkFactor?: number;
  silence?: Silence;
}

/** The keeper of the storage, the same in both hosts. */
export interface Host {
  dispatch: Dispatch;
  lease: Lease;
  log: HostLog;
  sample: boolean;
  settings(): HostSettings;
  /** Nobody is at the desk: its page has died. */
  lock(): Promise<void>;
  /** Ends the unlocked span and closes the files. */
  close(): Promise<void>;
  /** Once it has closed: whether a call into a share hangs that nothing can end but the system (`end-process.ts`). */
  hangs(): boolean;
}

/** Every line of the journal is checked again this long after the start, when the desk has settled, and then every few hours. */
const VERIFY_AFTER_MS = 60_000;
const VERIFY_EVERY_MS = 6 * 3600_000;
/** When a test asks for it. */
const QUICKLY_MS = 100;

export async function createHost(options: HostOptions): Promise<Host> {
  const { clock, printing, testBuild } = options;
  const folder = await openDataFolder(options.folder, options.sample);
  const log = createHostLog(folder.log);
  const faults = createFaults(testBuild, options.faults ?? '');
  const inRoot = (name: string): string => path.join(folder.root, name);
  const onDesk = (name: string): string => path.join(folder.desk, name);

  const settings = await openHostSettings(inRoot('settings.json'));
  const pointer = await openBookPointer(inRoot('current.json'), options.store, faults);
  const adoption = await openAdoption(onDesk('adoption.json'));
  const sealing = await openSealing(inRoot('sealing.json'), options.sealWorkFactor);
  const presence = await openPresence(onDesk('presence.log'), clock, faults);
  const confirmations = await openConfirmations(onDesk('confirmations.log'), clock);
  const pinFile = await openStateFile(onDesk('pins.json'), pinFileSchema, NO_PINS);
  const { scryptCost } = options;
  const scans = createScans(folder.scans, faults);
  const journal = await createJournal({ folder: folder.journal, kept: folder.kept, faults, segmentBytes: options.segmentBytes });
  const journalIsEmpty = async (): Promise<boolean> => {
    const { state, sequence } = await journal.open();
    return state !== 'broken' && sequence === 0;
  };
  const triesFile = onDesk('tries.json');
  const pins = await openPins({ file: pinFile, triesFile, clock, presence, confirmations, journalIsEmpty, faults, scryptCost });
  const lease = createLease(clock);
  const guard = createLineGuard({ presence, confirmations, pins, adoption });
  const snapshots = createSnapshots({
    folder: folder.snapshots,
    settings: settings.read,
    sealing,
    scans,
    pins,
    adoption,
    journalIsEmpty,
    faults,
    log,
    silence: options.silence,
  });

  const { store } = options;
  const aside = createPutAside({ kept: folder.kept, store, clock, journal, pins, pinFile, pointer, adoption, presence });

  // Each moves the journal in several steps: a second one, of an impatient click, waits until the first is through.
  const moveInTurn = createSerial();
  let verification: NodeJS.Timeout | undefined;
  let closed = false;
  let hangs = false;

  async function openBook(): Promise<BookState> {
    const report = await journal.open();
    if (report.state !== 'healthy') log.note('journal', `${report.state} ${report.brokenAt}`);
    if (report.sequence > 0 && report.state !== 'broken') {
      resumePresence(presence, (await journal.read(report.sequence, 1)).at(0));
    }
    verification ??= verifyLater(VERIFY_AFTER_MS);
    return {
      database: pointer.database(),
      schemaVersion: pointer.schemaVersion(),
      journal: report,
      freeBytes: await freeBytesAt(folder.root),
      snapshots: await snapshots.count(),
    };
  }

  /** Behind a page that died nobody has watched whether somebody sits here: whoever opens the next one types the PIN. */
  async function takeLease(): Promise<ReturnType<Lease['take']>> {
    const unwatched = lease.isSilent();
    const answer = lease.take();
    if (unwatched) await pins.lock();
    return answer;
  }

  function verifyLater(afterMs: number): NodeJS.Timeout {
    const work = async (): Promise<void> => {
      const report = await journal.verifyAll().catch(() => null);
      if (report === null || report.state === 'broken') log.note('journalVerify', report?.brokenAt ?? 'unreadable');
      // One that was under way when the host closed is the last.
      if (!closed) verification = verifyLater(VERIFY_EVERY_MS);
    };
    return setTimeout(() => void work(), faults.waitsAt('verify') ? QUICKLY_MS : afterMs).unref();
  }

  async function rewriteJournal(end: { book: string; sequence: number; hash: string }): Promise<{ keptIn: string }> {
    // It takes lines of anybody's on the word of the database, which a page can write: somebody has to answer for that.
    if (!pins.managerIsHere()) refuse('notAllowed');
    const keptIn = await aside.put('rewritten');
    await adoption.offer(end);
    log.note('journalRewritten', String(end.sequence));
    return { keptIn };
  }

  /** Crash-safe in this order: whatever is left behind, a second call finishes it. */
  async function startEmpty(why: 'empty' | 'backup'): Promise<{ keptIn: string }> {
    const keptIn = await aside.put(why);
    await pins.lock();
    await pinFile.write(NO_PINS);
    await adoption.clear();
    await pointer.clear();
    presence.resumeFromNow();
    return { keptIn };
  }

  async function checkSettings(next: HostSettings): Promise<void> {
    const now = settings.read();
    if (await pins.areNobodys()) return;
    if (pins.state().unlocked === '') refuse('notAllowed');
    const kept = ['secondFolder', 'snapshotEveryHours', 'keepDaily', 'keepMonthly'] as const;
    if (kept.some((name) => next[name] !== now[name]) && !pins.managerIsHere()) refuse('notAllowed');
  }

  const dispatch = createDispatch(
    {
      describeHost: route(hostCalls.describeHost, () => ({
        host: options.kind,
        appVersion: options.appVersion,
        platform: process.platform,
        dataFolder: folder.root,
        sample: folder.sample,
        clockOffsetMs: clock.offsetMs(),
        testBuild,
      })),
      setClock: route(hostCalls.setClock, ({ at }) => {
        clock.set(at);
        return { clockOffsetMs: clock.offsetMs() };
      }),
      takeLease: route(hostCalls.takeLease, takeLease),
      renewLease: route(hostCalls.renewLease, ({ token }) => ({ held: lease.renew(token), journalBrokenAt: journal.brokenAt() })),
      releaseLease: route(hostCalls.releaseLease, ({ token }) => done(lease.release(token))),
      openBook: route(hostCalls.openBook, openBook),
      appendLines: route(hostCalls.appendLines, (input) => {
        lease.require(input.lease);
        return journal.append(input.lines, guard);
      }),
      readLines: route(hostCalls.readLines, async ({ from, limit }) => ({ lines: await journal.read(from, limit) })),
      switchDatabase: route(hostCalls.switchDatabase, async (input) => {
        lease.require(input.lease);
        return done(await pointer.point(input.database, input.schemaVersion));
      }),
      startEmpty: route(hostCalls.startEmpty, (input) => {
        lease.require(input.lease);
        return moveInTurn(() => startEmpty(input.why));
      }),
      rewriteJournal: route(hostCalls.rewriteJournal, (input) => {
        lease.require(input.lease);
        return moveInTurn(() => rewriteJournal(input));
      }),
      listKept: route(hostCalls.listKept, aside.list),
      putBack: route(hostCalls.putBack, async (input) => {
        lease.require(input.lease);
        log.note('putBack', input.name);
        return done(await moveInTurn(() => aside.putBack(input.name)));
      }),
      listSnapshots: route(hostCalls.listSnapshots, snapshots.list),
      checkSecondFolder: route(hostCalls.checkSecondFolder, snapshots.checkSecond),
      beginSnapshot: route(hostCalls.beginSnapshot, (input) => {
        lease.require(input.lease);
        return snapshots.begin(input.header);
      }),
      writeSnapshot: route(hostCalls.writeSnapshot, async ({ id, chunk }) => done(await snapshots.write(id, chunk))),
      finishSnapshot: route(hostCalls.finishSnapshot, ({ id, contentHash }) => snapshots.finish(id, contentHash)),
      readSnapshot: route(hostCalls.readSnapshot, snapshots.read),
      setSnapshotPassphrase: route(hostCalls.setSnapshotPassphrase, async ({ passphrase }) => {
        if (!pins.managerIsHere()) refuse('notAllowed');
        return done(await sealing.setPassphrase(passphrase));
      }),
      pinState: route(hostCalls.pinState, pins.state),
      unlock: route(hostCalls.unlock, ({ personId, pin }) => pins.unlock(personId, pin)),
      lock: route(hostCalls.lock, async () => done(await pins.lock())),
      setPin: route(hostCalls.setPin, async ({ personId, pin, mayManage }) => done(await pins.set(personId, pin, mayManage))),
      removePin: route(hostCalls.removePin, async ({ personId }) => done(await pins.remove(personId))),
      confirmByPin: route(hostCalls.confirmByPin, ({ personId, pin, operationId }) => pins.confirm(personId, pin, operationId)),
      makeRecoveryCode: route(hostCalls.makeRecoveryCode, async () => {
        const code = await pins.makeRecoveryCode();
        log.note('recoveryCodeMade');
        return { code };
      }),
      useRecoveryCode: route(hostCalls.useRecoveryCode, async ({ code, personId, newPin }) => {
        const answer = await pins.useRecoveryCode(code, personId, newPin);
        if (answer.outcome === 'unlocked') log.note('recoveryCodeUsed', personId);
        return answer;
      }),
      storeScan: route(hostCalls.storeScan, ({ bytes }) => scans.store(bytes)),
      readScan: route(hostCalls.readScan, ({ sha256 }) => scans.read(sha256)),
      listPrinters: route(hostCalls.listPrinters, () => printing.listPrinters()),
      savePdf: route(hostCalls.savePdf, (job) => printing.savePdf(job)),
      printPaper: route(hostCalls.printPaper, (job) =>
        printing.printPaper(job, settings.read().printerOffsets[job.printer] ?? { x: 0, y: 0 }),
      ),
      readHostSettings: route(hostCalls.readHostSettings, () => settings.read()),
      writeHostSettings: route(hostCalls.writeHostSettings, async (next) => {
        await checkSettings(next);
        await settings.write(next);
        return settings.read();
      }),
      freeSpace: route(hostCalls.freeSpace, async () => ({ freeBytes: await freeBytesAt(folder.root) })),
    },
    log,
  );

  return {
    dispatch,
    lease,
    log,
    sample: folder.sample,
    settings: settings.read,
    lock: pins.lock,
    close: async () => {
      closed = true;
      clearTimeout(verification);
      await pins.lock().catch(() => undefined);
      await journal.close();
      hangs = !(await snapshots.end());
      await log.written();
    },
    hangs: () => hangs,
  };
}

/** Answer of calls that only do something. */
function done(_nothing: void): null {
  return null;
}
