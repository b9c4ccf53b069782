import { z } from 'zod';
import type { Clock } from './clock.ts';
import { isSystemError } from './durable-file.ts';
import { openRecordLog } from './record-log.ts';

/** Decisions taken at the desk with the PIN of somebody who is not the unlocked person, each for one operation. */
export interface Confirmations {
  remember(operationId: string, personId: string): Promise<void>;
  has(operationId: string, personId: string): boolean;
}

const entrySchema = z.object({ operationId: z.string(), personId: z.string(), at: z.number() });

const KEPT_MS = 400 * 24 * 3600_000;
const KEPT_ENTRIES = 20_000;
/** Of these, however old they look: the clock may stand wrong at a start. */
const KEPT_ANYWAY = 500;

/** Kept on disk: the operation's line may reach the journal only after a crash. */
export async function openConfirmations(file: string, clock: Clock): Promise<Confirmations> {
  const log = await openRecordLog(file, entrySchema);
  if (log.entries().length > KEPT_ENTRIES) {
    // A log that stays long costs a moment at each start; a disk that takes nothing must not keep the desk shut.
    const all = log.entries();
    const recent = all.filter((entry, index) => index >= all.length - KEPT_ANYWAY || entry.at > clock.now() - KEPT_MS);
    await log.replace(recent).catch((error: unknown) => {
      if (!isSystemError(error)) throw error;
    });
  }
  return {
    remember: (operationId, personId) => log.append({ operationId, personId, at: clock.now() }),
    has: (operationId, personId) => log.entries().some((entry) => entry.operationId === operationId && entry.personId === personId),
  };
}
