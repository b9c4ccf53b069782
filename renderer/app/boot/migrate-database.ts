import { v7 as newId } from 'uuid';
import { SYSTEM_ACTOR } from '../../../shared/contract/system-actor.ts';
import { hashText, lineHash, ORIGIN_HASH } from '../../../shared/journal/line.ts';
import type { OperationPayload } from '../../../shared/journal/operation-payload.ts';
import { lastOperation, type BookDatabase } from '../../data/database.ts';
import { latestVersion } from '../../data/migrations/all.ts';
import { MIGRATION_LINE } from '../../data/replay.ts';

/** Notes a change of the data format as a line of its own, so that a replay runs the same migration at that point. */
export async function migrateDatabase(database: BookDatabase, details: { book: string; from: number; now: string }): Promise<void> {
  const last = await lastOperation(database);
  if (last === undefined) return;
  const sequence = last.sequence + 1;
  const id = newId();
  const payload = JSON.stringify({
    id,
    book: details.book,
    sequence,
    at: details.now,
    actor: SYSTEM_ACTOR,
    desk: '',
    name: MIGRATION_LINE,
    reason: `${details.from}>${latestVersion()}`,
    confirmations: [],
    changes: [],
    resultId: '',
  } satisfies OperationPayload);
  const chained = { sequence, previousHash: last.hash === '' ? ORIGIN_HASH : last.hash, payloadHash: hashText(payload) };
  await database.operations.add({ ...chained, id, hash: lineHash(chained), payload, records: [], resultId: '' });
}
