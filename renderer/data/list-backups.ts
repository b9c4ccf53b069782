import type { HostApi, SecondFolderState, SnapshotEntry } from '../../shared/contract/host-calls.ts';
import type { Failure } from '../../shared/contract/result.ts';

export interface Backups {
  snapshots: SnapshotEntry[];
  /** Why the list, or what lies in the second folder, is not all that there is; `null` when it is. */
  problem: Failure | null;
  /** `null` where the second folder could not be looked at. */
  second: SecondFolderState | null;
}

/** The backups on this PC and in the second folder. An empty list is none at all only where there is no problem. */
export async function listBackups(host: Pick<HostApi, 'listSnapshots' | 'checkSecondFolder'>): Promise<Backups> {
  const [listed, second] = await Promise.all([host.listSnapshots(), host.checkSecondFolder()]);
  const problem = !listed.ok ? listed.error : second.ok ? null : second.error;
  return { snapshots: listed.ok ? listed.value : [], problem, second: second.ok ? second.value : null };
}
