import type { HostApi, HostCallName, HostInput, HostValue } from './host-calls.ts';
import type { Result } from './result.ts';

/** Carries one call to the host, over IPC or HTTP. */
export type HostInvoke = <Name extends HostCallName>(name: Name, input?: HostInput<Name>) => Promise<Result<HostValue<Name>>>;

/**
 * The host as one object of named functions. Written out by hand: the preload exposes exactly these, never a channel
 * name the page could choose, and neither side needs the schemas for it.
 */
export function createHostApi(invoke: HostInvoke): HostApi {
  return {
    describeHost: () => invoke('describeHost'),
    setClock: (input) => invoke('setClock', input),
    takeLease: () => invoke('takeLease'),
    renewLease: (input) => invoke('renewLease', input),
    releaseLease: (input) => invoke('releaseLease', input),
    openBook: () => invoke('openBook'),
    appendLines: (input) => invoke('appendLines', input),
    readLines: (input) => invoke('readLines', input),
    switchDatabase: (input) => invoke('switchDatabase', input),
    startEmpty: (input) => invoke('startEmpty', input),
    rewriteJournal: (input) => invoke('rewriteJournal', input),
    listKept: () => invoke('listKept'),
    putBack: (input) => invoke('putBack', input),
    listSnapshots: () => invoke('listSnapshots'),
    checkSecondFolder: () => invoke('checkSecondFolder'),
    beginSnapshot: (input) => invoke('beginSnapshot', input),
    writeSnapshot: (input) => invoke('writeSnapshot', input),
    finishSnapshot: (input) => invoke('finishSnapshot', input),
    readSnapshot: (input) => invoke('readSnapshot', input),
    setSnapshotPassphrase: (input) => invoke('setSnapshotPassphrase', input),
    pinState: () => invoke('pinState'),
    unlock: (input) => invoke('unlock', input),
    lock: () => invoke('lock'),
    setPin: (input) => invoke('setPin', input),
    removePin: (input) => invoke('removePin', input),
    confirmByPin: (input) => invoke('confirmByPin', input),
    makeRecoveryCode: () => invoke('makeRecoveryCode'),
    useRecoveryCode: (input) => invoke('useRecoveryCode', input),
    storeScan: (input) => invoke('storeScan', input),
    readScan: (input) => invoke('readScan', input),
    listPrinters: () => invoke('listPrinters'),
    savePdf: (input) => invoke('savePdf', input),
    printPaper: (input) => invoke('printPaper', input),
    readHostSettings: () => invoke('readHostSettings'),
    writeHostSettings: (input) => invoke('writeHostSettings', input),
    freeSpace: () => invoke('freeSpace'),
  };
}
