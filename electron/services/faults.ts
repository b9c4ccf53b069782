import { readFileSync } from 'node:fs';

/** Places where a test can break the disk or the process. */
export type FaultPoint =
  | 'append' // before a batch is written
  | 'appendHalf' // after half of a batch's bytes
  | 'appendWritten' // written, not yet synced
  | 'appendSynced' // synced, not yet answered
  | 'desk' // before who is at the desk, or a wrong try, is noted
  | 'pointer' // before the pointer to the database is replaced
  | 'snapshot' // before a snapshot's chunk is written
  | 'expire' // before snapshots that are too old are removed
  | 'scan' // before a scan is written
  | 'verify'; // the journal is checked again and again at once, instead of minutes after the start

export interface Faults {
  /** Passes, throws the error a broken disk would, or ends the process. */
  reach(point: FaultPoint): void;
  /** Whether a fault waits at this point (so the half-written batch is only tried where a test asks for it). */
  waitsAt(point: FaultPoint): boolean;
}

const NONE: Faults = { reach: () => undefined, waitsAt: () => false };

/**
 * Reads `point=CODE@N` parts separated by commas, e.g. `append=ENOSPC@3`: from the fourth time on the point fails with
 * that error code; `KILL` ends the process as SIGKILL would. `@/path` reads the parts from a file at every point, so a
 * test can break and mend the disk while the app runs. Nothing of this exists outside test builds.
 */
export function createFaults(testBuild: boolean, specification: string): Faults {
  if (!testBuild || specification === '') return NONE;
  const passed = new Map<FaultPoint, number>();

  function find(point: FaultPoint): { code: string; after: number } | null {
    for (const part of currentText(specification).split(',')) {
      const match = /^(\w+)=([A-Z]+)(?:@(\d+))?$/.exec(part.trim());
      if (match !== null && match[1] === point) return { code: match[2] ?? '', after: Number(match[3] ?? 0) };
    }
    return null;
  }

  return {
    waitsAt: (point) => {
      const fault = find(point);
      return fault !== null && (passed.get(point) ?? 0) >= fault.after;
    },
    reach: (point) => {
      const fault = find(point);
      if (fault === null) return;
      const count = passed.get(point) ?? 0;
      passed.set(point, count + 1);
      if (count < fault.after) return;
      if (fault.code === 'KILL') process.kill(process.pid, 'SIGKILL');
      throw Object.assign(new Error(`${fault.code}: injected at ${point}`), { code: fault.code });
    },
  };
}

function currentText(specification: string): string {
  if (!specification.startsWith('@')) return specification;
  try {
    return readFileSync(specification.slice(1), 'utf8');
  } catch {
    return '';
  }
}
