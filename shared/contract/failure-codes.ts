/**
 * Every code a host can answer with. The screen words each of them in zh and en (`resources/locales`); a test holds
 * this list against both languages, so a new code cannot reach a person unworded.
 */
export const hostFailureCodes = [
  // The call itself.
  'unknownCall',
  'badPayload',
  'hostError',
  'hostUnreachable',
  'keyWrong',
  'senderRefused',
  'tooLarge',
  'notATestBuild',
  // The folder and the disk.
  'diskFull',
  'notWritable',
  'hostFileDamaged',
  'dataNewer',
  'notASample',
  'folderNotPrivate',
  'folderInUse',
  // Lease.
  'leaseLost',
  // Journal.
  'journalGap',
  'journalDiverged',
  'journalBroken',
  'badLine',
  'otherBook',
  'actorNotUnlocked',
  'confirmationMissing',
  // What was put aside.
  'keptMissing',
  'keptWithoutPins',
  // Snapshots and sealing.
  'snapshotMissing',
  'snapshotDamaged',
  'snapshotUnreadable',
  'snapshotNotBegun',
  'passphraseNeeded',
  'passphraseNotSet',
  'wrongPassphrase',
  'secondFolderMissing',
  'secondFolderFull',
  'secondFolderNotWritable',
  'secondFolderFailed',
  'secondFolderSilent',
  // People.
  'notAllowed',
  'lastManager',
  'noSuchPin',
  // Scans.
  'scanType',
  'scanTooLarge',
  'scanMissing',
  'scanDamaged',
  // Paper.
  'printFailed',
  'printerMissing',
  'printTimeout',
  'fileNotSaved',
  'noBrowser',
] as const;

export type HostFailureCode = (typeof hostFailureCodes)[number];
