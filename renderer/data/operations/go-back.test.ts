import { beforeEach, describe, expect, it } from 'vitest';
import year2026 from '../../../resources/holidays/2026.json';
import { praiseInput } from '../../../shared/domain/praise-posting.ts';
import { personInput } from '../../../shared/domain/person.ts';
import { memorySession, type MemorySession } from '../../../tests/support/memory-session.ts';
import { openTestDatabase } from '../../../tests/support/test-databases.ts';
import { BUSINESS_TABLES, lastOperation, type BookDatabase } from '../database.ts';
import { toJournalLine } from '../outbox.ts';
import { perform } from '../perform.ts';
import { applyLines } from '../replay.ts';
import { buildSampleEstate } from '../sample/sample-estate.ts';
import { receptionInput } from '../../../shared/domain/reception.ts';
import { cancelPraisePosting } from './cancel-praise-posting.ts';
import { changeReception } from './change-reception.ts';
import { goBackToSnapshot } from './go-back-to-snapshot.ts';
import { loadSample } from './load-sample.ts';
import { logReception } from './log-reception.ts';
import { openPraisePosting } from './open-praise-posting.ts';
import { recordPrint } from './record-print.ts';
import { savePerson } from './save-person.ts';

const sample = buildSampleEstate('zh', [year2026]);
/** A few flats are as good as hundreds: every one of them is copied, replayed and compared. */
const estate = { input: { ...sample.input, units: sample.input.units.slice(0, 20), households: sample.input.households.slice(0, 20) } };
const personCalled = (name: string) => estate.input.people.find((person) => person.name === name)?.id ?? '';
const SUPERVISOR = personCalled('沈国华');

let session: MemorySession;
let then: BookDatabase;

async function open(id: string): Promise<string> {
  const result = await perform(session, openPraisePosting, { ...praiseInput.parse({ whatFor: id }), id });
  return result.ok ? ((await session.database.praises.get(id))?.number ?? '') : result.error.code;
}

/** Everything a database holds, except when rows were last touched. */
async function rowsOf(database: BookDatabase, tables: readonly string[] = BUSINESS_TABLES): Promise<Record<string, unknown[]>> {
  const rows: Record<string, unknown[]> = {};
  for (const table of tables) rows[table] = (await database.table(table).toArray()).map((row: object) => ({ ...row, changedAt: '' }));
  return rows;
}

/** The book as a snapshot would hold it now. */
async function copyOfNow(): Promise<BookDatabase> {
  const copy = await openTestDatabase();
  await applyLines(copy, (await session.database.operations.toArray()).map(toJournalLine), 1);
  return copy;
}

async function goBack(reason = '误改'): Promise<string> {
  const last = await lastOperation(then);
  const input = { sequence: last?.sequence ?? 0, hash: last?.hash ?? '', takenAt: '' };
  const result = await perform(session, goBackToSnapshot(then), input, { reason });
  return result.ok ? '' : result.error.code;
}

beforeEach(async () => {
  session = await memorySession('2026-11-23T02:00:00.000Z');
  session.become(SUPERVISOR);
  const loaded = await perform(session, loadSample, estate.input);
  if (!loaded.ok) throw new Error(loaded.error.code);
  await open('kept');
  then = await copyOfNow();
});

describe('going back to an earlier point', { timeout: 60_000 }, () => {
  it('brings every row back, keeps the journal growing and gives no number twice', async () => {
    expect(await open('gone')).toBe('BY-2026-002');
    await perform(session, cancelPraisePosting, { id: 'kept', cancelReason: '误' });
    const before = (await lastOperation(session.database))?.sequence ?? 0;
    expect(await goBack()).toBe('');
    const restored = BUSINESS_TABLES.filter((table) => table !== 'series');
    expect(await rowsOf(session.database, restored)).toEqual(await rowsOf(then, restored));
    expect((await lastOperation(session.database))?.sequence).toBe(before + 1);
    expect(await open('next')).toBe('BY-2026-003');
  });

  it('is replayed from the journal alone', async () => {
    await open('gone');
    await goBack();
    await open('next');
    const replayed = await copyOfNow();
    expect(await rowsOf(replayed)).toEqual(await rowsOf(session.database));
  });

  it('is replayed without a field that was not there then', async () => {
    const entry = { ...receptionInput.parse({ channel: 'visit', category: 'enquiry', content: '问路' }), id: 'entry' };
    await perform(session, logReception, entry);
    then = await copyOfNow();
    await perform(session, changeReception, { ...entry, takenBy: '', nameRefused: true });
    expect(await goBack()).toBe('');
    expect(await session.database.receptions.get('entry')).not.toHaveProperty('nameRefused');
    const replayed = await copyOfNow();
    expect(await rowsOf(replayed)).toEqual(await rowsOf(session.database));
    session.database = replayed;
    expect(await perform(session, changeReception, { ...entry, takenBy: '', content: '问路线' })).toMatchObject({ ok: true });
  });

  it('leaves the print log and the rights of people as they are now', async () => {
    const print = { printout: 'praiseCover', table: 'praises', recordId: 'kept', recordNumber: 'BY-2026-001' } as const;
    await perform(session, recordPrint, { ...print, printer: '', range: '' });
    const steward = estate.input.people.find((person) => person.name === '何志强');
    await perform(session, savePerson, { ...personInput.parse({ ...steward, roles: [], active: false }), id: steward?.id ?? '' });
    expect(await goBack()).toBe('');
    expect(await session.database.prints.count()).toBe(1);
    expect((await session.database.people.get(steward?.id ?? ''))?.active).toBe(false);
  });

  it('can itself be taken back', async () => {
    await open('gone');
    const first = then;
    then = await copyOfNow();
    const now = await rowsOf(session.database, ['praises', 'letters', 'settings']);
    const later = then;
    then = first;
    expect(await goBack()).toBe('');
    then = later;
    expect(await goBack()).toBe('');
    expect(await rowsOf(session.database, ['praises', 'letters', 'settings'])).toEqual(now);
  });

  it('changes nothing when something was written while the way was worked out', async () => {
    await open('gone');
    const last = await lastOperation(then);
    const operation = goBackToSnapshot(then);
    const late = {
      ...operation,
      prepare: async (...given: Parameters<typeof operation.prepare>) => {
        const way = await operation.prepare(...given);
        await open('meanwhile');
        return way;
      },
    };
    const input = { sequence: last?.sequence ?? 0, hash: last?.hash ?? '', takenAt: '' };
    expect(await perform(session, late, input, { reason: '误改' })).toMatchObject({ ok: false, error: { code: 'changedMeanwhile' } });
    expect(await session.database.praises.get('gone')).toBeDefined();
  });

  it('asks for a reason and a supervisor, and takes no snapshot of another book', async () => {
    await open('gone');
    expect(await goBack(' ')).toBe('reasonMissing');
    session.become(personCalled('林晓燕'));
    expect(await goBack()).toBe('notAllowed');
    session.become(SUPERVISOR);
    const input = { sequence: 1, hash: 'f'.repeat(64), takenAt: '' };
    expect(await perform(session, goBackToSnapshot(then), input, { reason: '试' })).toMatchObject({
      ok: false,
      error: { code: 'snapshotNotOfThisBook' },
    });
    expect(await session.database.praises.get('gone')).toBeDefined();
  });
});
