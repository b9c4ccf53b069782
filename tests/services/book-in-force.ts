import { openBook, type BootStage } from '../../renderer/app/boot/open-book.ts';
import type { BookDatabase } from '../../renderer/data/database.ts';
import { freshDatabaseName } from '../../renderer/data/database-names.ts';
import { latestVersion } from '../../renderer/data/migrations/all.ts';
import { restoreInto } from '../../renderer/data/snapshot.ts';
import { logVisits, openFrozenBook } from '../migrations/book-at-desk.ts';
import { valueOf } from './test-host.ts';

/** A book in force with one visitor's entry, and whatever else is put beside it; its database is closed. */
export async function bookInForce(visitor: string, fill: (database: BookDatabase) => Promise<unknown>) {
  const desk = await openFrozenBook(latestVersion());
  const database = await restoreInto(await freshDatabaseName(''), desk.api, null, { now: '2026-11-25T01:00:00.000Z' });
  valueOf(await desk.api.openBook());
  valueOf(await desk.api.switchDatabase({ lease: desk.lease, database: database.name, schemaVersion: latestVersion() }));
  await logVisits(desk, database, [visitor]);
  await fill(database);
  const { name } = database;
  database.close();
  return { ...desk, name };
}
export type BookInForce = Awaited<ReturnType<typeof bookInForce>>;

/** Opens the book as a start of the page does, and lets go of it: what came of it, and what it did on the way. */
export async function startOn({ api, lease }: Pick<BookInForce, 'api' | 'lease'>) {
  const stages: BootStage[] = [];
  const outcome = await openBook(
    {
      host: api,
      description: api.describeHost().then(valueOf),
      lease: Promise.resolve(lease),
      state: api.openBook().then(valueOf),
      stores: indexedDB.databases(),
    },
    (stage) => stages.push(stage),
  );
  if (outcome.step === 'ready') {
    outcome.book.outbox.stop();
    outcome.book.database.close();
  }
  return { outcome, stages };
}
