import { cpSync } from 'node:fs';
import path from 'node:path';
import { createDatabase, lastOperation, recordTables, type BookDatabase } from '../../renderer/data/database.ts';
import { bookOf } from '../../renderer/data/migrate-book.ts';
import type { Migration } from '../../renderer/data/migrations/migration.ts';
import { logReception } from '../../renderer/data/operations/log-reception.ts';
import { createOutbox } from '../../renderer/data/outbox.ts';
import { perform, type DeskSession } from '../../renderer/data/perform.ts';
import type { HostApi } from '../../shared/contract/host-calls.ts';
import { FIRST_PERSON, leaseOf, manualClock, startDesk, temporaryFolder, valueOf, type ManualClock } from '../services/test-host.ts';

/** The book of a format, as its own program wrote it: `journal/` and `snapshots/` of a data folder. */
function frozenBook(version: number): string {
  return path.join(import.meta.dirname, `../fixtures/book-v${version}`);
}

export interface BookAtDesk {
  api: HostApi;
  lease: string;
  clock: ManualClock;
  folder: string;
}

/** A real host on a copy of the frozen book, with the first person at the desk. */
export async function openFrozenBook(version: number): Promise<BookAtDesk> {
  const folder = temporaryFolder();
  cpSync(frozenBook(version), folder, { recursive: true });
  const clock = manualClock('2026-11-25T01:00:00.000Z');
  const { api } = await startDesk({ folder, clock });
  valueOf(await api.setPin({ ...FIRST_PERSON, mayManage: true }));
  return { api, lease: await leaseOf(api), clock, folder };
}

/** Every row of every record table, by table and id. */
export async function dumpRecords(database: BookDatabase): Promise<Record<string, unknown[]>> {
  const dump: Record<string, unknown[]> = {};
  for (const table of recordTables(database)) dump[table] = await database.table(table).orderBy(':id').toArray();
  return dump;
}

/** Works at the desk with this database: logs entries and waits until the journal has everything. */
export async function logVisits({ api, lease, clock }: BookAtDesk, database: BookDatabase, contents: readonly string[]): Promise<void> {
  const stored = (await lastOperation(database))?.sequence ?? 0;
  const saved = valueOf(await api.openBook()).journal.sequence;
  const outbox = createOutbox(database, api, lease, { stored, saved });
  const session: DeskSession = {
    database,
    host: api,
    book: await bookOf(database),
    clock: { now: () => new Date(clock.now()).toISOString(), setOffset: () => undefined },
    outbox,
    actorId: () => FIRST_PERSON.personId,
  };
  await outbox.whenSaved(stored);
  for (const content of contents) {
    clock.step(60_000);
    const performed = await perform(session, logReception, {
      id: content,
      channel: 'visit',
      occurredAt: '',
      category: 'enquiry',
      content,
      customer: content,
    });
    if (!performed.ok) throw new Error(JSON.stringify(performed.error));
    await performed.value.saved;
  }
  outbox.stop();
}

/** A database of this version in the profile, under a name of its own. */
export async function openNamed(name: string, migrations: readonly Migration[]): Promise<BookDatabase> {
  const database = createDatabase(name, migrations);
  await database.open();
  return database;
}
