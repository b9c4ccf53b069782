import type { DeskPromise } from '../../../shared/domain/promise.ts';
import type { BookDatabase } from '../database.ts';

/**
 * Promises as they are due now. A call-back waits for the visit it was put off for (2:3.1.5); once that visit is open no
 * more and was never logged (given up, or its half-filled form went with a damaged store), it is due since the call.
 */
export async function asDue(database: BookDatabase, promises: readonly DeskPromise[]): Promise<DeskPromise[]> {
  const waiting = promises.filter((promise) => promise.dueAt === '' && promise.waitsForId !== '');
  if (waiting.length === 0) return [...promises];
  const drafts = await database.drafts.bulkGet(waiting.map((promise) => promise.waitsForId));
  const openVisits = new Set(drafts.map((draft) => draft?.id));
  return promises.map((promise) =>
    waiting.includes(promise) && !openVisits.has(promise.waitsForId) ? { ...promise, dueAt: promise.createdAt } : promise,
  );
}

/** Promises of one record, as they are due now. */
export async function promisesOf(database: BookDatabase, sourceId: string): Promise<DeskPromise[]> {
  return asDue(database, await database.promises.where('sourceId').equals(sourceId).toArray());
}
