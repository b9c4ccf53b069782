import { asDue, type DeskPromise } from '../../../shared/domain/promise.ts';
import type { BookDatabase } from '../database.ts';

/** Promises as they are due now: the visits that call-backs wait for are open as long as their half-filled form is kept. */
export async function duePromises(database: BookDatabase, promises: readonly DeskPromise[]): Promise<DeskPromise[]> {
  const waitedFor = promises.filter(({ dueAt, waitsForId }) => dueAt === '' && waitsForId !== '').map(({ waitsForId }) => waitsForId);
  if (waitedFor.length === 0) return [...promises];
  const drafts = await database.drafts.bulkGet(waitedFor);
  const openVisits = new Set(drafts.flatMap((draft) => draft?.id ?? []));
  return promises.map((promise) => asDue(promise, openVisits));
}

/** Promises of one record, as they are due now. */
export async function promisesOf(database: BookDatabase, sourceId: string): Promise<DeskPromise[]> {
  return duePromises(database, await database.promises.where('sourceId').equals(sourceId).toArray());
}
