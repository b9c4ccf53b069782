import { hostSettingsSchema, type HostSettings } from '../../shared/contract/host-calls.ts';
import { openStateFile, type StateFile } from './state-file.ts';

/** What the host does until somebody settles it otherwise; the numbers are DESIGN's defaults. */
export const DEFAULT_SETTINGS: HostSettings = {
  secondFolder: '',
  snapshotEveryHours: 4,
  keepDaily: 14,
  keepMonthly: 12,
  sheetPrinter: '',
  rollPrinter: '',
  printSilently: false,
  printerOffsets: {},
  systemFangSong: false,
};

export function openHostSettings(file: string): Promise<StateFile<HostSettings>> {
  return openStateFile(file, hostSettingsSchema, DEFAULT_SETTINGS);
}
